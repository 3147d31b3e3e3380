// The questions of a check-in at a terminal: the place on the paper form, or a clinic's own wording.

import CareDomain
import JournalStore

extension CheckInEntry {
    /// Asks item by item. What was left half-way today goes on; the end of the input leaves it half-way, and
    /// what was given is kept.
    func ask(_ wording: Wording?, _ invocation: inout Invocation) throws {
        let half = moment == nil ? begunToday(invocation) : nil
        var answers: [Int?] = half?.answers ?? []
        while answers.count < instrument.items.count { answers.append(nil) }
        try open(wording, half != nil, &invocation)
        let left = try ask(&answers, wording, invocation)
        guard answers.contains(where: { $0 != nil }), answers != half?.answers else {
            throw Unanswered(way: left?.way ?? .back, words: "nothing was kept")
        }
        if left != nil {
            invocation.note("kept as it is; 'lull check-in \(instrument.name)' goes on from there today")
        }
        let checkIn = CheckIn(instrument: instrument.name, answers: answers)
        try keep(checkIn, replaces: half?.id, &invocation)
        if let left, left.way == .leave, invocation.conversation.hasMenu {
            throw Unanswered(way: .leave, words: "")
        }
    }

    /// Asks for the items that are open.
    /// - Returns: how it was left half-way; nil at its end.
    private func ask(
        _ answers: inout [Int?], _ wording: Wording?, _ invocation: Invocation
    ) throws -> Unanswered? {
        let open = answers.indices.filter { answers[$0] == nil }
        var place = 0
        while place < open.count {
            let index = open[place]
            do {
                let text = wording?.items[index]
                let answer = try ask(index, instrument.items[index], text, answers[index], invocation)
                answers[index] = answer
                place += 1
            } catch let turn as Unanswered {
                guard turn.way == .back, place > 0 else { return turn }
                place -= 1
            }
        }
        return nil
    }

    private func begunToday(_ invocation: Invocation) -> ScoredCheckIn? {
        let series = subject.history.scoreSeries(
            of: instrument, in: subject.zone, until: invocation.now)
        return series.rows.last.flatMap { row in
            row.date == subject.today && !row.score.missing.isEmpty && row.score.total == nil
                && !row.answers.isEmpty && row.answers.count <= instrument.items.count ? row : nil
        }
    }

    private func open(_ wording: Wording?, _ goesOn: Bool, _ invocation: inout Invocation) throws {
        var lines = ["\(instrument.title). Enter alone leaves an item open."]
        if !invocation.isPlain { lines.append(Invocation.signs) }
        if let wording {
            lines += [wording.intro, "Wording: \(wording.source)"].compactMap { $0 }
        } else {
            lines.append("Have the form at hand (\(instrument.form)) and give the number of each answer.")
        }
        if goesOn { lines.append("You began it today; it goes on where it was left.") }
        try invocation.put(lines: lines)
    }

    /// - Parameter before: what was answered before going back to it.
    /// - Returns: nil where the item is left open.
    private func ask(
        _ index: Int, _ item: Instrument.Item, _ text: Wording.Item?, _ before: Int?,
        _ invocation: Invocation
    ) throws -> Int? {
        let number = "\(index + 1) of \(instrument.items.count)"
        if let text {
            try invocation.put(lines: ["", "\(number)  \(text.text)"])
            for (offset, label) in text.answers.enumerated() {
                try invocation.put(lines: ["  \(item.answers.lowerBound + offset)  \(label)"])
            }
        }
        let words = text == nil ? "Item \(number) (\(item.place)), \(item.expected)" : item.expected
        let question =
            before.map { invocation.question("\(words), so far \($0)", enter: "keeps it") }
            ?? invocation.question(words)
        while true {
            let line = try invocation.ask(question)
            if line.isEmpty { return before }
            if line == "-" { return nil }
            if let answer = item.answer(typed: line) { return answer }
            try invocation.put("Give \(item.expected), or Enter alone.\n")
        }
    }
}

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
        var isLeft = false
        for (index, item) in instrument.items.enumerated() where answers[index] == nil {
            guard let answer = try ask(index, item, wording?.items[index], &invocation) else {
                isLeft = true
                break
            }
            answers[index] = answer.value
        }
        guard answers.contains(where: { $0 != nil }), answers != half?.answers else {
            throw Failure(.interrupted, "nothing was kept")
        }
        if isLeft {
            invocation.note("kept as it is; 'lull check-in \(instrument.name)' goes on from there today")
        }
        let checkIn = CheckIn(instrument: instrument.name, answers: answers)
        try keep(checkIn, replaces: half?.id, &invocation)
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
        if let wording {
            lines += [wording.intro, "Wording: \(wording.source)"].compactMap { $0 }
        } else {
            lines.append("Have the form at hand (\(instrument.form)) and give the number of each answer.")
        }
        if goesOn { lines.append("You began it today; it goes on where it was left.") }
        try invocation.put(lines: lines)
    }

    /// Nil at the end of the input; an answer of nil where the item is left open.
    private func ask(
        _ index: Int, _ item: Instrument.Item, _ text: Wording.Item?, _ invocation: inout Invocation
    ) throws -> (value: Int?, Void)? {
        let number = "\(index + 1) of \(instrument.items.count)"
        if let text {
            try invocation.put(lines: ["", "\(number)  \(text.text)"])
            for (offset, label) in text.answers.enumerated() {
                try invocation.put(lines: ["  \(item.answers.lowerBound + offset)  \(label)"])
            }
        }
        let question = text == nil ? "Item \(number) (\(item.place)), \(item.expected):" : "\(item.expected):"
        while true {
            try invocation.put("\(question) ")
            guard let line = invocation.environment.readLine()?.trimmingSpaces else {
                try invocation.put("\n")
                return nil
            }
            if line.isEmpty || line == "-" { return (nil, ()) }
            if let answer = item.answer(typed: line) { return (answer, ()) }
            try invocation.put("Give \(item.expected), or Enter alone.\n")
        }
    }
}

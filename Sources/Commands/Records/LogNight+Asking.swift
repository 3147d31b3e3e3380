// The questions of a night, one after another, as a tired person can answer them.

import CareDomain
import JournalStore

extension LogNight {
    /// Asks for the items, and again for those that do not fit, until the night can be kept. Each answer is
    /// kept aside at once, so that a night that was broken off can be gone on with.
    func ask(
        _ diary: DiaryNights, _ draft: inout NightDraft, _ subject: Subject, _ invocation: inout Invocation
    ) throws {
        var shelf = try invocation.draftShelf()
        var fields = Self.questions.map(\.field)
        if let found = try takeUp(&shelf, subject, &invocation) {
            draft = found
            fields = fields.filter { draft[$0].isEmpty }
        }
        let begun = OffsetInstant(invocation.now, in: subject.zone)
        let date = CivilDate(draft[.date].trimmingSpaces) ?? subject.today
        draft[.date] = date.description
        try diary.refuseWhereLogged(date)
        try invocation.put("The night to \(date.longWords). Enter alone leaves a question open.\n")
        if !invocation.isPlain { try invocation.put(lines: [Invocation.signs]) }
        while true {
            try ask(fields, &draft, invocation) { draft in
                // That an answer cannot be kept aside changes nothing.
                try? shelf.keep(FormDraft(draft, of: subject.id, begun: begun))
            }
            do {
                let night = try diary.parse(draft)
                invocation.keepsAside = false
                try invocation.append(RecordDraft(.night(night)), to: subject)
                return shelf.drop(subject.id)
            } catch let problems as NightProblems {
                try explain(problems, of: draft, &invocation)
                fields = problems.list.map(\.field)
            }
        }
    }

    /// Asks for some items in their order. Going back keeps what was answered there, unless it is given anew.
    private func ask(
        _ fields: [NightField], _ draft: inout NightDraft, _ invocation: Invocation,
        keep: (NightDraft) -> Void
    ) throws {
        let open = Self.questions.filter { fields.contains($0.field) }
        var hasGoneBack = false
        var index = 0
        while index < open.count {
            let (field, text) = open[index]
            let before = hasGoneBack ? draft[field] : ""
            let question =
                before.isEmpty
                ? invocation.question(text)
                : invocation.question("\(text) So far: \(before)", enter: "keeps it")
            let words =
                draft.isEmpty
                ? "nothing was kept" : "what you answered is kept; 'lull log night' goes on with it"
            do {
                let answer = try invocation.ask(question, orEnd: words)
                draft[field] = answer.isEmpty ? before : answer == "-" ? "" : answer
            } catch let turn as Unanswered where turn.way == .back && index > 0 {
                hasGoneBack = true
                index -= 1
                continue
            }
            keep(draft)
            index += 1
        }
    }

    /// A night that was begun and not saved, where there is one and the person wants to go on with it.
    private func takeUp(
        _ shelf: inout DraftShelf, _ subject: Subject, _ invocation: inout Invocation
    ) throws -> NightDraft? {
        let found = shelf.takeOver().first { $0.person == subject.id && $0.night != nil }
        guard let found, let night = found.night else { return nil }
        let civil = OffsetInstant(found.begun.instant, in: subject.zone).civil
        let day = civil.date == subject.today ? "" : "on \(civil.date.words) "
        let answer = try invocation.ask(
            "A night begun \(day)at \(civil.clock) was not saved. Go on with it, yes or no? [yes]"
        ).lowercased()
        if ["", "y", "yes"].contains(answer) { return night }
        shelf.drop(subject.id)
        return nil
    }

    private func explain(_ problems: NightProblems, of draft: NightDraft, _ invocation: inout Invocation)
        throws
    {
        try invocation.put(lines: problems.list.map { "\($0.field.plainName): \($0.problem.plainWords)" })
        // A date that was given as an option is no question here.
        let asked = Set(Self.questions.map(\.field))
        if problems.list.contains(where: { !asked.contains($0.field) }) {
            throw Failure.badData(problems.sentence(of: draft) { $0.option })
        }
    }

    private static let questions: [(field: NightField, text: String)] = [
        (.intoBed, "When did you go to bed?"), (.trySleep, "When did you begin trying to sleep?"),
        (.latency, "How many minutes did it take to fall asleep?"),
        (.awakenings, "How often did you wake, the last time not counted?"),
        (.wake, "How many minutes were you awake then, all in all?"),
        (.finalAwake, "When did you wake for the last time?"), (.outOfBed, "When did you get up?"),
        (.quality, "How was your sleep, from 1 (very poor) to 5 (very good)?"),
        (.refreshed, "How rested do you feel, from 1 (not at all) to 5 (well)?"),
        (.comment, "Anything to remember?"),
    ]
}

// The questions of a night, one after another, as a tired person can answer them.

import CareDomain

extension LogNight {
    /// Asks for the items, and again for those that do not fit, until the night can be kept.
    func ask(
        _ diary: DiaryNights, _ draft: inout NightDraft, _ subject: Subject, _ invocation: inout Invocation
    ) throws {
        let date = CivilDate(draft[.date].trimmingSpaces) ?? subject.today
        try invocation.put("The night to \(date.longWords). Enter alone leaves a question open.\n")
        var fields = Self.questions.map(\.field)
        while true {
            for (field, question) in Self.questions where fields.contains(field) {
                draft[field] = try invocation.ask(question)
            }
            do {
                let night = try diary.parse(draft)
                return try invocation.append(RecordDraft(.night(night)), to: subject)
            } catch let problems as NightProblems {
                try explain(problems, of: draft, &invocation)
                fields = problems.list.map(\.field)
            }
        }
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

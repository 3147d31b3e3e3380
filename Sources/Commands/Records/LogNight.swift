// Logging a night: by options, by questions at a terminal, or a JSON object a line.

import ArgumentParser
import CareDomain
import PlainJSON

struct LogNight: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "night",
        abstract: "Logs a diary night.",
        discussion: """
            What is left out stays unknown. Clock times are read as 22:40, 2240 or
            10:40pm. On a terminal, without times, it asks.

              lull log night --bed 22:15 --try 23:05 --latency 40 --wakes 3 --awake 35 \\
                --woke 6:10 --up 7:00 --quality 2
            """)

    @OptionGroup var items: NightOptions

    @Flag(help: "Take one JSON object a line from standard input.")
    var stdin = false

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        var draft = items.draft
        if stdin {
            guard draft.isEmpty else {
                throw Failure.usage("--stdin takes everything from standard input; leave the rest out")
            }
            return try logLines(subject, &invocation)
        }
        let hasItems = NightField.allCases.contains { $0 != .date && !draft[$0].isEmpty }
        let diary = DiaryNights(subject, now: invocation.now)
        if !hasItems, invocation.canAsk {
            return try ask(diary, &draft, subject, &invocation)
        }
        try invocation.append(RecordDraft(.night(try diary.night(draft))), to: subject)
    }

    private func logLines(_ subject: Subject, _ invocation: inout Invocation) throws {
        var diary = DiaryNights(subject, now: invocation.now)
        let zones = invocation.zones
        var logged: [(CivilDate, RecordID)] = []
        try invocation.logLines(to: subject) { object in
            for (date, id) in logged { diary.note(date, id) }
            logged = []
            return RecordDraft(.night(try diary.night(object, zones: zones)))
        } written: { draft, id in
            if case .night(let night) = draft.body { logged.append((night.date, id)) }
        }
    }
}

// What the choices do that are more than one command.

import CareDomain

extension LineActions {
    static func tonight(_ invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        let hour = LineHour(subject, now: invocation.now)
        let status = PersonStatus(subject, now: invocation.now, shelf: invocation.ruleShelf())
        let lines = status.lines(plain: true, hasFigures: hour.hasFigures)
        try invocation.put(lines: lines.filter { !$0.isEmpty })
        guard hour == .afterSession else { return }
        try invocation.put(
            lines: SessionEveningWords.tonight + [
                "Call now: \(SessionEveningWords.callNow).",
                "Tell us tomorrow: \(SessionEveningWords.tellTomorrow).",
            ])
    }

    /// The night to today; where that one is logged, another.
    static func logNight(_ invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        let isLogged = subject.history.nights.contains { $0.source == "diary" && $0.date == subject.today }
        guard isLogged else { return try invocation.perform(["log", "night"]) }
        try invocation.put(lines: ["The night to today is logged."])
        let question = invocation.question("Another one? The date of getting up, such as 2026-11-03")
        let date: CivilDate? = try invocation.ask(question, or: Self.dateHint) {
            $0.isEmpty ? .some(nil) : (try? CivilDate(typed: $0, today: subject.today)).map { .some($0) }
        }
        if let date { try invocation.perform(["log", "night", "--night=\(date)"]) }
    }

    static func checkIn(_ invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        let schedule = CheckInSchedule(
            subject.history, instruments: invocation.instrumentShelf().all, now: invocation.now,
            zone: subject.zone)
        let list = schedule.list
        guard !list.isEmpty else { return try invocation.put(lines: ["Nothing is asked for yet."]) }
        let rows = list.map { item in
            (name: item.instrument.name, title: "\(item.instrument.about), \(item.words(subject.today))")
        }
        guard let place = try invocation.pick("Questionnaires:", rows) else { return }
        if invocation.global.readonly {
            return try invocation.put(lines: ["--readonly was given, so nothing is written."])
        }
        try invocation.perform(["check-in", list[place].instrument.name])
    }

    static func relax(_ invocation: inout Invocation) throws {
        let programmes = invocation.programmeShelf().programmes
        let rows = programmes.map { programme in
            let seconds = PracticeTimeline(programme: programme).totalMilliseconds / 1000
            return (name: programme.name, title: "\(programme.title), \(RelaxGuide.length(seconds: seconds))")
        }
        guard let place = try invocation.pick("A line a phase; Ctrl-C ends early:", rows) else { return }
        try invocation.perform(["relax", programmes[place].name])
    }

    static func guide(_ invocation: inout Invocation) throws {
        let pages = invocation.guidePages()
        let rows = pages.map { (name: $0.name, title: $0.title) }
        guard let place = try invocation.pick("Pages:", rows) else { return }
        try invocation.perform(["guide", pages[place].name, "--own"])
    }

    static func chart(_ kind: ChartKind, _ invocation: inout Invocation) throws {
        guard kind.takesSubject, kind != .scores else {
            return try invocation.perform(["chart", kind.rawValue])
        }
        let measures = Measure.allCases.filter { !$0.isOfStages }
        let rows = measures.map { (name: $0.word, title: $0.title) }
        let list = rows.map { "  \($0.name): \($0.title)" }
        let question = invocation.question("Of which measure? ? lists them", enter: "for the usual one")
        while true {
            let word = try invocation.ask(question, orEnd: "", help: list)
            if word.isEmpty { return try invocation.perform(["chart", kind.rawValue]) }
            if let measure = Measure(word: word) {
                return try invocation.perform(["chart", kind.rawValue, measure.word])
            }
            try invocation.put(lines: ["There is no measure \(quoted(word)); ? lists them."])
        }
    }

    private static let dateHint = "Give a date such as 2026-11-03, 3 nov or yesterday."

    // MARK: Sessions

    static func session(_ invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        let open = subject.history.sessions.filter { $0.status == .planned }.prefix(8)
        let rows = open.map { session in
            let number = session.number.map { "session \($0), " } ?? ""
            let name = session.planned ?? session.record?.id.text ?? session.date.description
            return (name: name, title: "\(number)\(session.date.words) at \(session.clock)")
        }
        guard !rows.isEmpty else { return try invocation.put(lines: ["No session is still to be held."]) }
        guard let place = try invocation.pick("Which session?", Array(rows)) else { return }
        let name = rows[place].name
        try invocation.choose(
            "What became of it?",
            [
                LineChoice(name: "held", title: "it took place", writes: true) { try held(name, &$0) },
                LineChoice(name: "not", title: "it did not take place", writes: true) {
                    let why = try $0.ask($0.question("Why, in a few words", enter: "for not said"))
                    try $0.perform(["session", "miss", name, "--why=" + (why.nilIfEmpty ?? "not said")])
                },
                LineChoice(name: "moved", title: "it is at another time", writes: true) {
                    try moved(name, &$0)
                },
            ])
    }

    private static func held(_ name: String, _ invocation: inout Invocation) throws {
        let clock: (String) -> ClockTime?? = { answer in
            answer.isEmpty ? .some(nil) : ClockTime(typed: answer).map { .some($0) }
        }
        let hint = "Give a time such as 14:05, or Enter."
        let start = try invocation.ask(
            invocation.question("When did it begin", enter: "for as planned"), or: hint, clock)
        let end = try invocation.ask(invocation.question("When did it end"), or: hint, clock)
        var arguments = ["session", "done", name]
        if let start { arguments.append("--at=\(start)") }
        if let end { arguments.append("--end=\(end)") }
        try invocation.perform(arguments)
    }

    private static func moved(_ name: String, _ invocation: inout Invocation) throws {
        let today = try invocation.theSubject().today
        let date = try invocation.ask(
            invocation.question("To which date", enter: "asks again"), or: Self.dateHint
        ) { try? CivilDate(typed: $0, today: today) }
        let clock = try invocation.ask(
            invocation.question("At what time", enter: "asks again"), or: "Give a time such as 14:00."
        ) { ClockTime(typed: $0) }
        try invocation.perform(["session", "move", name, "--to=\(date)T\(clock)"])
    }

    // MARK: The person

    static func contacts(_ invocation: inout Invocation) throws {
        let history = try invocation.theSubject().history
        var lines = history.contacts.map(\.value.words)
        if let clinic = history.clinic?.value {
            lines.append("\(clinic.name ?? "your clinic"): \(clinic.phone ?? "no number stored")")
        }
        try invocation.put(
            lines: lines.isEmpty ? ["No one is stored yet; the word contact adds someone."] : lines)
    }

    static func bedtime(_ invocation: inout Invocation) throws {
        let target = try invocation.theSubject().history.details.target
        let hint = "Give a clock time such as 22:45."
        func clock(_ text: String, _ now: ClockTime?) throws -> ClockTime? {
            let question =
                now.map { invocation.question("\(text), now \($0)", enter: "keeps it") }
                ?? invocation.question(text)
            return try invocation.ask(question, or: hint) { answer -> ClockTime?? in
                answer.isEmpty ? .some(now) : ClockTime(typed: answer).map { .some($0) }
            }
        }
        guard let bed = try clock("When do you plan to go to bed", target?.bed),
            let rise = try clock("And to get up", target?.rise)
        else { return try invocation.put(lines: ["Both times are needed; nothing was kept."]) }
        if target == SleepTarget(bed: bed, rise: rise) {
            return try invocation.put(lines: ["Nothing was changed."])
        }
        try invocation.perform(["patient", "set", "--bed=\(bed)", "--rise=\(rise)"])
    }

    static func rename(_ invocation: inout Invocation) throws {
        let now = try invocation.theSubject().history.displayName
        let name = try invocation.ask(invocation.question("Your name, now \(now)", enter: "keeps it"))
        if !name.isEmpty { try invocation.perform(["patient", "set", "--name=" + name]) }
    }

    static func call(_ invocation: inout Invocation) throws {
        try invocation.putSomeoneToCall()
        guard !invocation.global.readonly else { return }
        let question = invocation.question("Note for your clinic that you called, yes or no")
        let answer = try invocation.ask(question).lowercased()
        if ["y", "yes"].contains(answer) {
            try invocation.perform(["log", "note", "I called someone.", "--to=clinic"])
        }
    }

    static func undo(_ invocation: inout Invocation) throws {
        guard let last = invocation.conversation.kept.last else { return }
        try invocation.perform(["retract", last.id.text, "--why=taken back at once"])
        invocation.conversation.forgetLast()
    }
}

// Logging: a night, a nap, habits, a practice, a note.

import ArgumentParser
import CareDomain
import JournalStore
import PlainJSON

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Logs a night, a nap, habits, a practice or a note.",
        subcommands: [LogNight.self, LogNap.self, LogHabits.self, LogPractice.self, LogNote.self])
}

extension Invocation {
    /// Takes one JSON object a line, and prints an id a line as each record is safe. A line that cannot be
    /// taken is named, and the rest goes on.
    mutating func logLines(
        to subject: Subject, _ draft: (JSONObject) throws -> RecordDraft,
        written: (RecordDraft, RecordID) -> Void = { _, _ in }
    ) throws {
        var number = 0
        while let line = environment.readLine() {
            number += 1
            if line.trimmingSpaces.isEmpty { continue }
            do {
                let draft = try draft(Self.object(line))
                let id = try write(draft, to: subject)
                written(draft, id)
                try put(id.text + "\n")
            } catch let failure as Failure where [.usage, .badData].contains(failure.status) {
                note("standard input:\(number): \(failure.message ?? "refused")")
                status = .badData
            }
        }
    }

    private static func object(_ line: String) throws -> JSONObject {
        do {
            guard let object = try JSONReader.value(line).object else {
                throw Failure.badData("give one JSON object a line, in braces")
            }
            return object
        } catch let problem as JSONProblem {
            throw Failure.badData("not JSON at byte \(problem.offset + 1): \(problem.reason)")
        }
    }
}

struct LogNap: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "nap",
        abstract: "Logs a nap.",
        discussion: "  lull log nap --start 14:10 --minutes 25")

    @Option(help: ArgumentHelp("When it began.", valueName: "instant"))
    var start: String?

    @Option(help: ArgumentHelp("When it ended.", valueName: "instant"))
    var end: String?

    @Option(
        help: ArgumentHelp("How long it was, where no end is known.", valueName: "n"), transform: Parse.amount
    )
    var minutes: Double?

    @Flag(help: "Take one JSON object a line from standard input.")
    var stdin = false

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        var object = JSONObject()
        object.add("start", start.map { .string($0) })
        object.add("end", end.map { .string($0) })
        object.add("minutes", minutes.map { .number($0) })
        try invocation.log(.nap, object, stdin: stdin)
    }
}

struct LogPractice: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice",
        abstract: "Logs a practice that was done without Lull.",
        discussion: "  lull log practice --programme pmr-7 --start 21:40 --minutes 14 --tension-before 7")

    @Option(
        help: ArgumentHelp("The programme; 'lull relax list' has the names.", valueName: "name"),
        transform: Parse.text)
    var programme: String?

    @Option(help: ArgumentHelp("When it began.", valueName: "instant"))
    var start: String?

    @Option(help: ArgumentHelp("How long it took.", valueName: "n"), transform: Parse.amount)
    var minutes: Double?

    @Option(help: ArgumentHelp("The same in seconds.", valueName: "n"), transform: Parse.whole(0...604_800))
    var seconds: Int?

    @Flag(inversion: .prefixedNo, help: "Whether it was done to its end.")
    var completed = true

    @Option(help: ArgumentHelp("Tension before, 0 to 10.", valueName: "n"), transform: Parse.whole(0...10))
    var tensionBefore: Int?

    @Option(help: ArgumentHelp("Tension after, 0 to 10.", valueName: "n"), transform: Parse.whole(0...10))
    var tensionAfter: Int?

    @Flag(help: "Take one JSON object a line from standard input.")
    var stdin = false

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        var object = JSONObject()
        object.add("programme", programme.map { .string($0) })
        object.add("start", start.map { .string($0) })
        let length = seconds ?? minutes.map { Int(min($0 * 60, 1e9).rounded()) }
        object.add("seconds", length.map { .integer($0) })
        object.add("completed", stdin ? nil : .bool(completed))
        object.add("tensionBefore", tensionBefore.map { .integer($0) })
        object.add("tensionAfter", tensionAfter.map { .integer($0) })
        try invocation.log(.practice, object, stdin: stdin)
    }
}

struct LogHabits: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "habits",
        abstract: "Logs what a day held that bears on the night.",
        discussion: """
            A coffee is its time and its milligrams of caffeine; give it once for each.

              lull log habits --caffeine 8:15=90 --caffeine 13:30=60 --alcohol-drinks 0
            """)

    @Option(help: ArgumentHelp("The day; else today.", valueName: "date"), transform: Parse.date)
    var day: CivilDate?

    @Option(help: ArgumentHelp("A drink with caffeine.", valueName: "time=mg"))
    var caffeine: [String] = []

    @Option(help: ArgumentHelp("Alcoholic drinks.", valueName: "n"))
    var alcoholDrinks: Double?

    @Option(help: ArgumentHelp("When screens were put away.", valueName: "instant"))
    var screensLast: String?

    @Flag(inversion: .prefixedNo, help: "Whether there was a wind-down.")
    var windDown: Bool?

    @Flag(help: "Take one JSON object a line from standard input.")
    var stdin = false

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        var object = JSONObject()
        object.add("day", day.map { .string($0.description) })
        if !caffeine.isEmpty { object.add("caffeine", .array(try caffeine.map(Self.drink))) }
        object.add("alcoholDrinks", alcoholDrinks.map { .number($0) })
        object.add("screensLast", screensLast.map { .string($0) })
        object.add("windDown", windDown.map { .bool($0) })
        try invocation.log(.habits, object, stdin: stdin)
    }

    private static func drink(_ text: String) throws -> JSONValue {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let amount = Double(parts[1]), amount.isFinite else {
            throw Failure.usage("--caffeine \(quoted(text)): give a time and milligrams, such as 13:30=60")
        }
        return ["at": .string(String(parts[0])), "mg": .number(amount)]
    }
}

struct LogNote: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Keeps a note.",
        discussion: """
            A note to 'self' is kept in the private part of the store; any other is
            read by both sides.

              lull log note "Slept at my sister's." --to clinic
            """)

    @Argument(help: "What it says.")
    var text: String?

    @Option(help: ArgumentHelp("The id of what it is about.", valueName: "id"), transform: Parse.text)
    var about: String?

    @Option(help: ArgumentHelp("clinic or self; both read it where left out.", valueName: "whom"))
    var to: String?

    @Flag(help: "Take one JSON object a line from standard input.")
    var stdin = false

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        var object = JSONObject()
        object.add("text", text.map { .string($0) })
        object.add("about", about.map { .string($0) })
        object.add("to", to.map { .string($0) })
        try invocation.log(.note, object, stdin: stdin)
    }
}

extension Invocation {
    /// Logs what the options say, or what the lines of standard input say.
    fileprivate mutating func log(_ kind: EntryKind, _ object: JSONObject, stdin: Bool) throws {
        let subject = try theSubject()
        let reader = EntryReader(kind: kind, subject: subject, now: now, zones: zones)
        guard stdin else { return try append(reader.draft(object), to: subject) }
        guard object.isEmpty else {
            throw Failure.usage("--stdin takes everything from standard input; leave the rest out")
        }
        try logLines(to: subject, reader.draft)
    }
}

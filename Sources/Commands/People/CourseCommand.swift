// The course: starting it from a protocol, showing its plan, ending it.

import ArgumentParser
import CareDomain
import PlainJSON
import Presets

struct CourseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "course", abstract: "The course: start, show, adjust, end.",
        subcommands: [CourseStart.self, CourseShow.self, CourseAdjust.self, CourseEnd.self])
}

struct CourseStart: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Plans a course from a protocol.",
        discussion: """
            The protocols are: \(protocolNames).
            The clinic's own dates take the place of the protocol's.

              lull course start --protocol iv-six-3w --start 2026-11-02 --at 14:00
            """)

    /// By the names of the files alone: help is made at every start, and reading them all would slow it.
    private static let protocolNames = EmbeddedFile.below("seeds/protocols")
        .map { $0.path.dropFirst("seeds/protocols/".count).prefix { $0 != "." } }.joined(separator: ", ")

    /// Where no time is given.
    static let usualTime = ClockTime(hour: 10, minute: 0) ?? .midnight

    @Option(name: .customLong("protocol"), help: ArgumentHelp("The protocol's name.", valueName: "name"))
    var protocolName: String

    @Option(help: ArgumentHelp("The date of the first session.", valueName: "date"), transform: Parse.date)
    var start: CivilDate

    @Option(
        help: ArgumentHelp("The time of the sessions; else 10:00.", valueName: "hh:mm"),
        transform: Parse.clock)
    var at: ClockTime?

    @Option(
        help: ArgumentHelp("How many weeks; else the protocol's.", valueName: "n"),
        transform: Parse.whole(1...520))
    var weeks: Int?

    @Option(help: ArgumentHelp("Dates with commas between them.", valueName: "dates"), transform: Parse.dates)
    var sessions: [CivilDate]?

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        guard let chosen = Shipped.courseProtocol(named: protocolName) else {
            throw Failure.usage(
                "there is no protocol \(quoted(protocolName)); there are \(Self.protocolNames)")
        }
        let subject = try invocation.theSubject()
        if let running = subject.history.course, running.end == nil, start <= running.lastDay {
            throw Failure(
                .cannotCreate,
                "a course runs until \(running.lastDay) already; end it first with 'lull course end'"
            )
        }
        var course = chosen.course(
            from: start, at: at ?? Self.usualTime, in: subject.zone, weeks: weeks,
            dates: try checkedDates(chosen))
        // An id in a plan is never used twice, so that no session of an earlier course counts for this one.
        let earlier = subject.history.courses.count
        if earlier > 0 {
            for index in course.plan.indices {
                course.plan[index].id = "c\(earlier + 1)" + course.plan[index].id
            }
        }
        try invocation.append(RecordDraft(.course(course)), to: subject)
    }

    private func checkedDates(_ chosen: CourseProtocol) throws -> [CivilDate]? {
        guard let sessions else { return nil }
        let dates = Set(sessions).sorted()
        guard let first = dates.first, let last = dates.last, dates.count == sessions.count else {
            throw Failure.usage("--sessions has a date twice, or none; give each session's date once")
        }
        let end = start.adding(days: (weeks ?? chosen.weeks) * 7 - 1)
        guard start <= first, last <= end else {
            throw Failure.usage("--sessions has dates outside the course, which runs from \(start) to \(end)")
        }
        return dates
    }
}

struct CourseShow: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "The course and its plan.", discussion: "  lull course show --json")

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        guard let course = subject.history.course else {
            return try invocation.put(.null, lines: ["No course yet. Plan one with 'lull course start'."])
        }
        var lines = ["\(course.protocolName), \(CivilDate.range(course.start, course.lastDay))"]
        if let end = course.end { lines.append("Ended \(end.words)" + (course.why.map { ": \($0)" } ?? "")) }
        var table = TextTable(SessionRow.columns)
        for session in subject.history.sessions { table.add(SessionRow.cells(session)) }
        try invocation.put(
            .object(CourseObject.plan(course, subject)),
            lines: lines + [""] + table.lines(plain: invocation.isPlain))
    }
}

struct CourseEnd: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "Notes that the course has ended.",
        discussion: "  lull course end --on 2026-11-20 --why \"finished as planned\"")

    @Option(help: ArgumentHelp("Its last day; else today.", valueName: "date"), transform: Parse.date)
    var on: CivilDate?

    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: Parse.text)
    var why: String?

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        guard let entry = subject.history.courses.last else {
            throw Failure(.notFound, "there is no course to end; 'lull course start' plans one")
        }
        if let end = entry.value.end { throw Failure.badData("the course has ended on \(end) already") }
        var course = entry.value
        course.end = on ?? subject.today
        course.why = why
        if let end = course.end, end < course.start {
            throw Failure.badData("the course begins on \(course.start), so it cannot end on \(end)")
        }
        try invocation.append(RecordDraft(.course(course), replaces: entry.id), to: subject)
    }
}

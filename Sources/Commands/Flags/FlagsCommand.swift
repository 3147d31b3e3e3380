// The review list: what the rules have found, and what was done about it.

import ArgumentParser
import CareDomain
import PlainJSON

struct FlagsCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "flags",
        abstract: "The review list: what the rules have found.",
        discussion: """
            The most urgent first, then the oldest. With --level the exit status is 0
            only where there is one. --as-of shows what was written by an instant, and
            who had seen it by then.

              lull flags --open
              lull flags --open --level now
              lull flags --load
            """)

    @Flag(help: "Only what nobody has closed.")
    var open = false

    @Option(help: ArgumentHelp("Only this level: now, sameDay, nextDay or note.", valueName: "level"))
    var level: FlagLevel?

    @Option(
        help: ArgumentHelp("As it was known then.", valueName: "iso8601"), transform: Parse.instant)
    var asOf: OffsetInstant?

    @Flag(help: "Count raised, closed and open ones by rule and week.")
    var load = false

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let shelf = invocation.ruleShelf()
        let now = asOf.map { min($0.instant, invocation.now) } ?? invocation.now
        let subjects = try asOf.map { try invocation.subjects(knownBy: $0.instant) } ?? invocation.subjects()
        let people = subjects.map { (subject: $0, flags: shelf.flags(of: $0, now: now)) }
        if load { return try put(LoadTable(people), in: &invocation) }
        // What is looked at as it was is not read for the first time.
        if asOf == nil { invocation.showing.flags = people.flatMap(\.flags).filter(isListed) }
        let readings = invocation.firstReadings()
        var columns = FlagRow.columns
        if asOf != nil { columns.insert(.left("Seen by", limit: 100), at: columns.count - 1) }
        var listing = Listing(
            keys: FlagRow.keys + FlagSeeing.keys,
            columns: columns,
            whenEmpty: "No flags.")
        let rows = people.flatMap { person in
            person.flags.filter(isListed).map { (flag: $0, history: person.subject.history) }
        }
        for (flag, history) in rows.sorted(by: { ReviewFlag.comesFirst($0.flag, $1.flag) }) {
            let seeing = FlagSeeing(flag, history.acknowledgements, readings[flag.id], by: now)
            var cells = FlagRow.cells(flag)
            if asOf != nil { cells.insert(seeing.words, at: cells.count - 1) }
            listing.add(seeing.added(to: FlagRow.object(flag)), cells: cells)
        }
        try invocation.put(listing)
        if level != nil, rows.isEmpty { invocation.status = .no }
    }

    private func isListed(_ flag: ReviewFlag) -> Bool {
        (!open || flag.isOpen) && level.map { $0 == flag.level } ?? true
    }

    private func put(_ table: LoadTable, in invocation: inout Invocation) throws {
        try invocation.put(table.listing)
        if invocation.global.form == .text, let words = table.words {
            try invocation.put(lines: ["", words])
        }
    }
}

extension FlagLevel: ExpressibleByArgument {}

/// What the flags come to as work.
struct LoadTable {
    private let load: FlagLoad

    init(_ people: [(subject: Subject, flags: [ReviewFlag])]) {
        load = FlagLoad(
            people.map { person in
                let history = person.subject.history
                let first = [history.mainNights.first?.date, history.course?.start].compactMap { $0 }.min()
                return (person.flags, first, person.subject.today)
            })
    }

    private static let keys = [
        "week", "rule", "raised", "raisedForReview", "closed", "open", "people",
        "perHundredPeopleAndWorkingDay",
    ]

    var listing: Listing {
        var listing = Listing(
            keys: Self.keys,
            columns: [
                .left("Week of"), .left("Rule"), .right("Raised"), .right("For review"), .right("Closed"),
                .right("Open"),
            ], whenEmpty: "No flags.")
        for row in load.rows {
            listing.add(
                [
                    "week": .optional(row.week), "rule": .string(row.rule), "raised": .integer(row.raised),
                    "raisedForReview": .integer(row.raisedForReview), "closed": .integer(row.closed),
                    "open": .integer(row.open), "people": .integer(load.people),
                    "perHundredPeopleAndWorkingDay": .optional(load.perHundredAndDay),
                ],
                cells: [
                    row.week.description, row.rule, "\(row.raised)", "\(row.raisedForReview)",
                    "\(row.closed)",
                    "\(row.open)",
                ])
        }
        return listing
    }

    var words: String? {
        load.perHundredAndDay.map {
            "After the first week: \(NumberWords.decimal($0)) new ones for the next working day or "
                + "sooner, for 100 people and a working day."
        }
    }
}

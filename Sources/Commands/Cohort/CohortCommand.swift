// Everyone in the store: a row a person, or one of the other pages of the cohort.

import ArgumentParser
import CareDomain
import JournalStore
import PlainJSON

struct CohortCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort",
        abstract: "Everyone in the store, a row a person, or another page of the cohort.",
        discussion: """
            The pages are today, table, strips, outcomes, diaries and sessions; without one
            it is the table.

            The most urgent flags come first. The seven days are the last seven dates,
            today's included. --sort takes a key of the JSON; what is unknown comes last.
            --filter compares keys and questionnaires, with & | ! and brackets; words
            alone look for a name or an id.

            --report is the hand-over of a shift: open flags, sessions, who is still under
            observation, what is due in the next 12 hours (or --hours), and calls that
            reached nobody.

              lull cohort --sort efficiency7Percent
              lull cohort --sort lastNight:desc --csv
              lull cohort --filter 'week>=3 & isi>=15 | flag:R05'
              lull cohort --report --to handover.html
            """)

    @Option(help: ArgumentHelp("A key to sort by; ':desc' turns it round.", valueName: "column[:desc]"))
    var sort: String?

    @Option(
        help: ArgumentHelp(
            "today, table, strips, outcomes, diaries or sessions.", valueName: "page"))
    var page: CohortPage?

    @Option(help: ArgumentHelp("Which rows, such as 'week>=3 & flag:R05'.", valueName: "expression"))
    var filter: String?

    @Flag(help: "The hand-over to the next shift.")
    var report = false

    @OptionGroup(title: "With --report") var handOver: HandOverOptions
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func validate() throws { try handOver.check(self) }

    func perform(in invocation: inout Invocation) throws {
        if report { return try handOver.perform(filter, in: &invocation) }
        let page = page ?? .table
        if page != .table, sort != nil {
            throw Failure.usage("--sort is for the table; leave it out with --page \(page.rawValue)")
        }
        let order = try sort.map { try CohortOrder($0) }
        let shelf = invocation.ruleShelf()
        let chosen = try filter.map { try CohortChoice($0, shelf) }
        var members = try invocation.members(shelf)
        let isAnyoneThere = !members.isEmpty
        if let chosen { members = members.filter { chosen.takes($0.row) } }
        guard isAnyoneThere, !members.isEmpty || page != .table else {
            let nobody = "No one is in the store yet. Add someone with 'lull patient add ID'."
            let words = isAnyoneThere ? "Nobody fits the filter." : nobody
            try invocation.put(
                Listing(keys: CohortObject.keys, columns: CohortObject.columns, whenEmpty: words))
            return
        }
        switch page {
        case .today:
            invocation.showing.flags = members.flatMap(\.row.flags)
            try invocation.putToday(members, shelf)
        case .table: try invocation.putTable(members, in: order)
        case .strips: try invocation.putStrips(members, shelf)
        case .outcomes: try invocation.putOutcomes(members, shelf)
        case .diaries: try invocation.putDiaries(members, shelf)
        case .sessions: try invocation.putSessionNights(members, shelf)
        }
    }
}

extension CohortPage: ExpressibleByArgument {}

extension Invocation {
    /// What is known of everyone, or of the one that was named; by id.
    mutating func members(_ shelf: RuleShelf) throws -> [CohortMember] {
        let ids = if let id = global.patient { [id] } else { try people() }
        return try ids.map { id in
            let member = shelf.member(try subject(id), now: now)
            // What is known of ten thousand fits into memory, and their records do not.
            try withStore { store throws(StoreProblem) in store.forget(id) }
            return member
        }
    }

    fileprivate func putTable(_ members: [CohortMember], in order: CohortOrder?) throws {
        let urgent = CohortRow.byUrgency(members.map(\.row))
        var rows = urgent.map { (row: $0, object: CohortObject.object($0)) }
        if let order { rows = order.sorted(rows, by: \.object) }
        var listing = Listing(keys: CohortObject.keys, columns: CohortObject.columns, whenEmpty: "")
        for (row, object) in rows { listing.add(object, cells: CohortObject.cells(row)) }
        try put(listing)
    }
}

/// Which rows are shown.
struct CohortChoice {
    private let filter: CohortFilter

    init(_ text: String, _ shelf: RuleShelf) throws {
        let keys = CohortRow.filterKeys.union(shelf.instruments.map(\.name))
        do throws(CohortFilter.Problem) {
            filter = try CohortFilter(text) { keys.contains($0) }
        } catch {
            throw Failure.usage("--filter \(quoted(text)): \(error.words)")
        }
    }

    func takes(_ row: CohortRow) -> Bool { filter.holds(for: row.filterRow(name: row.name)) }
}

/// The order of the cohort by one key.
struct CohortOrder {
    private let key: String
    private let isDescending: Bool

    /// - Parameter text: `efficiency7Percent`, `lastNight:desc`.
    init(_ text: String) throws {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 1 || (parts.count == 2 && ["asc", "desc"].contains(parts[1])) else {
            throw Failure.usage("--sort \(quoted(text)): give a column, with ':desc' behind it or nothing")
        }
        let key = parts[0]
        let lists: Set = ["qualities", "scores", "flags"]
        guard CohortObject.keys.contains(key), !lists.contains(key) else {
            let names = CohortObject.keys.filter { !lists.contains($0) }.joined(separator: ", ")
            throw Failure.usage("there is no column \(quoted(key)) to sort by; there are \(names)")
        }
        self.key = key
        isDescending = parts.last == "desc"
    }

    /// Stable; what is unknown comes last either way.
    func sorted<Row>(_ rows: [Row], by object: (Row) -> JSONObject) -> [Row] {
        let keyed = rows.enumerated().map {
            (place: $0.offset, row: $0.element, value: object($0.element)[key] ?? .null)
        }
        return keyed.sorted { a, b in
            if a.value.isNull || b.value.isNull {
                return (a.value.isNull ? 1 : 0, a.place) < (b.value.isNull ? 1 : 0, b.place)
            }
            if a.value == b.value { return a.place < b.place }
            return isDescending ? Self.isLess(b.value, a.value) : Self.isLess(a.value, b.value)
        }.map(\.row)
    }

    private static func isLess(_ a: JSONValue, _ b: JSONValue) -> Bool {
        if let x = a.double, let y = b.double { return x < y }
        return (a.string ?? "") < (b.string ?? "")
    }
}

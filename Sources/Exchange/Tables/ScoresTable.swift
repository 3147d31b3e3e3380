// Answered questionnaires from a table: a row for each, with its items or its total alone.

import CareDomain

struct ScoresTable: ImportTable {
    private static let mostItems = 99
    private static let items = (1...mostItems).map { "item\($0)" }

    var columns: [String] { ["date", "instrument", "total"] + Self.items }
    var needs: String {
        "scores need the columns \"date\", \"instrument\", and \"item1\" and on, or \"total\""
    }
    let keepsExtras = false

    /// The number of the last item that any row of an instrument answers.
    private var lastAnswered: [String: Int] = [:]

    func fits(_ names: Set<String>) -> Bool {
        names.isSuperset(of: ["date", "instrument"]) && (names.contains("total") || names.contains("item1"))
    }

    mutating func prepare(_ rows: [CSVRow], options: ImportOptions) {
        for row in rows {
            guard let text = row["instrument"], let name = Self.name(text, options: options),
                let last = Self.items.lastIndex(where: { row[$0] != nil })
            else { continue }
            lastAnswered[name] = max(lastAnswered[name] ?? 0, last + 1)
        }
    }

    func take(
        _ row: CSVRow, context: RowContext, into collector: inout ImportCollector
    ) throws(RowRefused) {
        let options = context.options
        guard let text = row["instrument"] else { throw RowRefused("the instrument is missing") }
        guard let instrument = Self.name(text, options: options) else {
            throw RowRefused("instrument: \(text.quoted) is no name such as phq9")
        }
        let at = try moment(row, context: context)
        let answers = try answers(row, of: instrument, options: options)
        let total = try number(row, "total")
        guard !answers.isEmpty || total != nil else {
            throw RowRefused("neither an answer nor a total is given")
        }
        // Beside answers a total does not count.
        if answers.isEmpty, let total, !options.isTotal(instrument, total) {
            throw RowRefused("total: \(instrument) cannot come to \(total)")
        }
        let checkIn = CheckIn(instrument: instrument, answers: answers, givenTotal: total)
        collector.take(
            .checkIn(checkIn), person: context.person, key: "\(at.date).\(instrument)", date: at.date,
            instant: at.instant,
            line: row.line, repeats: .refuse)
    }

    /// In item order, to the last that the instrument has; empty where the row answers none.
    private func answers(
        _ row: CSVRow, of instrument: String, options: ImportOptions
    ) throws(RowRefused) -> [Int?] {
        var answers: [Int?] = []
        for item in Self.items { answers.append(try number(row, item)) }
        guard let last = answers.lastIndex(where: { $0 != nil }) else { return [] }
        let count = options.itemCount(instrument) ?? lastAnswered[instrument] ?? 0
        guard last < count else { throw RowRefused("item\(last + 1): \(instrument) has \(count) items") }
        return Array(answers.prefix(count))
    }

    /// The name under which an instrument is kept: `PHQ-9` is `phq9`, unless there is one of the name as it
    /// stands. Nil where nothing of a name is left.
    private static func name(_ text: String, options: ImportOptions) -> String? {
        let small = text.lowercased()
        let bare = small.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard !bare.isEmpty, small.utf8.count <= 64 else { return nil }
        let isPlain = small.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        return isPlain && options.itemCount(small) != nil ? small : bare
    }

    /// A date stands for its noon; today, for now where noon has not come.
    private func moment(_ row: CSVRow, context: RowContext) throws(RowRefused) -> (
        date: CivilDate, instant: Instant
    ) {
        guard let text = row["date"] else { throw RowRefused("the date is missing") }
        let options = context.options
        if let stated = OffsetInstant(text) {
            guard stated.instant <= options.now else { throw RowRefused("date: has not come yet") }
            return (stated.civil.date, stated.instant)
        }
        guard let date = CivilDate(text) else { throw RowRefused("date: not a date such as 2026-11-03") }
        guard date <= options.today else { throw RowRefused("date: has not come yet") }
        let noon = context.zone.instant(CivilTime(date, secondOfDay: 43_200))
        return (date, min(noon, options.now))
    }

    private func number(_ row: CSVRow, _ column: String) throws(RowRefused) -> Int? {
        guard let text = row[column] else { return nil }
        guard let value = Int(digits: text.utf8), value <= 1000 else {
            throw RowRefused("\(column): \(text.quoted) is no whole number from 0")
        }
        return value
    }
}

// Sessions from a table: a row each, at the instant when it began or is to begin.

import CareDomain

struct SessionsTable: ImportTable {
    var columns: [String] { ["at", "route", "dose", "unit", "status", "note"] }
    var needs: String { "sessions need a column \"at\" and one of \"route\", \"dose\", \"status\"" }
    let keepsExtras = true

    func fits(_ names: Set<String>) -> Bool {
        names.contains("at") && !names.isDisjoint(with: ["route", "dose", "status"])
    }

    func take(
        _ row: CSVRow, context: RowContext, into collector: inout ImportCollector
    ) throws(RowRefused) {
        let (at, oddity) = try start(row, zone: context.zone)
        let lies = at.instant > context.options.now
        var session = Session(status: try status(row) ?? (lies ? .planned : .done), start: at)
        if lies, session.status == .done { throw RowRefused("status: done, and yet it has not come") }
        if let text = row["route"] {
            guard let route = Route(rawValue: text.lowercased()) else {
                throw RowRefused(
                    "route: \(text.quoted) is none of \(Self.list(Route.allCases.map(\.rawValue)))")
            }
            session.route = route
        }
        session.dose = try dose(row)
        let notes = [row["note"]].compactMap { $0 } + row.extras
        session.note = notes.isEmpty ? nil : notes.joined(separator: "; ")
        let isNew = collector.take(
            .session(session), person: context.person, key: at.text(), date: at.civil.date,
            instant: at.instant,
            line: row.line, repeats: .refuse)
        if isNew, let oddity { collector.warn("line \(row.line): " + oddity) }
    }

    /// The instant, and what is odd about it.
    private func start(_ row: CSVRow, zone: Zone) throws(RowRefused) -> (at: OffsetInstant, oddity: String?) {
        guard let text = row["at"] else { throw RowRefused("the time (at) is missing") }
        if let stated = OffsetInstant(text) { return (stated, nil) }
        guard let (civil, _, rest) = ISOTime.civil(text), rest.isEmpty else {
            throw RowRefused("at: \(text.quoted) is no time such as 2026-11-03T10:00:00+01:00")
        }
        switch zone.reading(civil) {
        case .one(let instant): return (OffsetInstant(instant, in: zone), nil)
        case .twice(_, let later):
            return (OffsetInstant(later, in: zone), "the clock showed that time twice; the later is taken")
        case .never(let movedOn):
            return (OffsetInstant(movedOn, in: zone), "the clocks skipped that time; it is moved on")
        }
    }

    private func status(_ row: CSVRow) throws(RowRefused) -> Session.Status? {
        guard let text = row["status"] else { return nil }
        guard let status = Session.Status(rawValue: text.lowercased()) else {
            throw RowRefused(
                "status: \(text.quoted) is none of \(Self.list(Session.Status.allCases.map(\.rawValue)))")
        }
        return status
    }

    /// Nil where none is given; a unit is never guessed.
    private func dose(_ row: CSVRow) throws(RowRefused) -> Dose? {
        guard let text = row["dose"] else { return nil }
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        guard isPlain, let amount = Double(text), amount > 0, amount <= 10_000 else {
            throw RowRefused("dose: \(text.quoted) is no number above 0")
        }
        guard let name = row["unit"] else { throw RowRefused("the dose has no unit") }
        guard let unit = Dose.Unit(rawValue: name.lowercased()) else {
            throw RowRefused(
                "unit: \(name.quoted) is none of \(Self.list(Dose.Unit.allCases.map(\.rawValue)))")
        }
        return Dose(amount, unit)
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}

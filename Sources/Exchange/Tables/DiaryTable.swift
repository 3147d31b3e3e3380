// Diary nights from a table: a row a night, filed under the date of getting up.

import CareDomain

struct DiaryTable: ImportTable {
    /// The columns and the items of a night that they fill.
    private static let items: [(column: String, field: NightField)] = [
        ("date", .date), ("intoBed", .intoBed), ("trySleep", .trySleep), ("sol", .latency),
        ("nwak", .awakenings),
        ("waso", .wake), ("finalAwake", .finalAwake), ("tasafa", .trying), ("earlierThanPlanned", .early),
        ("outOfBed", .outOfBed), ("quality", .quality), ("refreshed", .refreshed),
        ("nightmares", .nightmares),
        ("distress", .distress), ("ownSleep", .ownSleep), ("medication", .medication), ("comment", .comment),
    ]

    /// Columns that no other table has.
    private static let telling: Set<String> = [
        "intobed", "trysleep", "sol", "nwak", "waso", "finalawake", "tasafa", "outofbed", "quality",
    ]

    var columns: [String] { Self.items.map(\.column) }
    var needs: String { "a diary needs a column \"date\" and at least one of a night, such as \"intoBed\"" }
    let keepsExtras = true

    func fits(_ names: Set<String>) -> Bool {
        names.contains("date") && !names.isDisjoint(with: Self.telling)
    }

    func take(
        _ row: CSVRow, context: RowContext, into collector: inout ImportCollector
    ) throws(RowRefused) {
        guard row["date"] != nil else { throw RowRefused("the date is missing") }
        var draft = NightDraft()
        for (column, field) in Self.items {
            guard let text = row[column] else { continue }
            draft[field] = field.isClockTime ? Self.withoutSeconds(text) : text
        }
        draft[.comment] = ([row["comment"]].compactMap { $0 } + row.extras).joined(separator: "; ")
        let night: Night
        do {
            night = try Night(
                draft, zone: context.zone, today: context.options.today, now: context.options.now,
                skipped: .moveOn)
        } catch {
            throw RowRefused(error.plainWords)
        }
        collector.take(
            .night(night), person: context.person, key: "\(night.date)", date: night.date,
            instant: Self.instant(of: night),
            line: row.line, repeats: .refuse)
    }

    /// The last that is known of when the night was.
    private static func instant(of night: Night) -> Instant {
        night.outOfBed ?? night.finalAwake ?? night.trySleep ?? night.intoBed
            ?? night.zone.instant(CivilTime(night.date, .midnight))
    }

    /// Spreadsheets write `22:40:00` for what was typed as `22:40`.
    private static func withoutSeconds(_ text: String) -> String {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3,
            parts.allSatisfy({ (1...2).contains($0.utf8.count) && Int(digits: $0.utf8) != nil })
        else { return text }
        return parts[0] + ":" + parts[1]
    }
}

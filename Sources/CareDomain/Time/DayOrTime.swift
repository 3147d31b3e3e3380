// A moment that is often known by its day alone.

/// A day, or an instant where the time is known too: when a medicine was begun, when something is due.
package enum DayOrTime: Hashable, Sendable {
    case day(CivilDate)
    case time(OffsetInstant)

    /// Reads `2026-11-03` or an instant with its offset; nil for anything else.
    package init?(_ text: String) {
        if let date = CivilDate(text) {
            self = .day(date)
        } else if let instant = OffsetInstant(text) {
            self = .time(instant)
        } else {
            return nil
        }
    }

    /// The day, of an instant at its own offset.
    package var date: CivilDate {
        switch self {
        case .day(let date): date
        case .time(let instant): instant.civil.date
        }
    }

    /// True where this surely came first: by the instants where both are known, else by the days.
    package func isBefore(_ other: DayOrTime) -> Bool {
        if case .time(let a) = self, case .time(let b) = other { return a.instant < b.instant }
        return date < other.date
    }
}

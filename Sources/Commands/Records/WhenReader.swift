// Reads a moment as people give it: an instant, a date and a time, or a time alone.

import CareDomain

struct WhenReader {
    let zone: Zone
    /// The day of a time alone.
    let date: CivilDate

    /// - Throws: `Failure` for a text that is none of these, and for a time that the clocks skipped.
    func instant(_ text: String) throws -> OffsetInstant {
        let text = text.trimmingSpaces
        if let instant = OffsetInstant(text) { return instant }
        if let (civil, milliseconds, rest) = ISOTime.civil(text), rest.isEmpty, milliseconds == 0 {
            return try place(civil)
        }
        if let clock = ClockTime(typed: text) { return try place(CivilTime(date, clock)) }
        throw Failure.usage("\(quoted(text)) is no time; give one such as 14:05 or 2026-11-03T14:05")
    }

    private func place(_ civil: CivilTime) throws -> OffsetInstant {
        if case .never(let movedOn) = zone.reading(civil) {
            throw Failure.usage(
                "the clocks skipped \(civil.clock) on \(civil.date); did you mean \(zone.clock(movedOn))?"
            )
        }
        return OffsetInstant(zone.instant(civil), in: zone)
    }
}

// Puts instants in the place of clock times, by the day that a record is about.

import CareDomain
import PlainJSON

struct EntryTimes {
    private let subject: Subject
    private let now: Instant
    /// The day of times that lie on the record's day.
    let day: CivilDate
    private let label: (String) -> String
    /// The last of the times that lie on the record's day; nil where there is none.
    private(set) var latest: Instant?

    init(subject: Subject, now: Instant, day: CivilDate, label: @escaping (String) -> String) {
        self.subject = subject
        self.now = now
        self.day = day
        self.label = label
    }

    /// - Throws: `Failure` for a text that is no time, or one that the clocks skipped.
    mutating func placed(_ object: JSONObject, _ keys: [EntryKey]) throws -> JSONObject {
        var fields = object
        for key in keys where key.holder == nil {
            do {
                try place(key, in: &fields)
            } catch let failure as Failure {
                throw Failure(failure.status, "\(label(key.name)): \(failure.message ?? "no time")")
            }
        }
        return fields
    }

    private mutating func place(_ key: EntryKey, in fields: inout JSONObject) throws {
        switch key.form {
        case .time(.lastPassed): try place(key.name, in: &fields, at: lastPassed)
        case .time(.afterStart):
            let start = fields["start"]?.string.flatMap { OffsetInstant($0)?.instant }
            try place(key.name, in: &fields) { clock in after(start, clock) }
        case .time(.onDay), .tick: try placeOnDay(key.name, in: &fields)
        case .dayOrTime: try placeDayOrTime(key.name, in: &fields)
        case .drinks:
            fields[key.name] = try Self.each(fields[key.name]) { drink in
                try placeOnDay("at", in: &drink)
            }
        case .goals:
            fields[key.name] = try Self.each(fields[key.name]) { goal in
                try placeDayOrTime("by", in: &goal)
            }
        default: break
        }
    }

    /// A list with something done to each of its objects.
    private static func each(
        _ list: JSONValue?, _ change: (inout JSONObject) throws -> Void
    ) throws -> JSONValue? {
        guard let values = list?.array else { return list }
        return .array(
            try values.map { value in
                guard var object = value.object else { return value }
                try change(&object)
                return .object(object)
            })
    }

    // MARK: Places

    private func lastPassed(_ clock: ClockTime) -> CivilTime {
        let today = CivilTime(subject.today, clock)
        return subject.zone.instant(today) <= now
            ? today : CivilTime(subject.today.adding(days: -1), clock)
    }

    /// An end at an earlier reading than the start went past midnight.
    private func after(_ start: Instant?, _ clock: ClockTime) -> CivilTime {
        let date = start.map { subject.zone.date($0) } ?? subject.today
        let same = CivilTime(date, clock)
        let isBefore = start.map { subject.zone.instant(same) < $0 } ?? false
        return isBefore ? CivilTime(date.adding(days: 1), clock) : same
    }

    private mutating func placeOnDay(_ key: String, in fields: inout JSONObject) throws {
        try place(key, in: &fields) { clock in
            CivilTime(toldOf: day, clock)
        }
        if let instant = fields[key]?.string.flatMap({ OffsetInstant($0)?.instant }) {
            latest = latest.map { max($0, instant) } ?? instant
        }
    }

    private func placeDayOrTime(_ key: String, in fields: inout JSONObject) throws {
        guard let text = fields[key]?.string?.trimmingSpaces, DayOrTime(text) == nil else { return }
        // Digits alone are rather a year than a time of day.
        guard text.contains(":") else {
            throw Failure.usage("\(quoted(text)) is no date; give one such as 2026-11-03")
        }
        try place(key, in: &fields) { CivilTime(subject.today, $0) }
    }

    private func place(
        _ key: String, in fields: inout JSONObject, at civil: (ClockTime) -> CivilTime
    ) throws {
        guard let text = fields[key]?.string, OffsetInstant(text) == nil else { return }
        let date = ClockTime(typed: text).map { civil($0).date } ?? subject.today
        fields[key] = .optional(try WhenReader(zone: subject.zone, date: date).instant(text))
    }
}

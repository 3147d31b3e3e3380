// Makes a record of the keys of the journal, where clock times stand for instants.

import CareDomain
import JournalStore
import PlainJSON

/// The kinds that are logged by their keys.
enum EntryKind: String {
    case nap, practice, habits, note

    /// The keys of the journal that can be given.
    var keys: Set<String> {
        switch self {
        case .nap: ["start", "end", "minutes", "zone"]
        case .practice:
            ["programme", "start", "plannedSeconds", "seconds", "completed", "tensionBefore", "tensionAfter"]
        case .habits: ["day", "caffeine", "alcoholDrinks", "screensLast", "windDown"]
        case .note: ["text", "about", "to"]
        }
    }
}

struct EntryReader {
    let kind: EntryKind
    let subject: Subject
    let now: Instant
    let zones: ZoneDatabase

    /// - Throws: `Failure` for a key that the kind does not have, and for a value that cannot be kept.
    func draft(_ object: JSONObject) throws -> RecordDraft {
        var fields = object
        if let other = fields["kind"]?.string, other != kind.rawValue {
            throw Failure.badData("this is a \(quoted(other)), not a \(kind.rawValue)")
        }
        fields["kind"] = nil
        if let key = fields.keys.first(where: { !kind.keys.contains($0) }) {
            let keys = kind.keys.sorted().joined(separator: ", ")
            throw Failure.badData("a \(kind.rawValue) has no key \(quoted(key)); it has \(keys)")
        }
        if let zone = fields["zone"]?.string, zones.zone(named: zone) == nil {
            throw Failure.unknownZone(zone)
        }
        try placeTimes(in: &fields)
        do {
            let body = try RecordBody(kind: kind.rawValue, fields: fields, zones: zones)
            try check(body)
            return RecordDraft(body)
        } catch let problem as FieldProblem {
            throw Failure.badData("\(problem)")
        }
    }

    // MARK: Clock times

    private func placeTimes(in fields: inout JSONObject) throws {
        switch kind {
        case .nap:
            let start = try place("start", in: &fields, passedBy: now)
            // A nap that ends at an earlier reading went past midnight.
            try place("end", in: &fields) { clock in
                let date = start.map { subject.zone.date($0) } ?? subject.today
                let same = subject.zone.instant(CivilTime(date, clock))
                return start.map { same < $0 } ?? false
                    ? CivilTime(date.adding(days: 1), clock) : CivilTime(date, clock)
            }
        case .practice:
            _ = try place("start", in: &fields, passedBy: now)
            if fields["completed"] == nil { fields["completed"] = true }
        case .habits:
            if fields["day"] == nil { fields["day"] = .optional(subject.today) }
            let day = fields["day"]?.string.flatMap { CivilDate($0) } ?? subject.today
            try place("screensLast", in: &fields) { Self.evening($0, of: day) }
            if let drinks = fields["caffeine"]?.array {
                fields["caffeine"] = .array(
                    try drinks.map { drink in
                        guard var object = drink.object else { return drink }
                        try place("at", in: &object) { Self.evening($0, of: day) }
                        return .object(object)
                    })
            }
        case .note: break
        }
    }

    /// A reading before four in the morning belongs to the evening before.
    private static func evening(_ clock: ClockTime, of day: CivilDate) -> CivilTime {
        CivilTime(clock.hour < 4 ? day.adding(days: 1) : day, clock)
    }

    /// Puts an instant in the place of a time alone: the last such reading that has passed.
    private func place(_ key: String, in fields: inout JSONObject, passedBy limit: Instant) throws -> Instant?
    {
        try place(key, in: &fields) { clock in
            let today = CivilTime(subject.today, clock)
            return subject.zone.instant(today) <= limit
                ? today : CivilTime(subject.today.adding(days: -1), clock)
        }
        return fields[key]?.string.flatMap { OffsetInstant($0)?.instant }
    }

    private func place(_ key: String, in fields: inout JSONObject, at civil: (ClockTime) -> CivilTime) throws
    {
        guard let text = fields[key]?.string, OffsetInstant(text) == nil else { return }
        let reader: WhenReader
        if let clock = ClockTime(typed: text) {
            reader = WhenReader(zone: subject.zone, date: civil(clock).date)
        } else {
            reader = WhenReader(zone: subject.zone, date: subject.today)
        }
        fields[key] = .optional(try reader.instant(text))
    }

    // MARK: Sense

    private func check(_ body: RecordBody) throws {
        switch body {
        case .nap(let nap):
            if let end = nap.end, end.instant <= nap.start.instant {
                throw Failure.badData("the nap would end at \(end.text()), before it began; check its times")
            }
            guard nap.length != nil else { throw Failure.badData("give the nap's end, or its minutes") }
            try refuseFuture(nap.end ?? nap.start)
        case .practice(let practice): try refuseFuture(practice.start)
        case .habits(let habits):
            guard habits.day <= subject.today else {
                throw Failure.badData("the day \(habits.day) has not come yet")
            }
            guard habits != Habits(day: habits.day) else {
                throw Failure.badData("nothing is given beside the day")
            }
        case .note(let note):
            guard !note.text.trimmingSpaces.isEmpty else { throw Failure.badData("the note is empty") }
            if let to = note.to, to != "clinic", to != "self" {
                throw Failure.badData(
                    "a note goes to clinic or self, not to \(quoted(to)); left out, both read it")
            }
        default: break
        }
    }

    private func refuseFuture(_ instant: OffsetInstant) throws {
        guard instant.instant <= now else { throw Failure.badData("\(instant.text()) has not come yet") }
    }
}

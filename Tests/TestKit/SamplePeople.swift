// Made-up people for tests, written out in a line a night, so that a test can say exactly what it needs.

import CareDomain
import JournalStore

/// Collects records of one person in the order of their times.
package struct SamplePerson {
    package let id: PersonID
    package let zone: Zone
    package private(set) var records: [Record] = []

    package init?(_ id: String, zone: Zone, details: PersonDetails = PersonDetails()) {
        guard let id = PersonID(id) else { return nil }
        self.id = id
        self.zone = zone
        add(.person(details), at: Instant(seconds: 1_700_000_000))
    }

    package mutating func add(
        _ body: RecordBody, at instant: Instant, source: String? = nil, replaces: RecordID? = nil
    ) {
        let number = records.count + 1
        let frame = RecordFrame(
            id: RecordID(milliseconds: instant.milliseconds + Int64(number), randomness: (0, UInt64(number))),
            sequence: number, at: OffsetInstant(instant, in: zone), author: "sample",
            replaces: replaces, source: source)
        records.append(Record(frame: frame, body: body))
    }

    /// A diary night; clock times and minutes as a person types them, blank for unknown.
    package mutating func night(
        _ date: String, bed: String = "", try trySleep: String = "", sol: String = "", wakes: String = "",
        waso: String = "",
        woke: String = "", up: String = "", quality: String = "", comment: String = ""
    ) throws {
        var draft = NightDraft()
        draft[.date] = date
        draft[.intoBed] = bed
        draft[.trySleep] = trySleep
        draft[.latency] = sol
        draft[.awakenings] = wakes
        draft[.wake] = waso
        draft[.finalAwake] = woke
        draft[.outOfBed] = up
        draft[.quality] = quality
        draft[.comment] = comment
        let today = CivilDate(date) ?? CivilDate(days: 0)
        let night = try Night(draft, zone: zone, today: today, skipped: .moveOn)
        add(.night(night), at: night.outOfBed ?? zone.instant(CivilTime(today, secondOfDay: 36_000)))
    }

    /// A session done at a wall time, `2026-11-19T14:05`.
    package mutating func session(_ at: String, planned: String? = nil, dissociation: Int? = nil) {
        guard let (civil, _, _) = ISOTime.civil(at) else { return }
        let start = OffsetInstant(zone.instant(civil), in: zone)
        let observations = dissociation.map {
            [Session.Observation(minute: 40, systolic: 141, diastolic: 88, dissociation: $0)]
        }
        let session = Session(
            planned: planned, status: .done, start: start,
            end: OffsetInstant(start.instant.adding(Minutes(40)), in: zone), route: .intravenous,
            dose: Dose(0.5, .milligramsPerKilogram), observations: observations ?? [])
        add(.session(session), at: start.instant)
    }

    package func history(now: Instant? = nil) -> PersonHistory {
        PersonHistory(id: id, records: records, now: now)
    }
}

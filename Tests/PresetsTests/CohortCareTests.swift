// What surrounds the made-up people: every kind of record, each valid, in the past, and read back as written.

import CareDomain
import JournalStore
import Testing

@testable import Presets

/// A hundred people over ten weeks, planted once for each seed.
enum HundredPeople {
    static let seeds: ClosedRange<UInt64> = 1...3
    static let bySeed: [UInt64: [PlantedPerson]] = Dictionary(
        uniqueKeysWithValues: seeds.map { seed in (seed, (try? planted(100, weeks: 10, seed: seed)) ?? []) })

    static func of(_ seed: UInt64) -> [PlantedPerson] { bySeed[seed] ?? [] }

    static func planted(
        _ count: Int, weeks: Int? = nil, seed: UInt64 = 1, now: String = "2026-11-23T09:30:00-05:00"
    ) throws -> [PlantedPerson] {
        let at = try #require(OffsetInstant(now))
        return try CohortTests.planter.get().drafts(count: count, weeks: weeks, seed: seed, now: at) { _ in
            CohortTests.zone
        }
    }
}

@Suite struct CohortCareTests {
    /// Least and most records of a kind for a hundred people over ten weeks.
    static let counts: [(kind: String, range: ClosedRange<Int>)] = [
        ("person", 100...130), ("course", 100...100), ("session", 800...1300), ("night", 5500...9000),
        ("nap", 150...800), ("habits", 3000...6000), ("mood", 3500...6500), ("symptoms", 600...1400),
        ("medication", 90...220), ("checkIn", 1300...2300), ("practice", 1200...3500), ("note", 60...220),
        ("contact", 120...280), ("clinic", 100...100), ("call", 50...160), ("duty", 60...260),
        ("referral", 5...25), ("therapy", 30...90), ("plan", 60...95), ("adjustment", 15...70),
    ]

    @Test(arguments: HundredPeople.seeds)
    func everyKindIsThereInItsNumber(seed: UInt64) {
        let kinds = Dictionary(grouping: HundredPeople.of(seed).flatMap(\.drafts)) { $0.body.kind }
        #expect(Set(kinds.keys) == Set(Self.counts.map(\.kind)))
        for (kind, range) in Self.counts {
            #expect(range.contains(kinds[kind]?.count ?? 0), "\(kind): \(kinds[kind]?.count ?? 0)")
        }
    }

    @Test func theSameSeedGivesTheSameDraftsOfEveryKind() throws {
        #expect(try HundredPeople.planted(100, weeks: 10, seed: 2) == HundredPeople.of(2))
    }

    @Test func everyRecordReadsBackAsItWasWritten() throws {
        struct NewYork: ZoneSource {
            func zone(named name: String) -> Zone? { name == CohortTests.zone.name ? CohortTests.zone : nil }
        }
        let at = try #require(CohortTests.now)
        // None is read back when it is planted, so all sorts of courses and seeds are here.
        for person in try HundredPeople.of(1) + HundredPeople.planted(80, seed: 4) {
            for (index, draft) in person.drafts.enumerated() {
                let milliseconds = draft.origin?.instant.milliseconds ?? 0
                let frame = RecordFrame(
                    id: RecordID(milliseconds: milliseconds, randomness: (0, UInt64(index))),
                    sequence: index + 1, at: at, author: "planted", source: "planted",
                    key: draft.origin?.key)
                let record = Record(frame: frame, body: draft.body)
                let line = Array(RecordLine.bytes(of: record).dropLast())
                #expect(RecordLine.read(line, zones: NewYork()) == .record(record, isEdited: false))
            }
        }
    }

    @Test func nobodysRecordsAreInConflict() throws {
        for person in HundredPeople.of(1) {
            let history = person.history
            #expect(history.conflicts.isEmpty, "\(person.id)")
            #expect(history.unknownKinds == 0)
            for session in person.sessions where session.status == .moved {
                let shown = history.sessions.first { $0.planned == session.planned }
                #expect(shown?.status == .done || shown?.status == .planned)
                #expect(shown?.at.civil.date == session.start?.civil.date)
            }
        }
    }

    // MARK: The past

    @Test(arguments: [
        "2026-11-23T09:30:00-05:00", "2026-11-21T23:50:00-05:00", "2026-11-04T00:10:00-05:00",
        "2026-03-12T06:30:00-04:00",
    ])
    func everythingHasHappened(now: String) throws {
        let at = try #require(OffsetInstant(now))
        let today = CohortTests.zone.date(at.instant)
        for person in try HundredPeople.planted(40, now: now) {
            for draft in person.drafts {
                let written = try #require(draft.origin?.instant)
                #expect(written <= at.instant)
                for moment in Self.moments(draft.body) {
                    #expect(moment.instant <= written, "\(draft.origin?.key ?? "")")
                }
                for day in Self.days(draft.body) {
                    #expect(day <= today, "\(draft.origin?.key ?? "")")
                }
            }
        }
    }

    /// The instants at which something had happened when the record was written.
    private static func moments(_ body: RecordBody) -> [OffsetInstant] {
        switch body {
        case .session(let it) where it.status == .done:
            [it.start, it.end, it.readyAt, it.leftAt].compactMap { $0 }
                + it.events.flatMap { [$0.at, $0.resolvedAt].compactMap { $0 } }
        case .symptoms(let it): [it.effectsGoneAt].compactMap { $0 }
        case .habits(let it):
            [it.alcoholLast, it.nicotineLast, it.mealLast, it.screensLast].compactMap { $0 }
                + it.caffeine.map(\.at)
        case .call(let it): [it.start]
        case .practice(let it): [it.start]
        case .nap(let it): [it.start, it.end].compactMap { $0 }
        default: []
        }
    }

    /// The days on which something had happened; what is due or planned is not among them.
    private static func days(_ body: RecordBody) -> [CivilDate] {
        switch body {
        case .mood(let it): [it.day]
        case .symptoms(let it): [it.day]
        case .habits(let it): [it.day]
        case .medication(let it): [it.start, it.stop].compactMap { $0?.date }
        case .therapy(let it): [it.end].compactMap { $0?.date }
        case .referral(let it): [it.sent, it.seen].compactMap { $0?.date }
        case .duty(let it): [it.done].compactMap { $0?.date }
        default: []
        }
    }

    // MARK: Questionnaires

    @Test(arguments: HundredPeople.seeds)
    func checkInsAreValidForTheirInstruments(seed: UInt64) throws {
        for person in HundredPeople.of(seed) {
            for checkIn in person.checkIns {
                let instrument = try #require(Shipped.instrument(named: checkIn.instrument))
                #expect(checkIn.answers.count == instrument.items.count)
                #expect(instrument.score(checkIn).outOfRange.isEmpty, "\(checkIn)")
                #expect(instrument.scribe == .person)
            }
            let names = Set(person.checkIns.map(\.instrument))
            #expect(names.isSuperset(of: ["phq9", "isi"]), "\(person.id)")
            let conditions = person.history.details.conditions
            #expect(names.contains("pcl5") == conditions.contains("ptsd"))
            #expect(names.contains("gad7") || !conditions.contains("anxiety"))
        }
    }

    @Test func checkInsKeepToWhatIsAskedAtMost() throws {
        let limits = CheckInLimits()
        var withoutBaseline = 0
        for person in HundredPeople.of(1) {
            let history = person.history
            let held = Set(history.doneSessions.map(\.date))
            var items: [CivilDate: [Int]] = [:]
            for case (let date, .checkIn(let checkIn)) in person.dated {
                items[date, default: []].append(checkIn.answers.count)
            }
            for (date, counts) in items {
                #expect(!held.contains(date), "\(person.id) \(date)")
                #expect(counts.count == 1 || counts.reduce(0, +) <= limits.itemsADay)
                let week = (0..<7).flatMap { items[date.adding(days: -$0)] ?? [] }
                #expect(week.count == 1 || week.reduce(0, +) <= limits.itemsAWeek)
            }
            let start = try #require(person.course?.start)
            withoutBaseline += items.keys.contains { $0 <= start } ? 0 : 1
        }
        #expect(withoutBaseline <= 2)
    }

    // MARK: Sessions

    @Test(arguments: HundredPeople.seeds)
    func readingsRiseAndComeBack(seed: UInt64) throws {
        for session in HundredPeople.of(seed).flatMap(\.sessions) where session.status == .done {
            let readings = session.observations
            let minutes = readings.map(\.minute)
            #expect(minutes == minutes.sorted() && Set(minutes).count == minutes.count)
            let last = try #require(readings.last)
            #expect(last.systolic ?? 0 <= 140 && last.diastolic ?? 0 <= 90)
            #expect(last.dissociation ?? 0 <= 1 && last.sedation ?? 0 == 0)
            #expect(readings.allSatisfy { (90...185).contains($0.systolic ?? 120) })
            #expect(readings.allSatisfy { (0...10).contains($0.dissociation ?? 0) })
            #expect(readings.allSatisfy { (90...100).contains($0.saturation ?? 98) })
            let times = [session.start, session.end, session.readyAt].compactMap { $0?.instant }
            #expect(times.count == 3 && times == times.sorted())
            if let left = session.leftAt, let ready = session.readyAt {
                #expect(ready.instant < left.instant && session.escort != nil)
            }
            for event in session.events {
                let at = try #require(event.at).instant
                #expect(times[0] <= at && at <= (event.resolvedAt?.instant ?? at) && at <= times[2])
            }
        }
    }

    @Test func aSilentPersonIsCalledAndSomeStayAway() throws {
        let per = try #require(try HundredPeople.planted(12).first { $0.id.text == "lindqvist-p" })
        let last = try #require(per.diary.last?.date)
        let later = per.dated.filter { $0.0 > last.adding(days: 1) }.map(\.1.kind)
        #expect(later.contains("call"))
        #expect(!later.contains("mood") && !later.contains("checkIn") && !later.contains("habits"))
        #expect(!later.contains("symptoms") && !later.contains("practice"))
    }

    // MARK: The file

    @Test func aRateThatIsMissingOrStrangeIsNamed() throws {
        let file = "seeds/demo/cohort.yaml"
        let text = try #require(EmbeddedFile.named("cohort", below: "seeds/demo")).text
        func problem(_ text: String) -> PresetProblem? {
            do throws(PresetProblem) {
                _ = try CohortReader.cohort(in: text, file: file)
                return nil
            } catch { return error }
        }
        #expect(problem(text) == nil)
        let missing = problem(text.replacing("  relapse: 0.12", with: "  # relapse"))
        #expect(missing.map { "\($0)".contains("rates.relapse") } == true)
        let strange = problem(text.replacing("  relapse: 0.12", with: "  relapse: 0.12\n  relaps: 0.2"))
        #expect(strange.map { "\($0)".contains("rates.relaps") } == true)
        let outside = problem(text.replacing("  relapse: 0.12", with: "  relapse: 12"))
        #expect(outside.map { "\($0)".contains("rates.relapse") } == true)
        let unknown = problem(text.replacing("epworth: 14", with: "epwort: 14"))
        #expect(unknown.map { "\($0)".contains("checkInsEvery") } == true)
    }
}

extension PlantedPerson {
    /// Each record with the date on which it was written.
    var dated: [(CivilDate, RecordBody)] {
        drafts.compactMap { draft in
            draft.origin.map { (CohortTests.zone.date($0.instant), draft.body) }
        }
    }

    /// What a reader of the store makes of it.
    var history: PersonHistory {
        let records = drafts.enumerated().map { index, draft in
            let instant = draft.origin?.instant ?? Instant(milliseconds: 0)
            let id = RecordID(milliseconds: instant.milliseconds, randomness: (0, UInt64(index)))
            let frame = RecordFrame(
                id: id, sequence: index + 1, at: OffsetInstant(instant, in: CohortTests.zone),
                author: "planted", source: "planted", key: draft.origin?.key)
            return Record(frame: frame, body: draft.body)
        }
        return PersonHistory(id: id, records: records)
    }
}

// The made-up cohort: the same for the same seed, each person their own, and records that a person could have
// written.

import CareDomain
import Foundation
import Testing

@testable import Presets

struct CohortTests {
    static let now = OffsetInstant("2026-11-23T09:30:00-05:00")

    static let planter = Result { try Shipped.cohortPlanter() }

    /// New York with its clock changes where the system has them, else five hours behind Greenwich.
    static let zone: Zone = {
        let name = "America/New_York"
        guard let data = try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/" + name)),
            let rules = try? ZoneRules(file: Array(data))
        else { return Zone(name: "-05:00", offsetSeconds: -18_000) }
        return Zone(name: name, rules: rules)
    }()

    private func planted(
        _ count: Int = 12, weeks: Int? = nil, seed: UInt64 = 7, now: String? = nil
    ) throws -> [PlantedPerson] {
        let at = try #require(now.flatMap { OffsetInstant($0) } ?? Self.now)
        return try Self.planter.get().drafts(count: count, weeks: weeks, seed: seed, now: at) { _ in
            Self.zone
        }
    }

    private func person(_ id: String, of count: Int = 12, seed: UInt64 = 7) throws -> PlantedPerson {
        try #require(try planted(count, seed: seed).first { $0.id.text == id })
    }

    // MARK: The same, and not the same

    @Test func theSameSeedGivesTheSameDrafts() throws {
        let first = try planted(16)
        #expect(try planted(16) == first)
        #expect(try planted(16, seed: 8) != first)
        #expect(try Array(planted(12)) == Array(first.prefix(12)))
    }

    @Test func everyoneHasAnIdAndEveryRecordAKey() throws {
        let people = try planted(60)
        #expect(Set(people.map(\.id)).count == 60)
        #expect(people.first?.id.text == "lovell-a")
        let keys = people.flatMap(\.drafts).compactMap { $0.origin?.key }
        #expect(keys.count == people.flatMap(\.drafts).count)
        #expect(Set(keys).count == keys.count)
        #expect(people.flatMap(\.drafts).allSatisfy { $0.origin?.source == "planted" })
    }

    @Test func peopleDoNotShareTheirNoise() throws {
        let series = try planted(20, weeks: 8).map { person in
            Dictionary(person.diary.compactMap { night in night.latency.map { (night.date, $0.value) } }) {
                a, _ in a
            }
        }
        for (index, one) in series.enumerated() {
            for other in series[(index + 1)...] {
                let dates = one.keys.filter { other[$0] != nil }.sorted()
                let pairs = dates.compactMap { date in one[date].flatMap { a in other[date].map { (a, $0) } }
                }
                guard pairs.count >= 20 else { continue }
                // A shared course makes for some likeness; a shared noise would come near 1.
                #expect(correlation(pairs) < 0.8)
            }
        }
    }

    private func correlation(_ pairs: [(Double, Double)]) -> Double {
        let count = Double(pairs.count)
        let meanA = pairs.reduce(0) { $0 + $1.0 } / count
        let meanB = pairs.reduce(0) { $0 + $1.1 } / count
        let both = pairs.reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) }
        let spreadA = pairs.reduce(0) { $0 + ($1.0 - meanA) * ($1.0 - meanA) }
        let spreadB = pairs.reduce(0) { $0 + ($1.1 - meanB) * ($1.1 - meanB) }
        return both / max(1e-9, (spreadA * spreadB).squareRoot())
    }

    // MARK: What can be

    @Test(arguments: [
        "2026-11-23T09:30:00-05:00", "2026-11-22T21:14:00-05:00", "2026-11-04T00:10:00-05:00",
        "2026-03-12T06:30:00-04:00",
    ])
    func nightsAreValidAndNothingIsAfterNow(now: String) throws {
        let at = try #require(OffsetInstant(now)).instant
        let people = try planted(16, now: now)
        for person in people {
            let instants = person.drafts.compactMap { $0.origin?.instant }
            #expect(instants == instants.sorted())
            #expect(instants.allSatisfy { $0 <= at }, "\(person.id)")
            let faults = person.diary.flatMap(faults)
            #expect(faults.isEmpty, "\(person.id)")
            for night in person.nights where night.recording != nil {
                #expect(night.measures.efficiency != nil && night.recording.map { $0.end <= at } == true)
            }
            // What was moved can be moved to a day to come.
            for session in person.sessions where session.status != .moved {
                #expect(session.start.map { $0.instant <= at } ?? true)
            }
            for case .nap(let nap) in person.drafts.map(\.body) {
                #expect(nap.length.map { $0 > .zero && $0 <= Minutes(60) } == true)
            }
            for case .practice(let practice) in person.drafts.map(\.body) {
                #expect(practice.start.instant.adding(seconds: Int64(practice.seconds)) <= at)
                #expect(practice.seconds > 0 && practice.seconds <= practice.plannedSeconds ?? 0)
            }
            for case .habits(let habits) in person.drafts.map(\.body) {
                #expect(habits.caffeine.allSatisfy { $0.at.instant <= at })
                #expect(habits.screensLast.map { $0.instant <= at } ?? true)
            }
        }
    }

    /// What is wrong with a diary night; empty for one that a person could have written.
    private func faults(_ night: Night) -> [String] {
        let measures = night.measures
        let times = [night.intoBed, night.trySleep, night.finalAwake, night.outOfBed].compactMap { $0 }
        let period = measures.sleepPeriod ?? Minutes(480)
        let rules: [(String, Bool)] = [
            ("order", times.count == 4 && times == times.sorted()),
            ("date", night.outOfBed.map(night.zone.date) == night.date),
            ("period", period >= Minutes(60)),
            ("items", night.problems.isEmpty),
            ("quality", (1...5).contains(night.quality ?? 3)),
            ("refreshed", (1...5).contains(night.refreshed ?? 3)),
            ("efficiency", (20...100).contains(measures.efficiency?.value ?? 80)),
        ]
        return rules.filter { !$0.1 }.map { "\(night.date): \($0.0)" }
    }

    @Test func baselineComesFirst() throws {
        for person in try planted(30) {
            let course = try #require(person.course)
            #expect(person.diary.filter { $0.date <= course.start }.count >= 7, "\(person.id)")
        }
        for person in try planted(20, weeks: 6) {
            let first = try #require(person.diary.first?.date)
            #expect(first.days(until: CivilDate(year: 2026, month: 11, day: 23) ?? first) <= 42)
        }
    }

    // MARK: Who they are

    @Test func theFirstPersonHasARichStory() throws {
        let ada = try person("lovell-a", of: 1)
        let course = try #require(ada.course)
        let today = try #require(CivilDate("2026-11-23"))
        #expect(course.protocolName == "iv-twelve-6w")
        #expect(course.week(on: today) == 4)
        #expect(ada.sessions.filter { $0.status == .cancelled }.count == 1)
        #expect(ada.sessions.filter { $0.status == .cancelled }.allSatisfy { $0.note != nil })
        #expect(ada.diary.last?.date == today)
        #expect(ada.nights.contains { $0.recording?.tellsDepth == true })
        #expect(course.plan.contains { $0.at.instant > (Self.now?.instant ?? $0.at.instant) })
        let before = ada.diary.filter { $0.date <= course.start }
        let lately = ada.diary.suffix(7)
        #expect((62...82).contains(efficiency(before)))
        #expect((78...94).contains(efficiency(Array(lately))))
        #expect(ada.drafts.contains { if case .practice = $0.body { true } else { false } })
    }

    @Test func restlessNightsFollowSessions() throws {
        // Over several seeds, so that one run's noise decides nothing.
        var differences: [Double] = []
        for seed in UInt64(1)...12 {
            let claire = try person("moreau-c", of: 6, seed: seed)
            let course = try #require(claire.course)
            let first = Set(claire.sessions.compactMap { $0.start?.civil.date.adding(days: 1) })
            let nights = claire.diary.filter { $0.date > course.start }
            let after = mean(nights.filter { first.contains($0.date) }.compactMap { $0.latency?.value })
            let others = mean(nights.filter { !first.contains($0.date) }.compactMap { $0.latency?.value })
            differences.append(after - others)
        }
        #expect(mean(differences) > 12)
    }

    @Test func oneWorsensAndOneIsSilent() throws {
        var changes: [Double] = []
        for seed in UInt64(1)...8 {
            let ngozi = try person("okafor-n", of: 3, seed: seed)
            let start = try #require(ngozi.course?.start)
            let before = efficiency(ngozi.diary.filter { $0.date <= start })
            changes.append(efficiency(Array(ngozi.diary.suffix(7))) - before)
        }
        #expect(mean(changes) < -7)
        let per = try person("lindqvist-p")
        let days = try #require(per.diary.last).date.days(until: try #require(CivilDate("2026-11-23")))
        #expect((9...11).contains(days))
        let tunde = try person("adeyemi-t")
        #expect(tunde.diary.suffix(2).allSatisfy { $0.measures.totalSleep ?? .zero < Minutes(330) })
        let jean = try person("baptiste-j")
        #expect(jean.checkIns.last { $0.instrument == "phq9" }?.answers.last == 2)
        let aoife = try person("walsh-a")
        #expect(aoife.course.map { $0.lastDay.description < "2026-11-23" } == true)
    }

    @Test func mostWhoSleptBadlySleepBetter() throws {
        let changes = try planted(60, weeks: 6).compactMap { person -> Double? in
            guard let start = person.course?.start else { return nil }
            let before = efficiency(person.diary.filter { $0.date <= start })
            // Who slept well has little to gain.
            return before < 80 ? efficiency(Array(person.diary.suffix(7))) - before : nil
        }
        #expect(changes.count > 20)
        #expect(Double(changes.count { $0 > 2 }) > 0.75 * Double(changes.count))
    }

    @Test func aWrongFileIsNamed() {
        do throws(PresetProblem) {
            _ = try CohortReader.cohort(in: "people:\n  - id: Not An Id\n", file: "cohort.yaml")
            Issue.record("it was taken")
        } catch {
            #expect(error.file == "cohort.yaml")
        }
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }

    /// Pooled, in percent.
    private func efficiency(_ nights: [Night]) -> Double {
        let measures = nights.map(\.measures).filter { $0.totalSleep != nil && $0.opportunity != nil }
        let asleep = measures.reduce(0) { $0 + ($1.totalSleep?.value ?? 0) }
        return 100 * asleep / max(1, measures.reduce(0) { $0 + ($1.opportunity?.value ?? 0) })
    }
}

extension PlantedPerson {
    var nights: [Night] { drafts.compactMap { if case .night(let night) = $0.body { night } else { nil } } }
    /// The diary's, by date.
    var diary: [Night] { nights.filter { $0.recording == nil }.sorted { $0.date < $1.date } }
    var sessions: [Session] { drafts.compactMap { if case .session(let it) = $0.body { it } else { nil } } }
    var checkIns: [CheckIn] { drafts.compactMap { if case .checkIn(let it) = $0.body { it } else { nil } } }
    var course: Course? {
        for case .course(let course) in drafts.map(\.body) { return course }
        return nil
    }
}

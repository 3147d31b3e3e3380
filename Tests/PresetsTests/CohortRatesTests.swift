// How often things happen among the made-up people: mostly quiet, with the shares that were meant.

import CareDomain
import Testing

@testable import Presets

@Suite struct CohortRatesTests {
    private func percent(_ part: Int, of whole: Int) -> Double { 100 * Double(part) / Double(max(1, whole)) }
    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }

    private func depression(_ people: [PlantedPerson]) -> [CheckIn] {
        people.flatMap(\.checkIns).filter { $0.instrument == "phq9" }
    }

    // MARK: Answers

    @Test(arguments: HundredPeople.seeds)
    func itemNineIsRareAndFollowsTheTotal(seed: UInt64) {
        let checkIns = depression(HundredPeople.of(seed))
        let asked = checkIns.filter { $0.itemNine != nil }
        let affirmed = asked.filter { ($0.itemNine ?? 0) > 0 }
        #expect((2...4).contains(percent(affirmed.count, of: asked.count)))
        let totals = { (list: [CheckIn]) in
            mean(
                list.compactMap { $0.answers.prefix(8).contains(nil) ? nil : $0.answers.prefix(8) }
                    .map { Double($0.compactMap { $0 }.reduce(0, +)) })
        }
        #expect(totals(affirmed) > totals(asked) + 2)
        #expect(affirmed.filter { ($0.itemNine ?? 0) > 1 }.count <= 8)
    }

    @Test(arguments: HundredPeople.seeds)
    func someAreLeftHalfWay(seed: UInt64) {
        let checkIns = HundredPeople.of(seed).flatMap(\.checkIns)
        let open = checkIns.filter { $0.answers.contains(nil) }
        #expect((1.5...5).contains(percent(open.count, of: checkIns.count)))
    }

    @Test(arguments: HundredPeople.seeds)
    func aboutHalfRespondAndFewGetWorse(seed: UInt64) {
        let changes = HundredPeople.of(seed).compactMap { person -> Double? in
            let totals = depression([person]).compactMap(\.total).map(Double.init)
            guard let first = totals.first, totals.count > 2, first > 0 else { return nil }
            // The mean of the last two, so that one bad day decides nothing.
            return (first - mean(totals.suffix(2))) / first
        }
        #expect(changes.count > 95)
        #expect((35...62).contains(percent(changes.filter { $0 >= 0.5 }.count, of: changes.count)))
        #expect((12...40).contains(percent(changes.filter { abs($0) < 0.2 }.count, of: changes.count)))
        #expect((1...10).contains(percent(changes.filter { $0 <= -0.12 }.count, of: changes.count)))
    }

    @Test func moodFollowsTheCourseAndTheTotals() throws {
        var pairs: [(score: Double, mood: Double)] = []
        for person in HundredPeople.of(1) {
            let moods = person.dated.compactMap { date, body -> (CivilDate, Double)? in
                guard case .mood(let mood) = body else { return nil }
                return mood.mood.map { (date, Double($0)) }
            }
            for case (let date, .checkIn(let checkIn)) in person.dated where checkIn.instrument == "phq9" {
                let near = moods.filter { abs($0.0.days(until: date)) <= 3 }.map(\.1)
                if let total = checkIn.total, near.count >= 3 { pairs.append((Double(total), mean(near))) }
            }
        }
        #expect(pairs.count > 400)
        let low = mean(pairs.filter { $0.score >= 15 }.map(\.mood))
        let high = mean(pairs.filter { $0.score < 8 }.map(\.mood))
        #expect(high - low > 2)
    }

    /// Of those whose course is behind them about half have responded and a third are well, most are asked
    /// on, and the diary has waned.
    @Test func coursesThatAreOverEndAsInAClinic() throws {
        let today = try #require(CivilDate("2026-11-23"))
        var (over, responded, well, askedOn) = (0, 0, 0, 0)
        var shares: [Double] = []
        for person in try HundredPeople.planted(400, seed: 6) {
            guard let course = person.history.course, course.lastDay < today else { continue }
            let totals = person.dated.compactMap { date, body -> (date: CivilDate, total: Int)? in
                guard case .checkIn(let one) = body, one.instrument == "phq9" else { return nil }
                return one.total.map { (date, $0) }
            }
            let during = totals.filter { $0.date <= course.lastDay }
            guard let first = during.first?.total, let last = during.last?.total, during.count > 2 else {
                continue
            }
            over += 1
            responded += last * 2 <= first ? 1 : 0
            well += last < 5 ? 1 : 0
            askedOn += totals.contains { $0.date > course.lastDay.adding(days: 7) } ? 1 : 0
            let nights = Set(person.history.mainNights.map(\.date))
            let weeks = (course.start.days..<course.lastDay.days).map { CivilDate(days: $0) }
            shares.append(percent(weeks.suffix(14).filter(nights.contains).count, of: 14))
        }
        #expect((70...190).contains(over))
        #expect((38...62).contains(percent(responded, of: over)))
        #expect((18...40).contains(percent(well, of: over)))
        #expect(percent(askedOn, of: over) > 50)
        #expect((60...88).contains(mean(shares)))
    }

    // MARK: Quiet

    @Test(arguments: HundredPeople.seeds)
    func sessionsAreMostlyQuiet(seed: UInt64) {
        let sessions = HundredPeople.of(seed).flatMap(\.sessions)
        let done = sessions.filter { $0.status == .done }
        let highBefore = done.filter { session in
            session.observations.first.map { $0.systolic ?? 0 > 140 || $0.diastolic ?? 0 > 90 } == true
        }
        #expect((0.3...3).contains(percent(highBefore.count, of: done.count)))
        let low = done.filter { $0.observations.contains { $0.saturation ?? 99 < 94 } }
        #expect(percent(low.count, of: done.count) <= 1)
        let serious = done.filter { $0.events.contains { $0.serious == true } }
        #expect(percent(serious.count, of: done.count) <= 0.8)
        #expect((10...40).contains(percent(done.filter { !$0.events.isEmpty }.count, of: done.count)))
        #expect((15...50).contains(percent(done.filter { $0.weight != nil }.count, of: done.count)))
        for (status, range) in [
            (Session.Status.missed, 0.3...4.0), (.cancelled, 0.3...4), (.moved, 1...6),
        ] {
            let found = sessions.filter { $0.status == status }
            #expect(range.contains(percent(found.count, of: done.count)), "\(status)")
            #expect(found.allSatisfy { $0.note?.isEmpty == false })
        }
    }

    @Test(arguments: HundredPeople.seeds)
    func symptomsThatWorryAreRare(seed: UInt64) {
        var symptoms: [Symptoms] = []
        for case .symptoms(let one) in HundredPeople.of(seed).flatMap({ $0.drafts.map(\.body) }) {
            symptoms.append(one)
        }
        #expect(symptoms.filter { $0.effectsGoneAt != nil }.count > 300)
        #expect(percent(symptoms.filter { $0.urgency == true }.count, of: symptoms.count) < 2)
        #expect(symptoms.filter { $0.bloodInUrine == true }.isEmpty)
        #expect(symptoms.filter { $0.fearOfSleep == true || $0.dozedDriving == true }.count <= 3)
        #expect(symptoms.filter { $0.gasping == true || $0.legUrge == true }.count <= 8)
    }

    @Test(arguments: HundredPeople.seeds)
    func medicinesAreThoseOfSuchAClinic(seed: UInt64) {
        var people: [Medication.DrugClass: Set<PersonID>] = [:]
        for person in HundredPeople.of(seed) {
            for case .medication(let one) in person.drafts.map(\.body) {
                people[one.drugClass ?? .other, default: []].insert(person.id)
            }
        }
        #expect((6...20).contains(people[.benzodiazepine]?.count ?? 0))
        #expect((8...26).contains(people[.hypnotic]?.count ?? 0))
        #expect((60...95).contains(people[.other]?.count ?? 0))
        #expect((people[.stimulant]?.count ?? 0) <= 8)
        #expect(people[.maoi] == nil && people[.opioid] == nil)
    }

    @Test(arguments: HundredPeople.seeds)
    func formsGoOutMostlyInTime(seed: UInt64) throws {
        let today = try #require(CivilDate("2026-11-23"))
        var duties: [Duty] = []
        for person in HundredPeople.of(seed) {
            let nasal = Set(person.sessions.filter { $0.route == .nasal }.compactMap(\.planned))
            for case .duty(let duty) in person.drafts.map(\.body) {
                #expect(duty.what == Duty.monitoringForm && nasal.contains(duty.session ?? ""))
                duties.append(duty)
            }
        }
        let late = duties.filter { duty in
            guard let due = duty.due?.date else { return true }
            return (duty.done?.date ?? today) > due
        }
        #expect((1...12).contains(percent(late.count, of: duties.count)))
    }

    /// What a clinic would have to look at within a working day, beside the nights: with the rules' own
    /// thresholds, for a hundred people, well under the ten that it can bear.
    @Test(arguments: HundredPeople.seeds)
    func aHundredPeopleGiveFewThingsToLookAt(seed: UInt64) {
        let people = HundredPeople.of(seed)
        var things = depression(people).filter { ($0.itemNine ?? 0) > 0 }.count
        for person in people {
            let held = Set(person.history.doneSessions.map(\.date))
            for draft in person.drafts {
                switch draft.body {
                case .session(let session):
                    let first = session.observations.first
                    let isHigh = first.map { $0.systolic ?? 0 > 140 || $0.diastolic ?? 0 > 90 } == true
                    let isLow = session.observations.contains { $0.saturation ?? 99 < 94 }
                    things += session.status == .missed || isHigh || isLow ? 1 : 0
                case .symptoms(let it):
                    let signs = [it.urgency, it.gasping, it.legUrge, it.actingOut, it.fearOfSleep]
                    let isMorningAfter = held.contains(it.day.adding(days: -1))
                    things += signs.contains(true) || isMorningAfter && it.detached ?? 0 > 0 ? 1 : 0
                case .habits(let it): things += held.contains(it.day) && it.alcoholDrinks ?? 0 > 0 ? 1 : 0
                default: break
                }
            }
        }
        #expect(things > 30 && Double(things) / 50 < 4, "\(things) in fifty working days")
    }
}

extension CheckIn {
    /// The last answer of a PHQ-9; nil where it was left blank.
    fileprivate var itemNine: Int? { answers.last.flatMap { $0 } }
}

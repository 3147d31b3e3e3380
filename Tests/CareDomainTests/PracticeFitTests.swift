// Which programme suits whom today: reasons, changes, and what is offered in place.

import CareDomain
import Presets
import Testing

struct PracticeFitTests {
    private func programme(_ name: String) throws -> RelaxationProgramme {
        try #require(Shipped.programme(named: name))
    }

    private func fit(
        _ name: String, _ person: PracticePerson = PracticePerson(), change: (inout PracticeDay) -> Void
    ) throws -> PracticeFit {
        var day = PracticeDay()
        change(&day)
        return PracticeFit(try programme(name), for: person, on: day)
    }

    private static func session(_ day: inout PracticeDay) {
        day.isSessionDay = true
        day.isUnderEffect = true
        day.daysSinceSession = 0
    }

    @Test(arguments: [
        ("box", PracticeBarrier.holdsAfterSession), ("4-7-8", .holdsAfterSession),
        ("gentle-yoga", .headLowAfterSession), ("dream-rescripting", .writingAfterSession),
        ("resonance", nil), ("gentle-yoga-lying", nil), ("grounding", nil), ("cant-sleep", nil),
        ("body-scan", nil), ("dream-rehearsal", nil),
    ])
    func aSessionDayHasItsReasons(name: String, barrier: PracticeBarrier?) throws {
        let fit = try fit(name, change: Self.session)
        #expect(fit.barrier == barrier)
        let instead = PracticeFit.instead(
            of: try programme(name), among: Shipped.programmes, for: PracticePerson(),
            on: {
                var day = PracticeDay()
                Self.session(&day)
                return day
            }())
        #expect(instead != nil)
    }

    @Test func holdsAreBackWithTheBloodPressure() throws {
        #expect(
            try fit("box") {
                Self.session(&$0)
                $0.isPressureBack = true
            }.barrier == nil)
        func session(_ readings: [(Int, Int, Int)]) -> Session {
            Session(
                status: .done,
                observations: readings.map {
                    Session.Observation(minute: $0.0, systolic: $0.1, diastolic: $0.2)
                })
        }
        #expect(session([(0, 128, 82), (40, 141, 88), (90, 130, 84)]).isPressureBack)
        #expect(!session([(0, 128, 82), (40, 141, 88)]).isPressureBack)
        #expect(!session([(90, 141, 84), (0, 128, 82), (40, 129, 82)]).isPressureBack)
        #expect(!session([(0, 128, 82)]).isPressureBack)
        #expect(!session([]).isPressureBack)
    }

    @Test func aPregnancyShortensHoldsAndNothingElse() throws {
        let fit = try fit("4-7-8", PracticePerson(cautions: [.pregnancy])) { $0.monthOld = ["4-7-8"] }
        #expect(fit.barrier == nil)
        #expect(
            PracticeTimeline(programme: fit.programme).steps.prefix(3).map(\.milliseconds) == [
                4000, 2000, 8000,
            ])
        #expect(fit.changes.count == 1)
        #expect(try self.fit("box") { _ in }.changes.isEmpty)
    }

    @Test func theFirstMonthHasFourBreaths() throws {
        let young = try fit("4-7-8") { _ in }
        #expect(PracticeTimeline(programme: young.programme, cycles: 8).cycles == 4)
        let old = try fit("4-7-8") { $0.monthOld = ["4-7-8"] }
        #expect(PracticeTimeline(programme: old.programme, cycles: 20).cycles == 8)
        #expect(PracticeTimeline(programme: old.programme).cycles == 4)
    }

    @Test func whatIsHurtIsLeftOut() throws {
        let neck = try fit("pmr-16", PracticePerson(injured: [.neck])) { _ in }
        #expect(PracticeTimeline(programme: neck.programme).totalMilliseconds == 1_504_000 - 94_000)
        #expect(neck.changes == ["Left out: neck."])
        #expect(neck.barrier == nil)
        let all = try fit("pmr-4", PracticePerson(injured: Set(BodyRegion.allCases))) { _ in }
        #expect(all.barrier == .nothingLeft)
        let scan = try fit("body-scan", PracticePerson(injured: [.neck])) { _ in }
        #expect(scan.changes.isEmpty)
    }

    @Test func conditionsAreAskedAboutAtTheClinicUntilTheyWere() throws {
        let lungs = PracticePerson(cautions: [.lungs, .pregnancy])
        #expect(try fit("resonance", lungs) { _ in }.barrier == .askFirst([.lungs]))
        #expect(try fit("gentle-yoga", lungs) { _ in }.barrier == .askFirst([.pregnancy]))
        var settled = lungs
        settled.settled = [.lungs]
        #expect(try fit("resonance", settled) { _ in }.barrier == nil)
        let other = PracticeFit.instead(
            of: try programme("box"), among: Shipped.programmes, for: lungs, on: PracticeDay())
        #expect(other?.name == "release-only")
    }

    @Test func eyesStayOpenAfterASessionAndMayWithTrauma() throws {
        let after = try fit("body-scan", change: Self.session)
        #expect(PracticeTimeline(programme: after.programme).steps[0].text.hasPrefix("Eyes open"))
        let trauma = try fit("body-scan", PracticePerson(cautions: [.trauma])) { _ in }
        #expect(PracticeTimeline(programme: trauma.programme).steps[0].text.hasPrefix("Your eyes can stay"))
        #expect(try fit("grounding", change: Self.session).changes.isEmpty)
    }

    @Test func writingABadDreamIsForTheDay() throws {
        #expect(try fit("dream-rescripting") { $0.isNearBed = true }.barrier == .writingNearBed)
        for days in 0...2 {
            #expect(
                try fit("dream-rescripting") { $0.daysSinceSession = days }.barrier == .writingAfterSession)
        }
        #expect(try fit("dream-rescripting") { $0.daysSinceSession = 3 }.barrier == nil)
        var trauma = PracticePerson(cautions: [.trauma])
        #expect(try fit("dream-rescripting", trauma) { _ in }.barrier == .writingWithTrauma)
        trauma.mayRescript = true
        #expect(try fit("dream-rescripting", trauma) { _ in }.barrier == nil)
        #expect(try fit("dream-rehearsal") { $0.isNearBed = true }.barrier == nil)
    }

    @Test func answersGoIntoThePersonsDetailsAndBack() {
        var details = PersonDetails(conditions: ["PTSD"], cautions: ["penicillin", "asthma"])
        details.settings["theme"] = .text("dusk")
        var person = PracticePerson(details)
        #expect(person.cautions == [.trauma, .lungs])
        #expect(!person.wasAsked)
        person.cautions.insert(.pregnancy)
        person.injured = [.neck]
        person.settled = [.lungs]
        person.wasAsked = true
        let noted = person.noted(in: details)
        #expect(noted.cautions == ["penicillin", "asthma", "pregnancy"])
        #expect(noted.settings["theme"] == .text("dusk"))
        #expect(PracticePerson(noted) == person)
        person.cautions.remove(.pregnancy)
        #expect(person.noted(in: noted).cautions == ["penicillin", "asthma"])
    }

    @Test func theDayAndItsHour() throws {
        let id = try #require(PersonID("ada"))
        let details = PersonDetails(
            target: SleepTarget(
                bed: try #require(ClockTime(hour: 22, minute: 30)),
                rise: try #require(ClockTime(hour: 6, minute: 30))))
        let at = try #require(OffsetInstant("2026-11-20T14:00:00Z"))
        let frame = RecordFrame(
            id: RecordID(milliseconds: 1, randomness: (0, 1)), sequence: 1, at: at, author: "t")
        var next = frame
        next.id = RecordID(milliseconds: 2, randomness: (0, 2))
        let history = PersonHistory(
            id: id,
            records: [
                Record(frame: frame, body: .person(details)),
                Record(frame: next, body: .session(Session(status: .done, start: at))),
            ])
        func day(_ text: String) throws -> PracticeDay {
            history.practiceDay(at: try #require(OffsetInstant(text)).instant, in: .utc)
        }
        #expect(try !day("2026-11-20T13:00:00Z").isSessionDay)
        #expect(try day("2026-11-20T16:00:00Z").isSessionDay)
        #expect(try day("2026-11-21T05:00:00Z").isUnderEffect)
        #expect(try !day("2026-11-21T12:00:00Z").isSessionDay)
        #expect(try day("2026-11-22T12:00:00Z").daysSinceSession == 2)
        #expect(try !day("2026-11-20T19:29:00Z").isNearBed)
        #expect(try day("2026-11-20T19:30:00Z").isNearBed)
        #expect(try day("2026-11-21T06:29:00Z").isNearBed)
        #expect(try !day("2026-11-20T21:29:00Z").isDark)
        #expect(try day("2026-11-20T21:30:00Z").isDark)
        #expect(try day("2026-11-20T21:30:00Z").bedtime == OffsetInstant("2026-11-20T22:30:00Z")?.instant)
    }

    @Test(arguments: [
        ("4-2-6-0", [4000, 2000, 6000]), ("5.5-5.5", [5500, 5500]), ("4-7-8", [4000, 7000, 8000]),
    ])
    func aRatioIsABreath(text: String, lengths: [Int]) throws {
        let ratio = try #require(OwnRatio(text))
        let timeline = PracticeTimeline(programme: ratio.programme)
        #expect(timeline.steps.prefix(lengths.count).map(\.milliseconds) == lengths)
        #expect(timeline.totalMilliseconds == lengths.reduce(0, +) * timeline.cycles)
        #expect(timeline.totalMilliseconds <= 300_000)
    }

    @Test(arguments: [
        "", "4", "4-", "0-4", "4-6-8-1-2", "4-x", "-4-6", "21-4", "4-16-4", "nan-4", "4--6", "1e1-4",
    ])
    func whatIsNoRatioIsNone(text: String) { #expect(OwnRatio(text) == nil) }
}

// Who needs somebody today: what stands in each section, in which order, and what is said of it.

import CareDomain
import Presets
import TestKit
import Testing

@Suite struct CohortTodayTests {
    let ward: SampleWard
    let zone: Zone

    init() throws {
        zone = Zone(name: "America/New_York", offsetSeconds: -5 * 3600)
        ward = try SampleWard(zone: zone)
    }

    private func member(_ person: SamplePerson, at now: String) -> CohortMember {
        let instant = ward.instant(now)
        return CohortMember(
            CohortSubject(
                person.history(now: instant), zone: zone, now: instant, instruments: testInstruments,
                rules: testRules))
    }

    private func today(_ now: String = "2026-11-23T12:00") -> CohortToday {
        CohortToday(ward.people.map { member($0, at: now) })
    }

    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private let monday = CivilDate(days: 20_780)

    // MARK: Flags

    @Test func whatNobodyHasSeenComesFirstAndTheSeenStays() throws {
        let flags = today().flags
        #expect(flags.map(\.member.id.text) == ["baptiste-j", "farouk-s", "lindqvist-p", "adeyemi-t"])
        #expect(flags.map(\.flag.level) == [.now, .sameDay, .sameDay, .sameDay])
        let seen = try #require(flags.last)
        #expect(seen.isSeen && seen.ownerWords == "Kim" && seen.stateWords == "seen")
        #expect(seen.lastAction?.words(on: monday) == "seen by sample, Fri 09:10")
        #expect(seen.lastAction?.note == "read the plan together")
    }

    @Test func aClosedFlagIsGone() throws {
        var person = ward.people[0]
        let close = Acknowledgement(flag: "baptiste-j.R01.2026-11-22", state: .closed, note: "talked")
        person.add(.acknowledgement(close), at: ward.instant("2026-11-23T09:00"))
        #expect(CohortToday([member(person, at: "2026-11-23T12:00")]).flags.isEmpty)
    }

    @Test func theAnswersOwnTimeAndThePhoneStandBesideAFlag() throws {
        let flag = try #require(today().flags.first)
        #expect(flag.raisedWords(on: monday) == "answered Sun 17:46")
        #expect(flag.member.phoneWords() == "212-555-0117 (Mara Abara, sister)")
        #expect(flag.member.phoneWords(.short) == "212-555-0117 (sister)")
        #expect(flag.member.phoneWords(.nameless) == "212-555-0117 (sister)")
        #expect(today().flags[1].member.phoneWords() == "no phone noted")
        #expect(CohortToday.Flagged.readWords(nil, on: monday) == "not read before")
        let read = OffsetInstant(ward.instant("2026-11-23T07:52"), in: zone)
        #expect(CohortToday.Flagged.readWords(read, on: monday) == "first read 07:52")
    }

    @Test func aPersonsOwnNumberComesBeforeThoseOfOthers() throws {
        var details = PersonDetails(name: "Kim")
        details.settings["phone"] = .text("212-555-0100")
        var person = try #require(SamplePerson("kim", zone: zone, details: details))
        person.add(
            .contact(Contact(name: "Lee", phone: "212-555-0101")), at: ward.instant("2026-11-20T09:00"))
        #expect(member(person, at: "2026-11-23T12:00").phoneWords() == "212-555-0100")
    }

    @Test func aFlagOfASessionCarriesItsTime() throws {
        var person = ward.people[0]
        let start = OffsetInstant(ward.instant("2026-11-23T09:00"), in: zone)
        let session = Session(
            status: .done, start: start, route: .intravenous,
            observations: [.init(minute: 0, systolic: 150, diastolic: 95)], leftAt: start)
        person.add(.session(session), at: start.instant)
        let flags = CohortToday([member(person, at: "2026-11-23T12:00")]).flags
        let flag = try #require(flags.first { $0.flag.rule == "R10" })
        #expect(flag.raisedWords(on: monday) == "session 09:00")
    }

    // MARK: Sessions

    @Test func sessionsStandByTheHourAndSeveralRunAtOnce() {
        let now = ward.instant("2026-11-23T12:00")
        let sessions = today().sessions
        #expect(sessions.map(\.member.id.text) == ["silva-j", "novak-p", "lovell-a"])
        let watches = sessions.compactMap { entry -> SessionWatch? in
            if case .running(let watch) = entry.phase(Shipped.doseRoutes, now: now) { watch } else { nil }
        }
        #expect(watches.map(\.minutesSinceDose) == [70, 35])
        #expect(watches.map(\.nextMinute) == [40, 45])
        #expect(
            watches.map { CohortToday.InSession.nextWords($0) } == [
                "reading at 40 m due 30 m ago", "reading at 45 m in 10 m",
            ])
        #expect(CohortToday.InSession.nextWords(watches[0], isShort: true) == "reading due 30 m ago")
        #expect(CohortToday.InSession.sinceWords(watches[0]) == "1 h 10 m since the dose")
        #expect(
            CohortToday.InSession.readingWords(watches[1])
                == "at 28 m 139/88 mmHg, pulse 80, dissociation 4")
        #expect(sessions[2].phase(Shipped.doseRoutes, now: now) == .ahead)
        #expect(sessions[2].waitWords(now: now) == "in 2 h 00 m")
        #expect(sessions[2].phase(Shipped.doseRoutes, now: ward.instant("2026-11-23T14:30")) == .waiting)
    }

    @Test func whatIsKnownBeforeTheDose() {
        let ada = today().sessions[2]
        #expect(
            ada.knownWords(on: monday) == [
                "item 9: no answer yet", "141/88 mmHg, Thu 19 Nov", "nights: 6 h 50 m, not logged",
            ])
        #expect(
            ada.askedWords(on: monday) == [
                "no escort noted", "food not asked", "zopiclone 3.75 mg begun Tue 17 Nov",
            ])
        let silva = today().sessions[0]
        #expect(silva.askedWords(on: monday).contains("food noted"))
        #expect(silva.askedWords(on: monday).contains("no change of medicine"))
    }

    @Test func aSessionThatIsOverSaysWhenThePersonLeft() throws {
        var person = ward.people[0]
        let start = OffsetInstant(ward.instant("2026-11-23T08:00"), in: zone)
        let left = OffsetInstant(ward.instant("2026-11-23T10:05"), in: zone)
        person.add(
            .session(Session(status: .done, start: start, route: .intravenous, leftAt: left)),
            at: left.instant)
        let entry = try #require(CohortToday([member(person, at: "2026-11-23T12:00")]).sessions.first)
        #expect(entry.phase(Shipped.doseRoutes, now: ward.instant("2026-11-23T12:00")) == .over)
        #expect(entry.outcomeWords(on: monday) == "left 10:05")
        #expect(CohortToday([member(person, at: "2026-11-24T12:00")]).sessions.isEmpty)
    }

    // MARK: Silence

    @Test func noDiaryAndNothingReceivedAreTwoThings() throws {
        let silent = today().silent
        #expect(silent.map(\.member.id.text) == ["farouk-s", "lindqvist-p"])
        #expect(silent.map(\.silence.kind) == [.nothingReceived, .noDiary])
        #expect(silent[0].words(on: monday) == "nothing received for 12 days")
        #expect(silent[1].words(on: monday) == "no diary for 9 days")
        #expect(silent[0].contactWords(on: monday) == "no contact")
        #expect(silent[0].member.today.callNotReached?.reached == .message)
        #expect(silent[1].silence.lastReceived?.words(on: monday) == "Sun 20:00")
        // Ada's night of the day before is one full day ago at most.
        #expect(!silent.contains { $0.member.id.text == "lovell-a" })
    }

    @Test(arguments: [("2026-11-16T12:00", nil), ("2026-11-17T12:00", 3), ("2026-11-24T12:00", 10)])
    func silenceBeginsAfterThreeWholeDays(now: String, days: Int?) throws {
        let person = try #require(ward.people.first { $0.id.text == "lindqvist-p" })
        let found = member(person, at: now)
        #expect(found.today.silence?.days(on: zone.date(ward.instant(now))) == days)
    }

    @Test func afterTheCourseNobodyIsSilent() throws {
        let person = try #require(ward.people.first { $0.id.text == "farouk-s" })
        #expect(member(person, at: "2026-12-21T12:00").today.silence != nil)
        #expect(member(person, at: "2026-12-22T12:00").today.silence == nil)
    }

    // MARK: Duties

    @Test func whatIsDueStandsByItsDayAndWhatHasNoneLast() throws {
        let duties = today().duties
        #expect(
            duties.map { "\($0.member.id) \($0.words), \($0.dueWords(on: monday))" } == [
                "walsh-a PHQ-9, week 2 after the course, due 6 days ago",
                "rossi-g monitoring form of Thu 12 Nov, due 4 days ago",
                "rossi-g letter to the physician, due tomorrow",
                "silva-j monitoring form of Mon 23 Nov, due Mon 30 Nov",
                "walsh-a referral to Sleep clinic, sent 3 Nov, nothing back yet",
            ])
        let now = ward.instant("2026-11-23T12:00")
        #expect(duties.map { $0.isOverdue(today: monday, now: now) } == [true, true, false, false, false])
    }

    @Test func whatWasDoneIsNoDuty() throws {
        var person = try #require(ward.people.first { $0.id.text == "rossi-g" })
        let session = try #require(
            person.records.first { if case .session = $0.body { true } else { false } })
        person.add(
            .duty(
                Duty(session: session.frame.id.text, what: Duty.monitoringForm, done: DayOrTime("2026-11-14"))
            ),
            at: ward.instant("2026-11-14T16:00"))
        let duties = member(person, at: "2026-11-23T12:00").today.duties
        #expect(duties.map(\.what) == [.duty("letter to the physician")])
    }

    @Test func theWeeklyCheckInEndsEightWeeksAfterTheLastSession() throws {
        let person = try #require(ward.people.first { $0.id.text == "walsh-a" })
        func weeks(_ now: String) -> [TodayFacts.DueDuty.What] {
            member(person, at: now).today.duties.map(\.what).filter {
                if case .checkInAfter = $0 { true } else { false }
            }
        }
        #expect(weeks("2026-11-16T12:00") == [])
        #expect(weeks("2026-11-17T12:00") == [.checkInAfter(week: 1)])
        #expect(weeks("2026-12-31T12:00") == [.checkInAfter(week: 8)])
        #expect(weeks("2027-01-01T12:00") == [])
    }

    // MARK: The whole

    @Test func anEmptyCohortHasNothing() {
        #expect(CohortToday([]) == .empty)
        #expect(CohortToday.empty.flags.isEmpty && CohortToday.empty.duties.isEmpty)
    }
}

// What is noted while a session runs, what it lays on the clinic, and a course that is adjusted.

import CareDomain
import TestKit
import Testing

@Suite struct SessionCourseTests {
    private let zone = Zone(name: "Europe/London", offsetSeconds: 0)

    private func at(_ wall: String) throws -> Instant {
        zone.instant(try #require(ISOTime.civil(wall)).0)
    }

    private func moment(_ wall: String) throws -> OffsetInstant { OffsetInstant(try at(wall), in: zone) }

    /// A person on six weeks of the spray, Mondays and Thursdays at ten, with two sessions held.
    private func person(_ settings: OpenObject = OpenObject(), left: String? = nil) throws -> SamplePerson {
        var person = try #require(
            SamplePerson("cora", zone: zone, details: PersonDetails(settings: settings)))
        let days = (0..<6).flatMap { [$0 * 7, $0 * 7 + 3] }
        let plan = CourseProtocol(
            name: "esketamine-6w", title: "Six weeks", weeks: 6, route: .nasal, dose: Dose(56, .milligrams),
            sessionDays: days, source: "sample")
        let ten = try #require(ClockTime(typed: "10:00"))
        person.add(
            .course(plan.course(from: try date("2026-11-02"), at: ten, in: zone)),
            at: try at("2026-10-20T09:00"))
        for (id, day) in [("s1", "02"), ("s2", "05")] {
            let session = Session(
                planned: id, status: .done, start: try moment("2026-11-\(day)T10:00"),
                observations: [Session.Observation(minute: 0, systolic: 128, diastolic: 82)],
                leftAt: try left.map { try moment("2026-11-\(day)T\($0)") })
            person.add(.session(session), at: try at("2026-11-\(day)T10:05"))
        }
        return person
    }

    private func add(_ drafts: [RecordDraft], to person: inout SamplePerson, at wall: String) throws {
        for draft in drafts { person.add(draft.body, at: try at(wall), replaces: draft.replaces) }
    }

    // MARK: Readings

    @Test func aReadingNeverTakesAnothersPlace() {
        var session = Session(status: .done)
        session.add(Session.Observation(minute: 40, systolic: 150, diastolic: 90))
        session.add(Session.Observation(minute: 0, systolic: 128))
        session.add(Session.Observation(minute: 40, pulse: 77))
        #expect(session.observations.map(\.minute) == [0, 40])
        #expect(session.observations.last?.pulse == 77 && session.observations.last?.systolic == 150)
        // The same minute with another pressure is another reading.
        session.add(Session.Observation(minute: 40, systolic: 161))
        #expect(session.observations.map(\.minute) == [0, 40, 40])
        #expect(session.observations.compactMap(\.systolic) == [128, 150, 161])
    }

    /// Two who note readings of one session at once, neither knowing of the other: both stand.
    @Test func readingsNotedSideBySideAreAllThere() throws {
        var person = try person()
        let session = try #require(person.history().sessions.first { $0.planned == "s2" })
        let reading = Session.Observation(minute: 40, systolic: 150, diastolic: 90)
        let other = Session.Observation(minute: 41, saturation: 97)
        let event = Session.AdverseEvent(what: "nausea")
        let drafts = [
            session.noted { $0.add(reading) },
            session.noted { body in
                body.add(other)
                body.events.append(event)
            },
        ]
        try add(drafts.compactMap { $0 }, to: &person, at: "2026-11-05T10:45")
        let history = person.history()
        let joined = try #require(history.sessions.first { $0.planned == "s2" }?.record?.value)
        #expect(joined.observations.map(\.minute) == [0, 40, 41])
        #expect(joined.events == [event])
        #expect(history.conflicts.map(\.kind) == [.twoCorrections])
        // Before any of it, one correction: nothing to join.
        #expect(history.sessions.first { $0.planned == "s1" }?.record?.value.observations.count == 1)
    }

    /// A session outside the plan keeps its name while readings are added to it.
    @Test func theKeyStaysWhileReadingsAreAdded() throws {
        var person = try person()
        person.add(
            .session(Session(status: .done, start: try moment("2026-11-07T10:00"), route: .nasal)),
            at: try at("2026-11-07T10:01"))
        func session() throws -> TreatmentSession {
            try #require(person.history().sessions.first { $0.planned == nil })
        }
        let key = try #require(try session().key)
        for minute in [5, 40] {
            let draft = try session().noted { $0.add(Session.Observation(minute: minute, pulse: 70)) }
            try add([draft].compactMap { $0 }, to: &person, at: "2026-11-07T10:45")
        }
        #expect(try session().key == key)
        #expect(try session().record?.id.text != key)
        #expect(try session().record?.value.observations.count == 2)
    }

    // MARK: Duties

    private func duties(
        _ person: SamplePerson, _ id: String = "s2", now: String = "2026-11-05T10:05"
    ) throws -> [Duty] {
        let history = person.history()
        let session = try #require(history.sessions.first { $0.planned == id })
        return SessionDuties.drafts(for: session, in: history, now: try at(now)).compactMap { draft in
            guard case .duty(let duty) = draft.body else { return nil }
            return duty
        }
    }

    @Test func anOutpatientSessionLaysTwoDutiesOnTheClinic() throws {
        let duties = try duties(person())
        #expect(duties.map(\.what) == [Duty.observation, Duty.monitoringForm])
        #expect(duties.map(\.due) == [.time(try moment("2026-11-05T12:00")), .day(try date("2026-11-12"))])
        #expect(duties.allSatisfy { $0.session == "s2" && $0.done == nil })
        let inpatient = OpenObject([OpenObject.Pair("care", .text("inpatient"))])
        #expect(try self.duties(person(inpatient)).isEmpty)
        // A session of last week is not watched over any more.
        #expect(try self.duties(person(), "s1").map(\.what) == [Duty.monitoringForm])
    }

    @Test(arguments: [("11:59", false), ("12:00", true), ("12:40", true)])
    func twoHoursFulfilTheObservation(left: String, isDone: Bool) throws {
        let observed = try #require(try duties(person(left: left)).first)
        #expect((observed.done != nil) == isDone)
    }

    /// What stands already is not written again; leaving later fulfils it, a tick stays.
    @Test func dutiesAreWrittenOnce() throws {
        var person = try person()
        var history = person.history()
        var session = try #require(history.sessions.first { $0.planned == "s2" })
        let first = SessionDuties.drafts(for: session, in: history, now: try at("2026-11-05T10:05"))
        try add(first, to: &person, at: "2026-11-05T10:06")
        #expect(try duties(person).isEmpty)
        #expect(person.history().openDuties.count == 2)
        let left = try moment("2026-11-05T12:10")
        try add([session.noted { $0.leftAt = left }].compactMap { $0 }, to: &person, at: "2026-11-05T12:11")
        history = person.history()
        session = try #require(history.sessions.first { $0.planned == "s2" })
        let second = SessionDuties.drafts(for: session, in: history, now: try at("2026-11-05T12:11"))
        #expect(second.count == 1 && second[0].replaces != nil)
        try add(second, to: &person, at: "2026-11-05T12:12")
        #expect(person.history().openDuties.map(\.value.what) == [Duty.monitoringForm])
        #expect(person.history().duties(of: session).count == 2)
        // Taken back, the session owes nothing.
        person.add(
            .session(Session(planned: "s2", status: .missed)), at: try at("2026-11-05T13:00"))
        #expect(person.history().openDuties.isEmpty)
    }

    // MARK: Adjusting

    private func effect(
        _ what: CourseChange.What, from: String, now: String = "2026-11-10T09:00",
        _ person: SamplePerson
    ) throws -> CourseEffect {
        try CourseEffect(
            CourseChange(what, from: try date(from), why: "a reason"), person.history(), zone: zone,
            now: try at(now))
    }

    @Test func onlyWhatIsToComeMoves() throws {
        var person = try person()
        let ten = try #require(ClockTime(typed: "14:00"))
        let effect = try effect(.clock(ten), from: "2026-11-01", person)
        #expect(effect.before.count == 9)
        #expect(effect.sentences.first == "9 sessions from 12 Nov move to 14:00.")
        #expect(effect.adjustment.what == "time of day" && effect.adjustment.from == "10:00")
        try add(effect.drafts, to: &person, at: "2026-11-10T09:01")
        let history = person.history()
        #expect(history.courses.count == 1)
        let clocks = history.sessions.map(\.clock.description)
        // Two were held, one was not noted and its time is over.
        #expect(
            clocks.prefix(3).allSatisfy { $0 == "10:00" } && clocks.dropFirst(3).allSatisfy { $0 == "14:00" })
        #expect(history.adjustments.map(\.value.why) == ["a reason"])
        #expect(history.changes(from: try date("2026-11-01"), through: try date("2026-11-30")).count == 1)
    }

    @Test func aDoseHoldsFromItsDateOn() throws {
        var person = try person()
        let effect = try effect(.dose(Dose(84, .milligrams)), from: "2026-12-03", person)
        #expect(effect.sentences.first == "3 sessions from 3 Dec: 84 mg instead of 56 mg.")
        try add(effect.drafts, to: &person, at: "2026-11-10T09:01")
        #expect(
            person.history().sessions.map(\.dose?.amount) == Array(repeating: 56, count: 9) + [84, 84, 84])
        #expect(throws: CourseChangeProblem.same) {
            _ = try self.effect(.dose(Dose(84, .milligrams)), from: "2026-12-03", person)
        }
    }

    @Test func spacingKeepsTheFirstDayAndLengthensTheCourse() throws {
        var person = try person()
        let effect = try effect(.spacing(days: 7), from: "2026-11-30", person)
        try add(effect.drafts, to: &person, at: "2026-11-10T09:01")
        let dates = person.history().sessions.suffix(4).map(\.date.description)
        #expect(dates == ["2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21"])
        #expect(person.history().course?.weeks == 8)
        #expect(effect.adjustment.from == "3 and 4 days apart")
        #expect(effect.sentences.contains { $0.contains("The course then ends Sun 27 Dec, not Sun 13 Dec") })
    }

    /// What was moved by itself stays where it was put.
    @Test func aSessionMovedByItselfStays() throws {
        var person = try person()
        person.add(
            .session(Session(planned: "s4", status: .moved, start: try moment("2026-11-13T16:00"))),
            at: try at("2026-11-09T09:00"))
        let noon = try #require(ClockTime(typed: "12:00"))
        let effect = try effect(.clock(noon), from: "2026-11-12", person)
        #expect(effect.kept.map(\.planned) == ["s4"])
        #expect(effect.sentences.contains { $0.contains("moved by itself, stays") })
        try add(effect.drafts, to: &person, at: "2026-11-10T09:01")
        let moved = try #require(person.history().sessions.first { $0.planned == "s4" })
        #expect(moved.clock.description == "16:00")
    }

    @Test func whatCannotBeChangedIsSaid() throws {
        var person = try person()
        let nine = try #require(ClockTime(typed: "9:00"))
        #expect(throws: CourseChangeProblem.nothingToCome(try date("2027-01-01"))) {
            _ = try effect(.clock(nine), from: "2027-01-01", person)
        }
        #expect(throws: CourseChangeProblem.past(try moment("2026-11-12T09:00"))) {
            _ = try effect(.clock(nine), from: "2026-11-12", now: "2026-11-12T09:30", person)
        }
        var ended = try #require(person.history().course)
        ended.end = try date("2026-11-06")
        person.add(
            .course(ended), at: try at("2026-11-06T12:00"), replaces: person.history().courses.last?.id)
        #expect(throws: CourseChangeProblem.noCourse) {
            _ = try effect(.clock(nine), from: "2026-11-12", person)
        }
    }

    @Test func aDoseBesideThePlanIsComparedWithItsNearest() throws {
        let history = try person().history()
        #expect(history.plannedDose(near: try date("2026-11-14"), by: .nasal) == Dose(56, .milligrams))
        #expect(history.plannedDose(near: try date("2026-10-01"), by: nil) == Dose(56, .milligrams))
        #expect(history.plannedDose(near: try date("2026-11-14"), by: .intravenous) == nil)
    }
}

// A session from its dose to the way home, reading by reading, and a course that is adjusted.

import CareDomain
import CellCanvas
import Dashboard
import Presets
import TestKit
import Testing

@Suite struct RunningSessionTests {
    /// Cora, on the spray by her clinic, this Monday's session begun at five past nine.
    private func evening(_ now: String, begun: Bool = true) throws -> Evening {
        var settings = DashboardSettings(
            programmes: SampleProgrammes.all, opened: PersonID("cora"),
            care: CareKnowledge(rules: Shipped.reviewRules))
        settings.doseRoutes = Shipped.doseRoutes
        let evening = try Evening(now, zone: "America/New_York", settings: settings)
        try evening.add(try Self.cora(evening.zone, begun: begun))
        return evening
    }

    private static func cora(_ zone: Zone, begun: Bool) throws -> SamplePerson {
        let details = PersonDetails(name: "Cora Mensah", zone: zone.name, bornYear: 1971)
        guard var person = SamplePerson("cora", zone: zone, details: details),
            let start = CivilDate("2026-11-16"), let nine = ClockTime(typed: "9:00"),
            let plan = Shipped.courseProtocol(named: "esketamine-8w")
        else { throw Evening.Unusable(what: "cora") }
        func moment(_ day: Int, _ minutes: Int) -> OffsetInstant {
            let civil = CivilTime(start.adding(days: day), secondOfDay: 32_400 + minutes * 60)
            return OffsetInstant(zone.instant(civil), in: zone)
        }
        let course = plan.course(from: start, at: nine, in: zone)
        person.add(.course(course), at: moment(-7, 0).instant)
        for (index, day) in [0, 3].enumerated() {
            person.add(
                .session(
                    Session(
                        planned: "s\(index + 1)", status: .done, start: moment(day, 0), route: .nasal,
                        dose: Dose(56, .milligrams), leftAt: moment(day, 130))),
                at: moment(day, 135).instant)
        }
        guard begun else { return person }
        let before = Session.Observation(
            minute: -5, systolic: 128, diastolic: 82, pulse: 70, saturation: 98, sedation: 0,
            dissociation: 0)
        let session = Session(
            planned: "s3", status: .done, start: moment(7, 5), route: .nasal, dose: Dose(56, .milligrams),
            observations: [before], site: "room 2", lot: "LK4711", weight: 71.5,
            checks: ["no food for 2 h", "no drink for 30 min"], observer: "Kim")
        person.add(.session(session), at: moment(7, 6).instant)
        return person
    }

    private func text(_ evening: Evening, _ name: String) throws -> String {
        try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
    }

    private func history(_ evening: Evening) throws -> PersonHistory {
        try #require(try evening.histories().first)
    }

    private func session(_ evening: Evening) throws -> Session {
        try #require(try history(evening).sessions.first { $0.planned == "s3" }?.record?.value)
    }

    // MARK: The page of the day

    /// Runs, with a reading at 41 minutes beyond the label's level, and something unwanted.
    @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 100, rows: 30)])
    func theDayOfARunningSession(size: Size) throws {
        let evening = try evening("2026-11-23T09:46:00-05:00")
        let script = evening.script
        script.press("2")
        script.press(.enter)
        script.press("R")
        script.press("152/94")
        script.press(.enter)
        script.press("78")
        script.press(.enter)
        script.press("97")
        script.press(.enter, .enter)
        script.press("6")
        script.picture("reading")
        script.press(.control("s"))
        script.press("E")
        script.press("nausea")
        script.press(.enter, .right, .enter, .enter, .enter, .enter)
        script.press("lay down")
        script.press(.control("s"))
        script.advance(.seconds(5))
        script.picture("day")
        try evening.run(size.columns, size.rows)
        let day = try text(evening, "day")
        #expect(day.contains("Running, 41 min since the dose; next reading 11:05."))
        #expect(day.contains("152/94"))
        #expect(day.contains("nausea, mild, from 09:46, not noted as over: lay down"))
        let name = "session-running"
        for picture in ["reading", "day"] {
            let canvas = try #require(evening.script.pictures[picture])
            Golden.expect(Golden.text(canvas), "\(name)-\(picture)-\(size.columns)x\(size.rows)")
        }
    }

    /// Reading after reading comes to one record, and none is lost.
    @Test func readingsComeOneByOne() throws {
        let evening = try evening("2026-11-23T09:46:00-05:00")
        let script = evening.script
        script.press("2s")
        script.press("141/88")
        script.press(.control("s"))
        script.advance(.seconds(60 * 40))
        script.press(.escape)
        script.press("2s")
        script.picture("second")
        script.press("138/84")
        script.press(.control("s"))
        try evening.run(100, 30)
        #expect(try text(evening, "second").contains("81"))
        #expect(try session(evening).observations.map(\.minute) == [-5, 41, 81])
        #expect(try session(evening).lot == "LK4711")
        #expect(try history(evening).conflicts.isEmpty)
    }

    /// The level of the label is said while it is typed and on the page, and that a clinician decides.
    @Test func theLevelOfTheLabelIsSaid() throws {
        let evening = try evening("2026-11-23T11:06:00-05:00")
        let script = evening.script
        script.press("2s")
        script.press("152/94")
        script.picture("typed")
        script.press(.control("s"))
        script.press(.enter)
        script.picture("day")
        try evening.run(100, 30)
        let words = "R10: Blood pressure 152/94 at 121 minutes, the last reading: a clinician"
        #expect(try text(evening, "typed").contains(words))
        #expect(try text(evening, "typed").contains("Then the next reading is due at 11:36."))
        #expect(try text(evening, "day").contains("For review      " + words))
    }

    /// Another program notes a reading while the form is open: saving keeps both.
    @Test func aReadingFromElsewhereIsNotLost() throws {
        let evening = try evening("2026-11-23T09:46:00-05:00")
        let script = evening.script
        script.press("2s")
        script.press("141/88")
        script.elsewhere {
            guard let person = PersonID("cora"), var store = try? evening.open(as: "other-1"),
                let held = try? evening.histories().first?.sessions.first(where: { $0.planned == "s3" }),
                let draft = held.noted({ $0.add(Session.Observation(minute: 30, pulse: 90)) })
            else { return }
            _ = try? store.append([draft], to: person, by: "other", now: evening.clock.wall())
        }
        script.press(.control("l"))
        script.press(.control("s"))
        try evening.run(100, 30)
        #expect(try session(evening).observations.map(\.minute) == [-5, 30, 41])
        #expect(try history(evening).conflicts.isEmpty)
    }

    @Test func whatCannotBeIsRefused() throws {
        let evening = try evening("2026-11-23T09:46:00-05:00")
        let script = evening.script
        script.press("2")
        script.press(.enter)
        script.press("R")
        script.press(.control("s"))
        script.picture("empty")
        script.press("82/128")
        script.press(.control("s"))
        script.picture("pressure")
        script.press(.control("u"))
        script.press("128/82")
        script.press(.up)
        script.press("50")
        script.press(.control("s"))
        script.picture("minute")
        script.press(.escape, .character("y"))
        script.press("L")
        script.press("9:30")
        script.press(.enter)
        script.press("9:20")
        script.press(.control("s"))
        script.picture("left")
        try evening.run(100, 30)
        #expect(try text(evening, "empty").contains("nothing was read yet"))
        #expect(try text(evening, "pressure").contains("two numbers such as 128/82"))
        #expect(try text(evening, "minute").contains("has not come yet; the dose was 41 min ago"))
        #expect(try text(evening, "left").contains("before being ready"))
        #expect(try session(evening).observations.count == 1)
    }

    // MARK: Beginning, leaving, duties

    /// A session begins a little before its time, and its duties with it; the way home ends both; one undo
    /// takes back a whole step.
    @Test func fromTheDoseToTheWayHome() throws {
        let evening = try evening("2026-11-23T08:50:00-05:00", begun: false)
        let script = evening.script
        script.press("2s")
        script.press(.down, .down, .down)
        script.press("56")
        script.press(.enter, .enter, .enter)
        script.press("128/82")
        script.press(.control("s"))
        script.advance(.seconds(5))
        script.press(.enter)
        script.picture("begun")
        script.advance(.seconds(60 * 130))
        script.press("L")
        script.press("10:55")
        script.press(.enter)
        script.press("10:58")
        script.press(.enter)
        script.press("a brother")
        script.press(.control("s"))
        script.advance(.seconds(5))
        script.picture("left")
        script.press("D")
        script.advance(.seconds(5))
        script.picture("form")
        script.press("D")
        script.picture("nothing")
        try evening.run(100, 30)
        let begun = try text(evening, "begun")
        #expect(begun.contains("□ observation of two hours, until 10:50"))
        #expect(begun.contains("□ monitoring form, by Mon 30 Nov"))
        let left = try text(evening, "left")
        #expect(left.contains("judged ready 10:55 · left 10:58 · home with a brother"))
        #expect(left.contains("■ observation of two hours, done Mon 23 Nov"))
        #expect(!left.contains("Running"))
        #expect(try text(evening, "form").contains("■ monitoring form, done Mon 23 Nov"))
        #expect(try text(evening, "nothing").contains("Nothing is open"))
        #expect(try history(evening).openDuties.isEmpty)
    }

    @Test func undoTakesTheDutiesWithIt() throws {
        let evening = try evening("2026-11-23T09:02:00-05:00", begun: false)
        let script = evening.script
        script.press("2s")
        script.press(.down, .down, .down)
        script.press("56")
        script.press(.control("s"))
        script.press("u")
        script.picture("undone")
        try evening.run(100, 30)
        #expect(try text(evening, "undone").contains("Taken back"))
        let history = try history(evening)
        #expect(history.sessions.first { $0.planned == "s3" }?.status == .planned)
        #expect(history.duties.isEmpty)
    }

    @Test func redoBringsThemBack() throws {
        let evening = try evening("2026-11-23T09:02:00-05:00", begun: false)
        let script = evening.script
        script.press("2s")
        script.press(.down, .down, .down)
        script.press("56")
        script.press(.control("s"))
        script.press("u")
        script.press(.control("r"))
        try evening.run(100, 30)
        let history = try history(evening)
        #expect(history.sessions.first { $0.planned == "s3" }?.status == .done)
        #expect(history.duties.map(\.value.what).sorted() == [Duty.monitoringForm, Duty.observation])
    }

    // MARK: The course

    /// What it comes to is read first; the plan and its reason are written together.
    @Test func theCourseIsAdjusted() throws {
        let evening = try evening("2026-11-24T10:00:00-05:00")
        let script = evening.script
        script.press("2A")
        script.press(.right, .right, .right)
        script.press(.enter)
        script.press("2026-11-30")
        script.press(.enter)
        script.press("10:00")
        script.picture("effect")
        script.press(.control("s"))
        script.picture("why")
        script.press("work")
        script.press(.control("s"))
        script.advance(.seconds(5))
        script.press(.control("l"))
        try evening.run(100, 30)
        #expect(try text(evening, "effect").contains("8 sessions from 30 Nov move to 10:00."))
        #expect(try text(evening, "why").contains("Why: is needed"))
        let history = try history(evening)
        #expect(history.sessions.filter { $0.clock.description == "10:00" }.count == 8)
        #expect(history.adjustments.map(\.value.why) == ["work"])
        #expect(history.courses.count == 1)
    }

    @Test func undoTakesTheReasonWithTheChange() throws {
        let evening = try evening("2026-11-24T10:00:00-05:00")
        let script = evening.script
        script.press("2A")
        script.press(.right, .right, .enter, .enter)
        script.press("7")
        script.press(.enter)
        script.press("rest")
        script.press(.control("s"))
        script.press("u")
        try evening.run(100, 30)
        let history = try history(evening)
        #expect(history.adjustments.isEmpty)
        #expect(history.course?.weeks == 8)
    }

    /// A dose far off the plan is typed again here too.
    @Test func aDoseOfTheCourseIsTypedTwice() throws {
        let evening = try evening("2026-11-24T10:00:00-05:00")
        let script = evening.script
        script.press("2A")
        script.press(.right, .enter, .enter)
        script.press("84")
        script.press(.enter, .right)
        script.press(.end)
        script.press(.up)
        script.press("no response")
        script.press(.control("s"))
        script.picture("asked")
        script.press("84")
        script.press(.control("s"))
        try evening.run(100, 30)
        #expect(try text(evening, "asked").contains("84 mg: that is 50 % more than the 56 mg of the plan"))
        #expect(try history(evening).sessions.filter { $0.dose == Dose(84, .milligrams) }.count == 9)
    }

    @Test func aSessionBesideThePlanAsksToo() throws {
        let evening = try evening("2026-11-24T10:00:00-05:00")
        let script = evening.script
        script.press("2")
        script.press(.right)
        script.press("s")
        script.press("15:00")
        script.press(.enter)
        script.press("nasal")
        script.press(.enter)
        script.press("28")
        script.press(.enter, .right)
        script.press(.control("s"))
        script.picture("asked")
        try evening.run(100, 30)
        #expect(try text(evening, "asked").contains("28 mg: that is 50 % less than the 56 mg of the plan"))
    }

    // MARK: Where they are found

    @Test func aClinicsListHasThemAndAPersonsHasNot() throws {
        let evening = try evening("2026-11-24T10:00:00-05:00")
        evening.script.press("a")
        evening.script.picture("clinic")
        try evening.run(100, 30)
        #expect(try text(evening, "clinic").contains("Adjust the course"))
        let alone = try self.evening("2026-11-24T10:00:00-05:00")
        alone.settings.opened = nil
        alone.script.press("a")
        alone.script.picture("own")
        try alone.run(100, 30)
        #expect(try !text(alone, "own").contains("Adjust the course"))
    }

    /// A change stands over the weekly series, with its sign among the others.
    @Test func theTrendMarksAChange() throws {
        let evening = try Evening(
            "2026-11-22T18:14:00-05:00", zone: "America/New_York",
            settings: DashboardSettings(programmes: SampleProgrammes.all))
        var ada = try Ada.person(zone: evening.zone)
        let date = try #require(CivilDate("2026-11-09"))
        ada.add(
            .adjustment(Adjustment(what: "dose", from: "0.5 mg/kg", to: "0.6 mg/kg", effective: .day(date))),
            at: evening.zone.instant(CivilTime(date, secondOfDay: 30_000)))
        try evening.add(ada)
        evening.script.press("3]")
        evening.script.picture("trend")
        try evening.run(100, 30)
        let lines = try #require(evening.script.pictures["trend"]).lines
        #expect(lines.filter { $0.contains("△") }.count == 2)
        #expect(lines.contains { $0.contains("△ a change") })
    }
}

// What a report for a visit counts, and whom it tells what.

import CareDomain
import Presets
import TestKit
import Testing

@Suite struct VisitReportTests {
    private let zone = Zone.utc

    private func at(_ date: String, _ hour: Int = 9) -> Instant {
        zone.instant(CivilTime(CivilDate(date) ?? CivilDate(days: 0), secondOfDay: hour * 3600))
    }

    private func person() throws -> SamplePerson {
        var person = try #require(
            SamplePerson("ada", zone: zone, details: PersonDetails(name: "Ada", conditions: ["depression"])))
        let start = try #require(CivilDate("2026-11-02"))
        let plan = CourseProtocol(
            name: "six", title: "Six", weeks: 3, route: .intravenous, dose: Dose(40, .milligrams),
            sessionDays: [0, 3, 7, 10, 14, 17], source: "sample")
        let course = plan.course(
            from: start, at: ClockTime(typed: "14:00") ?? .midnight, in: zone)
        person.add(.course(course), at: at("2026-10-30"))
        return person
    }

    private func report(_ person: SamplePerson, for audience: VisitReport.Audience = .person) -> VisitReport {
        let now = at("2026-11-12", 18)
        let knowledge = ReportKnowledge(instruments: Shipped.instruments, rules: Shipped.reviewRules)
        return VisitReport(person.history(now: now), knowing: knowledge, for: audience, zone: zone, now: now)
    }

    @Test func flagsOfTheClinicsAreNotThePersons() throws {
        var person = try person()
        person.add(
            .checkIn(CheckIn(instrument: "phq9", answers: [1, 1, 1, 1, 1, 1, 1, 1, 2])), at: at("2026-11-11"))
        let rules = { (report: VisitReport) in
            report.notices.compactMap { notice -> String? in
                if case .flag(let flag) = notice.kind { flag.rule } else { nil }
            }
        }
        #expect(rules(report(person, for: .clinic)).contains("R01"))
        #expect(Set(rules(report(person))).isDisjoint(with: ReviewRule.clinicOnly))
        let answer = report(person).checkIns.first?.concerns.first
        #expect(answer?.item == 9 && answer?.answer == 2)
    }

    @Test func theDoseIsTheOneThatWasNoted() throws {
        var person = try person()
        person.session("2026-11-02T14:05", planned: "s1")
        let without = Session(
            planned: "s2", status: .done, start: OffsetInstant(at("2026-11-05", 14), in: zone))
        person.add(.session(without), at: at("2026-11-05", 14))
        person.add(.session(Session(planned: "s3", status: .missed, note: "snow")), at: at("2026-11-09", 15))
        let course = report(person).course
        #expect(course.sessionsDone == 2 && course.sessionsPlanned == 6)
        #expect(course.notHeld.map(\.why) == ["snow"])
        #expect(course.last?.record?.value.dose == nil)
        #expect(
            report(person).allSections.first?.blocks.first.map { "\($0)" }?.contains("dose not noted") == true
        )
        // The session of today, four hours ago, of which nothing is noted.
        #expect(course.withoutRecord.map(\.description) == ["2026-11-12"])
    }

    @Test func effectsLastUntilTheyAreNotedAsGone() throws {
        var person = try person()
        person.session("2026-11-02T14:00", planned: "s1", dissociation: 5)
        person.session("2026-11-05T14:00", planned: "s2", dissociation: 3)
        for (date, gone) in [("2026-11-02", at("2026-11-02", 18)), ("2026-11-09", at("2026-11-09", 18))] {
            var symptoms = Symptoms(day: CivilDate(date) ?? CivilDate(days: 0))
            symptoms.effectsGoneAt = OffsetInstant(gone, in: zone)
            symptoms.headache = date == "2026-11-02"
            person.add(.symptoms(symptoms), at: gone)
        }
        let effects = report(person).effects
        #expect(effects.lasted == [Minutes(240)], "four days later is no answer to the second session")
        #expect(effects.peaks == [5, 3])
        #expect(effects.symptoms.map(\.word) == ["headache"])
        #expect(effects.symptoms.first?.days == 1 && effects.symptoms.first?.asked == 2)
    }

    @Test func medicinesAreToldFromTheLastChangeOn() throws {
        var person = try person()
        let change = Adjustment(what: "dose", from: "40 mg", to: "50 mg", effective: DayOrTime("2026-11-06"))
        person.add(.adjustment(change), at: at("2026-11-06"))
        for (name, start, stop) in [
            ("old", "2026-01-01", nil), ("new", "2026-11-08", nil), ("gone", "2026-01-01", "2026-11-07"),
            ("long gone", "2025-01-01", "2026-01-01"), ("to come", "2026-12-01", nil),
        ] as [(String, String, String?)] {
            person.add(
                .medication(
                    Medication(
                        name: name, start: DayOrTime(start), stop: stop.flatMap { DayOrTime($0) })),
                at: at("2026-11-08"))
        }
        let medicines = report(person).medicines
        #expect(medicines.current.map(\.name) == ["old", "new"])
        #expect(medicines.current.filter(medicines.isNew).map(\.name) == ["new"])
        #expect(medicines.stopped.map(\.name) == ["gone"])
    }

    @Test func aWeekUnderFourNightsHasNoFigure() throws {
        var person = try person()
        for day in 3...5 {
            try person.night(
                "2026-11-0\(day)", bed: "22:30", try: "22:45", sol: "20", wakes: "1", waso: "10",
                woke: "06:00",
                up: "06:30", quality: "3")
        }
        let report = report(person)
        #expect(report.weeks.map(\.logged) == [3, 0])
        #expect(report.weeks.first?.efficiency == nil && report.weeks.first?.quality == nil)
        #expect(report.weeks.first?.days.prefix(4) == [.logged(3), .logged(3), .logged(3), .notLogged])
        #expect(report.sevenNights.rows.allSatisfy { $0.value == nil })
    }
}

// What one shift hands over to the next, and how it stands on a page of 80 columns.

import CareDomain
import Presets
import TestKit
import Testing

@Suite struct HandOverTests {
    let ward: SampleWard
    let zone: Zone

    init() throws {
        zone = Zone(name: "America/New_York", offsetSeconds: -5 * 3600)
        ward = try SampleWard(zone: zone)
    }

    private func handOver(
        _ now: String = "2026-11-23T12:00", hours: Int = HandOver.usualHours,
        of people: [SamplePerson]? = nil
    ) -> HandOver {
        let instant = ward.instant(now)
        let members = (people ?? ward.people).map { person in
            CohortMember(
                CohortSubject(
                    person.history(now: instant), zone: zone, now: instant, instruments: testInstruments,
                    rules: testRules))
        }
        return HandOver(
            members, at: OffsetInstant(instant, in: zone), hours: hours, routes: Shipped.doseRoutes,
            name: \.name)
    }

    private func rows(_ handOver: HandOver, _ section: Int) -> [[String?]] {
        handOver.sections[section].blocks.flatMap { block -> [[String?]] in
            if case .table(let table) = block { table.rows } else { [] }
        }
    }

    @Test func itSaysOfWhenItIsAndHowFarItLooks() {
        #expect(
            handOver().subtitle
                == "Monday 23 November 2026, 12:00; looks ahead 12 hours, to Tue 24 Nov 00:00")
        #expect(handOver(hours: 8).subtitle.hasSuffix("looks ahead 8 hours, to 20:00"))
    }

    @Test func everyOpenFlagHasItsOwnerAndItsLastAction() throws {
        let flags = rows(handOver(), 0)
        #expect(flags.count == 4)
        #expect(
            flags[0] == ["now", "1 d", "Jean Baptiste", "answer needs a call", "none", "nothing noted"])
        let seen = try #require(flags.first { $0[2] == "Tunde Adeyemi" })
        #expect(seen[4] == "Kim")
        #expect(seen[5] == "seen by sample, Fri 09:10: read the plan together")
        #expect(handOver().flags.allSatisfy { $0.flag.level >= .nextDay })
    }

    @Test func aCallThatNamesTheFlagIsItsLastAction() throws {
        var person = ward.people[0]
        let call = Call(
            start: OffsetInstant(ward.instant("2026-11-23T09:30"), in: zone), reached: .no,
            about: ["baptiste-j.R01.2026-11-22"])
        person.add(.call(call), at: call.start.instant)
        let report = handOver(of: [person])
        #expect(rows(report, 0).first?[5] == "called, not reached by sample, 09:30")
        #expect(report.calls.map(\.member.id.text) == ["baptiste-j"])
    }

    @Test func sessionsHaveTheirOutcomeAndTheRunningOnesTheirNextReading() {
        let sessions = rows(handOver(), 1)
        #expect(sessions.map { $0[1] } == ["João Silva", "Petr Novak", "Ada Lovell"])
        #expect(sessions.map { $0[4] } == ["under observation", "under observation", "planned, in 2 h 00 m"])
        let observed = rows(handOver(), 2)
        #expect(observed.map { $0[3] } == ["reading at 40 m due 30 m ago", "reading at 45 m in 10 m"])
        #expect(rows(handOver("2026-11-23T23:30"), 2).isEmpty)
    }

    @Test func whatHappenedInASessionStandsWithItsEnd() throws {
        var person = try #require(SamplePerson("kim", zone: zone, details: PersonDetails(name: "Kim")))
        let start = OffsetInstant(ward.instant("2026-11-23T08:00"), in: zone)
        let left = OffsetInstant(ward.instant("2026-11-23T10:05"), in: zone)
        let session = Session(
            status: .done, start: start, route: .intravenous,
            events: [.init(what: "nausea", severity: "mild")], leftAt: left)
        person.add(.session(session), at: left.instant)
        #expect(rows(handOver(of: [person]), 1).first?[4] == "left 10:05, nausea (mild)")
    }

    @Test(arguments: [(12, 2), (13, 3), (72, 3), (24 * 7, 4)])
    func dutiesBeforeTheNextShift(hours: Int, count: Int) {
        let duties = handOver(hours: hours).duties
        #expect(duties.count == count)
        #expect(duties.allSatisfy { $0.duty.due != nil })
    }

    @Test func whatCanWaitStandsInOneLineAPerson() throws {
        // Beside a new medicine, something new twice in a row after the session.
        var person = try #require(ward.people.first { $0.id.text == "lovell-a" })
        for day in ["2026-11-20", "2026-11-21"] {
            var symptoms = Symptoms(day: try #require(CivilDate(day)))
            symptoms.urgency = true
            person.add(.symptoms(symptoms), at: ward.instant("\(day)T19:00"))
        }
        let report = handOver(of: [person])
        let waiting = rows(report, 5)
        let open = report.flags.filter { $0.flag.level == .nextDay }
        #expect(open.count > 1)
        #expect(waiting.count == 1)
        #expect(waiting.first?[2]?.split(separator: ",").count == open.count)
    }

    @Test func callsThatReachedNobodyAndNoOlderOnes() throws {
        let calls = rows(handOver(), 4)
        #expect(
            calls == [
                [
                    "Sat 16:20", "Samira Farouk", "left a message, sample", "no phone noted",
                    "asked to call back",
                ]
            ])
        #expect(rows(handOver("2026-12-06T12:00"), 4).isEmpty)
    }

    @Test func anEmptyWardSaysSoInEverySection() {
        let report = handOver(of: [])
        #expect(report.sections.count == 6)
        for section in report.sections {
            guard case .note? = section.blocks.first else {
                Issue.record("\(section.title) is not a line")
                continue
            }
        }
    }

    /// What is given, withheld or ended is not for a list to say.
    @Test func itProposesNothing() {
        let words = handOver().sections.flatMap { section in
            section.blocks.flatMap { block -> [String] in
                switch block {
                case .table(let table): table.rows.flatMap { $0.compactMap { $0 } }
                case .note(let text): [text]
                default: []
                }
            } + [section.title]
        }.joined(separator: " ").lowercased()
        for word in ["give ", "withhold", "discharge", "should", "recommend"] {
            #expect(!words.contains(word), "\(word)")
        }
    }
}

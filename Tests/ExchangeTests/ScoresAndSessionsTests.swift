// Questionnaires and sessions from tables.

import CareDomain
import Testing

@testable import Exchange

@Suite struct ScoresTests {
    @Test func itemsAndTotals() throws {
        let result = try read(
            """
            date,instrument,item1,item2,item3,total,remark
            2026-03-03,PHQ-9,1,2,0,,x
            2026-03-10,phq9,1,,,,
            2026-03-03,isi,,,,18,
            """)
        #expect(
            result.allCheckIns == [
                CheckIn(instrument: "phq9", answers: [1, 2, 0]),
                CheckIn(instrument: "phq9", answers: [1, nil, nil]),
                CheckIn(instrument: "isi", givenTotal: 18),
            ])
        #expect(
            result.drafts.compactMap(\.draft.origin?.key) == [
                "2026-03-03.phq9", "2026-03-10.phq9", "2026-03-03.isi",
            ])
        #expect(result.drafts.first?.draft.origin?.source == "scores")
        #expect(result.drafts.first?.draft.origin?.instant.text(in: .utc) == "2026-03-03T12:00:00+00:00")
        #expect(result.warnings == ["left out, having no place in scores: \"remark\""])
        #expect(result.read == 3 && result.to?.description == "2026-03-10" && result.nights == 0)
    }

    /// A last item left blank is an unknown answer, so that no total is made of the others.
    @Test func knownLengthKeepsBlanks() throws {
        let table =
            "date,instrument,item1,item2,item3\n2026-03-03,short,1,1,\n2026-03-04,short,1,1,1\n"
            + "2026-03-05,long,1,,\n"
        let result = try read(table, options(itemCount: { ["short": 2, "long": 4][$0] }))
        #expect(result.allCheckIns.map(\.answers) == [[1, 1], [1, nil, nil, nil]])
        #expect(result.allCheckIns.map(\.total) == [2, nil])
        #expect(result.skipped == [.init(line: 3, why: "item3: short has 2 items")])
    }

    /// An answer is kept whatever stands beside it.
    @Test func aTotalThatCannotBeIsRefusedWhereItStandsAlone() throws {
        var known = options(itemCount: { $0 == "isi" ? 7 : nil })
        known.isTotal = { $0 != "isi" || $1 <= 28 }
        let table =
            "date,instrument,total,item1\n2026-03-03,isi,28,\n2026-03-04,isi,29,\n"
            + "2026-03-05,isi,99,4\n2026-03-06,other,99,\n"
        let result = try read(table, known)
        #expect(result.allCheckIns.map(\.givenTotal) == [28, 99, 99])
        #expect(result.skipped == [.init(line: 3, why: "total: isi cannot come to 29")])
    }

    @Test(arguments: [
        ("2026-03-03,,1,", "the instrument is missing"),
        ("2026-03-03,!!,1,", "instrument: \"!!\" is no name such as phq9"),
        (",phq9,1,", "the date is missing"),
        ("3.3.26,phq9,1,", "date: not a date such as 2026-11-03"),
        ("2027-03-03,phq9,1,", "date: has not come yet"),
        ("2026-03-03,phq9,often,", "item1: \"often\" is no whole number from 0"),
        ("2026-03-03,phq9,,17.5", "total: \"17.5\" is no whole number from 0"),
        ("2026-03-03,phq9,,", "neither an answer nor a total is given"),
    ]) func refusedWithAReason(_ row: String, why: String) throws {
        let result = try read("date,instrument,item1,total\n" + row, as: .scores)
        #expect(result.skipped == [.init(line: 2, why: why)])
        #expect(result.read == 1 && result.drafts.isEmpty && result.from == nil)
    }

    @Test func todayBeforeNoon() throws {
        var morning = options()
        morning.now = morning.zone.instant(CivilTime(morning.today, secondOfDay: 3600))
        let result = try read("date,instrument,total\n2026-11-22,isi,3\n", morning)
        #expect(result.drafts.first?.draft.origin?.instant == morning.now)
    }
}

@Suite struct SessionsTests {
    @Test func rows() throws {
        let result = try read(
            """
            at,route,dose,unit,status,note,room
            2026-03-02T10:00:00+01:00,IV,40,mg,done,calm,3
            2026-03-05 10:00,nasal,84,mg,,,
            2026-12-01T10:00:00Z,im,0.5,mg/kg,,,
            2026-12-03T10:00:00Z,,,,cancelled,ill,
            """)
        let sessions = result.allSessions
        #expect(sessions.map(\.status) == [.done, .done, .planned, .cancelled])
        #expect(sessions.map(\.route) == [.intravenous, .nasal, .intramuscular, nil])
        #expect(
            sessions.map(\.dose) == [
                Dose(40, .milligrams), Dose(84, .milligrams), Dose(0.5, .milligramsPerKilogram), nil,
            ])
        #expect(sessions.map(\.note) == ["calm; room: 3", nil, nil, "ill"])
        #expect(
            result.drafts.compactMap(\.draft.origin?.key).prefix(2) == [
                "2026-03-02T10:00:00+01:00", "2026-03-05T10:00:00+00:00",
            ])
        #expect(result.from?.description == "2026-03-02" && result.to?.description == "2026-12-03")
    }

    @Test(arguments: [
        (",iv,40,mg,", "the time (at) is missing"),
        ("2 March,iv,40,mg,", "at: \"2 March\" is no time such as 2026-11-03T10:00:00+01:00"),
        ("2026-03-02T10:00,rectal,40,mg,", "route: \"rectal\" is none of iv, im, nasal, sublingual, oral"),
        ("2026-03-02T10:00,iv,40,,", "the dose has no unit"),
        ("2026-03-02T10:00,iv,40,mcg,", "unit: \"mcg\" is none of mg, mg/kg"),
        ("2026-03-02T10:00,iv,nan,mg,", "dose: \"nan\" is no number above 0"),
        ("2026-03-02T10:00,iv,-4,mg,", "dose: \"-4\" is no number above 0"),
        (
            "2026-03-02T10:00,iv,40,mg,maybe",
            "status: \"maybe\" is none of planned, done, missed, moved, cancelled"
        ),
        ("2027-03-02T10:00,iv,40,mg,done", "status: done, and yet it has not come"),
    ]) func refusedWithAReason(_ row: String, why: String) throws {
        let result = try read("at,route,dose,unit,status\n" + row, as: .sessions)
        #expect(result.skipped == [.init(line: 2, why: why)])
        #expect(result.drafts.isEmpty)
    }

    @Test(.enabled(if: TestZones.zone("Europe/Oslo") != nil)) func clockChanges() throws {
        let result = try read(
            "at,status\n2026-03-29T02:30,done\n2025-10-26T02:30,done\n", options("Europe/Oslo"))
        #expect(
            result.drafts.compactMap(\.draft.origin?.key) == [
                "2026-03-29T03:30:00+02:00", "2025-10-26T02:30:00+01:00",
            ])
        #expect(result.warnings.count == 2)
    }
}

// Diary nights from a table: what is taken, what is refused, and on which line.

import CareDomain
import Testing

@testable import Exchange

private let header =
    "date,tz,intoBed,trySleep,sol,nwak,waso,finalAwake,tasafa,earlierThanPlanned,outOfBed,quality\n"

private func diary(_ rows: String..., options given: ImportOptions = options()) throws -> ImportResult {
    try read(header + rows.joined(separator: "\n"), given)
}

@Suite struct DiaryTests {
    @Test func aNight() throws {
        let result = try diary("2026-03-03,UTC,22:15,23:05,40,3,35,06:10,20,30,07:00,1")
        let night = try #require(result.allNights.first)
        let m = night.measures
        #expect(m.timeInBed == Minutes(525) && m.opportunity == Minutes(475))
        #expect(m.sleepPeriod == Minutes(385) && m.totalSleep == Minutes(350))
        #expect(night.quality == 1 && night.earlierThanPlanned == Minutes(30))
        let origin = try #require(result.drafts.first?.draft.origin)
        #expect(origin.source == "diary" && origin.key == "2026-03-03")
        #expect(origin.instant == night.outOfBed)
        #expect(result.drafts.first?.person == nil)
        #expect(
            result.read == 1 && result.nights == 1 && result.from == night.date && result.to == night.date)
        #expect(result.warnings.isEmpty)
    }

    @Test func columnsInAnyOrderAndNotes() throws {
        let result = try read(
            "\u{FEFF}Mood;date;comment;OUTOFBED;intoBed;;medication\r\n"
                + "4;2026-03-03;\"late\r\nagain\";07:00:00;2215;x;none\r\n"
                + ";2026-03-04;;07:00;22:15;;\r\n")
        let nights = result.allNights
        #expect(nights.map(\.comment) == ["late\r\nagain; Mood: 4; column 6: x", nil])
        #expect(nights.map(\.medication) == ["none", nil])
        #expect(nights[0].measures.timeInBed == Minutes(525))
        #expect(result.drafts.map(\.line) == [2, 4])
    }

    /// What someone wrote is kept as it is; it is made harmless where it is shown.
    @Test func controlCharactersAreKept() throws {
        let night = try read("date,intoBed,comment\n2026-03-03,22:15,a\u{1B}[31mb\u{202E}c\n").allNights.first
        #expect(night?.comment == "a\u{1B}[31mb\u{202E}c")
    }

    @Test func blankIsUnknown() throws {
        let night = try #require(try diary("2026-03-03, ,22:15,,,0,,,,,07:00,").allNights.first)
        #expect(night.latency == nil && night.trySleep == nil && night.quality == nil)
        #expect(night.awakenings == 0 && night.wakeAfterSleepOnset == nil)
        #expect(night.measures.wakeAfterSleepOnset == .zero, "never woken")
    }

    @Test(arguments: [
        (",,22:15,,,,,,,,07:00,", "the date is missing"),
        ("3 March,,22:15,,,,,,,,07:00,", "date: not a date such as 2026-11-03"),
        ("2026-02-29,,22:15,,,,,,,,07:00,", "date: not a date such as 2026-11-03"),
        ("2027-01-01,,22:15,,,,,,,,07:00,", "date: has not come yet"),
        ("2026-03-03,Mars/Olympus,22:15,,,,,,,,07:00,", "tz: there is no time zone \"Mars/Olympus\""),
        ("2026-03-03,../etc/passwd,22:15,,,,,,,,07:00,", "tz: there is no time zone \"../etc/passwd\""),
        ("2026-03-03,,25:15,,,,,,,,07:00,", "into bed: not a clock time such as 22:40"),
        ("2026-03-03,,22:15,,,,,,,,07:00,6", "quality: not within 1 to 5"),
        ("2026-03-03,,22:15,,,,,,,,07:00,good", "quality: not a number"),
        (
            "2026-03-03,,22:15,,NA,,,,,,07:00,9",
            "minutes to fall asleep: not a number; quality: not within 1 to 5"
        ),
        ("2026-03-03,,22:15,,-5,,,,,,07:00,", "minutes to fall asleep: not within 0 to 1440"),
        (
            "2026-03-03,,22:15,,99999999999999999999999,,,,,,07:00,",
            "minutes to fall asleep: not within 0 to 1440"
        ),
        ("2026-03-03,,,,,,,,,,,", "out of bed: nothing is given beside the date"),
        ("2026-03-03,,22:15,,,,,,,,07:00,1,2,3", "the row has 14 cells, the header has 12"),
        ("\"2026-03-03,,22:15", "a quotation mark on this line is never closed"),
    ]) func refusedWithAReason(_ row: String, why: String) throws {
        let result = try diary("2026-03-01,,22:15,,,,,,,,07:00,", row, "2026-03-09,,22:15,,,,,,,,07:00,")
        #expect(result.skipped == [ImportResult.Skipped(line: 3, why: why)])
        #expect(result.allNights.map(\.date.day) == [1, 9])
        #expect(result.read == 3)
    }

    @Test func aDateTwice() throws {
        let result = try diary("2026-03-03,,22:15,,,,,,,,07:00,", "2026-03-03,,22:30,,,,,,,,07:00,")
        #expect(result.nights == 1 && result.read == 2)
        #expect(
            result.skipped == [
                .init(line: 3, why: "\"2026-03-03\" was on line 2 already; the first one is taken")
            ])
    }

    @Test func theEndIsMissing() throws {
        let result = try diary("2026-03-02,,22:15,,,,,,,,07:00", "2026-03-03,,22:15,,,,,,,,0")
        #expect(result.skipped == [.init(line: 3, why: "the file ends within this row")])
        #expect(result.nights == 1)
    }

    @Test func severalPeople() throws {
        let table =
            "patient,date,intoBed,outOfBed\nada,2026-03-03,22:00,06:00\nben,2026-03-03,23:00,07:00\n"
            + "Eve!,2026-03-03,23:00,07:00\n,2026-03-04,23:00,07:00\n"
        let all = try read(table)
        #expect(all.drafts.map(\.person) == ["ada", "ben", nil])
        #expect(all.skipped.map(\.line) == [4])
        let one = try read(table, options(person: "ben"))
        #expect(one.drafts.map(\.person) == ["ben", "ben"])
        #expect(one.skipped.map(\.why) == ["the row is about ada, not ben", all.skipped[0].why])
    }

    @Test func columnTwice() {
        #expect(
            problem(Array("date,intoBed,Date\n".utf8), as: .diary)
                == .wrongShape(line: 1, why: "the column \"Date\" stands twice"))
        #expect(problem(Array("a,b\n1,2\n".utf8), as: .diary)?.line == 1)
    }

    @Test(.enabled(if: TestZones.zone("America/New_York") != nil)) func aTimeThatDidNotExist() throws {
        let result = try diary("2026-03-08,America/New_York,22:30,02:30,,,,,,,06:45,")
        let night = try #require(result.allNights.first)
        #expect(night.marks == [.shiftedTime])
        #expect(night.trySleep?.text(in: night.zone) == "2026-03-08T03:30:00-04:00")
    }

    @Test func progressIsTold() throws {
        let row = "2026-03-03,,22:15,,,,,,,,07:00,\n"
        let bytes = Array((header + String(repeating: row, count: 18_000)).utf8)
        var told: [Int] = []
        _ = try ImportSource(name: "x", bytes: bytes).read(options: options()) { done, total in
            #expect(total == bytes.count)
            told.append(done)
        }
        #expect(told.last == bytes.count && told == told.sorted() && told.count < 10)
    }
}

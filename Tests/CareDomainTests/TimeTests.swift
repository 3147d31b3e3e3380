// Dates, clock times as people type them, and what a clock reading means in a zone.

import CareDomain
import JournalStore
import Testing

@Suite struct TimeTests {
    private let zones = ZoneDatabase(files: PosixFileSystem())

    @Test func datesCountDaysAndRefuseWhatTheCalendarHasNot() throws {
        let epoch = try #require(CivilDate("1970-01-01"))
        #expect(epoch.days == 0)
        #expect(epoch.weekday == .thursday)
        let leap = try #require(CivilDate("2024-02-29"))
        #expect(leap.adding(days: 1).description == "2024-03-01")
        #expect(leap.adding(days: -366 + 1).description == "2023-03-01")
        for text in [
            "2023-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026-01-32", "2026/01/01", "",
        ] {
            #expect(CivilDate(text) == nil, "\(text)")
        }
    }

    @Test func everyDayOfFourCenturiesComesBack() {
        for days in stride(from: -150_000, through: 150_000, by: 13) {
            let date = CivilDate(days: days)
            let parts = date.parts
            #expect(CivilDate(year: parts.year, month: parts.month, day: parts.day) == date)
            #expect(CivilDate(date.description) == date)
        }
    }

    @Test(arguments: [
        ("22:40", "22:40"), ("2240", "22:40"), ("22.40", "22:40"), ("7", "07:00"), ("07", "07:00"),
        ("705", "07:05"),
        ("10:40pm", "22:40"), ("10:40 PM", "22:40"), ("12am", "00:00"), ("12 pm", "12:00"),
        ("24:00", "00:00"), ("0:05", "00:05"),
        ("11p", "23:00"), ("22h40", "22:40"),
    ])
    func clockTimesAreReadAsTheyAreTyped(typed: String, read: String) {
        #expect(ClockTime(typed: typed)?.description == read)
    }

    @Test(arguments: ["", "25:00", "22:60", "13pm", "0am", "abc", "2:5", "12345", "-1", "22:40:10", "٢٢:٤٠"])
    func whatIsNoClockTimeIsRefused(typed: String) {
        #expect(ClockTime(typed: typed) == nil)
    }

    @Test(arguments: [
        ("45", 45.0), ("45 min", 45), ("1:10", 70), ("1h10", 70), ("1 h 10 m", 70), ("2h", 120),
        ("12.5", 12.5),
    ])
    func minutesAreReadAsTheyAreTyped(typed: String, minutes: Double) {
        #expect(Minutes(typed: typed)?.value == minutes)
    }

    @Test(arguments: ["", "-5", "1:75", "abc", "1e3", "nan", "h", ":10"])
    func whatIsNoLengthIsRefused(typed: String) {
        #expect(Minutes(typed: typed) == nil)
    }

    @Test func aReadingOccursOnceTwiceOrNever() throws {
        let zone = try #require(zones.zone(named: "America/New_York"))
        let spring = try #require(CivilDate("2026-03-08"))
        let autumn = try #require(CivilDate("2026-11-01"))
        let halfPastTwo = try #require(ClockTime(typed: "02:30"))
        let halfPastOne = try #require(ClockTime(typed: "01:30"))
        guard case .never(let movedOn) = zone.reading(CivilTime(spring, halfPastTwo)) else {
            Issue.record("02:30 was skipped")
            return
        }
        #expect(OffsetInstant(movedOn, in: zone).text() == "2026-03-08T03:30:00-04:00")
        guard case .twice(let earlier, let later) = zone.reading(CivilTime(autumn, halfPastOne)) else {
            Issue.record("01:30 occurred twice")
            return
        }
        #expect(OffsetInstant(earlier, in: zone).text() == "2026-11-01T01:30:00-04:00")
        #expect(OffsetInstant(later, in: zone).text() == "2026-11-01T01:30:00-05:00")
        guard case .one = zone.reading(CivilTime(autumn, halfPastTwo)) else {
            Issue.record("02:30 occurred once")
            return
        }
    }

    @Test(arguments: [
        "2026-11-03T22:40:00-05:00", "2026-11-03T22:40:00+05:30", "1969-12-31T23:59:59+00:00",
    ])
    func instantsComeBackAsTheyWere(text: String) {
        #expect(OffsetInstant(text)?.text() == text)
    }

    @Test(arguments: [
        "2026-11-03T22:40:00", "2026-11-03", "2026-11-03T25:00:00Z", "2026-11-03T22:40:00+24:00x", "junk",
    ])
    func instantsWithoutAnOffsetAreRefused(text: String) {
        #expect(OffsetInstant(text) == nil)
    }

    @Test(arguments: [
        "../etc/passwd", "/etc/passwd", "Europe/../../etc", "", "Europe//Oslo", "Europe/Oslo\n", "Ö",
    ])
    func whatIsNoZoneNameIsNeverAPath(name: String) {
        #expect(!Zone.isName(name))
        #expect(zones.zone(named: name) == nil)
    }

    @Test func hoursOnTheCircleHaveTheMeanOfTheirDirections() throws {
        let mean = try #require(CircularMean.of([23 * 60, 1 * 60], period: 1440))
        #expect(min(mean, 1440 - mean) < 1e-6)
        let quarter = try #require(CircularMean.of([0, 360], period: 1440))
        #expect(abs(quarter - 180) < 1e-6)
        // Vectors weigh directions, so an outlier pulls less than in a mean of numbers.
        let pulled = try #require(CircularMean.of([0, 0, 360], period: 1440))
        #expect(abs(pulled - 106.260_204_7) < 1e-4)
        #expect(CircularMean.of([0, 720], period: 1440) == nil)
        #expect(CircularMean.of([], period: 1440) == nil)
    }
}

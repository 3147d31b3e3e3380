// The zones of this machine: real files, both changes of the clock, and years that no file lists.

import CareDomain
import JournalStore
import TestKit
import Testing

@Suite struct ZoneDatabaseTests {
    let database = ZoneDatabase(files: PosixFileSystem())

    @Test(arguments: [
        ("America/New_York", "2026-03-08T06:59:59Z", -18_000),
        ("America/New_York", "2026-03-08T07:00:00Z", -14_400),
        ("America/New_York", "2026-11-01T05:59:59Z", -14_400),
        ("America/New_York", "2026-11-01T06:00:00Z", -18_000),
        ("America/New_York", "2090-07-01T00:00:00Z", -14_400),
        ("America/New_York", "2090-12-01T00:00:00Z", -18_000),
        ("Europe/Oslo", "2026-03-29T01:00:00Z", 7200), ("Europe/Oslo", "2026-10-25T01:00:00Z", 3600),
        ("Europe/Oslo", "2060-03-28T01:00:00Z", 7200), ("Europe/Oslo", "2060-03-28T00:59:59Z", 3600),
        ("Australia/Lord_Howe", "2026-01-01T00:00:00Z", 39_600),
        ("Australia/Lord_Howe", "2026-07-01T00:00:00Z", 37_800),
        ("Australia/Lord_Howe", "2070-07-01T00:00:00Z", 37_800),
        ("Pacific/Kiritimati", "2026-07-01T00:00:00Z", 50_400),
        ("Pacific/Kiritimati", "1990-01-01T00:00:00Z", -36_000),
        ("Asia/Kathmandu", "2026-01-01T00:00:00Z", 20_700),
    ])
    func offsetsAreThoseOfTheFiles(_ name: String, _ instant: String, _ offset: Int) throws {
        let zone = try #require(database.zone(named: name))
        #expect(zone.offsetSeconds(at: try #require(OffsetInstant(instant)).instant) == offset)
    }

    private func reading(_ name: String, _ date: String, _ clock: String) throws -> Reading {
        let zone = try #require(database.zone(named: name))
        return zone.reading(CivilTime(try #require(CivilDate(date)), try #require(ClockTime(typed: clock))))
    }

    private func instant(_ text: String) throws -> Instant { try #require(OffsetInstant(text)).instant }

    @Test func anHourCanComeTwiceOrNever() throws {
        #expect(
            try reading("America/New_York", "2026-11-01", "01:30")
                == .twice(
                    earlier: instant("2026-11-01T01:30:00-04:00"), later: instant("2026-11-01T01:30:00-05:00")
                ))
        #expect(
            try reading("America/New_York", "2026-03-08", "02:30")
                == .never(movedOn: instant("2026-03-08T03:30:00-04:00")))
        #expect(
            try reading("America/New_York", "2026-11-01", "02:00")
                == .one(instant("2026-11-01T02:00:00-05:00")))
        // Half an hour at Lord Howe.
        #expect(
            try reading("Australia/Lord_Howe", "2026-04-05", "01:45")
                == .twice(
                    earlier: instant("2026-04-05T01:45:00+11:00"), later: instant("2026-04-05T01:45:00+10:30")
                ))
        #expect(
            try reading("Australia/Lord_Howe", "2026-10-04", "02:15")
                == .never(movedOn: instant("2026-10-04T02:45:00+11:00")))
        // In a year that is in no file.
        #expect(
            try reading("Europe/Oslo", "2060-10-31", "02:30")
                == .twice(
                    earlier: instant("2060-10-31T02:30:00+02:00"), later: instant("2060-10-31T02:30:00+01:00")
                ))
    }

    @Test(arguments: [
        "", "Mars/Olympus", "../etc/passwd", "America", "/etc/localtime", "Europe//Oslo", "tzdata.zi",
        "Europe/..",
    ])
    func whatIsNoZoneIsNone(_ name: String) {
        #expect(database.zone(named: name) == nil)
    }

    @Test func damagedFilesAreNoZones() throws {
        let posix = PosixFileSystem()
        let folder = try posix.openFolder("/usr/share/zoneinfo", in: nil)
        defer { posix.close(folder) }
        let file = try posix.openFile("Europe/Oslo", in: folder, for: .readingThroughLinks)
        defer { posix.close(file) }
        let bytes = try posix.read(file, at: 0, count: 1 << 16)
        var random = SeededGenerator(seed: 1)
        for cut in stride(from: 0, to: bytes.count - 1, by: 7) {
            let files = MemoryFileSystem()
            files.put(Array(bytes.prefix(cut)), at: "/zones/Cut")
            var damaged = bytes
            for _ in 0..<8 { damaged[random.int(0...(bytes.count - 1))] = UInt8(random.int(0...255)) }
            files.put(damaged, at: "/zones/Damaged")
            let database = ZoneDatabase(files: files, folder: "/zones")
            #expect(database.zone(named: "Cut") == nil)
            // Whatever it says now, it says something for every instant.
            if let zone = database.zone(named: "Damaged") { _ = zone.civil(Instant(seconds: 4_000_000_000)) }
        }
    }

    @Test func theSystemsZoneIsFound() {
        let files = MemoryFileSystem()
        func name(_ setting: String?) -> String? {
            ZoneDatabase(files: files, systemSetting: setting).systemZoneName()
        }
        #expect(name(nil) == nil)
        files.place(.link(to: "/usr/share/zoneinfo/Europe/Oslo"), at: "/etc/localtime")
        #expect(name(nil) == "Europe/Oslo")
        files.put("Asia/Kathmandu\n", at: "/etc/timezone")
        #expect(name(nil) == "Asia/Kathmandu")
        #expect(name("America/New_York") == "America/New_York")
        #expect(name(":/usr/share/zoneinfo/America/New_York") == "America/New_York")
        #expect(name("<+03>-3") == nil)
        #expect(ZoneDatabase(files: files).systemZone() == .utc)
    }
}

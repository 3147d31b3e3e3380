// A time zone: which offset from UTC its clocks show at any instant, and which instants a clock reading can
// be.

/// A date and a reading of the clock, to the second, as a wall shows them.
package struct CivilTime: Hashable, Comparable, Sendable {
    package var date: CivilDate
    /// Seconds after midnight, 0..<86400.
    package var secondOfDay: Int

    package init(_ date: CivilDate, secondOfDay: Int) {
        self.date = date
        self.secondOfDay = secondOfDay
    }

    package init(_ date: CivilDate, _ clock: ClockTime) {
        self.init(date, secondOfDay: clock.minutesAfterMidnight * 60)
    }

    /// Seconds since the midnight that began 1970, on the same wall.
    package var wallSeconds: Int { date.days * 86_400 + secondOfDay }

    package init(wallSeconds: Int) {
        let days = wallSeconds.floorDivided(by: 86_400)
        self.init(CivilDate(days: days), secondOfDay: wallSeconds - days * 86_400)
    }

    /// The clock's reading, seconds dropped.
    package var clock: ClockTime { ClockTime(minutesAfterMidnight: secondOfDay / 60) ?? .midnight }

    package static func < (a: CivilTime, b: CivilTime) -> Bool { a.wallSeconds < b.wallSeconds }
}

/// What a reading of the clock means in a zone.
package enum Reading: Equatable, Sendable {
    case one(Instant)
    /// The hour that is repeated when clocks go back.
    case twice(earlier: Instant, later: Instant)
    /// The hour that is left out when clocks go forward; the instant is the reading moved on by the gap.
    case never(movedOn: Instant)
}

/// A zone with its offsets, from the time zone database or fixed.
package struct Zone: Hashable, Sendable {
    /// The IANA name, `Europe/Oslo`, or an offset, `+02:00`, where no name is known.
    package let name: String
    let rules: ZoneRules

    package init(name: String, rules: ZoneRules) {
        self.name = name
        self.rules = rules
    }

    /// A zone that never changes its offset.
    package init(name: String, offsetSeconds: Int) {
        self.init(name: name, rules: ZoneRules(offsetSeconds: offsetSeconds))
    }

    package static let utc = Zone(name: "UTC", offsetSeconds: 0)

    package static func == (a: Zone, b: Zone) -> Bool { a.name == b.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }

    /// Seconds to add to UTC for the time of the wall.
    package func offsetSeconds(at instant: Instant) -> Int { rules.offset(at: Int(instant.seconds)) }

    package func civil(_ instant: Instant) -> CivilTime {
        CivilTime(wallSeconds: Int(instant.seconds) + offsetSeconds(at: instant))
    }

    package func date(_ instant: Instant) -> CivilDate { civil(instant).date }
    package func clock(_ instant: Instant) -> ClockTime { civil(instant).clock }

    package func reading(_ time: CivilTime) -> Reading {
        let wall = time.wallSeconds
        // A zone's offsets around the reading; a day on either side covers every change that could matter.
        let before = rules.offset(at: wall - 86_400)
        let after = rules.offset(at: wall + 86_400)
        var found: [Int] = []
        for offset in Set([before, after]) where rules.offset(at: wall - offset) == offset {
            found.append(wall - offset)
        }
        found.sort()
        switch found.count {
        case 0: return .never(movedOn: Instant(seconds: Int64(wall - before)))
        case 1: return .one(Instant(seconds: Int64(found[0])))
        default:
            return .twice(
                earlier: Instant(seconds: Int64(found[0])), later: Instant(seconds: Int64(found[1])))
        }
    }

    /// One instant for a reading: the earlier of two, moved on by the gap where there is none.
    package func instant(_ time: CivilTime) -> Instant {
        switch reading(time) {
        case .one(let instant), .twice(let instant, _), .never(let instant): instant
        }
    }

    /// The name of an IANA zone has letters, digits, `_`, `+`, `-` and inner slashes only, so it is safe as a
    /// path.
    package static func isName(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return !text.isEmpty && text.utf8.count <= 64
            && parts.allSatisfy { part in
                part.first?.isLetter == true
                    && part.utf8.allSatisfy { byte in
                        let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                        return isLetter || (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x5F].contains(byte)
                    }
            }
    }
}

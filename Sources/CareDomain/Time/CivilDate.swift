// A date of the calendar, without a time and without a place.

/// A date of the proleptic Gregorian calendar, kept as days since 1 January 1970.
package struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    package let days: Int

    package init(days: Int) { self.days = days }

    /// Nil where the calendar has no such date, or the year is not within 1...9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        // Years are counted from March, so that the leap day is the last of its year.
        let shifted = month > 2 ? year : year - 1
        let era = shifted.floorDivided(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Reads `2026-11-03`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 10 else { return nil }
        self.init(Array(text.utf8).span)
    }

    /// The same of a string, without a copy of its bytes.
    package init?(_ text: String) {
        guard text.utf8.count == 10 else { return nil }
        self.init(text.utf8.span)
    }

    /// Reads the first ten bytes of at least so many.
    init?(_ bytes: Span<UInt8>) {
        guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = ISOTime.number(bytes, 0..<4), let month = ISOTime.number(bytes, 5..<7),
            let day = ISOTime.number(bytes, 8..<10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package var year: Int { parts.year }
    /// 1...12.
    package var month: Int { parts.month }
    /// 1...31.
    package var day: Int { parts.day }
    package var weekday: Weekday { Weekday(rawValue: (days + 3).modulo(7)) ?? .monday }

    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package func adding(days count: Int) -> CivilDate { CivilDate(days: days + count) }

    /// Days from this date to another; negative where that is earlier.
    package func days(until other: CivilDate) -> Int { other.days - days }

    /// The Monday of the date's week.
    package var startOfWeek: CivilDate { adding(days: -weekday.rawValue) }

    package static func < (a: CivilDate, b: CivilDate) -> Bool { a.days < b.days }

    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDate: CustomStringConvertible {
    /// `2026-11-03`.
    package var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10)
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same, straight into bytes: journals are full of dates.
    func append(to bytes: inout [UInt8]) {
        let (year, month, day) = parts
        if (0...9999).contains(year) {
            bytes.append(year, digits: 4)
        } else {
            bytes.append(contentsOf: year.padded(to: 4).utf8)
        }
        bytes.append(UInt8(ascii: "-"))
        bytes.append(month, digits: 2)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(day, digits: 2)
    }
}

/// A day of the week, Monday first.
package enum Weekday: Int, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// `Mon`.
    package var shortName: String { String(name.prefix(3)) }

    package var name: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}

package enum MonthName {
    private static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November",
        "December",
    ]

    /// - Parameter month: 1...12.
    package static func long(_ month: Int) -> String {
        names.indices.contains(month - 1) ? names[month - 1] : ""
    }
    package static func short(_ month: Int) -> String { String(long(month).prefix(3)) }
}

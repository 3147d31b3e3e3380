// A reading of the clock on the wall, to the minute.

/// Minutes after midnight, 0..<1440, wherever the clock hangs.
package struct ClockTime: Hashable, Comparable, Sendable {
    /// 0..<1440.
    package let minutesAfterMidnight: Int

    package static let midnight = ClockTime(unchecked: 0)

    private init(unchecked minutes: Int) { minutesAfterMidnight = minutes }

    /// Nil outside 0..<1440.
    package init?(minutesAfterMidnight: Int) {
        guard (0..<1440).contains(minutesAfterMidnight) else { return nil }
        self.minutesAfterMidnight = minutesAfterMidnight
    }

    /// The full minute nearest to a finite second of the day; after the last half minute it is midnight.
    package init(nearestToSecond second: Double) {
        minutesAfterMidnight = Int((second / 60).rounded()).modulo(1440)
    }

    package init?(hour: Int, minute: Int) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        minutesAfterMidnight = hour * 60 + minute
    }

    /// Reads what a tired person types: `22:40`, `2240`, `22.40`, `7`, `10:40pm`, `10 pm`; nil for anything
    /// else.
    ///
    /// One or two digits are an hour; three or four are hour and minutes. `24:00` is midnight.
    package init?(typed text: some StringProtocol) {
        var letters = text.lowercased().filter { $0 != " " }
        var afternoon: Bool?
        for (suffix, isAfternoon) in [("am", false), ("pm", true), ("a", false), ("p", true)]
        where letters.hasSuffix(suffix) {
            letters.removeLast(suffix.count)
            afternoon = isAfternoon
            break
        }
        guard let (hour, minute) = Self.hourAndMinute(letters) else { return nil }
        switch afternoon {
        case nil: self.init(hour: hour == 24 && minute == 0 ? 0 : hour, minute: minute)
        case let isAfternoon?:
            guard (1...12).contains(hour) else { return nil }
            self.init(hour: hour % 12 + (isAfternoon ? 12 : 0), minute: minute)
        }
    }

    private static func hourAndMinute(_ text: String) -> (Int, Int)? {
        let parts = text.split(whereSeparator: { $0 == ":" || $0 == "." || $0 == "h" }, omittingEmpty: false)
        switch parts.count {
        case 1:
            let digits = Array(parts[0].utf8)
            guard (1...4).contains(digits.count), let number = Int(digits: digits) else { return nil }
            return digits.count <= 2 ? (number, 0) : (number / 100, number % 100)
        case 2:
            guard (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
                let hour = Int(digits: parts[0].utf8), let minute = Int(digits: parts[1].utf8)
            else { return nil }
            return (hour, minute)
        default: return nil
        }
    }

    package var hour: Int { minutesAfterMidnight / 60 }
    package var minute: Int { minutesAfterMidnight % 60 }

    /// The reading so many minutes later, past midnight too.
    package func adding(minutes: Int) -> ClockTime {
        ClockTime(minutesAfterMidnight: (minutesAfterMidnight + minutes).modulo(1440)) ?? self
    }

    package static func < (a: ClockTime, b: ClockTime) -> Bool {
        a.minutesAfterMidnight < b.minutesAfterMidnight
    }
}

extension ClockTime: CustomStringConvertible {
    /// `07:05`.
    package var description: String { hour.padded(to: 2) + ":" + minute.padded(to: 2) }
}

extension StringProtocol {
    fileprivate func split(whereSeparator isSeparator: (Character) -> Bool, omittingEmpty: Bool)
        -> [SubSequence]
    {
        split(maxSplits: .max, omittingEmptySubsequences: omittingEmpty, whereSeparator: isSeparator)
    }
}

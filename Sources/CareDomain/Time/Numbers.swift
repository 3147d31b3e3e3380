// Small arithmetic and digits that dates, clock times and measures share.

extension Int {
    /// Division that rounds towards minus infinity.
    package func floorDivided(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor != 0 && (self < 0) != (divisor < 0) ? quotient - 1 : quotient
    }

    /// The remainder that is never negative for a positive divisor.
    package func modulo(_ divisor: Int) -> Int { self - floorDivided(by: divisor) * divisor }

    /// Reads ASCII digits alone; nil for anything else, nothing at all, or more than 18 of them.
    package init?(digits: some Collection<UInt8>) {
        guard !digits.isEmpty, digits.count <= 18 else { return nil }
        var value = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        self = value
    }

    /// The number with zeros in front, to at least so many digits.
    package func padded(to width: Int) -> String {
        let digits = String(magnitude)
        let zeros = String(repeating: "0", count: Swift.max(0, width - digits.count))
        return (self < 0 ? "-" : "") + zeros + digits
    }
}

extension [UInt8] {
    /// Adds a number's last digits, with zeros in front.
    /// - Parameter number: not negative.
    mutating func append(_ number: Int, digits: Int) {
        var rest = number
        append(contentsOf: repeatElement(0x30, count: digits))
        for place in 1...digits {
            self[count - place] = UInt8(0x30 + rest % 10)
            rest /= 10
        }
    }
}

extension RandomAccessCollection where Index == Int {
    /// The place of the first element for which something does not hold, the end where it holds for all.
    /// - Parameter isBefore: holds for some elements and then for no more.
    /// - Complexity: O(log n).
    func place(where isBefore: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

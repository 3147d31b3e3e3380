// The numbers of a journal's records as they are read: which are missing, which stand out of order.

/// Each record has a number, 1, 2, 3 ... within its journal, so that what was taken out or moved shows.
struct SequenceCheck: Equatable {
    /// How a number fits those before it.
    enum Fit: Equatable {
        case next
        /// It fills a gap: the record stands behind one that was written later.
        case late
        /// A record before it has this number.
        case taken
    }

    private struct Gap: Equatable {
        var numbers: ClosedRange<Int>
        /// The line that comes after it.
        let line: Int
        /// Damaged lines in it, each of which may have been a record.
        let unread: Int
    }

    /// The greatest number so far; that of the next record is greater by one.
    private(set) var last = 0
    /// By number; a late one narrows its gap.
    private var gaps: [Gap] = []
    /// Damaged lines since the last number.
    private(set) var unread = 0

    /// - Parameter line: where the record stands, 1 for the first line.
    mutating func take(_ number: Int, line: Int) -> Fit {
        guard number <= last else {
            if number > last + 1 {
                gaps.append(Gap(numbers: (last + 1)...(number - 1), line: line, unread: unread))
            }
            last = number
            unread = 0
            return .next
        }
        return fill(number) ? .late : .taken
    }

    /// Takes note of a damaged line.
    mutating func takeUnread() { unread += 1 }

    /// Takes note of a line of a later version, whose number is left free for it.
    mutating func takeNewer() { last += 1 }

    /// Where records are missing, and how many.
    var missing: [(line: Int, count: Int)] {
        gaps.compactMap { gap in
            let count = gap.numbers.count - gap.unread
            return count > 0 ? (gap.line, count) : nil
        }
    }

    /// Takes a number out of the gap that it lies in; false where it lies in none.
    private mutating func fill(_ number: Int) -> Bool {
        var (low, high) = (0, gaps.count)
        while low < high {
            let middle = (low + high) / 2
            if gaps[middle].numbers.upperBound < number { low = middle + 1 } else { high = middle }
        }
        guard gaps.indices.contains(low), gaps[low].numbers.contains(number) else { return false }
        let gap = gaps.remove(at: low)
        let parts = [gap.numbers.lowerBound..<number, number + 1..<gap.numbers.upperBound + 1]
        for (index, part) in parts.filter({ !$0.isEmpty }).enumerated() {
            let numbers = part.lowerBound...(part.upperBound - 1)
            gaps.insert(Gap(numbers: numbers, line: gap.line, unread: gap.unread), at: low + index)
        }
        return true
    }
}

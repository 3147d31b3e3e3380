// How regular sleep is: the sleep regularity index over pairs of moments a day apart.

/// Pairs of moments 24 elapsed hours apart of which both states are known, and how many of them agree.
///
/// Source: Phillips et al. 2017, PMC5468315. Computed here over exact intervals instead of epochs; 24 hours
/// are elapsed ones, so a clock change counts.
package struct RegularityPairs: Equatable, Sendable {
    /// Milliseconds of pairs that were compared.
    package let compared: Int64
    /// Milliseconds of those in which the state was the same.
    package let same: Int64

    static let day: Int64 = 86_400_000
    /// Fewer days of pairs than these say nothing. Source: sleepreg 1.3.5.
    package static let minimumDays = 5.0

    private init(compared: Int64, same: Int64) {
        self.compared = compared
        self.same = same
    }

    /// Days of pairs, 0 where there are none.
    package var days: Double { Double(compared) / Double(Self.day) }

    /// -100...100; nil where fewer days of pairs are known than asked for, or none at all.
    package func index(minimumDays: Double = Self.minimumDays) -> Double? {
        guard compared > 0, days >= minimumDays else { return nil }
        return -100 + 200 * Double(same) / Double(compared)
    }

    /// - Parameters:
    ///   - asleep: when the person slept, in milliseconds since 1970; overlaps do no harm.
    ///   - known: when it is known whether the person slept; what lies outside is never compared.
    package init(asleep: [Range<Int64>], known: [Range<Int64>]) {
        let (asleep, known) = (Intervals(asleep), Intervals(known))
        // Wherever a state changes, now or a day later, a new piece begins.
        var cuts: [Int64] = []
        for edge in asleep.edges + known.edges { cuts += [edge, edge - Self.day] }
        cuts.sort()
        var (compared, same) = (Int64(0), Int64(0))
        for (from, to) in zip(cuts, cuts.dropFirst()) where from < to {
            guard known.contains(from), known.contains(from + Self.day) else { continue }
            compared += to - from
            if asleep.contains(from) == asleep.contains(from + Self.day) { same += to - from }
        }
        self.init(compared: compared, same: same)
    }

    /// Pairs of epochs: of each row with the one below it.
    /// - Parameter days: a row a day, an equal part of the day each; nil where the state is unknown.
    package init(days: [[Bool?]]) {
        var (compared, same) = (Int64(0), Int64(0))
        for (today, tomorrow) in zip(days, days.dropFirst()) where !today.isEmpty {
            let epoch = Self.day / Int64(today.count)
            for case (let now?, let then?) in zip(today, tomorrow) {
                compared += epoch
                if now == then { same += epoch }
            }
        }
        self.init(compared: compared, same: same)
    }

    /// From the noon before the first night to the noon after the last, and for a sleep by day, which noon
    /// would cut in two, from midnight to midnight. What lies between the nights of two dates on end is
    /// known; a day without its night is unknown.
    /// - Parameters:
    ///   - nights: main nights in any order; one without onset or last waking is as one not logged.
    ///   - naps: those with start and end count as sleep.
    package init(nights: [LoggedNight], naps: [Nap] = []) {
        let nights = nights.filter { $0.measures.sleepOnset != nil && $0.measures.finalAwake != nil }
            .sorted { $0.date < $1.date }
        var asleep: [Range<Int64>] = []
        var known: [Range<Int64>] = []
        var previous: (date: CivilDate, end: Instant)?
        for night in nights {
            if let onset = night.measures.sleepOnset, let waking = night.measures.finalAwake, onset < waking {
                asleep.append(onset.milliseconds..<waking.milliseconds)
            }
            let day = night.wholeDay
            var from = day.from
            if let previous, previous.date.days(until: night.date) == 1 { from = min(from, previous.end) }
            if from < day.to { known.append(from.milliseconds..<day.to.milliseconds) }
            previous = (night.date, day.to)
        }
        for nap in naps {
            guard let end = nap.end, nap.start.instant < end.instant else { continue }
            asleep.append(nap.start.instant.milliseconds..<end.instant.milliseconds)
        }
        self.init(asleep: asleep, known: known)
    }
}

/// The sleep regularity index: how likely it is to be in the same state, asleep or awake, 24 elapsed hours
/// apart, laid out from -100 (always the other state) over 0 (chance) to 100 (always the same).
///
/// Source: Phillips et al. 2017, PMC5468315. A diary knows no wake within the night, so its index reads
/// high; other programs show the share of pairs instead, 0 to 100.
package struct RegularityIndex: Equatable, Sendable {
    /// -100...100.
    package let value: Double
    /// Days of pairs that were compared.
    package let days: Double

    /// Nil where fewer than five days of pairs are known.
    package init?(nights: [LoggedNight], naps: [Nap] = []) {
        let pairs = RegularityPairs(nights: nights, naps: naps)
        guard let index = pairs.index() else { return nil }
        value = index
        days = pairs.days
    }
}

extension LoggedNight {
    /// The day of the night's date: from the noon before it to its noon. What of a sleep by day lies behind
    /// that noon belongs to the day of the next night.
    fileprivate var wholeDay: (from: Instant, to: Instant) {
        let bound = { (date: CivilDate, secondOfDay: Int) in
            night.zone.instant(CivilTime(date, secondOfDay: secondOfDay))
        }
        return (bound(date.adding(days: -1), 43_200), bound(date, 43_200))
    }

    /// True for a sleep whose middle lies between nine in the morning and nine in the evening, as a night
    /// worker's does. The hours are Lull's own.
    var isByDay: Bool {
        let from = measures.sleepOnset ?? measures.trySleep ?? measures.intoBed
        let to = measures.finalAwake ?? measures.outOfBed
        guard let from, let to, from < to else { return false }
        let middle = night.zone.civil(from.adding(to.since(from) / 2)).secondOfDay
        return (9 * 3600..<21 * 3600).contains(middle)
    }
}

/// Stretches of time in order and apart, which can be asked whether one of them holds a moment.
struct Intervals {
    private var starts: [Int64] = []
    private var ends: [Int64] = []

    /// Overlapping ones are joined.
    init(_ ranges: [Range<Int64>]) {
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = ends.last, range.lowerBound <= last {
                ends[ends.count - 1] = max(last, range.upperBound)
            } else {
                starts.append(range.lowerBound)
                ends.append(range.upperBound)
            }
        }
    }

    var edges: [Int64] { starts + ends }

    /// - Complexity: O(log n).
    func contains(_ moment: Int64) -> Bool {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= moment { low = middle + 1 } else { high = middle }
        }
        return low > 0 && moment < ends[low - 1]
    }
}

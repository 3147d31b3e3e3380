// When a Fitbit log begins and ends: its readings of the clock, placed in a zone.

import CareDomain

struct FitbitSpan {
    let zone: Zone
    let start: Instant
    /// The sum of the stages after the start; without stages, what the log gives as its end or its length.
    let end: Instant
    /// Minutes from the stages' end to the end that the log gives; nil where one of them is missing.
    let minutesOff: Double?
    let marks: Set<NightMark>

    /// How far an end may lie from the start plus the length, and still agree: ends are up to 30 s late.
    private static let tolerance = Minutes(1.5)

    /// - Throws: `RowRefused` where the log has no length, or ends before it begins.
    init(_ log: FitbitLog, stages: FitbitStages, zone: Zone) throws(RowRefused) {
        let length = stages.runs.isEmpty ? log.statedSeconds : stages.seconds
        let ends = log.end.map { zone.reading($0).candidates } ?? []
        self.zone = zone
        let (start, mark) = Self.start(zone.reading(log.start), ends: ends, length: length)
        self.start = start
        marks = mark.map { [$0] } ?? []
        let stated = ends.first { Self.agree($0, start, seconds: length) } ?? ends.last
        if let stated, stated < start { throw RowRefused("endTime is before startTime") }
        if !stages.runs.isEmpty {
            end = start.adding(seconds: Int64(stages.seconds))
            minutesOff = stated.map { [end] in $0.since(end).value }
        } else if let last = stated ?? length.map({ start.adding(seconds: Int64($0)) }) {
            end = last
            minutesOff = nil
        } else {
            throw RowRefused("neither stages nor endTime nor duration")
        }
        if end == start { throw RowRefused("it ends when it begins") }
        if end.since(start) > Minutes(FitbitLog.longestSeconds / 60) {
            throw RowRefused("it lasts for more than two days")
        }
    }

    /// Of a reading that occurred twice, the one that the end and the length agree with, else the later.
    private static func start(_ reading: Reading, ends: [Instant], length: Int?) -> (Instant, NightMark?) {
        switch reading {
        case .one(let instant): return (instant, nil)
        case .never(let movedOn): return (movedOn, .shiftedTime)
        case .twice(let earlier, let later):
            let fits = { (start: Instant) in ends.contains { agree($0, start, seconds: length) } }
            return (fits(earlier) && !fits(later) ? earlier : later, .ambiguousTime)
        }
    }

    private static func agree(_ end: Instant, _ start: Instant, seconds: Int?) -> Bool {
        guard let seconds else { return false }
        return abs(end.since(start.adding(seconds: Int64(seconds))).value) <= tolerance.value
    }
}

extension Reading {
    /// Every instant that the reading can be.
    fileprivate var candidates: [Instant] {
        switch self {
        case .one(let instant), .never(let instant): [instant]
        case .twice(let earlier, let later): [earlier, later]
        }
    }
}

// What is odd in a Fitbit export without being wrong, counted: a line of the report for each kind.

import CareDomain

struct FitbitNotes {
    private enum Kind: CaseIterable {
        case asleepDiffers, endDiffers, wholeFirstWake, unknownLevel, otherDate
    }

    private var counts: [Kind: Int] = [:]
    private var firstLogs: [Kind: String] = [:]

    /// - Parameter line: where the log begins.
    mutating func look(at log: FitbitLog, _ stages: FitbitStages, _ span: FitbitSpan, line: Int) {
        let name = "log \(log.id) of \(log.dateOfSleep), line \(line)"
        if stages.lengthenedFirstWake { add(.wholeFirstWake, name) }
        if stages.hasUnknownName { add(.unknownLevel, name) }
        if !stages.runs.isEmpty, let asleep = log.minutesAsleep {
            if abs(stages.sleepMinutes - Double(asleep)) > 2 { add(.asleepDiffers, name) }
        }
        // An end after the stages' own is nothing odd: the last of them may be unknown.
        if let off = span.minutesOff, off < -2 { add(.endDiffers, name) }
        if abs(log.dateOfSleep.days(until: span.zone.date(span.end))) > 1 { add(.otherDate, name) }
    }

    private mutating func add(_ kind: Kind, _ name: String) {
        counts[kind, default: 0] += 1
        if firstLogs[kind] == nil { firstLogs[kind] = name }
    }

    /// A sentence for each kind that occurred.
    var warnings: [String] {
        Kind.allCases.compactMap { kind in
            guard let count = counts[kind], let first = firstLogs[kind] else { return nil }
            let logs = count == 1 ? first : "\(count) logs, the first \(first)"
            return logs + ": " + Self.words(kind)
        }
    }

    private static func words(_ kind: Kind) -> String {
        switch kind {
        case .asleepDiffers:
            "the stages and minutesAsleep differ by more than two minutes; the stages are taken"
        case .endDiffers:
            "the stages go on after endTime, as they do where the time zone is another; the stages are taken"
        case .wholeFirstWake:
            "a first waking of three and a half minutes is written as 30 seconds; it is taken whole, "
                + "as minutesAsleep counts it"
        case .unknownLevel: "a sleep stage of an unknown name; it is taken as unscored"
        case .otherDate: "dateOfSleep is not the date of waking; it is filed under dateOfSleep"
        }
    }
}

// The stages of a Fitbit log: one stretch after the other, with the short wakings laid over them.

import CareDomain

struct FitbitStages {
    /// In order, from the log's start; empty where the log has no stages.
    private(set) var runs: [StageRecording.Run]
    /// True where a first waking was lengthened to what the log's own total counts.
    private(set) var lengthenedFirstWake = false
    /// True where a level has a name that is not known; it counts as unscored.
    private(set) var hasUnknownName = false

    /// A level `unknown` at the end is padding: on the night when clocks go forward it makes up for the hour
    /// that was not there.
    init(_ log: FitbitLog) {
        var stretches: [StageRecording.Run] = []
        for segment in log.segments {
            let stage = Self.stage(of: segment.level)
            if stage == nil { hasUnknownName = true }
            stretches.append(StageRecording.Run(seconds: segment.seconds, stage: stage ?? .unscored))
        }
        while let last = stretches.last, last.stage == .unscored || last.seconds == 0 {
            stretches.removeLast()
        }
        let wakes = log.shortWakes.map { $0.offset..<($0.offset + $0.seconds) }
        runs = Self.overlay(wakes, on: stretches)
        if let corrected = Self.withWholeFirstWake(log, stretches, wakes, runs) {
            runs = corrected
            lengthenedFirstWake = true
        }
    }

    var seconds: Int { runs.reduce(0) { $0 + $1.seconds } }
    var sleepMinutes: Double { Self.sleepMinutes(runs) }

    private static func sleepMinutes(_ runs: [StageRecording.Run]) -> Double {
        Double(runs.filter(\.stage.isSleep).reduce(0) { $0 + $1.seconds }) / 60
    }

    private static func stage(of level: String) -> StageRecording.Stage? {
        switch level {
        case "wake", "awake", "restless": .awake
        case "rem": .rem
        case "light": .light
        case "deep": .deep
        case "asleep": .asleep
        case "unknown": .unscored
        default: nil
        }
    }

    /// The stretches with the wakings cut out of them; wakings may overlap, and what lies past the end is
    /// left out.
    static func overlay(_ wakes: [Range<Int>], on stretches: [StageRecording.Run]) -> [StageRecording.Run] {
        let wakes = wakes.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
        var result: [StageRecording.Run] = []
        var next = 0
        var at = 0
        for stretch in stretches {
            let end = at + stretch.seconds
            while at < end {
                while next < wakes.count, wakes[next].upperBound <= at { next += 1 }
                let wake = next < wakes.count ? wakes[next] : end..<end
                let isAwake = wake.lowerBound <= at && !wake.isEmpty
                let until = min(end, isAwake ? wake.upperBound : wake.lowerBound)
                result.append(
                    StageRecording.Run(seconds: until - at, stage: isAwake ? .awake : stretch.stage))
                at = until
            }
        }
        return result
    }

    /// A first waking of three and a half minutes is too long to be a short one, and yet is written as a
    /// first stretch of 30 seconds, without its rest. The log's own total tells: it then counts three minutes
    /// of sleep less.
    ///
    /// Seen in 16 of 219 logs with stages: in each that begins with such a stretch and has no short waking
    /// there.
    private static func withWholeFirstWake(
        _ log: FitbitLog, _ stretches: [StageRecording.Run], _ wakes: [Range<Int>],
        _ runs: [StageRecording.Run]
    ) -> [StageRecording.Run]? {
        guard let first = stretches.first, first.stage == .awake, first.seconds == 30,
            !wakes.contains(where: { $0.lowerBound == 0 }), let asleep = log.minutesAsleep,
            abs(sleepMinutes(runs) - Double(asleep) - 3) < 1
        else { return nil }
        let corrected = overlay(wakes + [0..<210], on: stretches)
        return abs(sleepMinutes(corrected) - Double(asleep)) < 1 ? corrected : nil
    }
}

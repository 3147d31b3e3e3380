// One night: what a diary or a device said of it.

/// A night belongs to the date of getting up. Every item may be unknown, and unknown is never zero.
///
/// The items are those of the Consensus Sleep Diary. Source: Carney et al. 2012, Sleep 35:287.
package struct Night: Equatable, Sendable {
    /// The date of getting up.
    package var date: CivilDate
    /// The zone of waking, in which the night's clock times are read.
    package var zone: Zone
    package var intoBed: Instant?
    package var trySleep: Instant?
    /// Minutes from trying to sleep to falling asleep, as the person estimates them.
    package var latency: Minutes?
    /// How often the person woke, the last waking not counted.
    package var awakenings: Int?
    /// Minutes awake in all these awakenings together.
    package var wakeAfterSleepOnset: Minutes?
    package var finalAwake: Instant?
    /// Minutes in bed trying to sleep on after the last waking.
    package var tryingAfterWaking: Minutes?
    /// Minutes that the last waking came earlier than planned.
    package var earlierThanPlanned: Minutes?
    package var outOfBed: Instant?
    /// 1 (very poor) to 5 (very good).
    package var quality: Int?
    /// 1 to 5.
    package var refreshed: Int?
    package var nightmares: Int?
    /// How much the nightmares troubled, 0 to 10.
    package var distress: Int?
    /// The person's own estimate of the time asleep.
    package var ownSleep: Minutes?
    package var medication: String?
    package var comment: String?
    /// What a device made of the night; its times then come from here.
    package var recording: StageRecording?
    /// The device or service, as it names itself.
    package var vendor: String?
    /// What became of clock times that a zone has twice or not at all.
    package var marks: Set<NightMark>

    package init(date: CivilDate, zone: Zone) {
        self.date = date
        self.zone = zone
        marks = []
    }
}

package enum NightMark: String, CaseIterable, Sendable {
    /// A clock time that occurred twice; the later reading was taken, or the one that a device's length
    /// agrees with.
    case ambiguousTime
    /// A clock time that did not occur; it was moved on by the gap.
    case shiftedTime
}

/// A state of sleep over time, as a device recorded it.
package struct StageRecording: Equatable, Sendable {
    package enum Stage: Character, CaseIterable, Sendable {
        case awake = "W"
        case rem = "R"
        case light = "L"
        case deep = "D"
        /// Asleep, without its depth being told.
        case asleep = "S"
        case unscored = "U"

        package var isSleep: Bool { self != .awake && self != .unscored }
        /// True for a state that tells how deep the sleep is.
        package var tellsDepth: Bool { self == .rem || self == .light || self == .deep }
    }

    package struct Run: Equatable, Sendable {
        package var seconds: Int
        package var stage: Stage

        package init(seconds: Int, stage: Stage) {
            self.seconds = seconds
            self.stage = stage
        }
    }

    package var start: Instant
    /// In order, without gaps between them, neighbours of different stages.
    package private(set) var runs: [Run]

    /// Runs of no length are dropped, and neighbours of one stage joined.
    package init(start: Instant, runs: [Run]) {
        self.start = start
        self.runs = []
        for run in runs where run.seconds > 0 {
            if self.runs.last?.stage == run.stage {
                self.runs[self.runs.count - 1].seconds += run.seconds
            } else {
                self.runs.append(run)
            }
        }
    }

    package var totalSeconds: Int { runs.reduce(0) { $0 + $1.seconds } }
    package var end: Instant { start.adding(seconds: Int64(totalSeconds)) }

    /// The runs with the instants at which they begin and end.
    package var timed: [(from: Instant, to: Instant, stage: Stage)] {
        var at = start
        return runs.map { run in
            let from = at
            at = at.adding(seconds: Int64(run.seconds))
            return (from, at, run.stage)
        }
    }

    package var tellsDepth: Bool { runs.contains { $0.stage.tellsDepth } }

    package func minutes(where isCounted: (Stage) -> Bool) -> Minutes {
        Minutes(Double(runs.filter { isCounted($0.stage) }.reduce(0) { $0 + $1.seconds }) / 60)
    }
}

/// A sleep beside the night's.
package struct Nap: Equatable, Sendable {
    package var start: OffsetInstant
    /// Nil where only the length is known.
    package var end: OffsetInstant?
    /// The length, where no end is known.
    package var givenMinutes: Minutes?
    package var zone: String?

    package init(
        start: OffsetInstant, end: OffsetInstant? = nil, givenMinutes: Minutes? = nil, zone: String? = nil
    ) {
        self.start = start
        self.end = end
        self.givenMinutes = givenMinutes
        self.zone = zone
    }

    /// Elapsed from start to end, else the length given; nil where neither is known.
    package var length: Minutes? { end.map { $0.instant.since(start.instant) } ?? givenMinutes }
}

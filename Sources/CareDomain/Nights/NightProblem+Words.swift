// Plain words for a night's items and what can be wrong with them, alike wherever a night is entered.

extension NightField {
    /// `last waking`: without an article, in small letters.
    package var plainName: String {
        switch self {
        case .date: "date"
        case .intoBed: "into bed"
        case .trySleep: "trying to sleep"
        case .latency: "minutes to fall asleep"
        case .awakenings: "times awake"
        case .wake: "minutes awake in the night"
        case .finalAwake: "last waking"
        case .trying: "minutes trying to sleep on"
        case .early: "minutes earlier than planned"
        case .outOfBed: "out of bed"
        case .quality: "quality"
        case .refreshed: "refreshed"
        case .nightmares: "nightmares"
        case .distress: "distress"
        case .ownSleep: "own estimate of sleep"
        case .medication: "medication"
        case .comment: "comment"
        }
    }
}

extension NightProblem {
    /// A plain clause without a full stop, to stand beside the item or after its name and a colon.
    package var plainWords: String {
        switch self {
        case .notADate: "not a date such as 2026-11-03"
        case .inTheFuture: "has not come yet"
        case .notAClockTime: "not a clock time such as 22:40"
        case .clockSkipped(let movedOn):
            "the clocks skipped that time; without a change it would be \(movedOn)"
        case .notANumber: "not a number"
        case .outOfRange(let range): "not within \(range.lowerBound) to \(range.upperBound)"
        case .finalAwakeAfterOutOfBed: "not within the 12 hours before getting up"
        case .notInOrder: "later than what comes after it in the night"
        case .orderTooLong: "more than 18 hours before getting up"
        case .asleepAfterFinalAwake: "sleep would begin after the last waking"
        case .awakeExceedsSleepPeriod: "more than the time from falling asleep to the last waking"
        case .wakeWithoutAwakenings: "more than 0, though never woken"
        case .tryingExceedsLyingAwake: "more than the time from the last waking to getting up"
        case .nothingGiven: "nothing is given beside the date"
        }
    }
}

extension NightProblems {
    /// Every problem after the name of its item, `quality: not within 1 to 5; date: ...`.
    package var plainWords: String {
        list.map { $0.field.plainName + ": " + $0.problem.plainWords }.joined(separator: "; ")
    }
}

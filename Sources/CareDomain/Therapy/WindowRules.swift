// The published rules by which a sleep window grows and shrinks, as data, and their bounds.

/// What a file of seeds/cbti holds: one published rule set.
package struct WindowRules: Equatable, Sendable {
    /// The name of the file, `davidson`.
    package var name: String
    /// The letter by which the sets are told apart: `A`.
    package var letter: String
    package var title: String
    /// From the highest share downwards; the first that the week reaches counts.
    package var steps: [Step]
    /// The shortest window.
    package var floor: Minutes
    /// The shortest with any bipolar history.
    package var bipolarFloor: Minutes
    /// The longest window.
    package var cap: Minutes
    /// Nights of the last seven whose efficiency is known, at least.
    package var fewestNights: Int
    /// Nights of the first week's mean, at least.
    package var fewestNightsToStart: Int
    package var source: String
    /// Keys that are Lull's own.
    package var ours: Set<String>
    /// Keys that no source at hand has confirmed.
    package var unconfirmed: Set<String>

    package struct Step: Equatable, Sendable {
        /// Efficiency over the time in bed.
        package var from: Percent
        /// False where the share itself does not count: `above 85`.
        package var isInclusive: Bool
        package var action: Action

        package init(from: Percent, isInclusive: Bool = true, action: Action) {
            self.from = from
            self.isInclusive = isInclusive
            self.action = action
        }

        func holds(at share: Percent) -> Bool { isInclusive ? share >= from : share > from }
    }

    package enum Action: Equatable, Sendable {
        /// Longer by so many minutes, shorter where negative, the same where zero.
        case change(Minutes)
        /// As long as the week's mean sleep.
        case meanSleep
        /// A matter for the person who treats.
        case askProvider
    }

    package init(
        name: String, letter: String, title: String, steps: [Step], floor: Minutes, bipolarFloor: Minutes,
        cap: Minutes, fewestNights: Int, fewestNightsToStart: Int, source: String, ours: Set<String> = [],
        unconfirmed: Set<String> = []
    ) {
        self.name = name
        self.letter = letter
        self.title = title
        self.steps = steps
        self.floor = floor
        self.bipolarFloor = bipolarFloor
        self.cap = cap
        self.fewestNights = fewestNights
        self.fewestNightsToStart = fewestNightsToStart
        self.source = source
        self.ours = ours
        self.unconfirmed = unconfirmed
    }

    /// What the rules say at a share; nil below the last step, and where they say nothing.
    package func action(at share: Percent) -> Action? { steps.first { $0.holds(at: share) }?.action }
}

/// What an evening is built around, in minutes, as read from seeds/cbti.
package struct EveningRules: Equatable, Sendable {
    /// Minutes before bed at which the day is let go.
    package var windDown: Int
    /// Minutes before bed at which screens go off.
    package var screensOff: Int
    /// Minutes awake in bed after which one gets up for a while, as a person feels them; never counted down.
    package var upAfter: ClosedRange<Int>
    /// Minutes by which the rise may be later on a free day, at most.
    package var freeDayLater: Int
    package var source: String

    package init(
        windDown: Int, screensOff: Int, upAfter: ClosedRange<Int>, freeDayLater: Int, source: String
    ) {
        self.windDown = windDown
        self.screensOff = screensOff
        self.upAfter = upAfter
        self.freeDayLater = freeDayLater
        self.source = source
    }
}

/// The clock times of an evening and the morning after it, counted back from a window.
package struct EveningTimes: Equatable, Sendable {
    package let windDown: ClockTime
    package let screensOff: ClockTime
    /// Not before this, and then only when sleepy.
    package let notBefore: ClockTime
    package let rise: ClockTime
    /// The latest rise of a free day.
    package let freeDayRise: ClockTime

    package init(_ window: SleepTarget, _ rules: EveningRules) {
        windDown = window.bed.adding(minutes: -rules.windDown)
        screensOff = window.bed.adding(minutes: -rules.screensOff)
        notBefore = window.bed
        rise = window.rise
        freeDayRise = window.rise.adding(minutes: rules.freeDayLater)
    }
}

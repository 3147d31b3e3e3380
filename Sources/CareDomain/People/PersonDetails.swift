// What is known of a person beside nights and sessions.

package struct PersonDetails: Equatable, Sendable {
    /// Nil where only the id is known.
    package var name: String?
    /// The IANA name of the zone at home; nil where the system's counts.
    package var zone: String?
    package var bornYear: Int?
    package var conditions: [String]
    package var cautions: [String]
    /// When the person plans to sleep.
    package var target: SleepTarget?
    package var workDays: [Weekday]

    package init(
        name: String? = nil, zone: String? = nil, bornYear: Int? = nil, conditions: [String] = [],
        cautions: [String] = [],
        target: SleepTarget? = nil, workDays: [Weekday] = []
    ) {
        self.name = name
        self.zone = zone
        self.bornYear = bornYear
        self.conditions = conditions
        self.cautions = cautions
        self.target = target
        self.workDays = workDays
    }
}

/// The planned bedtime and rising time.
package struct SleepTarget: Equatable, Sendable {
    package var bed: ClockTime
    package var rise: ClockTime

    package init(bed: ClockTime, rise: ClockTime) {
        self.bed = bed
        self.rise = rise
    }

    /// From bed to rise by the clock, past midnight where the rise is the earlier reading.
    package var length: Minutes {
        Minutes((rise.minutesAfterMidnight - bed.minutesAfterMidnight).modulo(1440))
    }
}

/// A note, to the clinic, to oneself, or read by both (nil).
package struct Note: Equatable, Sendable {
    package var text: String
    /// The id of a night, a session or a flag.
    package var about: String?
    package var to: String?

    package init(text: String, about: String? = nil, to: String? = nil) {
        self.text = text
        self.about = about
        self.to = to
    }
}

/// What a day held that bears on the night.
package struct Habits: Equatable, Sendable {
    package struct Caffeine: Equatable, Sendable {
        package var at: OffsetInstant
        package var milligrams: Double

        package init(at: OffsetInstant, milligrams: Double) {
            self.at = at
            self.milligrams = milligrams
        }
    }

    package var day: CivilDate
    package var caffeine: [Caffeine]
    package var alcoholDrinks: Double?
    package var screensLast: OffsetInstant?
    package var windDown: Bool?

    package init(
        day: CivilDate, caffeine: [Caffeine] = [], alcoholDrinks: Double? = nil,
        screensLast: OffsetInstant? = nil,
        windDown: Bool? = nil
    ) {
        self.day = day
        self.caffeine = caffeine
        self.alcoholDrinks = alcoholDrinks
        self.screensLast = screensLast
        self.windDown = windDown
    }
}

/// A relaxation programme that was done, or begun.
package struct Practice: Equatable, Sendable {
    package var programme: String
    package var start: OffsetInstant
    /// Seconds that the programme was to take; nil where it had no set length.
    package var plannedSeconds: Int?
    /// Seconds that were done, pauses not counted.
    package var seconds: Int
    package var completed: Bool
    /// 0...10.
    package var tensionBefore: Int?
    /// 0...10.
    package var tensionAfter: Int?

    package init(
        programme: String, start: OffsetInstant, plannedSeconds: Int? = nil, seconds: Int, completed: Bool,
        tensionBefore: Int? = nil, tensionAfter: Int? = nil
    ) {
        self.programme = programme
        self.start = start
        self.plannedSeconds = plannedSeconds
        self.seconds = seconds
        self.completed = completed
        self.tensionBefore = tensionBefore
        self.tensionAfter = tensionAfter
    }
}

/// The answers to a questionnaire.
package struct CheckIn: Equatable, Sendable {
    /// `phq9`, `isi`.
    package var instrument: String
    /// In item order; nil where an item was left blank. Empty where only the total is known.
    package var answers: [Int?]
    /// The total, where only that is known.
    package var givenTotal: Int?

    package init(instrument: String, answers: [Int?] = [], givenTotal: Int? = nil) {
        self.instrument = instrument
        self.answers = answers
        self.givenTotal = givenTotal
    }

    /// The sum of complete answers, else the total given; nil where neither is known.
    package var total: Int? {
        guard !answers.isEmpty else { return givenTotal }
        let known = answers.compactMap { $0 }
        return known.count == answers.count ? known.reduce(0, +) : givenTotal
    }
}

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
    /// What the person has set for themselves, by name.
    package var settings: OpenObject

    package init(
        name: String? = nil, zone: String? = nil, bornYear: Int? = nil, conditions: [String] = [],
        cautions: [String] = [],
        target: SleepTarget? = nil, workDays: [Weekday] = [], settings: OpenObject = OpenObject()
    ) {
        self.name = name
        self.zone = zone
        self.bornYear = bornYear
        self.conditions = conditions
        self.cautions = cautions
        self.target = target
        self.workDays = workDays
        self.settings = settings
    }

    /// True where a condition or a caution names a bipolar disorder, or a manic or hypomanic episode.
    package var hasBipolarHistory: Bool {
        (conditions + cautions).contains { text in
            let words = text.lowercased()
            return ["bipolar", "mania", "manic"].contains { words.contains($0) }
        }
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

extension Weekday {
    /// `mon`, as journals and options have it.
    package var word: String { shortName.lowercased() }

    package init?(word: String) {
        guard let day = Weekday.allCases.first(where: { $0.word == word }) else { return nil }
        self = day
    }
}

// What a person wants to reach, and what helps in bad hours.

package struct CarePlan: Equatable, Sendable {
    package struct Goal: Equatable, Sendable {
        /// A number where the measure has one, else words.
        package enum Target: Equatable, Sendable {
            case number(Double)
            case text(String)
        }

        package var what: String
        /// How one will see it: a measure's key, or words.
        package var measure: String?
        package var target: Target?
        package var by: DayOrTime?

        package init(what: String, measure: String? = nil, target: Target? = nil, by: DayOrTime? = nil) {
            self.what = what
            self.measure = measure
            self.target = target
            self.by = by
        }
    }

    /// The person's own plan for bad hours, in the order in which it is read.
    package struct BadHours: Equatable, Sendable {
        /// How they notice that it begins.
        package var signs: [String]
        /// What helps when they do it alone.
        package var helps: [String]
        package var people: [String]
        package var places: [String]
        /// What makes the place around them safer.
        package var safer: [String]

        package init(
            signs: [String] = [], helps: [String] = [], people: [String] = [], places: [String] = [],
            safer: [String] = []
        ) {
            self.signs = signs
            self.helps = helps
            self.people = people
            self.places = places
            self.safer = safer
        }
    }

    package var goals: [Goal]
    package var badHours: BadHours
    /// With whom it was made.
    package var with: String?

    package init(goals: [Goal] = [], badHours: BadHours = BadHours(), with: String? = nil) {
        self.goals = goals
        self.badHours = badHours
        self.with = with
    }
}

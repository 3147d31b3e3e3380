// What a day held that bears on the night after it.

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

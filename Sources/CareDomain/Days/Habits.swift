// What a day held that bears on the night after it.

package struct Habits: Equatable, Sendable {
    package struct Caffeine: Equatable, Sendable {
        package var at: OffsetInstant
        package var milligrams: Double

        package init(at: OffsetInstant, milligrams: Double) {
            self.at = at
            self.milligrams = milligrams
        }
    }

    /// An item of the day's plan: whether it was done, or when.
    package enum Tick: Hashable, Sendable {
        case no, yes
        /// Done, and ended or last taken at this time.
        case at(OffsetInstant)
    }

    /// The bedroom that night; nil for what was not said.
    package struct Room: Equatable, Sendable {
        package var dark: Bool?
        package var quiet: Bool?
        package var cool: Bool?
        package var calm: Bool?
        package var comfortable: Bool?

        package init(
            dark: Bool? = nil, quiet: Bool? = nil, cool: Bool? = nil, calm: Bool? = nil,
            comfortable: Bool? = nil
        ) {
            self.dark = dark
            self.quiet = quiet
            self.cool = cool
            self.calm = calm
            self.comfortable = comfortable
        }
    }

    package var day: CivilDate
    /// Whether the day was free of work; nil where the person's work days say it.
    package var freeDay: Bool?
    package var caffeine: [Caffeine]
    package var nicotineLast: OffsetInstant?
    package var alcoholDrinks: Double?
    package var alcoholLast: OffsetInstant?
    package var screensLast: OffsetInstant?
    package var exercise: Tick?
    /// When the last large meal was.
    package var mealLast: OffsetInstant?
    /// Bright light by day.
    package var light: Tick?
    /// Stimulants other than caffeine and nicotine.
    package var stimulants: Tick?
    package var room: Room
    package var windDown: Bool?
    package var worryTime: Tick?

    package init(
        day: CivilDate, freeDay: Bool? = nil, caffeine: [Caffeine] = [], nicotineLast: OffsetInstant? = nil,
        alcoholDrinks: Double? = nil, alcoholLast: OffsetInstant? = nil, screensLast: OffsetInstant? = nil,
        exercise: Tick? = nil, mealLast: OffsetInstant? = nil, light: Tick? = nil, stimulants: Tick? = nil,
        room: Room = Room(), windDown: Bool? = nil, worryTime: Tick? = nil
    ) {
        self.day = day
        self.freeDay = freeDay
        self.caffeine = caffeine
        self.nicotineLast = nicotineLast
        self.alcoholDrinks = alcoholDrinks
        self.alcoholLast = alcoholLast
        self.screensLast = screensLast
        self.exercise = exercise
        self.mealLast = mealLast
        self.light = light
        self.stimulants = stimulants
        self.room = room
        self.windDown = windDown
        self.worryTime = worryTime
    }
}

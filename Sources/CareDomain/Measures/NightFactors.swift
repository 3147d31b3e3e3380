// What a day held before a night, as something that the night had or had not.

/// What nights can be sorted by. The limits in minutes and hours are those of the clinical notes on sleep
/// habits: screens off an hour before bed is Lull's own, 8.8 hours for a coffee is of Gardiner et al. 2023,
/// Sleep Med Rev 69:101764.
package enum NightFactor: String, CaseIterable, Sendable {
    case practice, calmingPractice, windDown, light, exercise, lateScreens, lateCaffeine, alcohol, worryTime

    package var title: String {
        switch self {
        case .practice: "Relaxation practised in the evening"
        case .calmingPractice: "Practice that ended less tense than it began"
        case .windDown: "Wind-down"
        case .light: "Bright light by day"
        case .exercise: "Exercise"
        case .lateScreens: "Screens in the last hour before bed"
        case .lateCaffeine: "Caffeine less than 8.8 h before bed"
        case .alcohol: "Alcohol"
        case .worryTime: "Worry time"
        }
    }
}

extension WithAndWithout {
    /// What stands beside every such pair of figures.
    package static let caution =
        "You choose the evenings yourself, so this does not show what caused it."
}

extension PersonHistory {
    /// Whether a night had it before; nil where that is unknown. A day's habits bear on the night that began
    /// on its evening; of several records of a day the last one that says it counts.
    package func had(_ factor: NightFactor, before row: LoggedNight) -> Bool? {
        let bed = row.measures.trySleep ?? row.measures.intoBed
        let day = row.date.adding(days: -1)
        let said = { (tell: (Habits) -> Bool?) in
            habits.last { $0.value.day == day && tell($0.value) != nil }.flatMap { tell($0.value) }
        }
        switch factor {
        case .practice: return practised(before: row)
        case .calmingPractice: return wasCalmed(before: row)
        case .windDown: return said(\.windDown)
        case .light: return said { $0.light?.isDone }
        case .exercise: return said { $0.exercise?.isDone }
        case .worryTime: return said { $0.worryTime?.isDone }
        case .lateCaffeine: return caffeineLeft(before: row)?.isUnderCoffeeHours
        case .alcohol:
            return said { habits in
                habits.alcoholDrinks.map { $0 > 0 } ?? habits.alcoholLast.map { _ in true }
            }
        case .lateScreens:
            guard let bed else { return nil }
            return said { habits in habits.screensLast.map { bed.since($0.instant).hours < 1 } }
        }
    }
}

extension Habits.Tick {
    /// True for done, with or without its time.
    package var isDone: Bool { self != .no }
}

/// One factor with its nights on both sides.
package struct FactorSides: Equatable, Sendable {
    package let factor: NightFactor
    package let sides: WithAndWithout

    /// Reads them: both middle values and both counts, else how many nights are still needed.
    package var sentence: String {
        let measure = sides.measure
        guard let with = sides.with.median, let without = sides.without.median else {
            return "\(factor.title): \(sides.neededWords)"
        }
        return "\(factor.title): the middle \(measure.noun) of \(sides.with.count) nights with it is "
            + "\(measure.scaleWords(with)), of \(sides.without.count) without it "
            + "\(measure.scaleWords(without))."
    }
}

extension WithAndWithout {
    /// Nights that a side still needs; none where it has enough.
    package func needed(_ side: Side) -> Int { max(0, Self.fewest - side.count) }

    var neededWords: String {
        let sides = [(needed(with), "with it"), (needed(without), "without it")]
            .filter { $0.0 > 0 }.map { "\(NumberWords.count($0.0, "more night")) \($0.1)" }
        return "the middle values stand here from \(Self.fewest) nights on each side; "
            + sides.joined(separator: " and ") + " needed."
    }
}

extension PersonHistory {
    /// The factors of which at least one night is known to have had them or not, in their fixed order.
    package func factorSides(_ measure: Measure, nights: [LoggedNight]) -> [FactorSides] {
        NightFactor.allCases.compactMap { factor in
            let sides = WithAndWithout(measure, nights: nights) { had(factor, before: $0) }
            return sides.with.count + sides.without.count > 0
                ? FactorSides(factor: factor, sides: sides) : nil
        }
    }
}

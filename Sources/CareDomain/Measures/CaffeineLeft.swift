// How much of a day's caffeine is left at bedtime.

/// Caffeine left in the body at a moment, by first-order decay.
///
/// The half-life is about 5 hours, 3 to 7 in most people: longer with the pill and in pregnancy, shorter in
/// smokers; it is not measured here. Six hours before bed as a least: Drake et al. 2013, PMC3805807; 8.8
/// hours for a coffee of 107 mg: Gardiner et al. 2023, Sleep Med Rev 69:101764.
package struct CaffeineLeft: Equatable, Sendable {
    /// Hours.
    package static let halfLives = (short: 3.0, usual: 5.0, long: 7.0)

    /// Milligrams left at the moment with a half-life of 3 hours, of 5, and of 7.
    package let short: Double
    package let usual: Double
    package let long: Double
    /// Hours from each drink to the moment, in the order of the drinks.
    package let hoursBefore: [Double]

    /// Hours from the last drink.
    package var lastHours: Double { hoursBefore.min() ?? .infinity }
    /// True where the last caffeine came less than six hours before.
    package var isUnderSixHours: Bool { lastHours < 6 }
    /// True where it came less than 8.8 hours before.
    package var isUnderCoffeeHours: Bool { lastHours < 8.8 }

    /// Nil where nothing was drunk until then: whether that means none is for the caller to know.
    /// - Parameters:
    ///   - drinks: those after the moment do not count.
    ///   - moment: going to bed.
    package init?(_ drinks: [Habits.Caffeine], at moment: Instant) {
        let drinks = drinks.filter { $0.at.instant <= moment }.sorted { $0.at.instant < $1.at.instant }
        guard !drinks.isEmpty else { return nil }
        let hours = drinks.map { moment.since($0.at.instant).hours }
        let left = { (halfLife: Double) in
            zip(drinks, hours).reduce(0) { $0 + $1.0.milligrams * powerOfTwo(-$1.1 / halfLife) }
        }
        short = left(Self.halfLives.short)
        usual = left(Self.halfLives.usual)
        long = left(Self.halfLives.long)
        hoursBefore = hours
    }
}

extension PersonHistory {
    /// The caffeine of the two days before a night that is left on going to bed. Nil where none is noted, and
    /// where that time is unknown.
    package func caffeineLeft(before row: LoggedNight) -> CaffeineLeft? {
        guard let bed = row.measures.intoBed ?? row.measures.trySleep else { return nil }
        let from = bed.adding(Minutes(-2880))
        let drinks = habits.flatMap(\.value.caffeine).filter { $0.at.instant >= from }
        return CaffeineLeft(drinks, at: bed)
    }
}

/// Two to a power, to about 1e-15 of it; zero far below.
func powerOfTwo(_ exponent: Double) -> Double {
    guard exponent > -1000 else { return 0 }
    guard exponent < 1000 else { return .infinity }
    let whole = exponent.rounded(.down)
    // The series of the exponential function, for less than one halving.
    let rest = (exponent - whole) * 0.693_147_180_559_945_3
    var term = 1.0
    var sum = 1.0
    for n in 1...20 {
        term *= rest / Double(n)
        sum += term
    }
    return Double(sign: .plus, exponent: Int(whole), significand: sum)
}

// The clock times of an evening, counted back from the planned bedtime.

/// The hours are Lull's own, from what is known of caffeine (Gardiner 2023, Sleep Med Rev 69:101764) and of
/// winding down.
package struct PlannedEvening: Equatable, Sendable {
    /// Nearly nine hours before bed.
    package let lastCoffee: ClockTime
    /// Two hours before bed: worries are on paper by then.
    package let worries: ClockTime
    /// An hour before bed.
    package let screensOff: ClockTime
    /// Three quarters of an hour before bed.
    package let windDown: ClockTime

    package init(_ target: SleepTarget) {
        lastCoffee = target.bed.adding(minutes: -(8 * 60 + 45))
        worries = target.bed.adding(minutes: -120)
        screensOff = target.bed.adding(minutes: -60)
        windDown = target.bed.adding(minutes: -45)
    }
}

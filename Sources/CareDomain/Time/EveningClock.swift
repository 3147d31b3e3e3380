// Which date a clock time has that is told of a day.

extension CivilTime {
    /// A reading that is told of a day: before four in the morning it belongs to the evening before, so that
    /// it lies on the date after the day.
    package init(toldOf day: CivilDate, _ clock: ClockTime) {
        self.init(clock.hour < 4 ? day.adding(days: 1) : day, clock)
    }
}

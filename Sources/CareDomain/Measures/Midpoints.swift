// Where the middles of nights lie on the clock: their mean, their spread, and how days change them.

/// Where the middles of some nights lie on the clock.
package struct MidpointSpread: Equatable, Sendable {
    /// Seconds after midnight of the circular mean, 0..<86400.
    package let meanSecondOfDay: Double
    /// Standard deviation, n - 1, of the middles laid out around that mean; nil for a single night.
    package let spread: Minutes?
    package let count: Int

    /// Nil where no night knows its middle, or they lie all around the clock without a mean.
    package init?(_ nights: [LoggedNight]) {
        let seconds = nights.compactMap(\.midpointSecondOfDay).sorted()
        guard let mean = CircularMean.of(seconds, period: 86_400) else { return nil }
        meanSecondOfDay = mean
        count = seconds.count
        let distances = seconds.map { CircularMean.distance(from: mean, to: $0, period: 86_400) / 60 }
        spread = Spread(distances)?.standardDeviation.map { Minutes($0) }
    }
}

extension LoggedNight {
    /// The middle of the sleep period on the clock of the night's zone, in seconds after midnight.
    package var midpointSecondOfDay: Double? {
        measures.midpoint.map { middle in
            let fraction = Double(Int(middle.milliseconds).modulo(1000)) / 1000
            return Double(night.zone.civil(middle).secondOfDay) + fraction
        }
    }
}

/// Which dates a person works on, and on which the morning is the person's own.
package struct DayKinds: Equatable, Sendable {
    package enum Kind: Sendable { case work, free, session }

    /// None where nothing is known of them.
    package var workDays: Set<Weekday>
    /// Dates that were free although their weekday is a work day.
    package var free: Set<CivilDate>
    /// Dates that were worked although their weekday is free.
    package var working: Set<CivilDate>
    /// Dates of sessions done: never free.
    package var sessions: Set<CivilDate>

    package init(
        workDays: Set<Weekday>, free: Set<CivilDate> = [], working: Set<CivilDate> = [],
        sessions: Set<CivilDate> = []
    ) {
        self.workDays = workDays
        self.free = free
        self.working = working
        self.sessions = sessions
    }

    /// The kind of a date, which is that of the night that ends on it; nil where work days are unknown.
    package func kind(of date: CivilDate) -> Kind? {
        let isWork: Bool
        if free.contains(date) {
            isWork = false
        } else if working.contains(date) {
            isWork = true
        } else if workDays.isEmpty {
            return nil
        } else {
            isWork = workDays.contains(date.weekday)
        }
        return isWork ? .work : sessions.contains(date) ? .session : .free
    }
}

extension PersonHistory {
    /// What a day was by its habits record, else by the work days. Of several records of a day that say it,
    /// the last one counts.
    package func dayKinds() -> DayKinds {
        var said: [CivilDate: Bool] = [:]
        for habits in habits.map(\.value) {
            if let isFree = habits.freeDay { said[habits.day] = isFree }
        }
        return dayKinds(
            free: Set(said.filter(\.value).keys), working: Set(said.filter { !$0.value }.keys))
    }

    /// - Parameters:
    ///   - free: dates that were free, whatever the work days say.
    ///   - working: dates that were worked, whatever the work days say.
    package func dayKinds(free: Set<CivilDate>, working: Set<CivilDate>) -> DayKinds {
        DayKinds(
            workDays: Set(details.workDays), free: free, working: working,
            sessions: Set(doneSessions.map(\.date)))
    }
}

/// What work, free days and the order of days do to the middle of sleep.
///
/// A night counts to the date of getting up. Sources: social jetlag and the corrected middle, Munich
/// Chronotype Questionnaire (docs.ropensci.org/mctq); composite phase deviation, Fischer et al. 2016,
/// doi:10.1038/srep38601.
package struct BodyClock: Equatable, Sendable {
    /// Nights to a work day; nil where work days are unknown, or none of their nights is known.
    package let work: MidpointSpread?
    /// Nights to a day without work and without a session.
    package let free: MidpointSpread?
    /// The middle on free days less the half of what is slept longer on them than in the whole week; seconds
    /// after midnight, 0..<86400. Nil where the free days' middle is unknown, or the work days' sleep.
    package let correctedSecondOfDay: Double?
    /// How far free and work days lie apart, by the shorter way round the clock.
    package let socialJetlag: Minutes?
    /// Mean over nights of the length of two ways taken together: to the reference, and to the night before.
    /// Hours; nil where no night has a night before.
    package let compositePhaseDeviation: Double?
    /// The nights in that mean.
    package let deviationCount: Int
    /// True where the reference is the corrected middle; else it is the mean of all the nights.
    package let deviationIsFromCorrected: Bool

    package init(_ nights: [LoggedNight], days: DayKinds) {
        let nights = nights.filter { $0.measures.midpoint != nil }.sorted { $0.date < $1.date }
        let work = nights.filter { days.kind(of: $0.date) == .work }
        let free = nights.filter { days.kind(of: $0.date) == .free }
        self.work = MidpointSpread(work)
        self.free = MidpointSpread(free)
        if let w = self.work, let f = self.free {
            let way = CircularMean.distance(
                from: w.meanSecondOfDay, to: f.meanSecondOfDay, period: 86_400)
            socialJetlag = Minutes(abs(way) / 60)
        } else {
            socialJetlag = nil
        }
        let correction = Self.correction(work: work, free: free, among: nights, days)
        correctedSecondOfDay = self.free.flatMap { middle in
            correction.map { (middle.meanSecondOfDay - $0.value * 60).modulo(86_400) }
        }
        deviationIsFromCorrected = correctedSecondOfDay != nil
        let reference = correctedSecondOfDay ?? MidpointSpread(nights)?.meanSecondOfDay
        let deviations = reference.map { Self.deviations(nights, from: $0) } ?? []
        deviationCount = deviations.count
        compositePhaseDeviation = Spread(deviations)?.mean
    }

    /// Half of what free days are slept longer than the mean day of the week; zero where they are not. The
    /// week is made of work and free days as they lie between the first night and the last, logged or not.
    private static func correction(
        work: [LoggedNight], free: [LoggedNight], among nights: [LoggedNight], _ days: DayKinds
    ) -> Minutes? {
        guard let first = nights.first?.date, let last = nights.last?.date else { return nil }
        var (workDates, freeDates) = (0, 0)
        for offset in 0...first.days(until: last) {
            switch days.kind(of: first.adding(days: offset)) {
            case .work: workDates += 1
            case .free: freeDates += 1
            case .session, nil: break
            }
        }
        guard let onFree = Spread(free.compactMap { $0.measures.sleepPeriod?.value })?.mean else {
            return nil
        }
        guard workDates > 0 else { return .zero }
        guard let onWork = Spread(work.compactMap { $0.measures.sleepPeriod?.value })?.mean else {
            return nil
        }
        let total = Double(workDates + freeDates)
        let week = (onWork * Double(workDates) + onFree * Double(freeDates)) / total
        return onFree > onWork ? Minutes((onFree - week) / 2) : .zero
    }

    /// In hours, of every night whose night before is known too.
    private static func deviations(_ nights: [LoggedNight], from reference: Double) -> [Double] {
        zip(nights, nights.dropFirst()).compactMap { before, night in
            guard before.date.days(until: night.date) == 1, let middle = night.midpointSecondOfDay,
                let earlier = before.midpointSecondOfDay
            else { return nil }
            let away = CircularMean.distance(from: reference, to: middle, period: 86_400) / 3600
            let moved = CircularMean.distance(from: earlier, to: middle, period: 86_400) / 3600
            return (away * away + moved * moved).squareRoot()
        }
    }
}

extension Double {
    /// The remainder that is never negative for a positive divisor.
    fileprivate func modulo(_ divisor: Double) -> Double {
        let rest = self - (self / divisor).rounded(.down) * divisor
        return rest < divisor ? rest : 0
    }
}

// What a stretch of nights comes to: means with counts, pooled efficiency, regularity, weeks and baseline.

/// The figures of some nights, one a date.
package struct NightsSummary: Equatable, Sendable {
    package var nightsLogged: Int
    package var from: CivilDate?
    package var to: CivilDate?
    /// Only measures of which at least one night knows something.
    package var means: [Measure: Spread]
    /// Sum of sleep over sum of opportunity, over nights with both.
    package var pooledEfficiency: Percent?
    /// The nights with both.
    package var pooledEfficiencyCount: Int
    /// Sum of sleep over sum of time in bed, over nights with both.
    package var pooledEfficiencyInBed: Percent?
    /// The nights with both.
    package var pooledEfficiencyInBedCount: Int
    /// Nights that say how many nightmares there were, and those with one or more.
    package var nightmares: Nightmares

    package struct Nightmares: Equatable, Sendable {
        package let nights: Int
        package let asked: Int
    }

    /// - Parameter stages: by date, the rows that give the stages of nights whose own rows do not.
    package init(_ nights: [LoggedNight], stages: [CivilDate: LoggedNight] = [:]) {
        nightsLogged = nights.count
        from = nights.map(\.date).min()
        to = nights.map(\.date).max()
        means = [:]
        for measure in Measure.allCases {
            let rows = measure.isOfStages ? nights.map { stages[$0.date] ?? $0 } : nights
            means[measure] = Spread(rows.compactMap(measure.value(of:)))
        }
        (pooledEfficiency, pooledEfficiencyCount) = Self.pooled(nights, over: \.opportunity)
        (pooledEfficiencyInBed, pooledEfficiencyInBedCount) = Self.pooled(nights, over: \.timeInBed)
        let nightmares = nights.compactMap(\.night.nightmares)
        self.nightmares = Nightmares(
            nights: nightmares.filter { $0 > 0 }.count, asked: nightmares.count)
    }

    /// The fewest nights of a week that have a mean. Lull's own.
    package static let fewest = 4

    /// The mean of a measure over a week's nights; nil where fewer than four of them know it.
    package func weeklyMean(_ measure: Measure) -> Double? {
        means[measure].flatMap { $0.count >= Self.fewest ? $0.mean : nil }
    }

    /// The pooled efficiency of a week; nil where fewer than four nights know theirs.
    package var weeklyEfficiency: Percent? {
        (means[.efficiencyPercent]?.count ?? 0) >= Self.fewest ? pooledEfficiency : nil
    }

    private static func pooled(
        _ nights: [LoggedNight], over whole: (NightMeasures) -> Minutes?
    ) -> (Percent?, Int) {
        var sleep: [Double] = []
        var total: [Double] = []
        for night in nights {
            guard let slept = night.measures.totalSleep, let length = whole(night.measures) else { continue }
            sleep.append(slept.value)
            total.append(length.value)
        }
        // In one order, so that the sums do not depend on that of the nights.
        let sum = { (values: [Double]) in Minutes(values.sorted().reduce(0, +)) }
        return (sum(sleep).percent(of: sum(total)), sleep.count)
    }
}

extension PersonHistory {
    /// The nights before the first session done; before the course's start while none is.
    package var baselineNights: [LoggedNight] {
        // Nights of before the first attempt to sleep that followed a session.
        if let first = doneSessions.first {
            let nightZero = nightDate(of: first)
            return mainNights.filter { $0.date < nightZero }
        }
        guard let start = course?.start else { return [] }
        return mainNights.filter { $0.date <= start }
    }

    /// The main nights of the last so many dates, a date's own included.
    package func lastNights(_ count: Int, to date: CivilDate) -> [LoggedNight] {
        mainNights.filter { $0.date > date.adding(days: -count) && $0.date <= date }
    }

    /// The main nights that began on a day of a week of the course, 1 for the first: they end on the days
    /// after.
    package func nights(ofWeek week: Int, of course: Course) -> [LoggedNight] {
        let first = course.start.adding(days: (week - 1) * 7 + 1)
        return mainNights.filter { $0.date >= first && $0.date < first.adding(days: 7) }
    }

    /// Nights logged of the nights since the course began, 0...100; nil before its first morning.
    package func adherence(on today: CivilDate) -> Percent? {
        guard let course else { return nil }
        let last = min(today, (course.end ?? course.lastDay).adding(days: 1))
        let due = course.start.days(until: last)
        guard due > 0 else { return nil }
        let logged = mainNights.filter { $0.date > course.start && $0.date <= last }.count
        return Percent(100 * Double(logged) / Double(due))
    }
}

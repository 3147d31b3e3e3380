// One person's questionnaires and nights by week of the course, and sessions by month, for outcomes.

/// Of the last course that has begun; weeks are counted from its first day, whether or not the person went
/// on.
package struct OutcomeFacts: Equatable, Sendable {
    /// Totals of one questionnaire.
    package struct Scores: Equatable, Sendable {
        /// The name of the questionnaire.
        package let instrument: String
        /// The last total up to the first session done, or to the course's first day while there is none; nil
        /// without one.
        package let baseline: Int?
        /// The newest total after that; nil without one.
        package let last: Int?
        /// By week less one, `unknown` where it has no total.
        fileprivate let weekly: [Int32]
        private static let unknown = Int32.min

        fileprivate init(instrument: String, baseline: Int?, later: [(week: Int?, total: Int)], weeks: Int) {
            var weekly = [Int32](repeating: Self.unknown, count: weeks)
            for (week, total) in later {
                guard let week, week >= 1, week <= weeks else { continue }
                weekly[week - 1] = Int32(clamping: total)
            }
            while weekly.last == Self.unknown { weekly.removeLast() }
            (self.instrument, self.baseline, self.weekly) = (instrument, baseline, weekly)
            last = later.last?.total
        }

        /// The last total of a week, 1 for the first, or the baseline of week 0; nil where there is none.
        package func total(week: Int) -> Int? {
            guard week > 0 else { return baseline }
            guard weekly.indices.contains(week - 1), weekly[week - 1] != Self.unknown else { return nil }
            return Int(weekly[week - 1])
        }
    }

    /// How many sessions were done in a month.
    package struct Held: Equatable, Sendable {
        package let month: CohortMonth
        package internal(set) var count: Int
    }

    /// Something unwanted that was noted in a session.
    package struct Event: Equatable, Sendable {
        package let month: CohortMonth
        /// In small letters, so that one word counts as one.
        package let what: String
        /// In small letters, in the clinic's words; nil where none was noted.
        package let severity: String?
        /// Nil where nobody has judged it.
        package let serious: Bool?
    }

    /// The name of the protocol; nil while no course has begun.
    package let protocolName: String?
    /// Weeks of the course; nil while none has begun.
    package let weeks: Int?
    /// The week in which today lies, also after the last one, at most `mostWeeks`; nil while none has begun.
    package let reached: Int?
    /// The course has begun and is not over.
    package let isActive: Bool
    /// The course was ended before the last day of its weeks.
    package let endedEarly: Bool
    package let scores: [Scores]
    /// Sessions done, by month.
    package let sessions: [Held]
    package let events: [Event]
    /// A row for each week, the nights before the first session first; in each a value for each of
    /// `measures`.
    private let nightly: [Float]

    /// What is followed by week: the pooled efficiency, and means of the others.
    package static let measures: [Measure] = [
        .efficiencyPercent, .totalSleepMinutes, .sleepOnsetLatencyMinutes, .wakeAfterSleepOnsetMinutes,
        .awakenings, .timeInBedMinutes, .quality, .refreshed, .nightmares,
    ]

    /// So many weeks after the course are followed.
    package static let weeksAfter = 8
    /// No week after it is followed. A little over a year; Lull's own.
    package static let mostWeeks = 60
    private static let unknown: Float = -1

    init(_ subject: CohortSubject) {
        let history = subject.history
        let course = history.courses.last { $0.value.start <= subject.today }?.value
        protocolName = course?.protocolName
        weeks = course?.weeks
        let today = course?.week(on: subject.today)
        reached = today.map { min($0, Self.mostWeeks) }
        isActive = course.map { subject.today <= ($0.end ?? $0.lastDay) } ?? false
        endedEarly = course.map { ($0.end ?? $0.lastDay) < $0.lastDay } ?? false
        let followed = course.map { max(0, min($0.weeks + Self.weeksAfter, min(today ?? 0, Self.mostWeeks))) }
        nightly = Self.nightly(history, course, weeks: followed ?? 0)
        scores = Self.scores(subject, course, weeks: followed ?? 0)
        var sessions: [Held] = []
        var events: [Event] = []
        for session in history.sessions where session.at.instant <= subject.now {
            let month = CohortMonth(session.date)
            if session.status == .done {
                if sessions.last?.month != month { sessions.append(Held(month: month, count: 0)) }
                sessions[sessions.count - 1].count += 1
            }
            for event in session.record?.value.events ?? [] {
                events.append(
                    Event(
                        month: month, what: event.what.trimmingSpaces.lowercased(),
                        severity: event.severity?.trimmingSpaces.lowercased(), serious: event.serious))
            }
        }
        (self.sessions, self.events) = (sessions, events)
    }

    /// A mean over the nights of a week from four nights on, of efficiency the pooled one; of week 0 that of
    /// the nights before the first session. Nil where fewer know it.
    package func value(_ measure: Measure, week: Int) -> Double? {
        guard let place = Self.measures.firstIndex(of: measure) else { return nil }
        return value(measureAt: place, week: week)
    }

    /// - Parameter place: among `measures`.
    func value(measureAt place: Int, week: Int) -> Double? {
        let index = week * Self.measures.count + place
        guard nightly.indices.contains(index), nightly[index] != Self.unknown else { return nil }
        return Double(nightly[index])
    }

    /// Sums over one week's nights.
    private struct Sums {
        var sum = [Double](repeating: 0, count: OutcomeFacts.measures.count)
        var count = [Int](repeating: 0, count: OutcomeFacts.measures.count)
        var opportunity = 0.0

        mutating func add(_ row: LoggedNight) {
            for (place, measure) in OutcomeFacts.measures.enumerated() {
                if measure == .efficiencyPercent {
                    guard let slept = row.measures.totalSleep, let whole = row.measures.opportunity else {
                        continue
                    }
                    sum[place] += slept.value
                    opportunity += whole.value
                } else {
                    guard let value = measure.value(of: row) else { continue }
                    sum[place] += value
                }
                count[place] += 1
            }
        }

        func value(_ place: Int) -> Float {
            guard count[place] >= NightsSummary.fewest else { return OutcomeFacts.unknown }
            guard OutcomeFacts.measures[place] == .efficiencyPercent else {
                return Float(sum[place] / Double(count[place]))
            }
            return opportunity > 0 ? Float(100 * sum[place] / opportunity) : OutcomeFacts.unknown
        }
    }

    private static func nightly(_ history: PersonHistory, _ course: Course?, weeks: Int) -> [Float] {
        guard let course else { return [] }
        let first = history.sessions.first { $0.status == .done }.map { history.nightDate(of: $0) }
        let baselineEnd = first?.adding(days: -1) ?? course.start
        var sums = [Sums](repeating: Sums(), count: weeks + 1)
        for row in history.nights where row.isMain {
            if row.date <= baselineEnd { sums[0].add(row) }
            // A night belongs to the day on which it began.
            guard let week = course.week(on: row.date.adding(days: -1)), week <= weeks else { continue }
            sums[week].add(row)
        }
        return sums.flatMap { sums in measures.indices.map { sums.value($0) } }
    }

    private static func scores(_ subject: CohortSubject, _ course: Course?, weeks: Int) -> [Scores] {
        guard let course, !subject.history.checkIns.isEmpty else { return [] }
        let asked = Set(subject.history.checkIns.map(\.value.instrument))
        let start = subject.history.treatmentStart ?? course.start
        let known = subject.instruments.filter { asked.contains($0.name) && $0.totalRange != nil }
        let rows = subject.history.scoredCheckIns(in: subject.zone, until: subject.now) { name in
            known.first { $0.name == name }
        }
        return known.compactMap { instrument in
            let own = rows.filter { $0.instrument == instrument.name && $0.total != nil }
            guard !own.isEmpty else { return nil }
            let later = own.filter { $0.date > start }.map { row in
                (week: course.week(on: row.date), total: row.total ?? 0)
            }
            return Scores(
                instrument: instrument.name, baseline: own.last { $0.date <= start }?.total, later: later,
                weeks: weeks)
        }
    }
}

/// A month of the calendar.
package struct CohortMonth: Hashable, Comparable, Sendable {
    /// Since January of year 0.
    private let months: Int32

    package init(_ date: CivilDate) {
        let parts = date.parts
        months = Int32(clamping: parts.year * 12 + parts.month - 1)
    }

    private var year: Int { Int(months).floorDivided(by: 12) }
    private var month: Int { Int(months).modulo(12) + 1 }

    /// `2026-11`.
    package var text: String { "\(year.padded(to: 4))-\(month.padded(to: 2))" }
    /// `Nov 2026`.
    package var words: String { "\(MonthName.short(month)) \(year)" }
    /// `Nov`.
    package var short: String { MonthName.short(month) }

    package static func < (a: CohortMonth, b: CohortMonth) -> Bool { a.months < b.months }
}

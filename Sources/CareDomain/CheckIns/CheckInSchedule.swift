// Which questionnaires a person is asked for, and when each is due: never too soon, too many, or too late in
// the day.

/// How much is asked at most. The numbers are Lull's own.
package struct CheckInLimits: Equatable, Sendable {
    /// Items a day. A questionnaire that is longer by itself has a day to itself.
    package var itemsADay = 16
    /// Items within seven days.
    package var itemsAWeek = 30
    /// Minutes before the planned bedtime after which nothing is asked.
    package var quietBeforeBed = Minutes(120)
    /// When no plan says when the person gets up and goes to bed.
    package var usualRise = ClockTime(minutesAfterMidnight: 7 * 60) ?? .midnight
    package var usualBed = ClockTime(minutesAfterMidnight: 22 * 60 + 30) ?? .midnight

    package init() {}
}

/// A questionnaire of a person's with its place in time.
package struct DueCheckIn: Equatable, Sendable {
    package enum State: Equatable, Sendable {
        /// To be answered now.
        case due
        /// Begun today and left half-way: so many items are open.
        case begun(open: Int)
        /// Due, and not asked now.
        case waiting(Why)
        /// Not before a date.
        case later
    }

    /// Why something that is due is not asked now. A date that has it wait is no mark against anyone.
    package enum Why: String, CaseIterable, Sendable {
        /// Enough was asked today, or in the last seven days.
        case enoughForToday, enoughForTheWeek
        /// Before waking, or less than two hours before bed.
        case night
        /// A session was held today.
        case afterSession
    }

    package var instrument: Instrument
    package var state: State
    /// The date from which it is due.
    package var from: CivilDate
    /// The newest one that was completed; nil where there is none.
    package var last: ScoredCheckIn?
    /// The id of the one that was left half-way today.
    package var begunID: RecordID?

    package var isDue: Bool {
        switch state {
        case .due, .begun: true
        case .waiting, .later: false
        }
    }
}

package struct CheckInSchedule {
    private let history: PersonHistory
    private let instruments: [Instrument]
    private let rows: [ScoredCheckIn]
    private let clinical: Set<String>
    private let now: Instant
    private let zone: Zone
    private let limits: CheckInLimits
    private var today: CivilDate { zone.date(now) }

    /// - Parameter instruments: those that can be asked for; which of them fit is worked out here.
    package init(
        _ history: PersonHistory, instruments: [Instrument], now: Instant, zone: Zone,
        limits: CheckInLimits = CheckInLimits()
    ) {
        self.history = history
        self.now = now
        self.zone = zone
        self.limits = limits
        self.instruments = instruments.filter {
            $0.scribe == .person && $0.fits(history.details.conditions)
        }
        clinical = Set(instruments.filter { $0.scribe == .clinician }.map(\.name))
        let byName = Dictionary(instruments.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        rows = history.scoredCheckIns(in: zone, until: now) { byName[$0] }
    }

    /// What fits the person, what is due first, those due longest before the others, then by date and name.
    package var list: [DueCheckIn] {
        var found = instruments.compactMap(standing)
        found.sort { a, b in
            (a.from, a.instrument.items.count, a.instrument.name)
                < (b.from, b.instrument.items.count, b.instrument.name)
        }
        let barred = barredNow
        var today = items(since: self.today)
        var week = items(since: self.today.adding(days: -6))
        for index in found.indices where found[index].from <= self.today {
            // What was begun is not new: its items are counted already.
            if case .begun = found[index].state { continue }
            let count = found[index].instrument.items.count
            if let barred {
                found[index].state = .waiting(barred)
            } else if let why = why(count, today: today, week: week) {
                found[index].state = .waiting(why)
            } else {
                found[index].state = .due
                today += count
                week += count
            }
        }
        return found.filter(\.isDue) + found.filter { !$0.isDue }
    }

    private func why(_ count: Int, today: Int, week: Int) -> DueCheckIn.Why? {
        if today > 0, today + count > limits.itemsADay { return .enoughForToday }
        if week > 0, week + count > limits.itemsAWeek { return .enoughForTheWeek }
        return nil
    }

    /// Items that the person answered from a date on, those of questionnaires that do not fit among them.
    private func items(since date: CivilDate) -> Int {
        rows.filter { $0.date >= date && !clinical.contains($0.instrument) }
            .reduce(0) { $0 + $1.answers.count }
    }

    // MARK: One questionnaire

    /// Nil where it is not asked for any more, or not asked for in turn.
    private func standing(_ instrument: Instrument) -> DueCheckIn? {
        let own = rows.filter { $0.instrument == instrument.name }
        let complete = own.filter { $0.score.isComplete || $0.score.total != nil }
        let last = complete.last
        guard let from = due(instrument, last?.date) else { return nil }
        var item = DueCheckIn(instrument: instrument, state: .later, from: from, last: last)
        if let half = own.last, half.date == today, half.id != last?.id, half.score.total == nil {
            item.begunID = half.id
            item.state = .begun(open: half.score.missing.count)
            item.from = min(from, today)
        }
        return item
    }

    private func due(_ instrument: Instrument, _ last: CivilDate?) -> CivilDate? {
        let timing = instrument.timing
        let courseEnd = history.course.map { $0.end ?? $0.lastDay }
        let ended = timing.everyDays == nil ? courseEnd.map { max($0, lastHeld ?? $0) } : weeklyFrom
        let final = ended.map { $0.adding(days: timing.weeksAfter * 7) }
        if let final, today > final { return nil }
        guard let last else {
            // Asked for once as a baseline, as early as can be.
            return timing.everyDays != nil || timing.atEnds.contains(.start) ? today : courseEnd
        }
        let soonest = last.adding(days: timing.fewestDays)
        if let every = timing.everyDays {
            let from = max(soonest, last.adding(days: every))
            // One that would only be due after the last day on which it is asked for is not announced.
            return final.map { from <= $0 } ?? true ? from : nil
        }
        guard timing.atEnds.contains(.end), let end = courseEnd, last < end else { return nil }
        return max(soonest, end)
    }

    /// The day from which the weeks afterwards are counted: that of the last session held, once the course
    /// has ended and none is to come. Nil without a course, and while it runs.
    private var weeklyFrom: CivilDate? {
        guard let course = history.course else { return nil }
        let end = course.end ?? course.lastDay
        let isToCome = course.end == nil && history.nextSession(after: now) != nil
        guard today > end, !isToCome else { return nil }
        return lastHeld ?? end
    }

    private var lastHeld: CivilDate? { history.doneSessions.last?.date }

    // MARK: The time of day

    /// Why nothing is asked now; nil where it may be.
    private var barredNow: DueCheckIn.Why? {
        let begun = history.sessions.contains { session in
            session.date == today && session.at.instant <= now
                && (session.status == .done || session.status == .planned)
        }
        if begun || history.sessionNotSleptOff(at: now, in: zone) != nil { return .afterSession }
        let rise = history.details.target?.rise ?? limits.usualRise
        let bed = history.details.target?.bed ?? limits.usualBed
        let quiet = Int(limits.quietBeforeBed.value)
        let length = (bed.minutesAfterMidnight - quiet - rise.minutesAfterMidnight).modulo(1440)
        let since = (zone.clock(now).minutesAfterMidnight - rise.minutesAfterMidnight).modulo(1440)
        return since < length ? nil : .night
    }
}

extension Instrument {
    /// True where one of its conditions is among a person's, a word for a word: `bipolar depression` holds
    /// `depression`. One for everyone fits without any.
    package func fits(_ personal: [String]) -> Bool {
        if conditions.contains("any") { return true }
        let words = Set(
            personal.flatMap { condition in
                condition.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
            })
        return conditions.contains(where: words.contains)
    }
}

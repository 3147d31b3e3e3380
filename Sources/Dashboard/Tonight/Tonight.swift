// What Tonight has to say, worked out before it is drawn.

import CareDomain
import CellCanvas

struct Tonight {
    let history: PersonHistory
    let today: CivilDate
    let clock: ClockTime
    let now: Instant
    let zone: Zone
    private let showsFigures: Bool
    let instruments: [Instrument]
    /// What the person reads of their own flags.
    var worthTelling: [String] = []

    struct PlanLine: Equatable {
        /// What can be ticked of it; nil for a line that only tells.
        enum Tick: Equatable { case coffee, worries, screens, windDown }
        enum Mark: Equatable { case done, not, open }

        var what: String
        var more: String
        /// What is said instead where there is little room.
        var brief: String
        var isPast: Bool
        var tick: Tick?
        var mark = Mark.open
    }

    init(_ person: StoreSnapshot.Person, _ context: Context, _ settings: DashboardSettings) {
        history = person.history
        today = person.today(in: context)
        clock = person.clock(in: context)
        now = context.wall.instant
        zone = person.zone
        showsFigures = settings.showsFiguresInTheEvening
        instruments = settings.care.instruments
    }

    /// The session whose evening and night are not over.
    var sessionToday: TreatmentSession? { history.sessionNotSleptOff(at: now, in: zone) }
    /// True while nothing of past nights is shown.
    var isQuiet: Bool { !showsFigures && isEvening || sessionToday != nil }
    var nextSession: TreatmentSession? { history.nextSession(after: now) }
    var lastNight: LoggedNight? { history.mainNight(on: today) }

    // MARK: The time of day

    private var bed: ClockTime { history.details.target?.bed ?? Self.usualBed }
    private var rise: ClockTime { history.details.target?.rise ?? Self.usualRise }
    private static let usualBed = ClockTime(minutesAfterMidnight: 23 * 60) ?? .midnight
    private static let usualRise = ClockTime(minutesAfterMidnight: 5 * 60) ?? .midnight

    /// From two hours before the planned bedtime until the planned rise, or from nine without a plan, no
    /// figure of a past night is shown: nothing that could keep one awake.
    var isEvening: Bool { isBetween(bed.adding(minutes: -120), rise) }

    /// Between the planned bedtime and the planned rise; never without a plan.
    var isNight: Bool { history.details.target != nil && isBetween(bed, rise) }

    /// From two hours before the planned rise until noon, while the night is not logged.
    var isMorning: Bool {
        let noon = ClockTime(minutesAfterMidnight: 12 * 60) ?? .midnight
        return lastNight == nil && isBetween(rise.adding(minutes: -120), noon) && !isNight
    }

    private func isBetween(_ from: ClockTime, _ to: ClockTime) -> Bool {
        let length = (to.minutesAfterMidnight - from.minutesAfterMidnight).modulo(1440)
        return (clock.minutesAfterMidnight - from.minutesAfterMidnight).modulo(1440) < length
    }

    // MARK: The course

    var isAfterCourse: Bool { history.course.map { today > ($0.end ?? $0.lastDay) } ?? false }

    /// True before anything of a night is known.
    var isFirstDay: Bool { history.mainNights.isEmpty && !isAfterCourse }

    func weekWords(of course: Course) -> String {
        if isAfterCourse { return "After the course" }
        guard let week = course.week(on: today) else { return "Before the course" }
        return "Week \(week) of \(course.weeks)"
    }

    func dayWords(of course: Course) -> String {
        if isAfterCourse { return "ended \((course.end ?? course.lastDay).dayMonth)" }
        guard course.day(on: today) >= 1 else { return "begins \(course.start.words)" }
        return "day \(course.day(on: today)) of \(course.weeks * 7)"
    }

    /// As much of it as fits into so many columns.
    func sessionCountWords(within columns: Int) -> String {
        let counted = history.sessions.filter { $0.status != .cancelled }.count
        let cancelled = history.sessions.count - counted
        let missed = history.sessions.filter { $0.status == .missed }.count
        var text = "\(history.doneSessions.count) of \(NumberWords.count(counted, "session"))"
        if cancelled > 0 { text += ", \(NumberWords.of(cancelled)) cancelled" }
        if missed > 0 { text += ", \(NumberWords.of(missed)) not held" }
        return text.count <= columns ? text : text.replacing(" sessions", with: "")
    }
}

extension Session.Status {
    var glyph: Character {
        switch self {
        case .done: "●"
        case .planned, .moved: "○"
        case .missed, .cancelled: "✕"
        }
    }

    var style: Style {
        switch self {
        case .done: .session
        case .planned, .moved: .muted
        case .missed, .cancelled: Style(.caution)
        }
    }
}

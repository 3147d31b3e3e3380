// What Tonight has to say, worked out before it is drawn.

import CareDomain
import CellCanvas

struct Tonight {
    let history: PersonHistory
    let today: CivilDate
    let clock: ClockTime
    private let now: Instant
    private let zone: Zone

    struct PlanLine: Equatable {
        var what: String
        var more: String
        /// What is said instead where there is little room.
        var brief: String
        var isPast: Bool
    }

    struct Waiting: Equatable {
        var what: String
        var more: String
        var key: String
    }

    init(_ person: StoreSnapshot.Person, _ context: Context) {
        history = person.history
        today = person.today(in: context)
        clock = person.clock(in: context)
        now = context.wall.instant
        zone = person.zone
    }

    /// The session whose evening and night are not over.
    var sessionToday: TreatmentSession? { history.sessionNotSleptOff(at: now, in: zone) }
    /// True while nothing of past nights is shown.
    var isQuiet: Bool { isEvening || sessionToday != nil }
    var nextSession: TreatmentSession? { history.nextSession(after: now) }
    var lastNight: LoggedNight? { history.mainNight(on: today) }

    /// From two hours before the planned bedtime until the planned rise, or from nine without a plan, no
    /// figure of a past night is shown: nothing that could keep one awake.
    var isEvening: Bool {
        let bed = history.details.target?.bed ?? ClockTime(minutesAfterMidnight: 23 * 60) ?? .midnight
        let rise = history.details.target?.rise ?? ClockTime(minutesAfterMidnight: 5 * 60) ?? .midnight
        let from = bed.adding(minutes: -120)
        let length = (rise.minutesAfterMidnight - from.minutesAfterMidnight + 1440) % 1440
        return (clock.minutesAfterMidnight - from.minutesAfterMidnight + 1440) % 1440 < length
    }

    func weekWords(of course: Course) -> String {
        if today > (course.end ?? course.lastDay) { return "After the course" }
        guard let week = course.week(on: today) else { return "Before the course" }
        return "Week \(week) of \(course.weeks)"
    }

    func dayWords(of course: Course) -> String {
        if today > (course.end ?? course.lastDay) {
            return "ended \((course.end ?? course.lastDay).dayMonth)"
        }
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

    /// Tonight's plan with its clock times, from the planned bedtime backwards. Hours before bed: Lull's own,
    /// from the clinical notes on caffeine (Gardiner 2023, Sleep Med Rev 69:101764) and wind-down.
    var planLines: [PlanLine] {
        guard let target = history.details.target else { return [] }
        func line(_ words: String, _ minutesBefore: Int, _ more: String, _ brief: String) -> PlanLine {
            let at = target.bed.adding(minutes: -minutesBefore)
            return PlanLine(
                what: "\(words) \(at)", more: more, brief: brief, isPast: isPast(at, before: target.bed))
        }
        return [
            line("last coffee before", 8 * 60 + 45, "nearly nine hours before bed", ""),
            line("screens off from", 60, "an hour before bed", ""),
            line("wind down from", 45, "r ten minutes of breathing", "r breathe"),
            PlanLine(
                what: "bed \(target.bed), up \(target.rise)", more: "your plan, \(target.length.words)",
                brief: target.length.short,
                isPast: isPast(target.bed, before: target.bed)),
        ]
    }

    /// The day of the plan runs from noon to noon.
    private func isPast(_ time: ClockTime, before bed: ClockTime) -> Bool {
        func sinceRise(_ time: ClockTime) -> Int {
            let rise = history.details.target?.rise ?? .midnight
            return (time.minutesAfterMidnight - rise.minutesAfterMidnight + 1440) % 1440
        }
        return sinceRise(clock) > sinceRise(time)
    }

    /// The one thing that can be done now.
    var waiting: Waiting? {
        guard lastNight == nil, !isQuiet else { return nil }
        return Waiting(
            what: "How was the night to \(today.words)?", more: "a minute, as much as you remember", key: "l")
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

// Tonight's plan with its clock times and ticks, and what waits to be done.

import CareDomain
import CellCanvas

extension Tonight {
    /// Tonight's plan, from the planned bedtime backwards.
    var planLines: [PlanLine] {
        guard let target = history.details.target else { return [] }
        guard !isNight else { return [bedLine(target)] }
        let evening = PlannedEvening(target)
        let habits = habitsToday
        func line(
            _ words: String, _ at: ClockTime, _ more: String, _ brief: String, _ tick: PlanLine.Tick?,
            _ mark: PlanLine.Mark = .open
        ) -> PlanLine {
            PlanLine(
                what: "\(words) \(at)", more: more, brief: brief, isPast: isPast(at), tick: tick, mark: mark)
        }
        let coffee = habits?.caffeine.last.map { "last one \($0.at.clockText)" }
        let screens = habits?.screensLast.map { "off at \($0.clockText)" }
        return [
            line(
                "last coffee before", evening.lastCoffee, coffee ?? "nearly nine hours before bed",
                coffee ?? "",
                .coffee, coffee == nil ? .open : .done),
            line(
                "worries on paper by", evening.worries, "a adds one for yourself; closed until tomorrow", "",
                .worries,
                habits?.worryTime.map { $0 == .no ? .not : .done } ?? .open),
            line(
                "screens off from", evening.screensOff, screens ?? "an hour before bed", screens ?? "",
                .screens,
                screens == nil ? .open : .done),
            line(
                "wind down from", evening.windDown, "r ten minutes of breathing", "r breathe", .windDown,
                habits?.windDown.map { $0 ? .done : .not } ?? .open),
            bedLine(target),
        ]
    }

    private func bedLine(_ target: SleepTarget) -> PlanLine {
        PlanLine(
            what: "bed \(target.bed), up \(target.rise)", more: "your plan, \(target.length.words)",
            brief: target.length.short, isPast: isPast(target.bed), tick: nil)
    }

    /// The day that the evening belongs to, which lasts past midnight.
    var eveningDay: CivilDate { clock.hour < 4 ? today.adding(days: -1) : today }

    private var habitsToday: Habits? { history.habits.last { $0.value.day == eveningDay }?.value }

    /// The day of the plan runs from rise to rise.
    private func isPast(_ time: ClockTime) -> Bool {
        let rise = history.details.target?.rise ?? .midnight
        func sinceRise(_ time: ClockTime) -> Int {
            (time.minutesAfterMidnight - rise.minutesAfterMidnight).modulo(1440)
        }
        return sinceRise(clock) > sinceRise(time)
    }

    // MARK: What waits

    struct Waiting: Equatable {
        enum Place: Equatable {
            case night
            case form(FormKind)
            case screen(PersonScreen)
            case nothing
        }

        var what: String
        var more: String
        var key: String
        var leadsTo: Place
        /// ◇ for what can be done.
        var mark: Character = "◇"
    }

    /// What can be done now, the most useful first; in the evening nothing is asked that can wait.
    var waiting: [Waiting] {
        guard !isQuiet else { return [] }
        var found: [Waiting] = []
        if lastNight == nil {
            found.append(
                Waiting(
                    what: "How was the night to \(today.words)?", more: "a minute, as much as you remember",
                    key: "l", leadsTo: .night))
        }
        if history.details.target == nil {
            found.append(
                Waiting(
                    what: "When do you go to bed, and get up?", more: "makes the evening's plan",
                    key: "Enter",
                    leadsTo: .form(.person)))
        }
        if history.course == nil {
            found.append(
                Waiting(
                    what: "Is a course planned?", more: "sessions then stand beside the nights", key: "Enter",
                    leadsTo: .form(.course)))
        }
        found += dueCheckIns + answered + monthly + tellings
        return found
    }

    /// Days for which an answer is new. Lull's own.
    private static let newDays = 3

    /// What the clinic has answered lately.
    private var answered: [Waiting] {
        history.threadsToClinic(in: zone, until: now).flatMap(\.answers)
            .filter { $0.at.civil.date.days(until: today) <= Self.newDays }
            .map { answer in
                Waiting(
                    what: "\(answer.author) answered", more: answer.text, key: "", leadsTo: .nothing)
            }
    }

    /// What the clinic asks about once a month of a course: 28 days, Lull's own. Source: bladder symptoms are
    /// to be watched under repeated ketamine (label); the interval is a clinic's.
    private var monthly: [Waiting] {
        guard let course = history.course, today >= course.start, !isAfterCourse else { return [] }
        let from = today.adding(days: -27)
        let recent = history.symptoms.filter { $0.value.day >= from }.map(\.value)
        var found: [Waiting] = []
        let isSettled = course.start.days(until: today) >= 14
        if isSettled, !recent.contains(where: { $0.urgency != nil || $0.bloodInUrine != nil }) {
            found.append(
                Waiting(
                    what: "Once a month: passing water", more: "three answers", key: "◇",
                    leadsTo: .form(.bladder)))
        }
        if isSettled, !recent.contains(where: { $0.gasping != nil || $0.legUrge != nil }) {
            found.append(
                Waiting(
                    what: "Once a month: nights and days", more: "five answers", key: "◇",
                    leadsTo: .form(.daytime)))
        }
        return found
    }

    /// The morning after a session's night under four hours: what the label says of driving still holds.
    /// Source: Spravato label, patient information; four hours are Lull's own.
    var drivingWords: String? {
        guard let night = lastNight, night.nightsSinceSession == 0, let slept = night.measures.totalSleep,
            slept < Minutes(240)
        else { return nil }
        return "No driving until after a restful night: that still holds today."
    }

    /// How far away the person last said they are since the session; nil where they have not.
    var detachedToday: Int? {
        guard let session = sessionToday else { return nil }
        return history.symptoms.last { $0.value.day >= session.date && $0.value.detached != nil }?
            .value.detached
    }
}

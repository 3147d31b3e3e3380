// What a day and its hour mean for a practice: a session, the nearness of bed, what was practised before.

package struct PracticeDay: Equatable, Sendable {
    /// A session was held today, or its evening and night are not over.
    package var isSessionDay = false
    /// The effects of a session are not noted as gone, and its night is not over.
    package var isUnderEffect = false
    /// Blood pressure was noted as back at its baseline after that session.
    package var isPressureBack = false
    /// Days since the last session, 0 on its own date; nil before any.
    package var daysSinceSession: Int?
    /// Within three hours before bed, or in the night.
    package var isNearBed = false
    /// From an hour before the planned bed, or from screens off, until the rise: what is led begins dim.
    package var isDark = false
    /// The instant of the planned bedtime that comes next; nil without a plan.
    package var bedtime: Instant?
    /// The programmes that have been in use for a month, by name.
    package var monthOld: Set<String> = []

    package init() {}

    package func isFirstMonth(of programme: String) -> Bool { !monthOld.contains(programme) }
}

extension PersonHistory {
    /// What holds at a moment. Without a planned bedtime, eleven in the evening and seven in the morning
    /// stand in; hours and days are Lull's own.
    package func practiceDay(at now: Instant, in zone: Zone) -> PracticeDay {
        var day = PracticeDay()
        let today = zone.date(now)
        let last = doneSessions.last { $0.at.instant <= now }
        // Also a session that was planned for today and begins to be over, though nobody has noted it.
        let unnoted = sessions.last { $0.status == .planned && $0.at.instant <= now && $0.date == today }
        let open = sessionNotSleptOff(at: now, in: zone)
        day.isSessionDay = open != nil || unnoted != nil || last.map { $0.date == today } ?? false
        day.isUnderEffect = open != nil || unnoted != nil
        day.isPressureBack = unnoted == nil && last?.record?.value.isPressureBack ?? false
        day.daysSinceSession = [last, unnoted].compactMap { $0?.date.days(until: today) }.min()
        fillNight(&day, at: now, in: zone)
        let monthAgo = now.adding(Minutes(-30 * 24 * 60))
        day.monthOld = Set(
            practices.filter { $0.value.start.instant <= monthAgo }.map(\.value.programme))
        return day
    }

    private func fillNight(_ day: inout PracticeDay, at now: Instant, in zone: Zone) {
        let clock = zone.clock(now)
        let bed = details.target?.bed ?? ClockTime(minutesAfterMidnight: 23 * 60) ?? .midnight
        let rise = details.target?.rise ?? ClockTime(minutesAfterMidnight: 7 * 60) ?? .midnight
        func isFrom(_ minutesBefore: Int) -> Bool {
            let start = bed.adding(minutes: -minutesBefore)
            let length = (rise.minutesAfterMidnight - start.minutesAfterMidnight).modulo(1440)
            return (clock.minutesAfterMidnight - start.minutesAfterMidnight).modulo(1440) < length
        }
        day.isNearBed = isFrom(180)
        let today = zone.date(now)
        let screensOff = habits.contains { entry in
            entry.value.screensLast.map { off in
                off.instant <= now && zone.date(off.instant) == today && isFrom(360)
            } ?? false
        }
        day.isDark = details.target != nil && isFrom(60) || screensOff
        guard let target = details.target else { return }
        let date = clock > target.bed ? today.adding(days: 1) : today
        day.bedtime = zone.instant(CivilTime(date, target.bed))
    }
}

extension Session {
    /// How far above its first reading blood pressure may stay and still count as back, in mmHg: Lull's own.
    private static let pressureMargin = 5

    /// True where a reading after the first has both pressures at the first one's height again, or within
    /// five of it, and no later reading says otherwise. False where nothing was noted.
    package var isPressureBack: Bool {
        let readings = observations.filter { $0.systolic != nil && $0.diastolic != nil }
            .sorted { $0.minute < $1.minute }
        guard readings.count > 1, let first = readings.first, let last = readings.last else { return false }
        func isBack(_ now: Int?, _ then: Int?) -> Bool {
            guard let now, let then else { return false }
            return now <= then + Self.pressureMargin
        }
        return isBack(last.systolic, first.systolic) && isBack(last.diastolic, first.diastolic)
    }
}

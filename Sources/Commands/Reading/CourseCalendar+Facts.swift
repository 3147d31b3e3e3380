// The calendar in lines: a week, then each of its days that holds something, in words.

import CareDomain

extension CourseCalendar {
    var facts: [String] {
        guard !days.isEmpty else { return lines }
        var facts = [title.components(between: "   ").joined(separator: ", ")]
        for start in stride(from: 0, to: days.count, by: 7) {
            facts += week(Array(days[start..<min(start + 7, days.count)]), number: start / 7 + 1)
        }
        return facts
    }

    private func week(_ days: [CivilDate], number: Int) -> [String] {
        guard let first = days.first, let last = days.last else { return [] }
        let summary = NightsSummary(days.compactMap { nights[$0.adding(days: 1)] })
        let figures = [
            summary.nightsLogged == 0 ? nil : "\(NumberWords.count(summary.nightsLogged, "night")) logged",
            summary.means[.totalSleepMinutes].map { "asleep \(Minutes($0.mean).words) on average" },
            summary.pooledEfficiency.map { "efficiency \($0.words)" },
        ].compactMap { $0 }
        let head = "Week \(number), \(CivilDate.range(first, last))"
        return [figures.isEmpty ? head + "." : head + ": " + figures.joined(separator: ", ") + "."]
            + days.compactMap(fact)
    }

    /// `  Mon 2 Mar, today: session 1 done at 10:00; the night: efficiency 74 %, asleep 5 h 50 m`; nil for a
    /// day with nothing on it.
    private func fact(_ day: CivilDate) -> String? {
        var parts: [String] = []
        if let session = sessions[day] {
            let number = session.number.map { " \($0)" } ?? ""
            parts.append("session\(number) \(session.shownStatus.words) at \(session.clock)")
        }
        if let night = nights[day.adding(days: 1)] {
            let figures = [
                night.measures.totalSleep.map { "asleep \($0.words)" },
                night.measures.efficiency.map { "efficiency \($0.words)" },
            ].compactMap { $0 }
            parts.append(figures.isEmpty ? "night logged" : "night " + figures.joined(separator: ", "))
        }
        let isToday = day == subject.today
        guard isToday || !parts.isEmpty else { return nil }
        let head = "  \(day.words)" + (isToday ? ", today" : "")
        return parts.isEmpty ? head : head + ": " + parts.joined(separator: "; ")
    }
}

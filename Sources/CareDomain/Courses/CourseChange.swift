// A change of a course that runs: another dose, spacing or time of day for what is still to be held.

package struct CourseChange: Equatable, Sendable {
    package enum What: Equatable, Sendable {
        case dose(Dose)
        /// Days from each session to the next.
        case spacing(days: Int)
        case clock(ClockTime)
    }

    package var what: What
    /// Sessions of this date and later ones are changed.
    package var from: CivilDate
    package var why: String

    package init(_ what: What, from: CivilDate, why: String) {
        self.what = what
        self.from = from
        self.why = why
    }

    /// The days between sessions that can be asked for.
    package static let spacings = 1...366
}

/// Why a course cannot be changed so.
package enum CourseChangeProblem: Error, Equatable, Sendable {
    case noCourse
    /// No session of the plan is to come on the date or later.
    case nothingToCome(CivilDate)
    /// They are so already.
    case same
    /// A session would be before now.
    case past(OffsetInstant)

    package var plainWords: String {
        switch self {
        case .noCourse: "no course runs"
        case .nothingToCome(let date): "no session of the plan is to come on \(date.words) or later"
        case .same: "it is so already"
        case .past(let at): "a session would be on \(at.civil.date.words) at \(at.civil.clock), before now"
        }
    }
}

/// What a change would come to. Sessions that were held, put off by themselves, or taken off the plan stay.
package struct CourseEffect: Equatable, Sendable {
    package let course: Course
    package let adjustment: Adjustment
    /// The sessions as they are, which are changed, and as they would be.
    package let before: [TreatmentSession]
    package let after: [Course.PlannedSession]
    /// Those to come that stay at the time to which each was moved by itself.
    package let kept: [TreatmentSession]
    private let change: CourseChange
    private let replaced: RecordID
    private let earlier: Course

    package init(
        _ change: CourseChange, _ history: PersonHistory, zone: Zone, now: Instant
    ) throws(CourseChangeProblem) {
        guard let entry = history.courses.last, entry.value.end == nil else {
            throw CourseChangeProblem.noCourse
        }
        earlier = entry.value
        replaced = entry.id
        self.change = change
        let plan = Dictionary(earlier.plan.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let toCome = history.sessions.filter { session in
            session.status == .planned && session.date >= change.from && session.at.instant > now
                && session.planned.map { plan[$0] != nil } ?? false
        }
        guard !toCome.isEmpty else { throw CourseChangeProblem.nothingToCome(change.from) }
        let isOfDose = if case .dose = change.what { true } else { false }
        kept = isOfDose ? [] : toCome.filter { $0.record?.value.start != nil }
        let open = toCome.filter { session in isOfDose || session.record?.value.start == nil }
        let changed = Self.changed(open.compactMap { $0.planned.flatMap { plan[$0] } }, change.what, zone)
        let pairs = zip(open, changed).filter { $0.planned.flatMap { plan[$0] } != $1 }
        guard !pairs.isEmpty else { throw CourseChangeProblem.same }
        if let past = pairs.map(\.1.at).first(where: { $0.instant <= now }) {
            throw CourseChangeProblem.past(past)
        }
        before = pairs.map(\.0)
        after = pairs.map(\.1)
        var course = earlier
        for item in after {
            if let place = course.plan.firstIndex(where: { $0.id == item.id }) { course.plan[place] = item }
        }
        if let last = course.plan.map(\.at.civil.date).max(), last > course.lastDay {
            course.weeks = course.start.days(until: last) / 7 + 1
        }
        self.course = course
        adjustment = Self.adjustment(change, open)
    }

    private static func changed(
        _ items: [Course.PlannedSession], _ what: CourseChange.What, _ zone: Zone
    ) -> [Course.PlannedSession] {
        func at(_ date: CivilDate, _ clock: ClockTime) -> OffsetInstant {
            OffsetInstant(zone.instant(CivilTime(date, clock)), in: zone)
        }
        return items.enumerated().map { index, item in
            var item = item
            let civil = item.at.civil
            switch what {
            case .dose(let dose): item.dose = dose
            case .clock(let clock): item.at = at(civil.date, clock)
            case .spacing(let days):
                item.at = at(items[0].at.civil.date.adding(days: index * days), civil.clock)
            }
            return item
        }
    }

    // MARK: Words

    private static func adjustment(_ change: CourseChange, _ open: [TreatmentSession]) -> Adjustment {
        func words(_ texts: [String]) -> String? {
            var seen: [String] = []
            for text in texts where !seen.contains(text) { seen.append(text) }
            return seen.isEmpty ? nil : seen.joined(separator: " and ")
        }
        var made = Adjustment(what: "", why: change.why, effective: .day(change.from))
        switch change.what {
        case .dose(let dose):
            made.what = "dose"
            made.from = words(open.compactMap { $0.dose?.words })
            made.to = dose.words
        case .clock(let clock):
            made.what = "time of day"
            made.from = words(open.map(\.clock.description))
            made.to = clock.description
        case .spacing(let days):
            made.what = "spacing"
            let gaps = zip(open, open.dropFirst()).map { $0.date.days(until: $1.date) }
            made.from = gaps.isEmpty ? nil : apart(Set(gaps).sorted())
            made.to = every(days)
        }
        return made
    }

    /// `every 3 days`; of several lengths `3 and 4 days apart`.
    private static func apart(_ gaps: [Int]) -> String {
        guard let last = gaps.last, gaps.count > 1 else { return every(gaps.first ?? 0) }
        return gaps.dropLast().map(String.init).joined(separator: ", ") + " and \(last) days apart"
    }

    private static func every(_ days: Int) -> String { days == 1 ? "every day" : "every \(days) days" }

    /// What it would come to, a sentence each.
    package var sentences: [String] {
        let count = after.count
        let who = "\(NumberWords.count(count, "session")) from \(before[0].date.dayMonth)"
        var lines: [String] = []
        switch change.what {
        case .dose(let dose):
            let was = adjustment.from.map { " instead of \($0)" } ?? ""
            lines.append("\(who): \(dose.words)\(was).")
        case .clock(let clock): lines.append("\(who) \(count == 1 ? "moves" : "move") to \(clock).")
        case .spacing(let days):
            let last = after.last.map { ", the last on \($0.at.civil.date.words)" } ?? ""
            lines.append("\(who) \(count == 1 ? "moves" : "move"): \(Self.every(days))\(last).")
        }
        if course.weeks != earlier.weeks {
            lines.append("The course then ends \(course.lastDay.words), not \(earlier.lastDay.words).")
        }
        if let first = kept.first {
            let rest =
                kept.count == 1 ? "which was moved by itself, stays" : "and others moved by themselves stay"
            lines.append("The session of \(first.date.words), \(rest).")
        }
        lines.append("What was held stays as it is.")
        return lines
    }

    /// The course, and then why: both are written, or the course alone says what holds.
    package var drafts: [RecordDraft] {
        [RecordDraft(.course(course), replaces: replaced), RecordDraft(.adjustment(adjustment))]
    }
}

extension PersonHistory {
    /// The dose that the plan of the course that runs has for its session nearest before a date, else for the
    /// one after it, by a route; nil where there is none. What a dose beside the plan is compared with.
    package func plannedDose(near date: CivilDate, by route: Route?) -> Dose? {
        let plan = (course?.plan ?? []).filter { item in
            item.dose != nil && (route == nil || item.route == nil || item.route == route)
        }
        return (plan.last { $0.at.civil.date <= date } ?? plan.first)?.dose
    }
}

extension PersonHistory {
    /// Changes of the treatment, by the first night that each holds for: the one after its first day.
    package func changes(from first: CivilDate, through last: CivilDate) -> [CivilDate: [Adjustment]] {
        var changes: [CivilDate: [Adjustment]] = [:]
        for entry in adjustments {
            guard let night = entry.value.effective?.date.adding(days: 1), first <= night, night <= last
            else { continue }
            changes[night, default: []].append(entry.value)
        }
        return changes
    }
}

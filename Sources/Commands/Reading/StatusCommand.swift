// Where things stand tonight, in words: the course, last night, the last seven nights, and what waits.

import ArgumentParser
import CareDomain
import PlainJSON

struct StatusCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Where things stand: course, last night, next session, what waits.",
        discussion: """
            With several people in the store and none named, a line a person.

              lull status
              lull status --patient okafor-n --json
            """)

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws { try Self.put(in: &invocation) }

    static func put(in invocation: inout Invocation) throws {
        // Also what other commands print where there is no terminal.
        invocation.showing.what = "status"
        let subjects = try invocation.subjects()
        let shelf = invocation.ruleShelf()
        if subjects.count == 1, let subject = subjects.first {
            let status = PersonStatus(subject, now: invocation.now, shelf: shelf)
            return try invocation.put(
                .object(status.object), lines: status.lines(plain: invocation.isPlain))
        }
        var listing = Listing(
            keys: PersonStatus.keys,
            columns: [
                .left("Person", limit: 20), .left("Course"), .left("Next session"), .left("Last night"),
                .right("SE 7 d"),
            ],
            whenEmpty: "No one is in the store yet. Add someone with 'lull patient add ID'.")
        for subject in subjects {
            let status = PersonStatus(subject, now: invocation.now, shelf: shelf)
            listing.add(status.object, cells: status.cells)
        }
        try invocation.put(listing)
    }
}

/// One person's standing at a moment.
struct PersonStatus {
    private let subject: Subject
    private let now: Instant
    private let rules: RuleShelf

    init(_ subject: Subject, now: Instant, shelf: RuleShelf) {
        self.subject = subject
        self.now = now
        rules = shelf
    }

    private var history: PersonHistory { subject.history }
    private var next: TreatmentSession? { history.nextSession(after: now) }
    private var lastNight: LoggedNight? { history.mainNight(on: subject.today) }
    private var seven: NightsSummary { NightsSummary(history.lastNights(7, to: subject.today)) }
    private var baseline: NightsSummary { NightsSummary(history.baselineNights) }

    // MARK: As JSON

    static let keys = [
        "patient", "name", "now", "today", "course", "nextSession", "lastNight", "lastNightLogged",
        "sevenNights",
        "baseline", "waiting", "conflicts",
    ]

    var object: JSONObject {
        [
            "patient": .string(subject.id.text), "name": .optional(history.details.name),
            "now": .instant(now, in: subject.zone), "today": .optional(subject.today),
            "course": .optional(CourseObject.standing(subject)),
            "nextSession": .optional(next.map { SessionRow.object($0, of: subject.id) }),
            "lastNight": .optional(lastNight.map { NightRow.object($0, of: subject.id) }),
            "lastNightLogged": .optional(history.mainNights.last?.date),
            "sevenNights": .object(Self.short(seven)), "baseline": .object(Self.short(baseline)),
            "waiting": .strings(waiting.map(\.key)),
            "conflicts": .strings(history.conflicts.map(\.words)),
        ]
    }

    private static func short(_ summary: NightsSummary) -> JSONObject {
        [
            "nightsLogged": .integer(summary.nightsLogged),
            "totalSleepMinutes": .optional(summary.means[.totalSleepMinutes]?.mean),
            "pooledEfficiencyPercent": .optional(summary.pooledEfficiency),
            "quality": .optional(summary.means[.quality]?.mean),
        ]
    }

    // MARK: In words

    var cells: [String?] {
        [
            history.displayName, shortCourseWords, next.map { "\($0.date.dayMonth) \($0.clock)" },
            history.mainNights.last?.date.dayMonth, seven.pooledEfficiency?.words,
        ]
    }

    /// - Parameter hasFigures: false for an evening, which is not the time for those of past nights.
    func lines(plain: Bool, hasFigures: Bool = true) -> [String] {
        var table = LabelledLines()
        table.add("Course", courseWords ?? "none yet")
        table.add("Next session", next.map(words) ?? "none planned")
        if hasFigures {
            table.add("Last night", lastNight.map(words) ?? "not logged yet")
            table.add("Seven nights", sevenWords)
        }
        if let session = history.sessionNotSleptOff(at: now, in: subject.zone) {
            table.add(
                "Session",
                "\(session.date.words) at \(session.clock): no driving until the next day, after a "
                    + "restful sleep; no alcohol; nothing to decide")
        }
        for conflict in history.conflicts { table.add("Conflict", conflict.words) }
        for item in waiting { table.add("Waiting", item.words) }
        return ["\(history.displayName) · \(subject.today.words), \(subject.zone.clock(now))", ""]
            + table.lines(plain: plain)
    }

    private var courseWords: String? {
        guard let course = history.course else { return nil }
        let name = course.protocolName
        if let end = course.end { return "\(name), ended \(end.words)" }
        guard let week = course.week(on: subject.today) else {
            return "\(name), begins \(course.start.words) (\(course.start.relative(to: subject.today)))"
        }
        guard week <= course.weeks else { return "\(name), over since \(course.lastDay.words)" }
        let sessions = history.sessions.filter { $0.status != .cancelled }.count
        let (done, day) = (history.doneSessions.count, course.day(on: subject.today))
        return
            "\(name), week \(week) of \(course.weeks), day \(day), \(done) of \(sessions) sessions"
    }

    /// `iv-six-3w, week 2/3, 3/6 sessions`.
    private var shortCourseWords: String? {
        let row = CohortRow(history, today: subject.today, now: now)
        guard let name = row.protocolName, let weeks = row.weeks else { return nil }
        let week = row.isOver ? "over" : row.week.map { "week \($0)/\(weeks)" } ?? "to come"
        return "\(name), \(week), \(row.sessionsDone)/\(row.sessionsPlanned) sessions"
    }

    private func words(_ session: TreatmentSession) -> String {
        let number = session.number.map { "session \($0), " } ?? ""
        let dose = [session.dose?.words, session.route?.label].compactMap { $0 }.joined(separator: " ")
        let when = "\(session.date.words) at \(session.clock) (\(session.date.relative(to: subject.today)))"
        return number + when + (dose.isEmpty ? "" : ", " + dose)
    }

    /// Plain figures of one night: never a comparison.
    private func words(_ row: LoggedNight) -> String {
        var parts: [String] = []
        if let sleep = row.measures.totalSleep { parts.append("asleep \(sleep.words)") }
        if let efficiency = row.measures.efficiency { parts.append("efficiency \(efficiency.words)") }
        if let wake = row.measures.wakeAfterSleepOnset { parts.append("awake \(wake.words)") }
        if let quality = row.night.quality { parts.append("quality \(quality)/5") }
        if row.source != "diary" { parts.append("from \(row.source)") }
        return parts.isEmpty ? "logged" : parts.joined(separator: " · ")
    }

    private var sevenWords: String {
        guard seven.nightsLogged > 0 else { return "none logged" }
        var parts = ["\(NumberWords.of(seven.nightsLogged)) logged"]
        if let sleep = seven.weeklyMean(.totalSleepMinutes) {
            parts.append("asleep \(Minutes(sleep).words) on average")
        }
        if let efficiency = seven.weeklyEfficiency {
            parts.append("efficiency \(efficiency.words)" + history.baselineWords(beside: seven))
        }
        return parts.joined(separator: " · ")
    }

    /// What can be done now, and how.
    private var waiting: [(key: String, words: String)] {
        var items: [(key: String, words: String)] = []
        if history.mainNight(on: subject.today).map({ $0.source == "diary" }) != true {
            items.append(("night", "the night to today; log it with 'lull log night'"))
        }
        for session in history.sessions where session.status == .planned && session.at.instant < now {
            let id = session.planned ?? session.date.description
            items.append(
                (
                    "session \(id)",
                    "what became of the session of \(session.date.words): 'lull session done \(id)'"
                ))
        }
        if history.course == nil {
            items.append(("course", "a course, where there is one: 'lull course start'"))
        }
        return items + rules.waiting(for: subject, now: now)
    }
}

// The whole course at once: a grid of weeks, a day a cell.

import ArgumentParser
import CareDomain
import PlainJSON

struct CalendarCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "The course as a grid of weeks.",
        discussion: """
            A cell has the day and the session on it, and below them the efficiency
            of the night that began on that evening.

              lull calendar
              lull calendar --json
            """)

    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        let calendar = CourseCalendar(subject, glyphs: global.ascii ? .ascii : .unicode)
        guard global.form == .text else {
            var listing = Listing(keys: CourseCalendar.keys, columns: [], whenEmpty: "")
            for day in calendar.days { listing.add(calendar.object(day), cells: []) }
            return try invocation.put(listing)
        }
        try invocation.put(lines: invocation.isPlain ? calendar.facts : calendar.lines)
    }
}

/// The marks of a calendar.
struct CalendarGlyphs {
    let done, planned, today, gone, nothing, dash: String

    static let unicode = CalendarGlyphs(
        done: "●", planned: "○", today: "◉", gone: "✕", nothing: "·", dash: "–")
    static let ascii = CalendarGlyphs(done: "*", planned: "o", today: "@", gone: "x", nothing: ".", dash: "-")
}

struct CourseCalendar {
    let subject: Subject
    private let glyphs: CalendarGlyphs
    let nights: [CivilDate: LoggedNight]
    /// By date; of several on a day the last.
    let sessions: [CivilDate: TreatmentSession]
    /// The dates of the course, or of what is logged where there is no course, in whole weeks.
    let days: [CivilDate]

    init(_ subject: Subject, glyphs: CalendarGlyphs) {
        self.subject = subject
        self.glyphs = glyphs
        nights = Dictionary(
            subject.history.mainNights.map { ($0.date, $0) }, uniquingKeysWith: { first, _ in first })
        sessions = Dictionary(
            subject.history.sessions.map { ($0.date, $0) }, uniquingKeysWith: { _, last in last })
        if let course = subject.history.course {
            days = (0..<(course.weeks * 7)).map { course.start.adding(days: $0) }
        } else if let first = subject.history.mainNights.first?.date,
            let last = subject.history.mainNights.last?.date
        {
            // Of more than ten years, the last ones.
            let monday = max(first.adding(days: -1).startOfWeek, last.adding(days: -519 * 7).startOfWeek)
            let weeks = monday.days(until: last) / 7 + 1
            days = (0..<(weeks * 7)).map { monday.adding(days: $0) }
        } else {
            days = []
        }
    }

    // MARK: As JSON

    static let keys = [
        "patient", "date", "week", "session", "night", "efficiencyPercent", "totalSleepMinutes", "quality",
    ]

    func object(_ day: CivilDate) -> JSONObject {
        let night = nights[day.adding(days: 1)]
        return [
            "patient": .string(subject.id.text), "date": .optional(day),
            "week": .optional(subject.history.course?.week(on: day)),
            "session": .optional(sessions[day].map { SessionRow.object($0, of: subject.id) }),
            "night": .optional(night?.date), "efficiencyPercent": .optional(night?.measures.efficiency),
            "totalSleepMinutes": .optional(night?.measures.totalSleep),
            "quality": .optional(night?.night.quality),
        ]
    }

    // MARK: As text

    var lines: [String] {
        guard let first = days.first else {
            return ["No course and no nights yet. Plan a course with 'lull course start'."]
        }
        let names = days.prefix(7).map { Self.cell($0.weekday.shortName) }.joined()
        var lines = [title, "", Self.trimmed("    " + names + "week")]
        for start in stride(from: 0, to: days.count, by: 7) {
            lines += week(
                Array(days[start..<min(start + 7, days.count)]), number: start / 7 + 1,
                isFirst: days[start] == first)
        }
        let marks = [
            "\(glyphs.done) done", "\(glyphs.planned) planned", "\(glyphs.today) today",
            "\(glyphs.gone) not held",
        ]
        return lines + [
            "", "Session " + marks.joined(separator: "  "),
            "A number is the efficiency, in %, of the night that began that evening.",
        ]
    }

    var title: String {
        guard let course = subject.history.course else { return "No course; the nights that are logged" }
        let range = "\(course.start.dayMonth) \(glyphs.dash) \(course.lastDay.dayMonth)"
        let week = course.week(on: subject.today).flatMap {
            $0 <= course.weeks ? ", week \($0) of \(course.weeks)" : nil
        }
        return "Course \(range)   \(course.protocolName)\(week ?? "")"
    }

    private func week(_ days: [CivilDate], number: Int, isFirst: Bool) -> [String] {
        let tops = days.map { day in
            // A month is named where it begins.
            let date =
                day.day == 1 || (isFirst && day == days.first)
                ? "\(day.day) \(MonthName.short(day.month))" : "\(day.day)"
            return Self.cell([date, mark(on: day)].compactMap { $0 }.joined(separator: " "))
        }
        let bottoms = days.map { day -> String in
            guard let night = nights[day.adding(days: 1)] else {
                return Self.cell(day < subject.today ? glyphs.nothing : "")
            }
            return Self.cell(
                night.measures.efficiency.map { NumberWords.decimal($0.value, digits: 0) } ?? "logged")
        }
        let number = String(repeating: " ", count: max(0, 2 - "\(number)".count)) + "\(number)  "
        let below = Self.trimmed("    " + bottoms.joined() + figures(of: days))
        return [Self.trimmed(number + tops.joined())] + (below.isEmpty ? [] : [below])
    }

    private func mark(on day: CivilDate) -> String? {
        guard let session = sessions[day] else { return nil }
        switch session.status {
        case .done: return glyphs.done
        case .missed, .cancelled: return glyphs.gone
        case .planned, .moved: return day == subject.today ? glyphs.today : glyphs.planned
        }
    }

    private func figures(of days: [CivilDate]) -> String {
        let summary = NightsSummary(days.compactMap { nights[$0.adding(days: 1)] })
        let sleep = summary.means[.totalSleepMinutes].map { Minutes($0.mean).short }
        return [sleep, summary.pooledEfficiency?.words].compactMap { $0 }.joined(separator: "  ")
    }

    private static func cell(_ text: String) -> String {
        text + String(repeating: " ", count: max(1, 9 - text.count))
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}

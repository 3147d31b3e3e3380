// When a person slept, a row a night: the text twin of the raster on the Sleep page.

import CareDomain
import PlainJSON

struct SleepChart {
    private let subject: Subject
    private let dates: [CivilDate]
    private let nights: [CivilDate: LoggedNight]
    private let marks: Set<CivilDate>
    private let hours: ClosedRange<Int>

    init(_ subject: Subject, _ window: DateWindow) {
        self.subject = subject
        let history = subject.history
        let nights = Dictionary(
            history.mainNights.map { ($0.date, $0) }, uniquingKeysWith: { first, _ in first })
        let dates = nights.isEmpty ? [] : window.narrow(NightSpan(history, today: subject.today))
        self.nights = nights
        self.dates = dates
        marks = history.sessionMarks(dates)
        hours = NightStrip.hours(of: dates.compactMap { nights[$0] })
    }

    var chart: ChartText {
        ChartText(
            patient: subject.id, title: "When you slept, a row a night", body: body, legend: legend,
            plainLegend: plan.map { $0 + "." } ?? "", sentence: sentence, numbers: numbers)
    }

    private var logged: [LoggedNight] { dates.compactMap { nights[$0] } }

    /// Minutes of a cell: as few as keep a row within 80 columns.
    private var cellMinutes: Int { hours.count - 1 > 20 ? 60 : 30 }
    private var columns: Int { (hours.upperBound - hours.lowerBound) * 60 / cellMinutes }

    private var body: [ChartPiece] {
        guard !dates.isEmpty else { return [] }
        let lead = String(repeating: " ", count: 13)
        var head = ""
        for hour in stride(from: hours.lowerBound, to: hours.upperBound, by: 2) {
            head += (hour % 24).padded(to: 2).padded(to: 120 / cellMinutes)
        }
        let figures = "  asleep  eff.  quality"
        let drawn = [lead + head.padded(to: columns) + figures] + dates.map(row)
        return [.drawing(drawn, facts: dates.map(fact))] + before
    }

    /// A night in words: `Mon 2-3: bed 22:15, asleep 23:45, awake 6:10, up 7:00; slept 5 h 50 m`.
    private func fact(_ date: CivilDate) -> String {
        let start = date.nightWords + (marks.contains(date) ? ", after a session" : "")
        guard let night = nights[date] else { return start + ": not logged" }
        let m = night.measures
        let times = [
            ("bed", m.intoBed), ("asleep", m.sleepOnset), ("awake", m.finalAwake), ("up", m.outOfBed),
        ].compactMap { name, instant in instant.map { "\(name) \(night.night.zone.clock($0))" } }
        let figures = [
            m.totalSleep.map { "slept \($0.words)" }, m.efficiency.map { "efficiency \($0.words)" },
            night.night.quality.map { "quality \($0) of 5" },
        ].compactMap { $0 }
        return start + ": " + (times + figures).joined(separator: ", ")
    }

    private func row(_ date: CivilDate) -> String {
        let start = date.nightWords.padded(to: 11) + (marks.contains(date) ? "● " : "  ")
        guard let night = nights[date] else { return start + "not logged" }
        let cells = NightStrip(night, hours: hours, columns: columns).cells
        let strip = String(cells.map { $0?.glyph ?? " " })
        let figures = [
            (night.measures.totalSleep?.short ?? "·", 8), (night.measures.efficiency?.words ?? "·", 6),
            (night.night.quality.map { "\($0) of 5" } ?? "·", 9),
        ]
        return start + strip
            + figures.map { text, width in
                String(repeating: " ", count: max(1, width - text.count)) + text
            }.joined()
    }

    /// The baseline, where there is one.
    private var before: [ChartPiece] {
        let summary = NightsSummary(subject.history.baselineNights)
        guard !subject.history.doneSessions.isEmpty, summary.nightsLogged >= 7,
            let sleep = summary.means[.totalSleepMinutes], let efficiency = summary.pooledEfficiency
        else { return [] }
        let words =
            "Baseline: asleep \(Minutes(sleep.mean).words) (mean), efficiency \(efficiency.words) (pooled), "
            + "of \(summary.nightsLogged) nights before the first session."
        return [.blank, .words(words)]
    }

    private var legend: String {
        let plan = plan.map { "; \($0.prefix(1).lowercased() + $0.dropFirst())" } ?? ""
        return "▆ asleep, ▂ awake (a diary's wakes stand evenly), ▁ in bed, ● after a session; "
            + "a sign is \(cellMinutes) minutes, hours at the top" + plan + "."
    }

    private var plan: String? {
        subject.history.details.target.map { "Your plan \($0.bed) to \($0.rise)" }
    }

    private var sentence: String {
        guard !logged.isEmpty else { return "Your nights will be drawn here. Log one with 'lull log night'." }
        let verb = logged.count == 1 ? "is" : "are"
        let count = "\(logged.count) of \(NumberWords.count(dates.count, "night")) \(verb) logged."
        return [count, dates.count > 1 ? subject.history.bedtimeSentence : nil].compactMap { $0 }
            .joined(separator: " ")
    }

    private var numbers: JSONObject {
        let zone = { (night: LoggedNight) in night.night.zone }
        let rows = dates.map { date -> JSONValue in
            let night = nights[date]
            let m = night?.measures
            let at = { (instant: Instant?) -> JSONValue in
                night.map { .instant(instant, in: zone($0)) } ?? .null
            }
            return [
                "night": .optional(date), "sessionNight": .bool(marks.contains(date)),
                "intoBed": at(m?.intoBed), "trySleep": at(m?.trySleep), "sleepOnset": at(m?.sleepOnset),
                "finalAwake": at(m?.finalAwake), "outOfBed": at(m?.outOfBed),
                "totalSleepMinutes": .optional(m?.totalSleep), "efficiencyPercent": .optional(m?.efficiency),
                "quality": .optional(night?.night.quality), "source": .optional(night?.source),
            ]
        }
        let target = subject.history.details.target
        return [
            "plannedBed": .optional(target?.bed), "plannedRise": .optional(target?.rise),
            "rows": .array(rows),
        ]
    }
}

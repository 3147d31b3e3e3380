// The sleep window that a set of rules proposes for the coming week, once a clinician has switched it on.

import CareDomain
import PlainJSON
import Presets

struct WindowChart {
    private let subject: Subject
    private let rules: WindowRules?
    private let week: WindowWeek
    private let situation: WindowSituation
    private let proposal: WindowProposal?

    /// The setting that switches it on: the letter of a set of rules, `A`.
    static let setting = "sleepWindow"
    /// The setting by which the prescriber lets weeks with a session count.
    static let sessionWeeks = "sleepWindowInSessionWeeks"

    init(_ subject: Subject, openFlags: [ReviewFlag]) {
        self.subject = subject
        let details = subject.history.details
        let letter =
            if case .text(let text) = details.settings[Self.setting] { text.uppercased() } else { "" }
        rules = Shipped.windowRules.first { $0.letter == letter } ?? Shipped.usualWindowRules
        let begun = subject.history.adjustments.contains { $0.value.what.lowercased().contains("window") }
        let from = subject.today.adding(days: begun ? -6 : -13)
        let nights = subject.history.mainNights.filter { (from...subject.today).contains($0.date) }
        week = WindowWeek(nights)
        situation = Self.situation(subject, isOn: !letter.isEmpty, begun: begun, openFlags)
        proposal = rules?.proposal(week, situation)
    }

    private static func situation(
        _ subject: Subject, isOn: Bool, begun: Bool, _ openFlags: [ReviewFlag]
    ) -> WindowSituation {
        let (history, today) = (subject.history, subject.today)
        let words = (history.details.cautions + history.details.conditions).map { $0.lowercased() }
        let ahead = today...today.adding(days: 6)
        let sessions = history.sessions.filter { $0.status == .planned || $0.status == .done }
        let recent = today.adding(days: -6)...today
        return WindowSituation(
            isSwitchedOn: isOn, window: begun ? history.details.target : nil,
            rise: history.details.target?.rise,
            hasBipolarHistory: history.details.hasBipolarHistory,
            drivesMachines: words.contains { $0.contains("machine") || $0.contains("driver") },
            openFlags: Set(
                openFlags.filter(\.isOpen).flatMap { [$0.rule, "\($0.rule)-\($0.level.rawValue)"] }),
            hasSessionThisWeek: sessions.contains { ahead.contains($0.date) },
            sessionWeeksAllowed: history.details.settings[Self.sessionWeeks] == .bool(true),
            isSessionDay: sessions.contains { $0.date == today },
            hasScheduleChange: history.adjustments.contains { entry in
                let what = entry.value.what.lowercased()
                let isSchedule = ["dose", "spacing", "session", "schedule"].contains(where: what.contains)
                return isSchedule && entry.value.effective.map { recent.contains($0.date) } ?? false
            })
    }

    var chart: ChartText {
        ChartText(
            patient: subject.id, title: "Sleep window for the coming week", body: body, legend: legend,
            cautions: cautions, sentence: sentence, numbers: numbers)
    }

    private var body: [ChartPiece] {
        var table = LabelledLines()
        table.add("Rules", rules.map { "\($0.letter), \($0.source)" })
        table.add("Nights", "\(week.nights) with their time in bed known")
        table.add("In bed", week.efficiencyInBed.map { "asleep in \($0.words) of the time" })
        table.add("Trying", week.efficiency.map { "asleep in \($0.words) of the time from trying to sleep" })
        table.add("Asleep", week.meanSleep.map { "\($0.words) a night" })
        if let window = proposed, let rules = Shipped.eveningRules {
            let times = EveningTimes(window, rules)
            table.add("Evening", "screens off from \(times.screensOff), wind down from \(times.windDown)")
            table.add("Bed", "not before \(times.notBefore), and then only when sleepy")
            table.add("Up", "\(times.rise), on a free day by \(times.freeDayRise) at the latest")
        }
        return [.labelled(table)]
    }

    private var legend: String {
        "A proposal for the clinician, by rules that are written down; it is applied by a person. The "
            + "figures are pooled over the nights."
    }

    private var cautions: [String] {
        guard case .start? = proposal else { return [] }
        return ["Before the first week: sleep may shorten at first. Nobody drives when drowsy."]
    }

    private var proposed: SleepTarget? {
        switch proposal {
        case .start(let window)?, .change(let window, _)?, .keep(let window, _)?: window
        default: nil
        }
    }

    private var sentence: String {
        func words(_ window: SleepTarget) -> String {
            "\(window.bed) to \(window.rise), \(window.length.words)"
        }
        switch proposal {
        case .start(let window)?: return "The rules propose a first window of \(words(window))."
        case .change(let window, let by)?:
            let minutes = NumberWords.count(Int(abs(by.value).rounded()), "minute")
            return "The rules propose \(words(window)): \(minutes) \(by.value > 0 ? "longer" : "shorter")."
        case .keep(let window, _)?: return "The rules leave the window as it is: \(words(window))."
        case .askProvider?: return "The rules hand this week to the person who treats."
        case .withheld(let bars)?:
            return "Nothing is proposed: " + bars.map(\.words).joined(separator: "; ") + "."
        case nil: return "Nothing is proposed: no set of rules is at hand."
        }
    }

    private var numbers: JSONObject {
        var reasons: [JSONValue] = []
        if case .withheld(let bars)? = proposal { reasons = bars.map { .string($0.words) } }
        return [
            "rules": .optional(rules?.letter), "switchedOn": .bool(situation.isSwitchedOn),
            "nights": .integer(week.nights),
            "pooledEfficiencyInBedPercent": .optional(week.efficiencyInBed),
            "pooledEfficiencyPercent": .optional(week.efficiency),
            "totalSleepMinutes": .optional(week.meanSleep), "bed": .optional(proposed?.bed),
            "rise": .optional(proposed?.rise), "windowMinutes": .optional(proposed?.length),
            "withheld": .array(reasons),
        ]
    }
}

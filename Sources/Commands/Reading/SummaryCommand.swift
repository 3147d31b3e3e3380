// One person's figures: means with their counts, regularity, weeks and the baseline.

import ArgumentParser
import CareDomain
import PlainJSON

struct SummaryCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "summary",
        abstract: "One person's figures, over all nights or some.",
        discussion: """
            Every mean says over how many nights it goes; what is unknown is in none.

              lull summary --last 14
              lull summary --patient okafor-n --json
            """)

    @OptionGroup var window: DateWindow
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        let subject = try invocation.theSubject()
        var object = SummaryObject.object(subject, window)
        let shelf = invocation.instrumentShelf()
        object["scores"] = .object(ScoresObject.object(subject, shelf, now: invocation.now))
        try invocation.put(.object(object), lines: lines(subject))
    }

    private func lines(_ subject: Subject) -> [String] {
        let nights = window.narrow(subject.history.mainNights, date: \.date)
        let summary = NightsSummary(nights)
        guard let from = summary.from, let to = summary.to else { return ["No nights here yet."] }
        // One night is never laid beside others.
        let baseline = NightsSummary(nights.count > 1 ? subject.history.baselineNights : [])
        var lines = ["\(NumberWords.count(nights.count, "night")) logged, \(CivilDate.range(from, to))", ""]
        var table = TextTable([
            .left("Measure"), .right("Mean"), .right("Median"), .right("Nights"), .right("Baseline"),
            .right("Nights"),
        ])
        for (measure, title) in Self.shown {
            guard let spread = summary.means[measure] else { continue }
            let before = baseline.means[measure]
            table.add([
                title, measure.words(spread.mean), measure.words(spread.median), "\(spread.count)",
                before.map { measure.words($0.mean) }, before.map { "\($0.count)" } ?? "0",
            ])
        }
        lines += table.lines + [""]
        if let pooled = summary.pooledEfficiency {
            let before = subject.history.baselineWords(beside: summary)
            lines.append("Efficiency over all of these nights together: \(pooled.words)\(before).")
        }
        if let index = RegularityIndex(nights: nights, naps: subject.history.naps.map(\.value)) {
            let value = NumberWords.decimal(index.value, digits: 0)
            lines.append(
                "Regularity: \(value) of 100, over \(NumberWords.decimal(index.days)) days of pairs.")
        }
        if let share = subject.history.adherence(on: subject.today) {
            lines.append("Logged of the nights since the course began: \(share.words).")
        }
        return lines
    }

    private static let shown: [(Measure, String)] = [
        (.totalSleepMinutes, "Asleep"), (.efficiencyPercent, "Efficiency"),
        (.sleepOnsetLatencyMinutes, "To fall asleep"), (.wakeAfterSleepOnsetMinutes, "Awake in the night"),
        (.awakenings, "Times awake"), (.terminalWakeMinutes, "Awake before getting up"),
        (.timeInBedMinutes, "In bed"), (.quality, "Quality, 1 to 5"), (.refreshed, "Refreshed, 1 to 5"),
        (.nightmares, "Nightmares"), (.remMinutes, "REM, as a device guessed it"),
        (.deepMinutes, "Deep sleep, as a device guessed it"),
    ]
}

extension PersonHistory {
    /// `, before the first session 74 %`: what stands behind the efficiency of several nights.
    func baselineWords(beside summary: NightsSummary) -> String {
        guard summary.nightsLogged > 1, let before = NightsSummary(baselineNights).pooledEfficiency else {
            return ""
        }
        return ", before the \(doneSessions.isEmpty ? "course" : "first session") \(before.words)"
    }
}

extension Measure {
    /// A value of this measure in words, in its own unit.
    fileprivate func words(_ value: Double) -> String {
        if rawValue.hasSuffix("Minutes") { return Minutes(value).words }
        if rawValue.hasSuffix("Percent") { return Percent(value).words }
        return NumberWords.decimal(value)
    }
}

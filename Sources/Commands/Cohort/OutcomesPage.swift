// Outcomes by week of the course, as text and JSON.

import CareDomain
import CellCanvas
import PlainJSON

extension Invocation {
    func putOutcomes(_ members: [CohortMember], _ shelf: RuleShelf) throws {
        let outcomes = CohortOutcomes(
            members, instruments: shelf.instruments, today: stamp(in: try zone()).civil.date)
        let series = outcomes.topics.map { OutcomeSeries($0, members, instruments: shelf.instruments) }
        switch global.form {
        case .text:
            let text = OutcomesText(instruments: shelf.instruments, isPlain: isPlain)
            try put(lines: text.lines(outcomes, series))
        default: try put(.object(OutcomesObject.object(outcomes, series)), lines: [])
        }
    }
}

/// The page as lines.
private struct OutcomesText {
    let instruments: [Instrument]
    let isPlain: Bool

    func lines(_ outcomes: CohortOutcomes, _ series: [OutcomeSeries]) -> [String] {
        var lines = caseload(outcomes)
        for one in series where one.weeks.contains(where: { $0.count > 0 }) { lines += [""] + weeks(one) }
        if !outcomes.ends.isEmpty { lines += [""] + ends(outcomes) }
        if !outcomes.events.months.isEmpty { lines += [""] + events(outcomes.events) }
        return lines + ["", OutcomeSeries.caution]
    }

    private func caseload(_ outcomes: CohortOutcomes) -> [String] {
        let load = outcomes.caseload
        var labels = LabelledLines()
        labels.add("Have begun a course", "\(load.started) of \(load.people)")
        labels.add("Ended it before its last week", "\(load.endedEarly) of \(load.started)")
        labels.add("In their course today", "\(load.active) of \(load.started)")
        labels.add("Reached in a call, last 7 dates", "\(load.contacted7) of \(load.active)")
        labels.add("Reached in a call, last 30 dates", "\(load.contacted30) of \(load.active)")
        labels.add("Logged 5 or more of 7 nights", "\(load.diaries5) of \(load.active)")
        return labels.lines(plain: isPlain)
    }

    private func title(_ topic: OutcomeTopic) -> String {
        switch topic {
        case .measure(let measure): return measure.titleWithUnit
        case .instrument(let name):
            guard let instrument = instruments.first(where: { $0.name == name }) else { return name }
            let better = instrument.better == .lower ? "lower is better" : "higher is better"
            return "\(instrument.title), \(instrument.about), \(better)"
        }
    }

    private func weeks(_ series: OutcomeSeries) -> [String] {
        let hasResponse = series.weeks.contains { $0.response != nil }
        let hasRemission = series.weeks.contains { $0.remission != nil }
        var table = TextTable(
            [
                .left("Week"), .right("n of \(series.started)"), .right("Quartile 1"), .right("Median"),
                .right("Quartile 3"),
            ]
                + (hasResponse ? [.right("Response"), .right("of n")] : [])
                + (hasRemission ? [.right("Remission"), .right("of n")] : []))
        for week in series.weeks {
            let words = { (value: Double?) -> String? in value.map { NumberWords.decimal($0) } }
            let share = { (share: OutcomeSeries.Share?) -> [String?] in
                week.week == 0 ? ["", ""] : [share.map { "\($0.reached)" }, share.map { "\($0.known)" }]
            }
            table.add(
                [
                    week.week == 0 ? "start" : isPlain ? "week \(week.week)" : "\(week.week)",
                    "\(week.count)", words(week.quarters?.low),
                    words(week.quarters?.median), words(week.quarters?.high),
                ]
                    + (hasResponse ? share(week.response) : []) + (hasRemission ? share(week.remission) : []))
        }
        let foot = series.lastWeekLines() + [series.definition(instruments)].compactMap { $0 }
        return [title(series.topic)] + table.lines(plain: isPlain)
            + foot.flatMap { CleanText($0).wrapped(to: 80) }
    }

    private func ends(_ outcomes: CohortOutcomes) -> [String] {
        let started = outcomes.caseload.started
        var table = TextTable([
            .left("Newest answer"), .left("Response", limit: 60), .left("Remission", limit: 60),
        ])
        for end in outcomes.ends {
            let title = instruments.first { $0.name == end.instrument }?.title ?? end.instrument
            table.add([title, end.response?.words(of: started), end.remission?.words(of: started)])
        }
        return table.lines(plain: isPlain)
    }

    private func events(_ events: CohortEvents) -> [String] {
        var table = TextTable([
            .left("Month"), .right("Sessions"), .left("Adverse event"), .left("Severity"), .right("Count"),
        ])
        for month in events.months {
            let rows = month.sorted
            for (index, row) in rows.enumerated() {
                let serious = row.kind.isSerious ? "serious, " : ""
                table.add([
                    index == 0 || isPlain ? month.month.words : "",
                    index == 0 || isPlain ? "\(month.sessions)" : "", row.kind.what,
                    serious + (row.kind.severity ?? "not noted"), "\(row.count)",
                ])
            }
            if rows.isEmpty { table.add([month.month.words, "\(month.sessions)", "none noted", "", "0"]) }
        }
        return table.lines(plain: isPlain)
    }
}

extension CohortEvents.Month {
    /// The serious ones first, then the commonest.
    fileprivate var sorted: [(kind: CohortEvents.Kind, count: Int)] {
        counts.sorted { a, b in
            if a.key.isSerious != b.key.isSerious { return a.key.isSerious }
            if a.value != b.value { return a.value > b.value }
            return (a.key.what, a.key.severity ?? "~") < (b.key.what, b.key.severity ?? "~")
        }.map { ($0.key, $0.value) }
    }
}

enum OutcomesObject {
    static func object(_ outcomes: CohortOutcomes, _ series: [OutcomeSeries]) -> JSONObject {
        let load = outcomes.caseload
        return [
            "people": .integer(load.people), "started": .integer(load.started),
            "active": .integer(load.active), "endedEarly": .integer(load.endedEarly),
            "contacted7Days": .integer(load.contacted7), "contacted30Days": .integer(load.contacted30),
            "logged5Of7Nights": .integer(load.diaries5),
            "protocols": .array(
                outcomes.protocols.map {
                    .object(["protocol": .string($0.name), "started": .integer($0.started)])
                }),
            "outcomes": .array(series.map { .object(object($0)) }),
            "newestAnswers": .array(
                outcomes.ends.map {
                    .object([
                        "instrument": .string($0.instrument), "response": share($0.response),
                        "remission": share($0.remission),
                    ])
                }),
            "months": .array(outcomes.events.months.map { .object(object($0)) }),
        ]
    }

    private static func object(_ series: OutcomeSeries) -> JSONObject {
        var (instrument, measure): (String?, Measure?) = (nil, nil)
        switch series.topic {
        case .instrument(let name): instrument = name
        case .measure(let one): measure = one
        }
        return [
            "instrument": .optional(instrument), "measure": .optional(measure?.rawValue),
            "started": .integer(series.started), "courseWeeks": .integer(series.courseWeeks),
            "remissionAtStart": share(series.baselineRemission),
            "weeks": .array(
                series.weeks.map { week in
                    .object([
                        "week": .integer(week.week), "count": .integer(week.count),
                        "due": .integer(week.due), "quartile1": .optional(week.quarters?.low),
                        "median": .optional(week.quarters?.median),
                        "quartile3": .optional(week.quarters?.high), "response": share(week.response),
                        "remission": share(week.remission),
                    ])
                }),
        ]
    }

    private static func share(_ share: OutcomeSeries.Share?) -> JSONValue {
        guard let share else { return .null }
        return .object(["reached": .integer(share.reached), "known": .integer(share.known)])
    }

    private static func object(_ month: CohortEvents.Month) -> JSONObject {
        [
            "month": .string(month.month.text), "sessions": .integer(month.sessions),
            "events": .array(
                month.sorted.map { row in
                    .object([
                        "what": .string(row.kind.what), "severity": .optional(row.kind.severity),
                        "serious": .optional(row.kind.serious), "count": .integer(row.count),
                    ])
                }),
        ]
    }
}

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
        invocation.noteUnknownMeasure(of: subject)
        let object = SummaryObject.object(
            subject, window,
            scores: ScoresObject.object(subject, invocation.instrumentShelf(), now: invocation.now),
            flags: invocation.ruleShelf().flags(of: subject, now: invocation.now).filter(\.isOpen))
        let lines = SummaryLines(subject, window).lines(plain: invocation.isPlain)
        try invocation.put(.object(object), lines: lines)
    }
}

/// The figures of a stretch of nights in plain words, each with its count.
struct SummaryLines {
    private let subject: Subject
    private let window: DateWindow
    private let nights: [LoggedNight]
    private let summary: NightsSummary
    private let baseline: NightsSummary

    init(_ subject: Subject, _ window: DateWindow) {
        self.subject = subject
        self.window = window
        nights = window.narrow(subject.history.mainNights, date: \.date)
        let stages = subject.history.stageNights
        summary = NightsSummary(nights, stages: stages)
        // One night is never laid beside others.
        baseline = NightsSummary(nights.count > 1 ? subject.history.baselineNights : [], stages: stages)
    }

    func lines(plain: Bool) -> [String] {
        guard let from = summary.from, let to = summary.to else { return ["No nights here yet."] }
        let head = "\(NumberWords.count(nights.count, "night")) logged, \(CivilDate.range(from, to))"
        let gap = plain ? [] : [""]
        return [head] + gap + table.lines(plain: plain) + gap + figures.lines(plain: plain)
    }

    private static let shown: [Measure] = [
        .totalSleepMinutes, .efficiencyPercent, .sleepOnsetLatencyMinutes, .wakeAfterSleepOnsetMinutes,
        .awakenings, .terminalWakeMinutes, .timeInBedMinutes, .quality, .refreshed, .nightmares,
        .remMinutes, .deepMinutes,
    ]

    private var table: TextTable {
        var table = TextTable([
            .left("By night"), .right("Mean"), .right("Median"), .right("Nights"), .right("Baseline"),
            .right("Nights"),
        ])
        for measure in Self.shown {
            guard let spread = summary.means[measure] else { continue }
            let before = baseline.means[measure]
            table.add([
                measure.title, measure.words(spread.mean), measure.words(spread.median), "\(spread.count)",
                before.map { measure.words($0.mean) }, before.map { "\($0.count)" } ?? "0",
            ])
        }
        return table
    }

    private var figures: LabelledLines {
        var rows = LabelledLines()
        rows.add(
            Figure.pooledEfficiencyPercent.note.title,
            pooled(\.pooledEfficiency, \.pooledEfficiencyCount, over: "from trying to sleep to getting up"))
        rows.add(
            Figure.pooledEfficiencyInBedPercent.note.title,
            pooled(\.pooledEfficiencyInBed, \.pooledEfficiencyInBedCount, over: "in bed"))
        rows.add(Figure.regularityIndex.note.title, regularityWords)
        rows.add("Middle of sleep", middleWords)
        for line in clockWords { rows.add(line.label, line.text) }
        if summary.nightmares.asked > 0 {
            rows.add(
                Figure.nightmareNights.note.title,
                "\(summary.nightmares.nights) of \(summary.nightmares.asked)")
        }
        rows.add(Figure.naps.note.title, napWords)
        for text in sessionWords { rows.add("Session nights", text) }
        rows.add(
            Figure.adherencePercent.note.title,
            subject.history.adherence(on: subject.today).map {
                "\($0.words) of the nights since the course began are logged"
            })
        return rows
    }

    /// `81 %: all sleep of 13 nights over all their time in bed; before the first session 74 %, 9 nights`.
    private func pooled(
        _ value: (NightsSummary) -> Percent?, _ count: (NightsSummary) -> Int, over whole: String
    ) -> String? {
        guard let pooled = value(summary) else { return nil }
        var text =
            "\(pooled.words): all sleep of \(NumberWords.count(count(summary), "night")) over all time "
        text += whole
        if let before = value(baseline) {
            text += "; before the \(subject.history.doneSessions.isEmpty ? "course" : "first session") "
            text += "\(before.words), \(NumberWords.count(count(baseline), "night"))"
        }
        return text
    }

    private var regularityWords: String? {
        let pairs = RegularityPairs(nights: nights, naps: subject.history.naps.map(\.value))
        guard let index = pairs.index() else {
            guard pairs.days > 0 else { return nil }
            return "from \(NumberWords.decimal(RegularityPairs.minimumDays)) days of pairs on; there are "
                + NumberWords.decimal(pairs.days)
        }
        var text = "\(NumberWords.decimal(index, digits: 0)) on a scale of −100 to 100, over "
        text += "\(NumberWords.decimal(pairs.days)) days, each moment against the one 24 hours on"
        if let alone = RegularityPairs(nights: nights).index(), alone != index {
            text += "; without naps \(NumberWords.decimal(alone, digits: 0))"
        }
        return text
    }

    private var middleWords: String? {
        guard let middle = MidpointSpread(nights) else { return nil }
        var text =
            "\(Self.clock(middle.meanSecondOfDay)), mean of \(NumberWords.count(middle.count, "night"))"
        if let spread = middle.spread { text += ", spread \(spread.words)" }
        return text
    }

    private var clockWords: [(label: String, text: String)] {
        let body = BodyClock(nights, days: subject.history.dayKinds())
        var lines: [(label: String, text: String)] = []
        if let work = body.work, let free = body.free, let jetlag = body.socialJetlag {
            var text = "\(jetlag.words): work days \(Self.clock(work.meanSecondOfDay)), "
            text +=
                "\(NumberWords.count(work.count, "night")); free days \(Self.clock(free.meanSecondOfDay)), "
            text += NumberWords.count(free.count, "night")
            if let corrected = body.correctedSecondOfDay { text += ", corrected \(Self.clock(corrected))" }
            lines.append((Figure.socialJetlagMinutes.note.title, text))
        }
        return lines
    }

    private var napWords: String? {
        guard let from = summary.from?.adding(days: -1), let to = summary.to else { return nil }
        let naps = subject.history.naps.map(\.value).filter { (from...to).contains($0.start.civil.date) }
        guard !naps.isEmpty else { return nil }
        let lengths = naps.compactMap { $0.length?.value }
        let total = Minutes(lengths.sorted().reduce(0, +)).words
        return "\(naps.count), \(total) together\(lengths.count < naps.count ? " where known" : ""); "
            + "not in the figures of the nights"
    }

    /// The named measure alone: the description, and apart from it the comparison.
    private var sessionWords: [String] {
        guard nights.count > 1, !subject.history.doneSessions.isEmpty else { return [] }
        let figures = subject.sessionNights(in: window)
        guard let named = figures.named else { return [] }
        let measure = named.measure
        let sides = [("first night after a session", 0), ("all other nights since the first", nil as Int?)]
        let described = sides.compactMap { name, night -> String? in
            guard let row = figures.described(measure, night), let median = row.median else { return nil }
            return "\(name) \(measure.words(median)), middle of \(row.count)"
        }
        let title = measure.title
        return (described.isEmpty ? [] : ["\(title): " + described.joined(separator: "; ")])
            + ["\(title), compared: \(named.plainWords)"]
    }

    private static func clock(_ secondOfDay: Double) -> String {
        ClockTime(nearestToSecond: secondOfDay).description
    }
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

// The nights in the words of a report: session nights, seven nights, weeks and the clock.

extension VisitReport {
    typealias Table = ReportSection.Table

    var sessionNightsSection: ReportSection {
        let title = "Nights around sessions"
        guard course.last != nil, let named = sessionNights.named else {
            let text = "No session is noted as held yet; afterwards the nights around sessions stand here."
            return ReportSection(.sessionNights, title, [.note(text)])
        }
        var blocks: [ReportSection.Block] = []
        if let table = describedTable(named.measure) { blocks.append(.table(table)) }
        let (first, other) = (named.sessionNights, named.otherNights)
        var text = "Middle values, with the nights that know them; a description, and no comparison. "
        text += "\(named.measure.title), named at the start and compared: \(named.plainWords)"
        if first.due > 0 {
            text += " Logged: \(first.known) of \(first.due) first nights after sessions, "
            text += "\(other.known) of \(other.due) later ones."
        }
        blocks.append(.note(text))
        return ReportSection(.sessionNights, title, blocks)
    }

    private static let described: [Measure] = [
        .totalSleepMinutes, .efficiencyPercent, .wakeAfterSleepOnsetMinutes, .quality, .nightmares,
    ]

    private func describedTable(_ named: Measure) -> Table? {
        let nights: [Int?] = [0, 1, 2, nil]
        let measures = [named] + Self.described.filter { $0 != named && !$0.isOfStages }
        let rows = measures.compactMap { measure -> [String?]? in
            let cells = nights.map { night -> String? in
                sessionNights.described(measure, night).flatMap { row in
                    row.median.map { "\(measure.words($0)) (\(row.count))" }
                }
            }
            return cells.contains { $0 != nil } ? [measure.title] + cells : nil
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            columns: [
                .left("Night after it"), .right("first"), .right("second"), .right("third"),
                .right("all but first"),
            ], rows: rows)
    }

    var sevenNightsSection: ReportSection {
        let title = "Seven nights, to \(sevenNights.to.words)"
        guard sevenNights.logged + sevenNights.baselineNights > 0 else {
            return ReportSection(
                .sevenNights, title,
                [
                    .note(
                        "No night is logged yet; seven stand here beside those before the first session."
                    )
                ])
        }
        var rows = sevenNights.rows.map { row -> [String?] in
            let isPooled = row.measure == .efficiencyPercent
            return [
                row.measure.title + (isPooled ? ", pooled" : ""), row.value.map(row.measure.words),
                "\(row.count) of 7", row.baseline.map(row.measure.words), "\(row.baselineCount)",
            ]
        }
        let (now, before) = (sevenNights.nightmares, sevenNights.baselineNightmares)
        if now.asked + before.asked > 0 {
            rows.append([
                "Nights with nightmares", now.asked > 0 ? "\(now.nights)" : nil, "\(now.asked) of 7",
                before.asked > 0 ? "\(before.nights)" : nil, "\(before.asked)",
            ])
        }
        let table = Table(
            columns: [
                .left("Mean by night"), .right("Seven nights"), .right("Logged"),
                .right(course.last == nil ? "Before the course" : "Before session 1"), .right("Nights"),
            ], rows: rows)
        var blocks: [ReportSection.Block] = [.table(table)]
        if sevenNights.baselineNights < SevenNights.fewestBaseline {
            let least = NumberWords.of(SevenNights.fewestBaseline)
            let count = sevenNights.baselineNights
            let known = count == 0 ? "none" : NumberWords.of(count)
            blocks.append(.note("A baseline takes \(least) nights; known before: \(known)."))
        }
        if sevenNights.rows.contains(where: { $0.value == nil && $0.count > 0 }) {
            blocks.append(.note("– where fewer than four nights of seven know the figure."))
        }
        return ReportSection(.sevenNights, title, blocks)
    }

    var weeksSection: ReportSection {
        guard !weeks.isEmpty else {
            let text = "The weeks of a course stand here once it has begun."
            return ReportSection(.weeks, "Week by week", [.note(text), .picture(.nights)])
        }
        let rows = weeks.map { week -> [String?] in
            [
                "\(week.number)", CivilDate.range(week.from, week.to),
                String(repeating: "●", count: min(week.sessions, 7)), "\(week.logged)",
                week.totalSleep?.words, week.efficiency?.words, week.quality.map { NumberWords.decimal($0) },
                week.strip,
            ]
        }
        let table = Table(
            columns: [
                .right("Week"), .left("Evenings"), .left("Held"), .right("Logged"), .right("Asleep"),
                .right("Efficiency"), .right("Quality"), .left("by night"),
            ], rows: rows)
        let legend =
            "● a session held; logged: nights of seven; – under four; by night: quality from ▁ very poor to "
            + "▇ very good, · not logged."
        return ReportSection(
            .weeks, "Week by week", [.table(table), .note(legend), .picture(.efficiency), .picture(.nights)])
    }

    var clockSection: ReportSection {
        let title = "Regularity and body clock"
        guard times.nights > 0 else {
            return ReportSection(.clock, title, [.note("It takes nights with clock times, from five on.")])
        }
        var facts = [ReportSection.Fact("Regularity index", regularityWords)]
        if let middle = times.middle {
            let mean = ClockTime(nearestToSecond: middle.meanSecondOfDay)
            var text = "\(mean), mean of \(NumberWords.count(middle.count, "night"))"
            if let spread = middle.spread { text += ", spread \(spread.words)" }
            facts.append(.init("Middle of sleep", text))
        }
        if let work = times.body.work, let free = times.body.free, let jetlag = times.body.socialJetlag {
            let (atWork, atRest) = (
                ClockTime(nearestToSecond: work.meanSecondOfDay),
                ClockTime(nearestToSecond: free.meanSecondOfDay)
            )
            facts.append(
                .init(
                    "Social jetlag",
                    "\(jetlag.words): work days \(atWork) (\(work.count)), "
                        + "free days \(atRest) (\(free.count))"
                ))
        }
        if let target = times.target { facts.append(.init("Plan", "bed \(target.bed), up \(target.rise)")) }
        return ReportSection(.clock, title, [.facts(facts)])
    }

    private var regularityWords: String {
        let days = NumberWords.decimal(times.regularityDays)
        guard let index = times.regularity else {
            return
                "takes \(NumberWords.decimal(RegularityPairs.minimumDays)) days of pairs; there are \(days)"
        }
        return "\(NumberWords.decimal(index, digits: 0)) on −100 to 100, over \(days) days of pairs"
    }
}

extension VisitReport.Week {
    /// A sign a night, those that are to come left out.
    var strip: String {
        var signs = String(days.map(\.glyph))
        while signs.last == " " { signs.removeLast() }
        return signs
    }
}

extension VisitReport.Week.Day {
    /// A bar for the quality, so high that it reads without colour.
    package var glyph: Character {
        switch self {
        case .notYet: " "
        case .notLogged: "·"
        case .logged(let quality):
            switch quality {
            case 1: "▁"
            case 2: "▃"
            case 3: "▄"
            case 4: "▅"
            case 5: "▇"
            default: "–"
            }
        }
    }
}

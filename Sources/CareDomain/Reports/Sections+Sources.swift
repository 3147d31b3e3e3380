// Where the figures of a report come from, and how a diary's figures lean.

extension VisitReport {
    var sourcesSection: ReportSection {
        var bySource: [(source: String, titles: [String])] = []
        for (source, title) in sources {
            if let index = bySource.firstIndex(where: { $0.source == source }) {
                if !bySource[index].titles.contains(title) { bySource[index].titles.append(title) }
            } else {
                bySource.append((source, [title]))
            }
        }
        let facts = bySource.map { "\($0.titles.joined(separator: ", ")): \($0.source)." }
        return ReportSection(
            nil, "Sources, and how to read this",
            [.note(([Self.lean] + facts + [closing]).joined(separator: " "))])
    }

    /// Diary against sleep laboratory and movement sensor. Source: Dietch et al. 2021, PMC8314633.
    static let lean =
        "Nights are as the person logged them. A diary's time asleep reads some 40 minutes longer than a "
        + "sleep laboratory's and 31 longer than a movement sensor's, its efficiency 7 and 6 points higher "
        + "(Dietch et al. 2021, PMC8314633); its regularity index reads high, as a diary rarely times wakes "
        + "and naps."

    private var closing: String {
        let all = leftOut.isEmpty ? "" : " Some parts were left out by choice."
        return "The report states what was logged and draws no conclusion from it.\(all)"
    }

    /// A source and a title for each figure of the parts that are shown.
    private var sources: [(String, String)] {
        var figures: [FigureNote] = []
        if isShown(.sevenNights) {
            figures += sevenNights.rows.map { row in
                row.measure == .efficiencyPercent ? Figure.pooledEfficiencyPercent.note : row.measure.note
            }
            figures += [Figure.weeklyMean.note, Figure.baseline.note]
        }
        if isShown(.weeks), !weeks.isEmpty {
            figures += [
                Measure.totalSleepMinutes.note, Figure.pooledEfficiencyPercent.note, Measure.quality.note,
                Figure.weeklyMean.note,
            ]
        }
        if isShown(.sessionNights), course.last != nil {
            figures += [Figure.nightsSinceSession.note, Figure.description.note, Figure.comparisons.note]
            if let named = sessionNights.named { figures.append(named.measure.note) }
        }
        if isShown(.clock), times.nights > 0 {
            figures += [Figure.regularityIndex.note, Figure.midpointMean.note]
            if times.middle?.spread != nil { figures.append(Figure.midpointSpreadMinutes.note) }
            if times.body.socialJetlag != nil { figures.append(Figure.socialJetlagMinutes.note) }
        }
        let scores = isShown(.checkIns) ? checkIns.map(\.series.instrument) : []
        return figures.map { (Self.short($0.source), Self.bare($0.title)) }
            + scores.compactMap { instrument in instrument.reportSource.map { ($0, instrument.title) } }
    }

    /// A source without what the first sentences name already.
    private static func short(_ source: String) -> String {
        source.split(separator: ";").map { String($0).trimmingSpaces }
            .filter { !$0.hasPrefix("Dietch") }.joined(separator: "; ")
    }

    /// A title without its scale.
    private static func bare(_ title: String) -> String {
        title.hasSuffix(", 1 to 5") ? String(title.dropLast(8)) : title
    }

    private func isShown(_ part: Part) -> Bool { !leftOut.contains(part) }
}

extension Instrument {
    /// Where its bands come from, else its answers, else its form; nil where nothing is told.
    fileprivate var reportSource: String? {
        ["bands", "answers", "items", "response", "changes"].compactMap { provenance.sources[$0] }.first
    }
}

// The charts of the dashboard as text, for screen readers and scripts: `chart NAME`, `chart list`.

import ArgumentParser
import CareDomain
import PlainJSON

struct ChartCommand: LullCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart",
        abstract: "A chart as text, or the list of them.",
        discussion: """
            Each says its title and unit, a legend, the baseline where there is one,
            and reads itself in a sentence. --json gives its numbers.

            \(ChartKind.list)

              lull chart list
              lull chart sleep --last 14
              lull chart trend quality
              lull chart session-nights --json
              lull patient set --setting sleepWindow=A && lull chart window
            """)

    @Argument(help: ArgumentHelp("The chart, or 'list'.", valueName: "name"))
    var name: String

    @Argument(
        help: ArgumentHelp("The measure, or for 'scores' the questionnaire.", valueName: "measure"))
    var about: String?

    @OptionGroup var window: DateWindow
    @OptionGroup(title: "Global options") var global: GlobalOptions

    func perform(in invocation: inout Invocation) throws {
        if name == "list" { return try list(in: invocation) }
        guard let kind = ChartKind(rawValue: name) else {
            throw Failure.usage("there is no chart \(quoted(name)); 'lull chart list' names them")
        }
        if let about, !kind.takesSubject {
            throw Failure.usage("the chart \(name) shows nothing but itself; leave \(quoted(about)) out")
        }
        let chart = try chart(kind, try invocation.theSubject(), invocation)
        var object: JSONObject = ["chart": .string(name), "patient": .string(chart.patient.text)]
        object["title"] = .string(chart.title)
        for pair in chart.numbers.pairs { object[pair.key] = pair.value }
        object["sentence"] = .string(chart.sentence)
        let text = invocation.isPlain ? chart.plainText : chart.text
        try invocation.put(.object(object), lines: global.ascii ? text.map(CleanLines.ascii) : text)
    }

    private func chart(_ kind: ChartKind, _ subject: Subject, _ invocation: Invocation) throws -> ChartText {
        switch kind {
        case .sleep: return SleepChart(subject, window).chart
        case .trend: return TrendChart(subject, window, try measure() ?? .efficiencyPercent).chart
        case .sessionNights:
            invocation.noteUnknownMeasure(of: subject)
            return try SessionNightsText(subject, window, try measure()).chart
        case .helps: return HelpsChart(subject, window, try measure() ?? .quality).chart
        case .stages: return StagesChart(subject, window).chart
        case .mood:
            return MoodChart(
                subject, window, try measure() ?? .efficiencyPercent, invocation.instrumentShelf(),
                now: invocation.now
            ).chart
        case .caffeine: return CaffeineChart(subject, window).chart
        case .adjustments: return AdjustmentsChart(subject, try measure() ?? .efficiencyPercent).chart
        case .window:
            let flags = invocation.ruleShelf().flags(of: subject, now: invocation.now)
            return WindowChart(subject, openFlags: flags).chart
        case .scores:
            let shelf = invocation.instrumentShelf()
            let isAnswered = subject.history.checkIns.contains { $0.value.instrument == about }
            if let about, !isAnswered, shelf.instrument(about) == nil {
                throw Failure.usage(
                    "there is no questionnaire \(quoted(about)); 'lull check-in list' names what is due")
            }
            return ScoresChart(subject, window, shelf, now: invocation.now, only: about).chart
        }
    }

    private func measure() throws -> Measure? {
        guard let about else { return nil }
        guard let measure = Measure(word: about) else {
            let words = Measure.allCases.map(\.word).joined(separator: ", ")
            throw Failure.usage("there is no measure \(quoted(about)); there are: \(words)")
        }
        return measure
    }

    private func list(in invocation: Invocation) throws {
        var listing = Listing(
            keys: ["chart", "about"], columns: [.left("Chart"), .left("Shows", limit: 60)], whenEmpty: "")
        for kind in ChartKind.allCases {
            listing.add(
                ["chart": .string(kind.rawValue), "about": .string(kind.about)],
                cells: [kind.rawValue, kind.about])
        }
        try invocation.put(listing)
    }
}

enum ChartKind: String, CaseIterable {
    case sleep, trend
    case sessionNights = "session-nights"
    case stages, helps, mood, caffeine, scores, adjustments, window

    /// True where a measure or a questionnaire can be named after it.
    var takesSubject: Bool {
        switch self {
        case .trend, .sessionNights, .helps, .mood, .adjustments, .scores: true
        case .sleep, .stages, .caffeine, .window: false
        }
    }

    /// All of them for the help, a line each.
    static var list: String {
        allCases.map { "  \($0.rawValue.padded(to: 15)) \($0.about)" }.joined(separator: "\n")
    }

    var about: String {
        switch self {
        case .sleep: "when you slept, a row a night"
        case .trend: "one measure night by night, with its seven-night middle"
        case .sessionNights: "the nights after sessions, described and compared"
        case .stages: "how deep you slept, as a device guessed it"
        case .mood: "mood, anxiety and clear-headedness beside the nights"
        case .helps: "nights with and without something, side by side"
        case .caffeine: "milligrams left at bedtime"
        case .scores: "the totals of questionnaires by date"
        case .adjustments: "the weeks around changes of the treatment"
        case .window: "the sleep window that rules propose, once it is switched on"
        }
    }
}

/// What every chart has as text.
struct ChartText {
    let patient: PersonID
    /// What it shows, with its unit.
    let title: String
    let body: [ChartPiece]
    /// What the signs and columns mean.
    let legend: String
    /// The legend for lines without signs; nil for the same.
    var plainLegend: String?
    /// Notes with whole sentences beside the one that reads the chart.
    var cautions: [String] = []
    /// Reads the chart.
    let sentence: String
    let numbers: JSONObject

    var text: [String] {
        let wrapped = { (text: String) in CleanLines.wrapped(text) }
        let body = body.flatMap(\.lines)
        var lines = [title, ""] + (body.isEmpty ? [] : body + [""])
        if !legend.isEmpty { lines += wrapped(legend) + [""] }
        lines += wrapped(sentence)
        for caution in cautions { lines += wrapped(caution) }
        return lines
    }

    /// The same for the ear: what it says first, then a fact a line, without bars and drawings.
    var plainText: [String] {
        let facts = body.flatMap(\.facts)
        let legend = plainLegend ?? legend
        return [title, sentence] + facts + (legend.isEmpty ? [] : [legend]) + cautions
    }
}

// The nights after sessions: the description by nights since, and apart from it what the pairs come to.

import CareDomain
import PlainJSON

struct SessionNightsText {
    private let subject: Subject
    private let figures: SessionNights
    private let nights: SessionNightsChart

    /// - Parameter measure: nil for the named one.
    init(_ subject: Subject, _ window: DateWindow, _ measure: Measure?) throws {
        self.subject = subject
        figures = subject.sessionNights(in: window)
        nights = SessionNightsChart(subject.history, figures, measure, own: 7)
    }

    private var measure: Measure { nights.measure }

    var chart: ChartText {
        ChartText(
            patient: subject.id,
            title: measure.titleWithUnit + ", by nights since a session; " + nights.standing,
            body: nights.hasSessions ? body : [], legend: nights.hasSessions ? legend : "",
            cautions: nights.hasSessions ? cautions : [],
            sentence: nights.hasSessions
                ? nights.descriptionSentence : "No session is noted as done yet; its nights will stand here.",
            numbers: numbers)
    }

    private var body: [ChartPiece] {
        var table = TextTable([.left("Night"), .right("Middle"), .right("Nights"), .left("")])
        let bar = TextBar(nights.rows.compactMap(\.median), always: [0])
        for row in nights.rows {
            table.add([
                row.title, row.median.map(measure.words) ?? "·", "\(row.values.count)", bar.text(row.median),
            ])
        }
        var pieces = [ChartPiece.table(table)]
        if let baseline = nights.baseline {
            let range = "\(measure.words(baseline.low)) and \(measure.words(baseline.high))"
            let words =
                "Baseline: middle \(measure.words(baseline.median)) of \(baseline.count) nights before the "
                + "first session; half of them lie between \(range)."
            pieces += [.blank, .words(words)]
        }
        let points = nights.points
        guard !points.isEmpty else { return pieces }
        var sessions = TextTable([
            .left("Session night"), .right("Session"), .right("Hours to bed"), .right("Value"),
        ])
        for point in points {
            sessions.add([
                point.date.nightWords, point.session.map(String.init),
                point.hours.map { NumberWords.decimal($0) }, measure.words(point.value),
            ])
        }
        return pieces + [.blank, .table(sessions)]
    }

    private var legend: String {
        "Middle: as many nights lie above it as below. All other nights: since the first session. "
            + "By session number and hours nothing is tested."
    }

    private var cautions: [String] {
        let second = nights.comparisons.dropFirst().first
        return ["Compared: " + nights.comparisonSentence]
            + [second.flatMap { $0.reasons == [.everyNight] ? nil : "Apart: " + $0.sentences }].compactMap {
                $0
            }
            + [nights.deviceCaution].compactMap { $0 }
    }

    private var numbers: JSONObject {
        let object = SessionNightsObject.object(figures)
        let own = { (key: String) -> JSONValue in
            .array((object[key]?.array ?? []).filter { $0["measure"]?.string == measure.rawValue })
        }
        let baseline = nights.baseline.map { band -> JSONObject in
            [
                "median": .number(band.median), "low": .number(band.low), "high": .number(band.high),
                "count": .integer(band.count),
            ]
        }
        let points = nights.points.map { point -> JSONValue in
            [
                "night": .optional(point.date), "session": .optional(point.session),
                "hoursSinceSession": .optional(point.hours), "value": .number(point.value),
            ]
        }
        return [
            "measure": .string(measure.rawValue), "unit": .string(measure.unit),
            "named": .bool(nights.isNamed), "description": own("description"),
            "comparisons": own("comparisons"), "sessionNights": .array(points),
            "baseline": .optional(baseline),
        ]
    }
}

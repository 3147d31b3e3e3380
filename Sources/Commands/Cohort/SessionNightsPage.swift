// Nights after sessions over everyone, as text and JSON.

import CareDomain
import PlainJSON

extension Invocation {
    func putSessionNights(_ members: [CohortMember], _ shelf: RuleShelf) throws {
        let figures = SessionNightFacts.measures.map { CohortSessionNights($0, members) }
        let object: JSONObject = [
            "withSessions": .integer(figures.first?.withSessions ?? 0),
            "measures": .array(figures.map { .object(CohortNightsObject.object($0)) }),
        ]
        try put(.object(object), lines: global.form == .text ? lines(figures) : [])
    }

    private func lines(_ figures: [CohortSessionNights]) -> [String] {
        guard let first = figures.first, first.withSessions > 0 else {
            return ["No session is noted as done yet; lull session done notes one."]
        }
        let people = first.withSessions == 1 ? "1 person" : "\(first.withSessions) people"
        var lines = [
            "\(people) with a session. Of each person the median of these nights less that",
            "of the other nights since the first session; then over people.",
        ]
        for one in figures where one.nights.contains(where: { $0.people > 0 }) {
            var table = TextTable([
                .left(one.measure.title), .right("People"), .right("Quartile 1"), .right("Median"),
                .right("Quartile 3"), .right("Higher"), .right("Same"), .right("Lower"),
            ])
            for night in one.nights {
                let words = { (value: Double?) in value.map(one.measure.differenceWords) }
                table.add([
                    night.title, "\(night.people)", words(night.quarters?.low), words(night.quarters?.median),
                    words(night.quarters?.high), "\(night.higher)", "\(night.same)", "\(night.lower)",
                ])
            }
            lines += [""] + table.lines(plain: isPlain) + ["S" + one.sameWords.dropFirst() + "."]
            if let words = one.comparison.sentence(one.measure) { lines.append(words) }
        }
        return lines + ["", "This does not show why."]
    }
}

enum CohortNightsObject {
    static func object(_ figures: CohortSessionNights) -> JSONObject {
        let comparison = figures.comparison
        return [
            "measure": .string(figures.measure.rawValue), "sameWithin": .number(figures.sameWithin),
            "nights": .array(
                figures.nights.map { night in
                    .object([
                        "nightsSinceSession": .integer(night.nightsSinceSession),
                        "people": .integer(night.people), "quartile1": .optional(night.quarters?.low),
                        "median": .optional(night.quarters?.median),
                        "quartile3": .optional(night.quarters?.high), "higher": .integer(night.higher),
                        "same": .integer(night.same), "lower": .integer(night.lower),
                        "differences": .array(night.differences.map { .number($0) }),
                    ])
                }),
            "comparison": .object([
                "people": .integer(comparison.people), "leftOut": .integer(comparison.leftOut),
                "difference": .optional(comparison.estimate?.difference),
                "low": .optional(comparison.estimate?.low), "high": .optional(comparison.estimate?.high),
                "level": 95,
                "method": "Hodges-Lehmann median of the people's own, signed-rank interval",
            ]),
        ]
    }
}

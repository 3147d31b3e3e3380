// The nights after sessions as JSON: the description, and apart from it the comparisons.

import CareDomain
import PlainJSON

enum SessionNightsObject {
    static func object(_ nights: SessionNights) -> JSONObject {
        [
            "description": .array(nights.description.map { .object(described($0)) }),
            "comparisons": .array(nights.comparisons.map { .object(compared($0)) }),
        ]
    }

    private static func described(_ row: SessionNights.Described) -> JSONObject {
        [
            "measure": .string(row.measure.rawValue), "nightsSinceSession": .optional(row.nightsSinceSession),
            "count": .integer(row.count), "median": .optional(row.median),
        ]
    }

    private static func compared(_ row: SessionNightComparison) -> JSONObject {
        [
            "measure": .string(row.measure.rawValue), "nightsSinceSession": .integer(row.nightsSinceSession),
            "named": .bool(row.isNamed), "pairs": .integer(row.pairs),
            "difference": .optional(row.estimate?.difference), "low": .optional(row.estimate?.low),
            "high": .optional(row.estimate?.high), "level": .integer(row.level),
            "method": "Hodges-Lehmann median of the pairs, exact signed-rank interval",
            "loggedPercent": .optional(row.sessionNights.share),
            "otherLoggedPercent": .optional(row.otherNights.share), "oneWeekday": .bool(row.sameWeekdays),
            "why": .optional(row.whyWords), "source": .optional(row.source), "leftOut": .integer(row.leftOut),
        ]
    }
}

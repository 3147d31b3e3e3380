// What a stretch of nights comes to, as `summary` and `status` print it.

import CareDomain
import PlainJSON

enum SummaryObject {
    /// Everything that is known of a person's nights within a window.
    static func object(_ subject: Subject, _ window: DateWindow) -> JSONObject {
        let history = subject.history
        let nights = window.narrow(history.mainNights, date: \.date)
        let naps = history.naps.map(\.value).filter { nap in
            guard !window.isOpen else { return true }
            guard let first = nights.first?.date, let last = nights.last?.date else { return false }
            return (first.adding(days: -1)...last).contains(nap.start.civil.date)
        }
        var object: JSONObject = ["patient": .string(subject.id.text)]
        for pair in figures(of: NightsSummary(nights)).pairs { object[pair.key] = pair.value }
        let regularity = RegularityIndex(nights: nights, naps: naps)
        object["regularityIndex"] = .optional(regularity?.value)
        object["regularityMainSleepIndex"] = .optional(RegularityIndex(nights: nights)?.value)
        object["regularityDays"] = .optional(regularity?.days)
        let midpoint = MidpointSpread(nights)
        object["midpointMean"] = .optional(midpoint.map { clock(secondOfDay: $0.meanSecondOfDay) })
        object["midpointSpreadMinutes"] = .optional(midpoint?.spread)
        for key in notKnownYet { object[key] = .null }
        object["byWeek"] = .array(weeks(of: subject).map { .object($0) })
        object["baseline"] =
            hasBaseline(history) ? .object(figures(of: NightsSummary(history.baselineNights))) : .null
        object["adherencePercent"] = .optional(history.adherence(on: subject.today))
        object["course"] = .optional(CourseObject.standing(subject))
        return object
    }

    /// Figures that this version does not work out: null, as all that is unknown.
    private static let notKnownYet = [
        "midpointWorkDays", "midpointFreeDays", "midpointCorrected", "socialJetlagMinutes",
        "compositePhaseDeviationHours", "sessionNights", "scores", "flags",
    ]

    /// Before a course and a session nothing is a baseline.
    private static func hasBaseline(_ history: PersonHistory) -> Bool {
        history.course != nil || !history.doneSessions.isEmpty
    }

    static func figures(of summary: NightsSummary) -> JSONObject {
        var means = JSONObject()
        for measure in Measure.allCases {
            let spread = summary.means[measure]
            means[measure.rawValue] = [
                "mean": .optional(spread?.mean), "median": .optional(spread?.median),
                "sd": .optional(spread?.standardDeviation), "count": .integer(spread?.count ?? 0),
            ]
        }
        return [
            "nightsLogged": .integer(summary.nightsLogged), "from": .optional(summary.from),
            "to": .optional(summary.to), "means": .object(means),
            "pooledEfficiencyPercent": .optional(summary.pooledEfficiency),
            "pooledEfficiencyInBedPercent": .optional(summary.pooledEfficiencyInBed),
        ]
    }

    /// A row a week of the course, those that are to come left out.
    private static func weeks(of subject: Subject) -> [JSONObject] {
        guard let course = subject.history.course else { return [] }
        let now = course.week(on: min(subject.today, course.end ?? course.lastDay)) ?? 0
        guard now > 0 else { return [] }
        // A course that someone ended in a far year is no reason to list all the weeks until then.
        return (1...min(now, mostWeeks)).map { week in
            var figures = figures(of: NightsSummary(subject.history.nights(ofWeek: week, of: course)))
            let first = course.start.adding(days: (week - 1) * 7)
            figures["week"] = .integer(week)
            figures["from"] = .optional(first)
            figures["to"] = .optional(first.adding(days: 6))
            return figures.complete([
                "week", "from", "to", "nightsLogged", "means", "pooledEfficiencyPercent",
            ])
        }
    }

    /// As many as a journal takes for a course.
    private static let mostWeeks = 1040

    /// `03:12:30`.
    private static func clock(secondOfDay: Double) -> String {
        let second = Int(secondOfDay.rounded()).modulo(86_400)
        return [second / 3600, second / 60 % 60, second % 60].map { $0.padded(to: 2) }.joined(separator: ":")
    }
}

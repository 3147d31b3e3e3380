// What a stretch of nights comes to, as `summary` and `status` print it.

import CareDomain
import PlainJSON

enum SummaryObject {
    /// Everything that is known of a person's nights within a window.
    static func object(
        _ subject: Subject, _ window: DateWindow, scores: JSONObject, flags: [ReviewFlag]
    ) -> JSONObject {
        let history = subject.history
        let nights = window.narrow(history.mainNights, date: \.date)
        var object: JSONObject = ["patient": .string(subject.id.text)]
        for pair in everything(of: nights, subject).pairs { object[pair.key] = pair.value }
        object["byWeek"] = .array(weeks(of: subject).map { .object($0) })
        object["baseline"] =
            hasBaseline(history) ? .object(everything(of: history.baselineNights, subject)) : .null
        object["sessionNights"] = .object(SessionNightsObject.object(subject.sessionNights(in: window)))
        object["scores"] = .object(scores)
        object["flags"] = .array(flags.map { .object(FlagRow.object($0)) })
        object["adherencePercent"] = .optional(history.adherence(on: subject.today))
        object["course"] = .optional(CourseObject.standing(subject))
        return object
    }

    /// Before a course and a session nothing is a baseline.
    private static func hasBaseline(_ history: PersonHistory) -> Bool {
        history.course != nil || !history.doneSessions.isEmpty
    }

    /// Means, efficiency, regularity and the clock of some nights.
    private static func everything(of nights: [LoggedNight], _ subject: Subject) -> JSONObject {
        let history = subject.history
        var object = figures(of: NightsSummary(nights, stages: history.stageNights))
        let naps = history.naps.map(\.value)
        let regularity = RegularityPairs(nights: nights, naps: naps)
        object["regularityIndex"] = .optional(regularity.index())
        object["regularityMainSleepIndex"] = .optional(RegularityPairs(nights: nights).index())
        object["regularityDays"] = .number(regularity.days)
        let midpoint = MidpointSpread(nights)
        object["midpointMean"] = clock(midpoint?.meanSecondOfDay)
        object["midpointSpreadMinutes"] = .optional(midpoint?.spread)
        let body = BodyClock(nights, days: history.dayKinds())
        object["midpointWorkDays"] = clock(body.work?.meanSecondOfDay)
        object["midpointFreeDays"] = clock(body.free?.meanSecondOfDay)
        object["midpointCorrected"] = clock(body.correctedSecondOfDay)
        object["socialJetlagMinutes"] = .optional(body.socialJetlag)
        object["compositePhaseDeviationHours"] = .optional(body.compositePhaseDeviation)
        object["midpointCounts"] = [
            "all": .integer(midpoint?.count ?? 0), "workDays": .integer(body.work?.count ?? 0),
            "freeDays": .integer(body.free?.count ?? 0),
            "compositePhaseDeviation": .integer(body.deviationCount),
        ]
        return object
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
            "pooledEfficiencyCount": .integer(summary.pooledEfficiencyCount),
            "pooledEfficiencyInBedPercent": .optional(summary.pooledEfficiencyInBed),
            "pooledEfficiencyInBedCount": .integer(summary.pooledEfficiencyInBedCount),
        ]
    }

    /// A row a week of the course, those that are to come left out.
    private static func weeks(of subject: Subject) -> [JSONObject] {
        guard let course = subject.history.course else { return [] }
        let now = course.week(on: min(subject.today, course.end ?? course.lastDay)) ?? 0
        guard now > 0 else { return [] }
        let stages = subject.history.stageNights
        // A course that someone ended in a far year is no reason to list all the weeks until then.
        return (1...min(now, mostWeeks)).map { week in
            let nights = subject.history.nights(ofWeek: week, of: course)
            var figures = figures(of: NightsSummary(nights, stages: stages))
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
    private static func clock(_ secondOfDay: Double?) -> JSONValue {
        guard let secondOfDay else { return .null }
        let second = Int(secondOfDay.rounded()).modulo(86_400)
        let parts = [second / 3600, second / 60 % 60, second % 60].map { $0.padded(to: 2) }
        return .string(parts.joined(separator: ":"))
    }
}

extension Subject {
    /// The nights after sessions, within a window where it is not open.
    func sessionNights(in window: DateWindow) -> SessionNights {
        var from = window.from
        if window.last != nil {
            from = window.narrow(history.mainNights, date: \.date).map(\.date).min() ?? today.adding(days: 1)
        }
        return history.sessionNightFigures(from: from, to: window.to, today: today)
    }
}

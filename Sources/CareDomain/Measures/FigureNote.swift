// What each figure is: a name, one sentence, and where the definition comes from.

/// The answer to "what is this figure", wherever the figure is shown.
package struct FigureNote: Equatable, Sendable {
    /// The key that the JSON has for it.
    package let key: String
    /// As it stands beside the figure, without its unit.
    package let title: String
    /// One sentence with its full stop.
    package let definition: String
    /// A paper or a project, or that the definition is Lull's own.
    package let source: String

    init(_ key: String, _ title: String, _ definition: String, _ source: String) {
        self.key = key
        self.title = title
        self.definition = definition
        self.source = source
    }

    /// Every figure there is: the measures of a night first.
    package static let all = Measure.allCases.map(\.note) + Figure.allCases.map(\.note)

    /// The note of a JSON key; nil for a key that is no figure.
    package static func of(_ key: String) -> FigureNote? {
        Measure(rawValue: key)?.note ?? Figure(rawValue: key)?.note
    }
}

/// Figures beside the measures of a night, by the key that the JSON has for each where it has one.
package enum Figure: String, CaseIterable, Sendable {
    case nightsLogged, pooledEfficiencyPercent, pooledEfficiencyInBedPercent, weeklyMean, median, sd
    case baseline, adherencePercent, stillLoggingPercent, efficiencyChangePoints, loggedHoursAfter
    case regularityIndex, regularityMainSleepIndex, regularityDays
    case midpoint, midpointMean, midpointSpreadMinutes, midpointWorkDays, midpointFreeDays
    case midpointCorrected, socialJetlagMinutes, compositePhaseDeviationHours
    case nightsSinceSession, hoursSinceSession, description, comparisons, loggedPercent, cohortSessionNights
    case sessionNightDifference, started, quartiles, response, remission, contacted, adverseEvents
    case naps, nightmareNights, withAndWithout, adjustmentMark, caffeineLeft, dayRating, totalWithoutSleep

    package var note: FigureNote {
        FigureNotes.figures[self] ?? FigureNote(rawValue, rawValue, "", "")
    }
}

extension Measure {
    package var note: FigureNote {
        FigureNotes.measures[self] ?? FigureNote(rawValue, rawValue, "", "")
    }

    /// The name of the measure as it stands beside a value: `To fall asleep`.
    package var title: String { note.title }

    /// A value of this measure in words, in its own unit: `41 m`, `81 %`, `3.5`.
    package func words(_ value: Double) -> String {
        if rawValue.hasSuffix("Minutes") { return Minutes(value).words }
        if rawValue.hasSuffix("Percent") { return Percent(value).words }
        return NumberWords.decimal(value)
    }

    /// A difference in words, in its own unit: `+12 m`, `−4 points`, `0.5`.
    package func differenceWords(_ difference: Double) -> String {
        let sign = difference > 0 ? "+" : ""
        if rawValue.hasSuffix("Minutes") { return sign + Minutes(difference).words }
        let points = rawValue.hasSuffix("Percent") ? " points" : ""
        return sign + NumberWords.decimal(difference) + points
    }
}

// The one measure that a person or a clinic named at the start, and how measures are named in typed text.

/// The measure whose session nights are compared with 95 %: one, named before the nights are known, so that
/// the one with the largest difference is not picked afterwards. The rule is Lull's own.
package struct NamedMeasure: Equatable, Sendable {
    package let measure: Measure
    /// What the setting says where that is no measure; the default stands in for it.
    package let unknown: String?

    package init(measure: Measure, unknown: String?) {
        self.measure = measure
        self.unknown = unknown
    }

    package static let byDefault = Measure.sleepOnsetLatencyMinutes
    /// The name of the setting.
    package static let setting = "namedMeasure"
}

extension PersonDetails {
    /// The setting `namedMeasure`, else the time to fall asleep.
    package var namedMeasure: NamedMeasure {
        switch settings[NamedMeasure.setting] {
        case nil, .null: return NamedMeasure(measure: NamedMeasure.byDefault, unknown: nil)
        case .text(let word):
            guard let measure = Measure(word: word) else {
                return NamedMeasure(measure: NamedMeasure.byDefault, unknown: word)
            }
            return NamedMeasure(measure: measure, unknown: nil)
        case .bool(let value): return NamedMeasure(measure: NamedMeasure.byDefault, unknown: "\(value)")
        case .integer(let value): return NamedMeasure(measure: NamedMeasure.byDefault, unknown: "\(value)")
        case .number(let value): return NamedMeasure(measure: NamedMeasure.byDefault, unknown: "\(value)")
        case .list, .object:
            return NamedMeasure(measure: NamedMeasure.byDefault, unknown: "a list")
        }
    }
}

extension Measure {
    private static let shortWords: [String: Measure] = [
        "latency": .sleepOnsetLatencyMinutes, "asleep": .totalSleepMinutes,
        "awake": .wakeAfterSleepOnsetMinutes,
        "rem": .remMinutes, "deep": .deepMinutes, "light": .lightMinutes,
    ]

    /// The key with or without its unit, or a short word for the commonest; small and large letters alike.
    /// Nil for what is no measure.
    package init?(word: String) {
        let word = word.trimmingSpaces.lowercased()
        let known = Measure.allCases.first { measure in
            let key = measure.rawValue.lowercased()
            return key == word || key == word + "minutes" || key == word + "percent"
        }
        guard let measure = Self.shortWords[word] ?? known else { return nil }
        self = measure
    }

    /// The shortest word that names the measure in typed text.
    package var word: String {
        if let short = Self.shortWords.first(where: { $0.value == self }) { return short.key }
        for unit in ["Minutes", "Percent"] where rawValue.hasSuffix(unit) {
            let short = String(rawValue.dropLast(unit.count))
            if Measure(word: short) == self { return short }
        }
        return rawValue
    }

    /// The unit that an axis carries: `minutes`, `%`, `1 to 5`; empty for a count.
    package var unit: String {
        switch self {
        case .quality, .refreshed: return "1 to 5"
        case .distress: return "0 to 10"
        case .awakenings, .nightmares: return ""
        default: return rawValue.hasSuffix("Minutes") ? "minutes" : "%"
        }
    }

    /// The title with the unit, where the title has it not: `To fall asleep, minutes`.
    package var titleWithUnit: String {
        unit.isEmpty || title.hasSuffix(unit) ? title : "\(title), \(unit)"
    }

    /// A value in words that stand by themselves in a sentence: `41 m`, `81 %`, `3.5 of 5`.
    package func scaleWords(_ value: Double) -> String {
        switch self {
        case .quality, .refreshed: words(value) + " of 5"
        case .distress: words(value) + " of 10"
        default: words(value)
        }
    }

    /// The word for it in a sentence: `time to fall asleep`.
    package var noun: String {
        switch self {
        case .sleepOnsetLatencyMinutes: "time to fall asleep"
        case .awakenings: "number of wakings"
        case .wakeAfterSleepOnsetMinutes: "time awake in the night"
        case .tryingMinutes: "time of trying to sleep on"
        case .earlyWakeMinutes: "early waking"
        case .timeInBedMinutes: "time in bed"
        case .opportunityMinutes: "time from trying to sleep to getting up"
        case .sleepPeriodMinutes: "sleep period"
        case .totalSleepMinutes: "time asleep"
        case .terminalWakeMinutes: "time awake before getting up"
        case .totalWakeMinutes: "time awake in all"
        case .efficiencyPercent: "efficiency"
        case .efficiencyInBedPercent: "efficiency in bed"
        case .efficiencyDiaryPercent: "efficiency of the sleep episode"
        case .maintenancePercent: "unbroken sleep"
        case .quality: "quality"
        case .refreshed: "refreshment"
        case .nightmares: "number of nightmares"
        case .distress: "distress"
        case .ownSleepMinutes: "own estimate of sleep"
        case .remMinutes: "REM sleep, as a device guessed it,"
        case .lightMinutes: "light sleep, as a device guessed it,"
        case .deepMinutes: "deep sleep, as a device guessed it,"
        case .awakeMinutes: "time awake, as a device guessed it,"
        case .unscoredMinutes: "time not scored"
        case .remLatencyMinutes: "time to the first REM sleep, as a device guessed it,"
        case .remPercent: "share of REM sleep, as a device guessed it,"
        case .lightPercent: "share of light sleep, as a device guessed it,"
        case .deepPercent: "share of deep sleep, as a device guessed it,"
        case .awakePercent: "share awake, as a device guessed it,"
        }
    }

    /// What has to stand beside the figure of a device's stages; nil for other measures.
    /// - Parameter source: the program that the stages come from; nil where that is unknown.
    package func deviceCaution(_ source: String?) -> String? {
        guard isOfStages else { return nil }
        return "Guessed by \(source ?? "a device") from movement and pulse; treatment can change both, so a "
            + "difference may be the device's."
    }
}

// The measures of a night that can be listed, averaged and drawn, by the key that the JSON has for each.

package enum Measure: String, CaseIterable, Sendable {
    case sleepOnsetLatencyMinutes, awakenings, wakeAfterSleepOnsetMinutes, tryingMinutes, earlyWakeMinutes
    case timeInBedMinutes, opportunityMinutes, sleepPeriodMinutes, totalSleepMinutes, terminalWakeMinutes
    case totalWakeMinutes, efficiencyPercent, efficiencyInBedPercent, efficiencyDiaryPercent,
        maintenancePercent
    case quality, refreshed, nightmares, distress, ownSleepMinutes
    case remMinutes, lightMinutes, deepMinutes, awakeMinutes, unscoredMinutes, remLatencyMinutes
    case remPercent, lightPercent, deepPercent, awakePercent

    /// True for what only a device can tell: minutes and shares of the stages.
    package var isOfStages: Bool {
        switch self {
        case .remMinutes, .lightMinutes, .deepMinutes, .awakeMinutes, .unscoredMinutes, .remLatencyMinutes,
            .remPercent, .lightPercent, .deepPercent, .awakePercent:
            true
        default: false
        }
    }

    /// In the unit that the key ends in; nil where unknown.
    package func value(of row: LoggedNight) -> Double? {
        let m = row.measures
        switch self {
        case .sleepOnsetLatencyMinutes: return m.latency?.value
        case .awakenings: return m.awakenings.map(Double.init)
        case .wakeAfterSleepOnsetMinutes: return m.wakeAfterSleepOnset?.value
        case .tryingMinutes: return m.tryingAfterWaking?.value
        case .earlyWakeMinutes: return m.earlierThanPlanned?.value
        case .timeInBedMinutes: return m.timeInBed?.value
        case .opportunityMinutes: return m.opportunity?.value
        case .sleepPeriodMinutes: return m.sleepPeriod?.value
        case .totalSleepMinutes: return m.totalSleep?.value
        case .terminalWakeMinutes: return m.terminalWake?.value
        case .totalWakeMinutes: return m.totalWake?.value
        case .efficiencyPercent: return m.efficiency?.value
        case .efficiencyInBedPercent: return m.efficiencyInBed?.value
        case .efficiencyDiaryPercent: return m.efficiencyOfEpisode?.value
        case .maintenancePercent: return m.maintenance?.value
        case .quality: return row.night.quality.map(Double.init)
        case .refreshed: return row.night.refreshed.map(Double.init)
        case .nightmares: return row.night.nightmares.map(Double.init)
        case .distress: return row.night.distress.map(Double.init)
        case .ownSleepMinutes: return row.night.ownSleep?.value
        case .remMinutes: return m.rem?.value
        case .lightMinutes: return m.light?.value
        case .deepMinutes: return m.deep?.value
        case .awakeMinutes: return m.awake?.value
        case .unscoredMinutes: return m.unscored?.value
        case .remLatencyMinutes: return m.remLatency?.value
        case .remPercent: return m.remShare?.value
        case .lightPercent: return m.lightShare?.value
        case .deepPercent: return m.deepShare?.value
        case .awakePercent: return m.awakeShare?.value
        }
    }
}

/// How some values lie: each measure has its own count, and what is unknown is never among them.
package struct Spread: Equatable, Sendable {
    package let mean: Double
    package let median: Double
    /// With n - 1; nil for a single value.
    package let standardDeviation: Double?
    package let count: Int

    /// Nil for no values.
    package init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        count = sorted.count
        let mean = sorted.reduce(0, +) / Double(count)
        self.mean = mean
        median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
        let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        standardDeviation = count > 1 ? (squares / Double(count - 1)).squareRoot() : nil
    }
}

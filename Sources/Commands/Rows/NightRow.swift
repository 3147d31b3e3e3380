// A night as a row of `nights`: every item, every measure, and its place after the last session.

import CareDomain
import PlainJSON

enum NightRow {
    static let keys = [
        "id", "patient", "night", "zone", "main", "intoBed", "trySleep", "sleepOnset", "finalAwake",
        "outOfBed",
        "sleepOnsetLatencyMinutes", "awakenings", "wakeAfterSleepOnsetMinutes", "tryingMinutes",
        "earlyWakeMinutes",
        "timeInBedMinutes", "opportunityMinutes", "sleepPeriodMinutes", "totalSleepMinutes",
        "terminalWakeMinutes",
        "totalWakeMinutes", "efficiencyPercent", "efficiencyInBedPercent", "efficiencyDiaryPercent",
        "maintenancePercent", "midpoint", "quality", "refreshed", "nightmares", "distress", "ownSleepMinutes",
        "medication", "comment", "remMinutes", "lightMinutes", "deepMinutes", "awakeMinutes",
        "unscoredMinutes",
        "remLatencyMinutes", "remPercent", "lightPercent", "deepPercent", "awakePercent",
        "nightsSinceSession", "hoursSinceSession", "loggedHoursAfter", "source",
        "warnings",
    ]

    static func object(_ row: LoggedNight, of person: PersonID) -> JSONObject {
        let (night, m) = (row.night, row.measures)
        var object: JSONObject = [
            "id": .string(row.frame.id.text), "patient": .string(person.text), "night": .optional(row.date),
            "zone": .string(night.zone.name), "main": .bool(row.isMain),
            "intoBed": .instant(m.intoBed, in: night.zone), "trySleep": .instant(m.trySleep, in: night.zone),
            "sleepOnset": .instant(m.sleepOnset, in: night.zone),
            "finalAwake": .instant(m.finalAwake, in: night.zone),
            "outOfBed": .instant(m.outOfBed, in: night.zone),
            "midpoint": .instant(m.midpoint, in: night.zone), "medication": .optional(night.medication),
            "comment": .optional(night.comment), "nightsSinceSession": .optional(row.nightsSinceSession),
            "hoursSinceSession": .optional(row.hoursSinceSession),
            "loggedHoursAfter": .optional(row.loggedHoursAfter),
            "source": .string(row.source), "warnings": .strings(night.warnings.map(\.rawValue)),
        ]
        for measure in Measure.allCases { object[measure.rawValue] = .optional(measure.value(of: row)) }
        return object.complete(keys)
    }

    static let columns: [TextTable.Column] = [
        .left("Night"), .left("Date"), .right("Bed"), .right("Up"), .right("Asleep"), .right("SE"),
        .right("Awake"),
        .right("Quality"), .right("After session"), .left("Source", limit: 12),
    ]

    static func cells(_ row: LoggedNight) -> [String?] {
        let (zone, m) = (row.night.zone, row.measures)
        return [
            row.date.nightWords, row.date.description,
            (m.intoBed ?? m.trySleep).map { zone.clock($0).description },
            (m.outOfBed ?? m.finalAwake).map { zone.clock($0).description }, m.totalSleep?.short,
            m.efficiency?.words, m.wakeAfterSleepOnset?.short, row.night.quality.map { "\($0)/5" },
            row.nightsSinceSession.map(String.init), row.source,
        ]
    }
}

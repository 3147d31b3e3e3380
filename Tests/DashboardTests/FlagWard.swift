// A clinic's store for tests of what a nurse does: Ada with something of every level, and two beside her.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

enum FlagWard {
    /// A Sunday at noon, three days after Ada's last session.
    static let noon = "2026-11-22T12:00:00-05:00"

    static func evening(
        _ now: String = noon, page: CohortPage = .table, on other: Evening? = nil, people: Int = 3
    ) throws -> Evening {
        var settings = DashboardSettings(
            programmes: SampleProgrammes.all,
            protocolTitles: ["iv-twelve-6w": "Six weeks, two sessions a week"], storeName: "Ward 3",
            care: CheckInEvening.care)
        settings.cohortPage = page
        if let other {
            return try Evening(now, zone: "America/New_York", settings: settings, on: other.files.disk)
        }
        let evening = try Evening(now, zone: "America/New_York", settings: settings)
        try evening.add(try ada(zone: evening.zone))
        for number in 1..<max(1, people) {
            let details = PersonDetails(name: "Person Number \(number)")
            let person = try #require(
                SamplePerson("person-\(number)", zone: evening.zone, details: details))
            try evening.add(person, as: "sample-2")
        }
        return evening
    }

    /// An answer that needs a call since Saturday, gasps for breath, and a sedative among her medicines.
    static func ada(zone: Zone) throws -> SamplePerson {
        var ada = try Ada.person(zone: zone)
        CheckInEvening.add("phq9", [2, 2, 2, 2, 1, 2, 1, 1, 0], on: "2026-11-08", to: &ada)
        CheckInEvening.add("phq9", [1, 2, 1, 2, 1, 1, 1, 1, 1], on: "2026-11-21", to: &ada)
        func at(_ date: String, _ hour: Int) -> Instant {
            zone.instant(CivilTime(CivilDate(date) ?? CivilDate(days: 0), secondOfDay: hour * 3600))
        }
        var symptoms = Symptoms(day: CivilDate("2026-11-20") ?? CivilDate(days: 0))
        symptoms.gasping = true
        ada.add(.symptoms(symptoms), at: at("2026-11-20", 19))
        ada.add(
            .medication(
                Medication(
                    name: "lorazepam", drugClass: .benzodiazepine, dose: .init(1, "mg"),
                    start: DayOrTime("2026-11-16"))), at: at("2026-11-16", 9))
        return ada
    }

    static func text(_ evening: Evening, _ name: String) throws -> String {
        try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
    }

    static func history(_ evening: Evening, _ id: String = "lovell-a") throws -> PersonHistory {
        try #require(try evening.histories().first { $0.id.text == id })
    }

    /// Marks as they were written, in order: `R01 closed`.
    static func marks(_ evening: Evening) throws -> [String] {
        try history(evening).acknowledgements.map { entry in
            let rule = ReviewFlag.parts(ofID: entry.value.flag)?.rule ?? entry.value.flag
            return "\(rule) \(entry.value.state.rawValue)"
        }
    }
}

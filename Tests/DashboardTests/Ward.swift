// A small clinic's store for tests of what its dashboard shows and writes.

import CareDomain
import CellCanvas
import TestKit
import Testing

@testable import Dashboard

enum Ward {
    /// With ids that spell the names, as clinics have them.
    static let people = [
        (id: "okafor-ngozi", name: "Ngozi Okafor"), (id: "lindqvist-per", name: "Per Lindqvist"),
        (id: "barros-ines", name: "Inês Barros"),
    ]

    static func evening(
        _ now: String = "2026-11-22T18:14:00-05:00", on other: Evening? = nil
    ) throws -> Evening {
        var settings = DashboardSettings(programmes: SampleProgrammes.all, storeName: "Ward 3")
        settings.opensReadOnly = true
        if let other {
            return try Evening(now, zone: "America/New_York", settings: settings, on: other.files.disk)
        }
        let evening = try Evening(now, zone: "America/New_York", settings: settings)
        for (index, one) in people.enumerated() {
            let person = try Ada.person(zone: evening.zone, id: one.id, name: one.name)
            try evening.add(person, as: "ward-\(index)")
        }
        return evening
    }

    static func text(_ evening: Evening, _ name: String) throws -> String {
        try #require(evening.script.pictures[name]).lines.joined(separator: "\n")
    }

    /// How many records the store has of everyone.
    static func records(_ evening: Evening) throws -> Int {
        var store = try evening.open(as: "reader-1")
        return try store.readEveryone().people.map(\.records.count).reduce(0, +)
    }
}

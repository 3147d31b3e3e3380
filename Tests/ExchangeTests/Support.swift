// What the importer tests share: real time zones, and a short way to import a text.

import CareDomain
import Foundation

@testable import Exchange

enum TestZones {
    /// Nil where the machine has no such zone.
    static func zone(_ name: String) -> Zone? {
        guard Zone.isName(name),
            let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + name),
            let rules = try? ZoneRules(file: Array(data))
        else { return nil }
        return Zone(name: name, rules: rules)
    }
}

/// Options for a person in one zone, late enough for every night of the tests.
func options(
    _ zoneName: String = "UTC", today: String = "2026-11-22", person: String? = nil,
    itemCount: @escaping (String) -> Int? = { _ in nil }
) -> ImportOptions {
    let date = CivilDate(today) ?? CivilDate(days: 20_000)
    let zone = TestZones.zone(zoneName) ?? .utc
    return ImportOptions(
        zone: zone, zones: TestZones.zone, today: date,
        now: zone.instant(CivilTime(date, secondOfDay: 64_800)),
        person: person.flatMap { PersonID($0) }, itemCount: itemCount)
}

/// What is wrong with a file, or nil where it can be read.
func problem(_ bytes: [UInt8], name: String = "file", as format: ImportFormat? = nil) -> ImportProblem? {
    do {
        _ = try ImportSource(name: name, bytes: bytes).read(as: format, options: options())
        return nil
    } catch {
        return error
    }
}

func read(
    _ text: String, as format: ImportFormat? = nil, _ options: ImportOptions = options()
) throws(ImportProblem) -> ImportResult {
    try ImportSource(name: "file", bytes: Array(text.utf8)).read(as: format, options: options)
}

extension ImportResult {
    var allNights: [Night] {
        drafts.compactMap { if case .night(let night) = $0.draft.body { night } else { nil } }
    }

    var allNaps: [Nap] {
        drafts.compactMap { if case .nap(let nap) = $0.draft.body { nap } else { nil } }
    }

    var allCheckIns: [CheckIn] {
        drafts.compactMap { if case .checkIn(let checkIn) = $0.draft.body { checkIn } else { nil } }
    }

    var allSessions: [Session] {
        drafts.compactMap { if case .session(let session) = $0.draft.body { session } else { nil } }
    }
}

extension Instant {
    /// `2026-03-03T02:57:30-06:00`.
    func text(in zone: Zone) -> String { OffsetInstant(self, in: zone).text() }
}

/// Files that stand beside the package, and may be absent.
enum Shared {
    private static let folder: String = {
        var path = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        path.removeLast(3)
        return path.joined(separator: "/") + "/../shared/"
    }()

    /// Nil where the file is absent, which is printed.
    static func bytes(_ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: folder + path).map(Array.init)
    }

    static func has(_ path: String) -> Bool {
        let isThere = FileManager.default.fileExists(atPath: folder + path)
        if !isThere { print("skipped: shared/\(path) is absent") }
        return isThere
    }
}

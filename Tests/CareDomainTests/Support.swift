// What the tests of measures share: real zones, files beside the package, and nights made of clock times.

import CareDomain
import Foundation
import JournalStore
import PlainJSON
import TestKit
import Testing

func zone(_ name: String) throws -> Zone {
    try #require(ZoneDatabase(files: PosixFileSystem()).zone(named: name))
}

func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

/// Files that stand beside the package, and may be absent.
enum Shared {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared")

    /// Nil where the file is absent.
    static func bytes(_ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: folder.appending(path: path).path()).map(Array.init)
    }

    static func json(_ path: String) throws -> JSONValue {
        try JSONReader.value(try #require(bytes(path)))
    }

    static func has(_ path: String) -> Bool {
        let isThere =
            bytes(path) != nil
            || FileManager.default.fileExists(
                atPath: folder.appending(path: path).path())
        if !isThere { print("skipped: shared/\(path) is absent") }
        return isThere
    }
}

extension SamplePerson {
    /// A night of unbroken sleep between two readings of the clock, in bed for no longer.
    mutating func sleep(_ date: CivilDate, _ from: String, _ to: String, quality: String = "") throws {
        try night(
            date.description, bed: from, try: from, sol: "0", wakes: "0", woke: to, up: to, quality: quality)
    }
}

func near(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-4) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
}

extension SeededGenerator {
    /// A number of the standard normal law.
    mutating func normal() -> Double {
        let (a, b) = (Double.random(in: 1e-12..<1, using: &self), Double.random(in: 0..<1, using: &self))
        return (-2 * log(a)).squareRoot() * cos(2 * .pi * b)
    }
}

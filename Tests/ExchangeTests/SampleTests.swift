// Real exports of three people, where they stand beside the package.

import CareDomain
import Foundation
import PlainJSON
import Testing

@testable import Exchange

@Suite(.enabled(if: Shared.has("samples/pmdata"), "the samples are absent"))
struct SampleTests {
    struct Person: Sendable, CustomTestStringConvertible {
        var name: String
        var logs: Int
        var nights: Int
        var naps: Int
        var from: String
        var to: String
        var testDescription: String { name }
    }

    static let people = [
        Person(name: "p10", logs: 101, nights: 99, naps: 2, from: "2019-11-08", to: "2020-02-28"),
        Person(name: "p11", logs: 124, nights: 119, naps: 5, from: "2019-11-16", to: "2020-03-13"),
        Person(name: "p12", logs: 8, nights: 8, naps: 0, from: "2019-11-07", to: "2020-02-23"),
    ]

    @Test(arguments: people) func everyDistinctLogIsTaken(_ person: Person) throws {
        let result = try imported(person)
        #expect(result.format == .fitbit)
        #expect(result.read == person.logs)
        #expect(result.drafts.count == person.logs)
        #expect(result.skipped.isEmpty)
        #expect(result.nights == person.nights)
        #expect(result.naps == person.naps)
        #expect(result.from?.description == person.from)
        #expect(result.to?.description == person.to)
        #expect(Set(result.drafts.compactMap(\.draft.origin?.key)).count == person.logs)
    }

    @Test(arguments: people) func minutesAsleepAgree(_ person: Person) throws {
        let stated = try minutesAsleep(person)
        for entry in try imported(person).drafts {
            guard case .night(let night) = entry.draft.body, let key = entry.draft.origin?.key else {
                continue
            }
            let asleep = try #require(night.measures.totalSleep)
            let minutes = try #require(stated[key])
            #expect(abs(asleep.value - Double(minutes)) <= 1, "log \(key)")
        }
    }

    private func imported(_ person: Person) throws -> ImportResult {
        let bytes = try #require(Shared.bytes("samples/pmdata/\(person.name)-sleep.json"))
        return try ImportSource(name: "sleep.json", bytes: bytes).read(options: options("Europe/Oslo"))
    }

    private func minutesAsleep(_ person: Person) throws -> [String: Int] {
        var result: [String: Int] = [:]
        var elements = try JSONElements(
            try #require(Shared.bytes("samples/pmdata/\(person.name)-sleep.json")))
        while let (log, _) = try elements.next() {
            if let id = log["logId"]?.int, let minutes = log["minutesAsleep"]?.int {
                result[String(id)] = minutes
            }
        }
        return result
    }
}

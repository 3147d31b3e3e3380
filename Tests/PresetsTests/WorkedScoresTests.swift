// The worked case of scales, read where its table is at hand beside the package; where it is not, it passes
// and says so, and the same figures stand in ScoringTests.

import CareDomain
import Foundation
import Testing

@testable import Presets

struct WorkedScoresTests {
    private struct Case: Decodable {
        struct Input: Decodable {
            var PHQ9: [[Int?]]
            var PCL5: [[Int?]]
            var ISI: [[Int?]]
            var GAD7: [[Int?]]
            var WHO5: [[Int?]]
            var DDNSI: [String: Int]
        }

        var id: String
        var input: Input?

        private enum Key: CodingKey { case id, input }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            id = try container.decode(String.self, forKey: .id)
            input = try? container.decode(Input.self, forKey: .input)
        }
    }

    private struct Table: Decodable { var cases: [Case] }

    private static var table: Data? {
        let package = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try? Data(
            contentsOf: package.deletingLastPathComponent().appending(path: "shared/cases/metrics.json"))
    }

    private func totals(_ name: String, _ answers: [[Int?]]) throws -> [Int?] {
        let instrument = try #require(Shipped.instrument(named: name))
        return answers.map { instrument.score(CheckIn(instrument: name, answers: $0)).total }
    }

    @Test func theAnswersOfTheTableComeToItsFigures() throws {
        guard let data = Self.table else {
            print("shared/cases/metrics.json is not here; the worked case of scales was not read")
            return
        }
        let cases = try JSONDecoder().decode(Table.self, from: data).cases
        let input = try #require(cases.first { $0.id == "C13" }?.input)
        #expect(input.PHQ9 == ScoringTests.phq9)
        #expect(input.PCL5 == ScoringTests.pcl5)
        #expect(try totals("phq9", input.PHQ9) == [15, 6, 14, nil])
        #expect(try totals("pcl5", input.PCL5) == [45, 30])
        #expect(try totals("isi", input.ISI) == [19, 7])
        #expect(try totals("gad7", input.GAD7) == [12, 6])
        #expect(try totals("who5", input.WHO5) == [20, 36])
        let keys = ["nightsPerWeek", "nightmaresPerWeek", "awakenings", "severity", "intensity"]
        #expect(try totals("ddnsi", [keys.map { input.DDNSI[$0] }]) == [21])
    }
}

// Figures worked out by hand in a table of cases, read where the table is at hand beside the package.

import Foundation

struct WorkedCases: Decodable {
    struct Timer: Decodable {
        var name: String
        var cycleSeconds: Double
        var cycles: Int
        var totalSeconds: Double
    }

    struct Moment: Decodable {
        var atSeconds: Int
        var cycle: Int
        var secondInPhase: Int
    }

    struct Expected: Decodable {
        var sessions: [Timer]?
        var pmrSeconds: [String: Int]?
        var whereAt: Moment?
        var spravato: [String]?
        var spravatoCount: Int?
        var iv3: [String]?
        var iv2: [String]?
    }

    struct Case: Decodable {
        var id: String
        var expected: Expected?

        private enum Key: CodingKey { case id, expected }

        /// The other cases of the table have keys of other types; only what reads counts.
        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            id = try container.decode(String.self, forKey: .id)
            expected = try? container.decode(Expected.self, forKey: .expected)
        }
    }

    var cases: [Case]

    /// Nil where the table is not there.
    static func expected(_ id: String) throws -> Expected? {
        let package = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let table = package.deletingLastPathComponent().appending(path: "shared/cases/metrics.json")
        guard let data = try? Data(contentsOf: table) else { return nil }
        return try JSONDecoder().decode(WorkedCases.self, from: data).cases.first { $0.id == id }?.expected
    }
}

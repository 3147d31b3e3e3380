// The language in which a cohort is filtered: what binds how, what is unknown, and what cannot be read.

import CareDomain
import Testing

@Suite struct CohortFilterTests {
    private let keys: Set = ["week", "isi", "phq9", "nightsLogged7", "protocol", "lastNight", "name"]

    private func holds(_ text: String) throws -> Bool {
        let values: [String: CohortFilter.Value] = [
            "week": .number(3), "isi": .number(15), "nightsLogged7": .number(2),
            "protocol": .text("esketamine-8w"), "lastNight": .text("2026-11-19"),
        ]
        let filter = try CohortFilter(text) { keys.contains($0) }
        return filter.holds(
            for: CohortFilter.Row(
                id: "okafor-n", name: "ngozi okafor", flags: { ["R05", "nextDay"] }, value: { values[$0] }))
    }

    @Test(arguments: [
        ("week>=3 & isi>=15", true), ("week>3", false), ("!nightsLogged7<3", false), ("week = 3", true),
        ("!week>3", true), ("flag:R05", true), ("flag:R06", false), ("flag:R0*", true),
        ("flag:nextday", true),
        ("protocol:esketamine*", true), ("protocol:esketamine", false), ("protocol=esketamine-8w", true),
        ("ngozi", true), ("okafor", true), ("ada", false), ("ngozi week>=3", true), ("", true),
        ("\"Ngozi Ok\"", true), ("ada | week>=3 & isi>20", false), ("(ada | week>=3) & isi>=15", true),
        ("ada | week>=3", true), ("!(ada | week>=3)", false), ("lastNight<2026-11-20", true),
        ("phq9>=0", false), ("phq9<0", false), ("phq9!=5", false), ("!phq9>=0", true), ("phq9:1", false),
        ("week>=many", false), ("week != 4", true), ("!!week=3", true),
    ])
    func reads(text: String, expected: Bool) throws {
        #expect(try holds(text) == expected, "\(text)")
    }

    @Test(arguments: [
        "shoeSize>3", "week>=", "(week>=3", "week>=3)", "&", "\"ada", "week>=3 |", "shoe:5",
        String(repeating: "(", count: 5000), String(repeating: "!", count: 5000),
    ])
    func refuses(text: String) {
        #expect(throws: CohortFilter.Problem.self) { try holds(text) }
    }
}

// Which word a mistyped one was meant to be, and when that cannot be told.

import Testing

@testable import CareDomain

@Suite struct NearestWordTests {
    private static let words = ["theme", "color", "motion", "glyphs", "mouse", "keys", "by"]

    @Test(arguments: [
        ("colour", "color"), ("themes", "theme"), ("tehme", "theme"), ("mose", "mouse"), ("kyes", "keys"),
        ("MOTION", "motion"), ("b", "by"),
    ])
    func meant(typed: String, word: String) { #expect(NearestWord.of(typed, among: Self.words) == word) }

    @Test(arguments: ["", "xyz", "zone", "something else"])
    func notMeant(typed: String) { #expect(NearestWord.of(typed, among: Self.words) == nil) }

    @Test func slips() {
        #expect(NearestWord.slips("night", "nigth") == 1)
        #expect(NearestWord.slips("night", "night") == 0)
        #expect(NearestWord.slips("", "abc") == 3)
        #expect(NearestWord.slips("kitten", "sitting") == 3)
    }
}

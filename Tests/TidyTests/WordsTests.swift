// What is said to a person: every text that can be shown is read for words and claims that have no place in
// it.

import Testing

@Suite struct WordsTests {
    @Test func sourcesSayNothingForbidden() throws {
        let texts = try ShownText.ofSources()
        #expect(texts.count > 3000)
        report(texts)
    }

    @Test func shippedFilesSayNothingForbidden() throws {
        let texts = try ShownText.ofShippedFiles()
        #expect(texts.count > 60)
        report(texts)
    }

    @Test func screensAndTranscriptsSayNothingForbidden() throws {
        let texts = try ShownText.ofRecordings()
        #expect(texts.count > 1500)
        report(texts)
    }

    @Test func everyAllowanceIsNeeded() throws {
        let texts = try ShownText.ofSources() + ShownText.ofShippedFiles() + ShownText.ofRecordings()
        for allowed in AllowedWords.all {
            let isUsed = texts.contains { text in
                allowed.covers(text) && text.claims.contains { $0.claim.words == allowed.claim }
            }
            #expect(isUsed, "nothing needs to be allowed \(allowed.claim) in \(allowed.path) any more")
        }
    }

    @Test(arguments: [
        ("You sleep better because of it", "because"), ("Only 3 of 7 logged", "only|just N of|out N"),
        ("just \(SwiftLiterals.gap) of \(SwiftLiterals.gap)", "only|just N of|out N"),
        ("The effects of your session", "effect|effects of"),
        ("We'll call you", "we'll contact|call|reach"),
        ("All NORMAL.", "normal|abnormal|normally|abnormally"),
        ("that is\nsafe", "safe|safely"), ("only three of seven", "only|just N of|out N"),
        ("Fewer nightmares with ketamine", "fewer|less nightmares with|after|from|on ketamine|esketamine"),
        ("More deep sleep tonight", "more deep sleep"),
    ])
    func aClaimIsFound(text: String, words: String) {
        let shown = ShownText(text, path: "", line: 1)
        #expect(shown.claims.contains { $0.claim.words == words }, "\(text)")
    }

    @Test(arguments: [
        "unsafe", "abnormalities", "the only one of them", "isMissed", "an unproven thing",
        "More deep sleep was seen in some studies (30 people), not in a crossover of 36.",
    ])
    func whatIsNoClaimIsLeftAlone(text: String) {
        let shown = ShownText(text, path: "", line: 1)
        #expect(shown.claims.isEmpty, "\(text)")
    }

    @Test func literalsAreToldFromCode() {
        let source = #"""
            let a = "one" // "not this"
            /* "nor /* this */ " */ let b = "two \(name("three")) four"
            let c = "five " // and on
                + "six"
            let d = """
                seven
                eight
                """
            let e = ["nine" + f(x), "ten"]
            """#
        let literals = SwiftLiterals(source).literals
        let texts = literals.map { $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        let gap = SwiftLiterals.gap
        #expect(
            texts == [
                "one", "three", "two \(gap) four", "five six", "seven eight", "nine", "ten",
            ])
        #expect(literals.map(\.line) == [1, 2, 2, 3, 5, 9, 9])
    }

    private func report(_ texts: [ShownText]) {
        for text in texts {
            let allowed = AllowedWords.all.filter { $0.covers(text) }.map(\.claim)
            for (claim, line) in text.claims where !allowed.contains(claim.words) {
                Issue.record("\(text.path):\(line) says \"\(claim.words)\": \(claim.why)")
            }
        }
    }
}

extension AllowedWords {
    fileprivate func covers(_ text: ShownText) -> Bool {
        text.path.hasPrefix(path) && text.source.contains(with)
    }
}

extension ShownText {
    /// What it claims that no text may, with the line on which the claim begins.
    fileprivate var claims: [(claim: ForbiddenClaim, line: Int)] {
        words.indices.flatMap { start in
            (ForbiddenClaim.byFirstWord[words[start].text] ?? [])
                .filter { $0.begins(at: start, in: words) }
                .map { ($0, words[start].line) }
        }
    }
}

extension ForbiddenClaim {
    /// No claim begins with a number, so that each is found by its first word.
    fileprivate static let byFirstWord: [String: [ForbiddenClaim]] = all.reduce(into: [:]) { table, claim in
        for word in claim.places.first ?? [] { table[word, default: []].append(claim) }
    }

    private static let numbers: Set<String> = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]

    fileprivate func begins(at start: Int, in words: [ShownWord]) -> Bool {
        guard start + places.count <= words.count else { return false }
        for (offset, place) in places.enumerated() where !Self.fits(words[start + offset].text, place) {
            return false
        }
        guard let unless else { return true }
        let around = words[max(0, start - 40)..<min(words.count, start + 40)]
        return !around.map(\.text).joined(separator: " ").contains(unless)
    }

    private static func fits(_ word: String, _ place: Set<String>) -> Bool {
        if place.contains(word) { return true }
        guard place.contains("N") else { return false }
        return word.allSatisfy(\.isNumber) || word.contains(SwiftLiterals.gap) || numbers.contains(word)
    }
}

// Reads a review rule: its numbers, who reads its flags, and where it comes from.

import CareDomain

package enum ReviewRuleReader {
    private static let keys: Set<String> = [
        "title", "audience", "levels", "numbers", "words", "step", "clears", "reopens", "reads", "source",
        "ours", "patientText", "fixed",
    ]

    /// - Parameters:
    ///   - text: YAML as seeds/rules/README.md describes it.
    ///   - file: the file's name; without its folder and ending it is the rule's id.
    package static func rule(in text: String, file: String) throws(PresetProblem) -> ReviewRule {
        let top = try YAMLPlace(file: file, text: text)
        try top.refuseOthers(than: keys)
        let audience: ReviewRule.Audience = try top.required("audience").word()
        let own = try top.optional("patientText")?.text()
        let id = PresetName.stem(of: file)
        if (own == nil) == (audience == .both) || own != nil && ReviewRule.clinicOnly.contains(id) {
            throw PresetProblem(
                file: file, line: top.optional("patientText")?.line,
                what: .refused("patientText is for rules that both read, and they need one"))
        }
        var levels: [FlagLevel] = []
        for place in try top.required("levels").list() { levels.append(try place.word()) }
        return ReviewRule(
            id: id, title: try top.required("title").text(), audience: audience, levels: levels,
            numbers: try numbers(top), words: try words(top), step: try step(top),
            clears: try top.required("clears").text(), reopens: try top.required("reopens").text(),
            reads: try top.required("reads").words(), source: try top.required("source").text(),
            ours: try top.optional("ours")?.words() ?? [], patientText: own,
            isFixed: try top.optional("fixed")?.flag() ?? false, digest: digest([text]))
    }

    /// A rule with a clinic's own numbers in it.
    /// - Throws: `PresetProblem` for a number that the rule does not have, and for a rule that takes none.
    package static func rule(
        _ rule: ReviewRule, with text: String, file: String
    ) throws(PresetProblem) -> ReviewRule {
        let top = try YAMLPlace(file: file, text: text)
        try top.refuseOthers(than: ["numbers", "step"])
        guard !rule.isFixed else {
            throw PresetProblem(
                file: file, line: 1, what: .refused("the numbers of \(rule.id) are not changed by a file"))
        }
        var rule = rule
        if let place = top.optional("numbers") { try place.refuseOthers(than: Set(rule.numbers.keys)) }
        for (name, value) in try numbers(top) { rule.numbers[name] = value }
        rule.step = try step(top) ?? rule.step
        rule.digest = digest([rule.digest, text])
        return rule
    }

    private static func numbers(_ top: YAMLPlace) throws(PresetProblem) -> [String: Double] {
        var numbers: [String: Double] = [:]
        guard let place = top.optional("numbers") else { return numbers }
        for name in place.names { numbers[name] = try place.required(name).number(0...10_000) }
        return numbers
    }

    private static func words(_ top: YAMLPlace) throws(PresetProblem) -> [String: [String]] {
        var words: [String: [String]] = [:]
        guard let place = top.optional("words") else { return words }
        for name in place.names { words[name] = try place.required(name).words() }
        return words
    }

    private static func step(_ top: YAMLPlace) throws(PresetProblem) -> Double? {
        try top.optional("step")?.number(0.001...10_000)
    }

    /// FNV-1a over the texts, 16 hexadecimal digits: it tells files apart and protects nothing.
    private static func digest(_ texts: [String]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in texts.joined(separator: "\u{0}").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension Shipped {
    /// The review rules that ship.
    package static let reviewRules = RuleSet(
        EmbeddedFile.yaml(below: "seeds/rules").compactMap {
            try? ReviewRuleReader.rule(in: $0.text, file: $0.path)
        })
}

// What YAML could do with a small file, refused before anything is built of it.

import Testing

@testable import Presets

struct YAMLGuardTests {
    private func problem(_ text: String) -> PresetProblem? {
        do throws(PresetProblem) {
            _ = try YAMLPlace(file: "own.yaml", text: text)
            return nil
        } catch {
            return error
        }
    }

    /// Nine levels of nine aliases each stand for four hundred million values.
    static let bomb =
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + zip("bcdefghi", "abcdefgh").map { name, before in
            "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ",") + "]\n"
        }.joined()

    @Test(arguments: [
        (bomb, 1), ("a: 1\nb: *a", 2), ("a: !!binary aaaa", 1), ("a: 1\n? !x b\n: 2", 2),
        ("a: [1, *b]", 1), ("a: {b: &c 1}", 1), ("a:\n  <<: {b: 1}", 2), ("a: 1\n&b c: 2", 2),
        ("- - &a b", 1), ("a: {\"b\":*c}", 1), ("\u{FEFF}&a b: 1", 1), ("a: 1\n--- &x\nb: 1", 2),
        ("a: b \"\nc: &x [1]\nd: \"e\"", 2), ("a: 'x\n  y: \"z', b: &q 1, c: \"'", 2),
        ("a: [*b ]", 1), ("*a : 1", 1), ("a: {*b : 1}", 1), ("a: *b # why", 1), ("a: [*b?c]", 1),
        ("a: 1\u{2028}&b c: 2", 1), ("? *a : 1", 1),
    ])
    func whatCanGrowIsRefused(text: String, line: Int) {
        let problem = problem(text)
        #expect(problem?.line == line, "\(String(describing: problem))")
        if case .refused = problem?.what { return }
        Issue.record("\(String(describing: problem))")
    }

    @Test(arguments: [
        "a: Bernstein & Borkovec", "a: \"Q&A, and more\"", "a: 2 * 3", "a: Stop! Now", "a: \"*word*\"",
        "a: x<<y",
        "a: \"of: *each* of these\"", "a: 'here, *as printed*, too'", "a: \"to: * \"",
        "a: '& so on'", "a: R&D",
    ])
    func textIsLeftAlone(text: String) { #expect(problem(text) == nil) }

    @Test(arguments: [16, 17, 200, 20_000])
    func whatIsDeepIsRefused(depth: Int) {
        let lists = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(problem("a: " + lists) != nil)
        let quoted =
            "a: " + String(repeating: "[\"]\", ", count: depth / 2) + String(repeating: "]", count: depth / 2)
        if depth > 40 { #expect(problem(quoted) != nil) }
        let keys =
            (0..<min(depth, 300)).map { String(repeating: " ", count: $0) + "k:\n" }.joined()
            + String(repeating: " ", count: 301) + "v: 1\n"
        #expect(problem(keys) != nil)
        #expect(problem("a:\n" + String(repeating: "- ", count: depth) + "x") != nil)
    }

    @Test func fifteenDeepIsRead() {
        #expect(problem("a: " + String(repeating: "[", count: 14) + String(repeating: "]", count: 14)) == nil)
    }

    @Test func aKeyIsOneWord() {
        #expect(problem("? [a, b]\n: 1") != nil)
        #expect(problem("? {a: 1}\n: 1") != nil)
    }

    @Test func whatIsLargeIsRefused() {
        let text = "a: " + String(repeating: "x", count: 65_536)
        #expect(problem(text)?.what == .tooLarge(bytes: 65_539))
        #expect(problem("a: " + String(repeating: "x", count: 60_000)) == nil)
    }

    /// Everything that ships passes the same guard.
    @Test func whatShipsPasses() throws {
        let files = EmbeddedFile.all.filter { $0.path.hasSuffix(".yaml") }
        #expect(files.count > 20)
        for file in files { _ = try YAMLPlace(file: file.path, text: file.text) }
    }

    /// Any text at all ends in a value or a problem.
    @Test func anyTextEnds() {
        var generator = SeededGenerator(seed: 11, stream: "yaml")
        let pieces = [
            "a", ":", " ", "\n", "- ", "[", "]", "{", "}", "\"", "'", "|", ">", "&x", "*x", "!", "#", ",",
            "?", "\t", "%", "@",
            "`", "\u{0}", "\u{7f}", "é", "\u{2028}", "<<: ", "---\n", "...\n",
        ]
        for _ in 0..<4_000 {
            let count = Int.random(in: 0...30, using: &generator)
            let text = (0..<count).map { _ in pieces[Int.random(in: pieces.indices, using: &generator)] }
            _ = problem("k: " + text.joined())
        }
    }
}

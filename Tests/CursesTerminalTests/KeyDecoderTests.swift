// Bytes from keyboards of many makes, as the keys that a person pressed.

import CellCanvas
import TestKit
import Testing

@testable import CursesTerminal

@Suite struct KeyDecoderTests {
    /// What the bytes come to when nothing follows them.
    private func events(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
        var decoder = KeyDecoder()
        for byte in bytes { decoder.take(byte) }
        decoder.giveUp()
        return decoder.takeEvents()
    }

    private func keys(_ text: String) -> [Key] {
        events(text.utf8).compactMap { if case .key(let key) = $0 { key } else { nil } }
    }

    @Test(arguments: [
        ("\u{1b}[A", Key.up), ("\u{1b}[B", .down), ("\u{1b}[C", .right), ("\u{1b}[D", .left),
        ("\u{1b}OA", .up), ("\u{1b}OB", .down), ("\u{1b}OC", .right), ("\u{1b}OD", .left),
        ("\u{1b}[1;5C", .right), ("\u{1b}[1;2A", .up),
        ("\u{1b}[H", .home), ("\u{1b}OH", .home), ("\u{1b}[1~", .home), ("\u{1b}[7~", .home),
        ("\u{1b}[F", .end), ("\u{1b}OF", .end), ("\u{1b}[4~", .end), ("\u{1b}[8~", .end),
        ("\u{1b}[5~", .pageUp), ("\u{1b}[6~", .pageDown), ("\u{1b}[6;5~", .pageDown),
        ("\u{1b}[3~", .delete), ("\u{1b}[Z", .backTab), ("\u{1b}OM", .enter),
    ])
    func movement(bytes: String, key: Key) {
        #expect(keys(bytes) == [key])
    }

    @Test(arguments: [
        ("\u{1b}OP", 1), ("\u{1b}OQ", 2), ("\u{1b}OR", 3), ("\u{1b}OS", 4), ("\u{1b}[11~", 1),
        ("\u{1b}[15~", 5), ("\u{1b}[17~", 6), ("\u{1b}[21~", 10), ("\u{1b}[23~", 11), ("\u{1b}[24~", 12),
    ])
    func functions(bytes: String, number: Int) {
        #expect(keys(bytes) == [.function(number)])
    }

    @Test(arguments: [
        ("a", [Key.character("a")]), ("Q ", [.character("Q"), .character(" ")]),
        ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7f}", [.backspace]), ("\u{8}", [.backspace]),
        ("\u{1}\u{13}\u{1a}", [.control("a"), .control("s"), .control("z")]),
        ("\u{1b}", [.escape]), ("\u{1b}\u{1b}", [.escape, .escape]), ("\u{1b}\r", [.escape, .enter]),
        ("\u{1b}x", [.alt("x")]), ("\u{1b}O", [.alt("O")]), ("\u{1b}[", [.alt("[")]),
        ("\u{1b}]", [.alt("]")]),
        ("ö漢🙂", [.character("ö"), .character("漢"), .character("🙂")]),
        ("e\u{301}x", [.character("e\u{301}"), .character("x")]),
    ])
    func characters(bytes: String, expected: [Key]) {
        #expect(keys(bytes) == expected)
    }

    @Test(arguments: [
        // Reports of the terminal: colours, attributes, cursor, focus.
        "\u{1b}]11;rgb:0000/0000/0000\u{7}", "\u{1b}]11;rgb:0000/0000/0000\u{1b}\\", "\u{1b}[?62;4c",
        "\u{1b}[12;40R", "\u{1b}[I", "\u{1b}[O", "\u{1b}[?2026;2$y", "\u{1b}P1+r524742\u{1b}\\",
        // The mouse, in the new and the old way.
        "\u{1b}[<0;12;7M", "\u{1b}[<0;12;7m", "\u{1b}[M !!",
        // Keys that nobody named, and the Linux console's.
        "\u{1b}[99~", "\u{1b}[97;5u", "\u{1b}[[A", "\u{1b}[200;1;1;1;1;1z",
    ])
    func whatIsNoKeyIsSwallowedWhole(bytes: String) {
        #expect(keys(bytes + "q") == [.character("q")])
        #expect(keys("j" + bytes + "\u{1b}[A") == [.character("j"), .up])
    }

    @Test func charactersMayComeInPieces() {
        var decoder = KeyDecoder()
        let bytes = Array("ä\u{1b}[1;5Bé".utf8)
        var taken: [TerminalEvent] = []
        for byte in bytes {
            decoder.take(byte)
            taken += decoder.takeEvents()
        }
        #expect(taken == [.key(.character("ä")), .key(.down), .key(.character("é"))])
        #expect(decoder.patience == nil)
    }

    @Test func brokenCharactersDoNotHideWhatFollows() {
        #expect(events([0xc3, 0x71]) == [.key(.character("q"))])
        #expect(events([0xff, 0x80, 0xe2, 0x82, 0x6a]) == [.key(.character("j"))])
        #expect(events([0xed, 0xa0, 0x80, 0x6b]) == [.key(.character("k"))])
    }

    @Test func whatHasBegunIsWaitedForButNotLong() {
        var decoder = KeyDecoder()
        for byte in "\u{1b}[".utf8 { decoder.take(byte) }
        let patience = decoder.patience
        #expect(patience.map { $0 > 0 && $0 <= 1_000_000_000 } == true)
        decoder.giveUp()
        #expect(decoder.patience == nil)
    }

    // MARK: Pasted text

    @Test(arguments: [
        ("hello", "hello"), ("one\rtwo", "one\ntwo"), ("one\r\ntwo\n", "one\ntwo\n"),
        ("a\u{1b}[Ab\u{3}c", "a[Abc"), ("\t€\u{7f}", "\t€"), ("x\u{1b}[201y", "x[201y"),
    ])
    func pastes(text: String, expected: String) {
        let bytes = "q\u{1b}[200~" + text + "\u{1b}[201~q"
        #expect(events(bytes.utf8) == [.key(.character("q")), .pasted(expected), .key(.character("q"))])
    }

    @Test func aPasteIsNeverTyped() {
        var decoder = KeyDecoder()
        for byte in "\u{1b}[200~yes".utf8 { decoder.take(byte) }
        decoder.take(Key.up)
        #expect(decoder.takeEvents() == [])
        decoder.giveUp()
        #expect(decoder.takeEvents() == [.pasted("yes")])
    }

    @Test func aHugePasteIsCut() {
        let text = String(repeating: "x", count: KeyDecoder.pasteLimit + 100)
        let taken = events(("\u{1b}[200~" + text + "\u{1b}[201~").utf8)
        #expect(taken == [.pasted(String(repeating: "x", count: KeyDecoder.pasteLimit))])
    }

    @Test(arguments: UInt64(1)...20)
    func anyBytesAreTaken(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var decoder = KeyDecoder()
        let starts: [[UInt8]] = [
            [0x1b], [0x1b, 0x5b], [0x1b, 0x4f], [0x1b, 0x5d], Array("\u{1b}[200~".utf8),
        ]
        var events = 0
        for _ in 0..<3000 {
            let bytes = random.once(in: 4) ? random.pick(starts) : [UInt8(random.int(0...255))]
            for byte in bytes { decoder.take(byte) }
            if random.once(in: 20) { decoder.giveUp() }
            events += decoder.takeEvents().count
        }
        // Whatever came before, the next key counts.
        decoder.giveUp()
        _ = decoder.takeEvents()
        decoder.take(0x71)
        #expect(decoder.takeEvents() == [.key(.character("q"))])
        #expect(events > 0)
    }
}

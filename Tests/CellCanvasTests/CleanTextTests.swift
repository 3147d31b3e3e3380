// Text from anywhere comes out without a character that a terminal obeys, hides or piles up; everything else
// comes out as it was.

import TestKit
import Testing

@testable import CellCanvas

@Suite struct CleanTextTests {
    @Test(arguments: Payload.texts.map(\.text))
    func nothingOfAPayloadIsLeftAndBothDosesAre(text: String) {
        let cleaned = CleanText(text)
        #expect(Showable.offences(in: cleaned.string) == [])
        #expect(Payload.showsBothDoses(cleaned.string))
        #expect(CleanText(cleaned.string).string == cleaned.string)
    }

    @Test(arguments: [
        ("\0", "\\u{0}"), ("84\u{8}\u{8}56", "84\\u{8}\\u{8}56"), ("\u{7f}", "\\u{7f}"),
        ("a\r\nb", "a\\u{d}\\u{a}b"), ("\u{85}", "\\u{85}"), ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
        ("soft\u{AD}hyphen", "soft\\u{ad}hyphen"), ("\u{61C}\u{200E}\u{200F}", "\\u{61c}\\u{200e}\\u{200f}"),
        ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("\u{FEFF}\u{2060}", "\\u{feff}\\u{2060}"),
        ("\u{E0041}\u{E007F}", "\\u{e0041}\\u{e007f}"), ("\u{F8FF}\u{10FFFD}", "\\u{f8ff}\\u{10fffd}"),
        ("\u{378}\u{FFFF}", "\\u{378}\\u{ffff}"), ("\u{115F}\u{1160}", "\\u{115f}\\u{1160}"),
        ("\u{3164}\u{FFA0}", "\\u{3164}\\u{ffa0}"), ("a\u{34F}b", "a\\u{34f}b"),
        ("\u{17B4}\u{17B5}", "\\u{17b4}\\u{17b5}"),
        ("\u{180B}\u{180D}\u{180E}\u{180F}", "\\u{180b}\\u{180d}\\u{180e}\\u{180f}"),
        ("a\u{FE0F}b\u{FE01}", "a\\u{fe0f}b\\u{fe01}"), ("漢\u{E0100}", "漢\\u{e0100}"),
        ("1\u{FE0F}2", "1\\u{fe0f}2"), ("\u{FFF9}x\u{FFFB}", "\\u{fff9}x\\u{fffb}"),
        ("می\u{200C}خواهم", "می\\u{200c}خواهم"),
    ])
    func whatIsNotSeenIsMadeVisible(text: String, shown: String) {
        #expect(CleanText(text).string == shown)
    }

    @Test(arguments: [
        "", "plain", "a \\ backslash", "é ü ñ – … “x” ● ✕ → ≥", "Ωмега", "漢字かな한국어", "שלום", "नमस्ते", "ภาษาไทย",
        "e\u{301}", "e\u{301}\u{302}\u{303}\u{304}", "\u{1112}\u{1161}\u{11AB}", "1\u{20E3}", "%n%s",
        "👩‍👩‍👧", "👩🏽‍❤️‍💋‍👨🏻", "🏳️‍🌈", "❤️", "☎︎", "👍🏽", "1️⃣", "🇳🇴", "\u{FFFD}\u{FFFC}",
    ])
    func whatCanBeReadStays(text: String) {
        #expect(CleanText(text).string == text)
    }

    @Test(arguments: [
        ("a\u{200D}b", "a\\u{200d}b"), ("\u{200D}👩", "\\u{200d}👩"), ("👩\u{200D}", "👩\\u{200d}"),
        ("👩\u{200D}a", "👩\\u{200d}a"), ("👩\u{200D}\u{200D}👧", "👩\\u{200d}\\u{200d}👧"),
        ("🇳\u{200D}🇴", "🇳\\u{200d}🇴"), ("1\u{200D}2", "1\\u{200d}2"),
        ("👩‍👩‍👩‍👩‍👩", "👩‍👩‍👩‍👩\\u{200d}👩"), ("❤\u{FE0F}\u{FE0F}", "❤️\\u{fe0f}"),
    ])
    func aJoinerStandsBetweenPicturesAlone(text: String, shown: String) {
        #expect(CleanText(text).string == shown)
    }

    @Test(arguments: [
        ("\u{301}a", "\\u{301}a"), ("a \u{301}b", "a \\u{301}b"), ("a\u{A0}\u{301}", "a\u{A0}\\u{301}"),
        ("\u{1b}\u{301}", "\\u{1b}\\u{301}"),
        ("a\u{20DD}\u{301}\u{302}\u{303}\u{304}", "a\u{20DD}\u{301}\u{302}\u{303}\\u{304}"),
        ("\u{93E}", "\\u{93e}"), ("\u{1161}", "\\u{1161}"), ("a\u{11A8}", "a\\u{11a8}"),
        ("가\u{1161}\u{1161}\u{1161}\u{1161}\u{1161}", "가\u{1161}\u{1161}\u{1161}\u{1161}\\u{1161}"),
    ])
    func marksNeedABaseAndAreBounded(text: String, shown: String) {
        #expect(CleanText(text).string == shown)
    }

    // MARK: Width

    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("e\u{301}\u{302}\u{303}\u{304}", 1), ("漢字", 4),
        ("ｆｕｌｌ", 8), ("ﾊﾝｶｸ", 4), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{1100}\u{1100}", 4),
        ("\u{1100}가", 4), ("かな\u{3099}", 4), ("、。「", 6), ("\u{3000}", 2), ("αβγ", 3), ("→●─█⣿", 5),
        ("±§°¡®", 5), ("①", 1), ("ñ…–", 3), ("नमस्ते", 4), ("का", 2), ("ไทย", 3), ("กำ", 2),
        ("👩", 2), ("👩‍👩‍👧", 2), ("❤", 1), ("❤️", 2), ("☎︎", 1), ("⌚", 2), ("☝🏽", 2), ("👍🏽", 2), ("a🏽", 3),
        ("🏽", 2), ("1️⃣", 2), ("1\u{20E3}", 1), ("🇳", 1), ("🇳🇴", 2), ("𠀀", 2), ("🪿", 2), ("\u{1b}[2J", 9),
        ("\u{2630}", 2), ("\u{4DC0}", 2), ("\u{303F}", 1), ("\u{20000}x", 3),
    ])
    func widthIsThatOfATerminal(text: String, width: Int) {
        let cleaned = CleanText(text)
        #expect(cleaned.width == width)
        #expect(cleaned.string.reduce(0) { $0 + CleanText.width(of: $1) } == width)
        var cells = 0
        cleaned.forEachCell { cells += $1 }
        #expect(cells == width)
    }

    /// What a terminal draws as a picture by itself is two columns wide, but for the halves of flags.
    @Test func picturesAreWide() {
        for value in (0x80...0x1FFFF as ClosedRange<UInt32>) where !(0x1F1E6...0x1F1FF).contains(value) {
            guard let scalar = Unicode.Scalar(value), scalar.properties.isEmojiPresentation else { continue }
            #expect(ScalarWidth.columns(scalar) == 2, "U+\(String(value, radix: 16))")
        }
    }

    // MARK: Fitting

    @Test(arguments: [
        ("dose 84 mg\rdose 56", 13, "dose 84 mg…"), ("dose 84 mg\rdose 56", 10, "dose 84 m…"),
        ("dose 84 mg\rdose 56", 16, "dose 84 mg\\u{d}…"), ("\u{1b}[2J", 6, "…"), ("\u{1b}[2J", 7, "\\u{1b}…"),
        ("\u{1b}[2J", 1, "…"), ("\u{1b}[2J", 0, ""), ("\u{1b}", 6, "\\u{1b}"), ("\u{1b}", 5, "…"),
        ("a\u{10FFFD}b", 11, "a…"), ("漢字漢字", 6, "漢字…"), ("漢字漢字", 4, "漢…"),
        ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
        // What only looks like one is cut like any other text.
        ("\\u{xyz}\\u{}", 4, "\\u{…"), ("\\u{12345678}", 6, "\\u{12…"),
    ])
    func aCutNeverLeavesHalfOfWhatWasMadeVisible(text: String, columns: Int, shown: String) {
        let cut = CleanText(text).cut(to: columns)
        #expect(cut.string == shown)
        #expect(cut.width == CleanText(shown).width)
        #expect(CleanText(text).fitted(to: columns) == shown)
    }

    @Test(arguments: [
        ("anything else", 4, "else"), ("x\u{1b}[2J", 3, "[2J"), ("x\u{1b}[2J", 6, "[2J"),
        ("x\u{1b}[2J", 9, "\\u{1b}[2J"), ("漢字漢字", 5, "漢字"), ("short", 9, "short"), ("漢", 0, ""),
    ])
    func theEndOfATextIsAllThatFits(text: String, columns: Int, shown: String) {
        #expect(CleanText(text).tail(of: columns) == shown)
    }

    @Test func linesBreakAtSpacesAndNotWithinWhatWasMadeVisible() {
        let text = CleanText("dose 84 mg\rdose 56 then \u{1b}[2J 漢字 漢字")
        let pieces = ["dose", "84", "mg", "\\u{d}", "dose", "56", "then", "…", "[2J", "漢字", "漢字"]
        #expect(text.wrapped(to: 12) == ["dose 84", "mg\\u{d}dose", "56 then", "\\u{1b}[2J", "漢字 漢字"])
        #expect(text.wrapped(to: 8) == ["dose 84", "mg\\u{d}d", "ose 56", "then", "\\u{1b}[2", "J 漢字", "漢字"])
        #expect(text.wrapped(to: 5) == pieces)
        #expect(CleanText("  a   b  ").wrapped(to: 9) == ["a b"])
        #expect(CleanText("\u{1b}").wrapped(to: 3) == ["…"])
        #expect(CleanText("漢字").wrapped(to: 1) == ["…", "…"])
        #expect(CleanText("").wrapped(to: 3) == [])
    }
}

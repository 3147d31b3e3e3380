// The answer to the question for the background, among whatever else comes from a keyboard.

import CellCanvas
import Testing

@testable import CursesTerminal

@Suite struct BackgroundQuestionTests {
    private func answer(_ text: String) -> BackgroundAnswer { AnswerReader.answer(in: Array(text.utf8)) }

    @Test(
        arguments: [
            ("rgb:ffff/ffff/ffff", RGB(255, 255, 255)), ("rgb:1616/1818/1d1d", RGB(0x16, 0x18, 0x1d)),
            ("rgb:ff/80/00", RGB(255, 128, 0)), ("rgb:f/0/0", RGB(255, 0, 0)),
            ("rgba:0000/2b2b/3636/ffff", RGB(0, 0x2b, 0x36)), ("#fdf6e3", RGB(0xfd, 0xf6, 0xe3)),
        ])
    func coloursInEveryForm(text: String, colour: RGB) {
        #expect(AnswerReader.colour(text) == colour)
    }

    @Test(arguments: ["", "rgb:", "rgb:zz/00/00", "rgb:0/0", "rgb:00000/0/0", "cmyk:1/2/3", "#12", "?"])
    func whatIsNoColourIsNone(text: String) {
        #expect(AnswerReader.colour(text) == nil)
    }

    @Test func answersEndInEitherWay() {
        for end in ["\u{1b}\\", "\u{7}"] {
            let answer = answer("\u{1b}]11;rgb:0000/0000/0000\(end)\u{1b}[?62;22c")
            #expect(answer == BackgroundAnswer(colour: RGB(0, 0, 0)))
        }
    }

    @Test func whatIsTypedMeanwhileIsKept() {
        let answer = answer("2\u{1b}]11;rgb:ffff/ffff/ffff\u{7}\u{1b}[Aä\u{1b}[?1;2cq")
        #expect(answer.colour == RGB(255, 255, 255))
        #expect(answer.typed == Array("2\u{1b}[Aäq".utf8))
    }

    @Test func withoutAnAnswerEverythingWasTyped() {
        #expect(answer("hello").typed == Array("hello".utf8))
        #expect(answer("\u{1b}[?62c") == BackgroundAnswer())
        #expect(!AnswerReader.isComplete(Array("\u{1b}]11;rgb:0000/0000/0000\u{1b}\\".utf8)))
        #expect(!AnswerReader.isComplete(Array("\u{1b}[?62".utf8)))
        #expect(AnswerReader.isComplete(Array("\u{1b}[?62c".utf8)))
    }

    @Test func someTerminalsAreNeverAsked() {
        for name in [nil, "screen", "screen-256color", "dumb", "linux", "vt100"] {
            #expect(!BackgroundQuestion.mayAsk(name))
        }
        for name in ["xterm", "xterm-256color", "tmux-256color", "foot", "alacritty", "xterm-kitty"] {
            #expect(BackgroundQuestion.mayAsk(name))
        }
    }
}

// Reports of the mouse: where something was pressed, and that none of them ever types.

import CellCanvas
import Testing

@testable import CursesTerminal

@Suite struct MouseReportTests {
    private func events(_ text: String) -> [TerminalEvent] {
        var decoder = KeyDecoder()
        for byte in text.utf8 { decoder.take(byte) }
        decoder.giveUp()
        return decoder.takeEvents()
    }

    @Test(arguments: [
        ("\u{1b}[<0;1;1M", TerminalEvent.mouse(column: 0, row: 0, .press)),
        ("\u{1b}[<0;12;7M", .mouse(column: 11, row: 6, .press)),
        ("\u{1b}[<0;224;100M", .mouse(column: 223, row: 99, .press)),
        ("\u{1b}[<0;1200;7M", .mouse(column: 1199, row: 6, .press)),
        ("\u{1b}[<64;3;4M", .mouse(column: 2, row: 3, .wheelUp)),
        ("\u{1b}[<65;3;4M", .mouse(column: 2, row: 3, .wheelDown)),
        // With Ctrl or Alt it is the same.
        ("\u{1b}[<16;3;4M", .mouse(column: 2, row: 3, .press)),
        ("\u{1b}[<8;3;4M", .mouse(column: 2, row: 3, .press)),
    ])
    func whatIsOfUse(bytes: String, event: TerminalEvent) {
        #expect(events(bytes + "q") == [event, .key(.character("q"))])
    }

    @Test(arguments: [
        // Released, moved, other buttons, the wheel to a side.
        "\u{1b}[<0;12;7m", "\u{1b}[<32;12;7M", "\u{1b}[<35;12;7M", "\u{1b}[<1;12;7M", "\u{1b}[<2;12;7M",
        "\u{1b}[<66;12;7M",
        // Damaged ones.
        "\u{1b}[<0;0;7M", "\u{1b}[<0;12M", "\u{1b}[<M", "\u{1b}[<;;M", "\u{1b}[<0;99999999999999999999;1M",
        "\u{1b}[<-1;2;3M", "\u{1b}[<0;1;2;3M",
        // The old kind, which has no columns beyond 223.
        "\u{1b}[M !!", "\u{1b}[M`ab",
    ])
    func whatIsNot(bytes: String) { #expect(events(bytes + "q") == [.key(.character("q"))]) }
}

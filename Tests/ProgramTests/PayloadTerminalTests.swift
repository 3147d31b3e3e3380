// The built program over a store whose texts try to reach the terminal: what it sends is what it sends for
// harmless texts.

import Foundation
import TestKit
import Testing

@Suite struct PayloadTerminalTests {
    /// Ada's store with journals in which every text is a payload.
    private func place(_ payloads: [Payload]) throws -> Place {
        let place = try Place.withAda()
        let folder = place.folder.path + "/data/lull/people/ada/"
        for (number, payload) in payloads.enumerated() {
            let journal = PayloadRecords.journal(payload, number: UInt16(number))
            try Data(journal).write(to: URL(fileURLWithPath: folder + "hostile-\(number).jsonl"))
            if let text = payload.text, !text.contains("\0"), !text.contains("/") {
                try Data("neither".utf8).write(to: URL(fileURLWithPath: folder + text + ".jsonl"))
            }
        }
        return place
    }

    /// The records are of the first days of March.
    private static let clock = ["--now", "2026-03-03T18:14:00+01:00", "--zone", "Europe/Oslo"]

    private func open(_ place: Place) throws -> PseudoTerminal {
        try PseudoTerminal(
            [Place.program] + Self.clock, environment: place.environment, columns: 120, rows: 36)
    }

    /// Goes through the screens, and returns all that was sent.
    private func walk(_ place: Place, pasting text: String) throws -> PseudoTerminal {
        let terminal = try open(place)
        try terminal.wait(for: "log a night")
        terminal.press("2")
        try terminal.wait(for: "W1")
        // A week back and a day: the session.
        terminal.press("k\u{1b}OD")
        try terminal.wait(for: "23 Feb")
        terminal.press("3")
        try terminal.wait(for: "When do I sleep?")
        terminal.press("]")
        try terminal.wait(for: "Is it getting better?")
        terminal.press("4")
        try terminal.wait(for: "▸ Resonance")
        terminal.press("?")
        try terminal.wait(for: "Keys here")
        terminal.press("q")
        try terminal.wait(until: "the help is closed") { !$0.screen.text.contains("Keys here") }
        terminal.press("l")
        try terminal.wait(for: "Esc leave")
        terminal.press("\t\u{1b}[200~\(text)\u{1b}[201~")
        try terminal.wait(for: "dose 84")
        terminal.press("\u{1b}")
        try terminal.wait(for: "Leave without saving")
        terminal.press("y")
        try terminal.wait(until: "the form is closed") { !$0.screen.text.contains("Esc leave") }
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
        return terminal
    }

    /// What moves the cursor, erases and sets attributes: which of it ncurses takes depends on the text.
    private static let drawing: Set<String> = [
        "CSI A", "CSI B", "CSI C", "CSI D", "CSI G", "CSI H", "CSI J", "CSI K", "CSI L", "CSI M", "CSI P",
        "CSI S", "CSI T", "CSI X", "CSI Z", "CSI @", "CSI b", "CSI d", "CSI m", "CSI r", "ESC M", "control 8",
        "control 9", "control 10", "control 13",
    ]

    /// The kinds of sequences among bytes, with the modes that they set.
    private func kinds(_ bytes: [UInt8]) -> Set<String> {
        var parser = SequenceParser()
        var result: Set<String> = []
        for byte in bytes {
            switch parser.take(byte) {
            case .control(let byte): result.insert("control \(byte)")
            case .escape(let text): result.insert("ESC \(text)")
            case .text: result.insert("a text for the terminal")
            case .csi(let control):
                let modes = "hlt".contains(control.last) ? " \(control.numbers)" : ""
                result.insert("CSI \(control.marker.map(String.init) ?? "")\(control.last)\(modes)")
            case .character, nil: break
            }
        }
        return result
    }

    @Test func nothingOfATextReachesTheTerminal() throws {
        let harmless = try place([.harmless])
        let plain = try walk(harmless, pasting: Payload.harmless.repaired)
        let place = try place(Payload.all)
        let hostile = try walk(place, pasting: Payload.all.map(\.repaired).joined())
        let extra = kinds(hostile.bytes).subtracting(kinds(plain.bytes)).subtracting(Self.drawing)
        #expect(extra == [])
        #expect(hostile.leftovers == [])
        let text = try #require(String(validating: hostile.bytes, as: UTF8.self), "not UTF-8")
        let sent = text.unicodeScalars.filter { $0.value >= 0x80 }
        for scalar in Set(sent) {
            #expect(Showable.offences(in: "a\(scalar)") == [], "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test(arguments: ["return", "backspaces", "tab", "right to left", "clear"])
    func bothDosesAreOnTheScreen(name: String) throws {
        let payload = try #require(Payload.all.first { $0.name == name })
        let place = try place([payload])
        let terminal = try open(place)
        try terminal.wait(for: "log a night")
        terminal.press("2")
        try terminal.wait(for: "W1")
        terminal.press("k\u{1b}OD")
        try terminal.wait(for: "23 Feb")
        let lines = terminal.screen.lines.filter { $0.contains("dose 84") }
        #expect(!lines.isEmpty && lines.allSatisfy(Payload.showsBothDoses), "\(terminal.screen.text)")
        terminal.press("q")
        #expect(try terminal.end() == .exited(0))
    }

    /// The commands of the built program, over the same store and with bytes that no text has.
    @Test func commandsPrintPlainLines() throws {
        let place = try place(Payload.all)
        let commands = [
            "status", "nights", "nights --csv", "sessions --json", "patient show", "course show", "calendar",
            "--patient \"$(printf 'a\\377\\233\\033[2Jb')\"", "\"$(printf '\\300\\233\\r\\033c')\"",
            "--store \"/$(printf '\\355\\240\\200\\b\\b')\" status", "import \"$(printf '/\\033]0;x\\007')\"",
        ]
        for command in commands {
            let line = "'\(Place.program)' \(command) \(Self.clock.joined(separator: " "))"
            let run = try place.run(command: ["/bin/sh", "-c", line])
            let isCSV = command.hasSuffix("--csv")
            #expect(String(validating: run.output, as: UTF8.self) != nil, "\(command)")
            for line in (run.text + run.errors).split(separator: isCSV ? "\r\n" : "\n") {
                let offences = line.split(separator: "\n").flatMap { Showable.offences(in: String($0)) }
                #expect(offences == [], "\(command): \(line)")
            }
        }
    }
}

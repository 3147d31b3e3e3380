// The command line as text files: what is typed, what is printed, and the exit status.

import Foundation
import Testing

/// Each file in Transcripts is one world with one store, its commands run in order.
///
/// With `LULL_RECORD=1` the files are written anew and the run fails, so that what changed is read first.
@Suite struct TranscriptTests {
    @Test(arguments: Transcript.all)
    func transcript(name: String) throws {
        let transcript = try Transcript(named: name)
        let played = transcript.play()
        guard played != transcript.text else { return }
        if ProcessInfo.processInfo.environment["LULL_RECORD"] == "1" {
            try transcript.save(played)
            Issue.record("\(name) was recorded; read the difference, then run without LULL_RECORD")
        } else {
            Issue.record("\(name) differs:\n\(Transcript.difference(transcript.text, played))")
        }
    }
}

struct Transcript {
    let name: String
    let text: String

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    static var all: [String] {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: "Transcripts").path())
        return (names ?? []).filter { $0.hasSuffix(".txt") }.sorted()
    }

    init(named name: String) throws {
        self.name = name
        text = try String(contentsOf: Self.folder.appending(path: "Transcripts/" + name), encoding: .utf8)
    }

    func save(_ text: String) throws {
        try text.write(
            to: Self.folder.appending(path: "Transcripts/" + name), atomically: true, encoding: .utf8)
    }

    static func fixture(_ name: String) -> [UInt8] {
        (try? Data(contentsOf: folder.appending(path: "Fixtures/" + name))).map { Array($0) } ?? []
    }

    /// The text as it would be, with everything that is not output kept.
    func play() -> String {
        let world = World()
        var result: [String] = []
        var names: [String: String] = [:]
        var lines = text.components(separatedBy: "\n")[...]
        if lines.last == "" { lines.removeLast() }
        while let line = lines.popFirst() {
            result.append(line)
            if line.hasPrefix("@id ") {
                // The record that the last command has written, by a name of ours.
                names["<\(line.dropFirst("@id ".count))>"] = result.last {
                    $0.count == 26 && !$0.contains(" ")
                }
            } else if line.hasPrefix("@") {
                world.obey(line)
            }
            let isShown = line.hasPrefix(Self.show)
            guard isShown || line.hasPrefix("$ lull") else { continue }
            while let input = lines.first, input.hasPrefix("< ") {
                world.input.append(String(input.dropFirst(2)))
                result.append(lines.removeFirst())
            }
            while let old = lines.first, !Self.marks.contains(where: old.hasPrefix) { lines.removeFirst() }
            if lines.first?.hasPrefix("[exit ") == true { lines.removeFirst() }
            result +=
                isShown
                ? world.journals(String(line.dropFirst(Self.show.count)))
                : world.run(Self.words(line.dropFirst("$ lull".count)).map { names[$0] ?? $0 })
        }
        return result.map { $0 + "\n" }.joined()
    }

    /// What no line of output begins with.
    private static let marks = ["$ lull", show, "@", "# ", "[exit "]
    private static let show = "$ cat "

    /// The words of a line, with quotation marks as a shell has them.
    private static func words(_ line: some StringProtocol) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character == " " {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return words
    }

    /// The lines that differ, with those around them.
    static func difference(_ old: String, _ new: String) -> String {
        let (a, b) = (old.components(separatedBy: "\n"), new.components(separatedBy: "\n"))
        let change = b.difference(from: a)
        return change.map { step in
            switch step {
            case .remove(let offset, let line, _): "-\(offset + 1): \(line)"
            case .insert(let offset, let line, _): "+\(offset + 1): \(line)"
            }
        }.prefix(60).joined(separator: "\n")
    }
}

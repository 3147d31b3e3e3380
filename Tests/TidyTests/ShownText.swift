// The texts that can reach a person: literals of the sources, the files that ship, goldens and transcripts.

import Foundation

/// A word as it is compared: lower case, with the line on which it stands.
struct ShownWord: Equatable {
    let text: String
    let line: Int
}

/// A text whose words follow one another where it is shown: a literal, a file of words, a line of a golden.
struct ShownText {
    let path: String
    let words: [ShownWord]
    /// What was typed, interpolations left out.
    let source: String

    init(_ source: String, path: String, line: Int) {
        self.source = source
        self.path = path
        var words: [ShownWord] = []
        var word = ""
        var at = line
        for character in source + " " {
            if character.isLetter || character.isNumber || character == SwiftLiterals.gap {
                word.append(character)
                continue
            }
            // It is, don't: one word with its mark, however the mark is typed.
            if character == "'" || character == "’", !word.isEmpty {
                word.append("'")
                continue
            }
            // What closes a quotation is no part of the word.
            while word.hasSuffix("'") { word.removeLast() }
            if !word.isEmpty { words.append(ShownWord(text: word.lowercased(), line: at)) }
            word = ""
            if character.isNewline { at += 1 }
        }
        self.words = words
    }
}

extension ShownText {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every literal of the Swift sources.
    static func ofSources() throws -> [ShownText] {
        try files(in: "Sources", endings: [".swift"]).flatMap { path, text in
            SwiftLiterals(text).literals.map { ShownText($0.text, path: path, line: $0.line) }
        }
    }

    /// The files that ship, comments and what explains them left out: nobody is shown those.
    static func ofShippedFiles() throws -> [ShownText] {
        try (files(in: "seeds", endings: [".yaml"]) + files(in: "Themes", endings: [".yaml"])).map {
            path, text in
            let lines = text.components(separatedBy: "\n").map { line in
                line.drop { $0 == " " }.hasPrefix("#") ? "" : line
            }
            return ShownText(lines.joined(separator: "\n"), path: path, line: 1)
        }
    }

    /// Each line of what tests have recorded of the screens and the commands.
    static func ofRecordings() throws -> [ShownText] {
        let folders = ["Tests/DashboardTests/Goldens", "Tests/CommandsTests/Transcripts"]
        return try folders.flatMap { try files(in: $0, endings: [".txt"]) }.flatMap { path, text in
            text.components(separatedBy: "\n").enumerated().map { number, line in
                ShownText(line, path: path, line: number + 1)
            }
        }
    }

    private static func files(in folder: String, endings: [String]) throws -> [(String, String)] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)
            .filter { name in endings.contains { name.hasSuffix($0) } }.sorted()
            .map { name in
                let path = folder + "/" + name
                return (path, try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
            }
    }
}

// What is easy to forget about the sources, checked on every run: imports, sizes, and words that have no
// place here.

import Foundation
import Testing

@Suite struct TidyTests {
    /// The import table: what each target may name. A boundary stands here where an import must be forbidden.
    static let imports: [String: Set<String>] = [
        "CareDomain": [],
        "PlainJSON": [],
        "CellCanvas": [],
        "JournalStore": ["CareDomain", "PlainJSON"],
        "Exchange": ["CareDomain", "PlainJSON"],
        "Presets": ["CareDomain", "CellCanvas", "Yams"],
        "Dashboard": ["CareDomain", "CellCanvas"],
        "CursesTerminal": ["CellCanvas", "CNcurses", "CTermGuard", "Glibc"],
        "DashboardRuntime": ["CareDomain", "CellCanvas", "Dashboard", "JournalStore"],
        "Commands": [
            "ArgumentParser", "CareDomain", "CellCanvas", "Exchange", "JournalStore", "PlainJSON", "Presets",
        ],
        "lull": [
            "CProcess", "CareDomain", "CellCanvas", "Commands", "CursesTerminal", "Dashboard",
            "DashboardRuntime", "Glibc", "JournalStore",
            "Presets",
        ],
        "embed-resources": ["Foundation"],
    ]

    /// The one file beside the terminal and the program that calls the system, and the one that works on
    /// several cores.
    static let systemFiles: [String: Set<String>] = [
        "Sources/JournalStore/Files/PosixFileSystem.swift": ["CProcess", "Glibc"],
        "Sources/Commands/Setup/PlantedCohort.swift": ["Dispatch", "Synchronization"],
    ]

    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    struct Source {
        let path: String
        let lines: [String]
        var target: String { String(path.split(separator: "/")[1]) }
    }

    static func sources(_ folders: String..., ending: String = ".swift") throws -> [Source] {
        try folders.flatMap { folder in
            try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)
                .filter { $0.hasSuffix(ending) }.sorted()
                .map { path in
                    let text = try String(
                        contentsOf: root.appendingPathComponent(folder + "/" + path), encoding: .utf8)
                    return Source(path: folder + "/" + path, lines: text.components(separatedBy: "\n"))
                }
        }
    }

    @Test func importsFollowTheTable() throws {
        let sources = try Self.sources("Sources")
        #expect(sources.count > 60)
        for source in sources {
            let allowed = try #require(
                Self.imports[source.target], "\(source.path): give the new target a row in the table")
            for line in source.lines {
                let words = line.split(separator: " ")
                guard let at = words.firstIndex(of: "import"), at <= 1, words.count > at + 1,
                    !line.hasPrefix(" ")
                else { continue }
                let module = String(words[at + 1].split(separator: ".")[0])
                let isSystemFile = Self.systemFiles[source.path]?.contains(module) == true
                #expect(
                    allowed.contains(module) || isSystemFile,
                    "\(source.path) imports \(module); move the code to a target that may"
                )
            }
        }
    }

    @Test func filesFunctionsAndLinesStaySmall() throws {
        for source in try Self.sources("Sources", "Tests", "Plugins") {
            #expect(
                source.lines.count <= 401,
                "\(source.path) has \(source.lines.count) lines; split it by concern")
            for (number, line) in source.lines.enumerated() where line.count > 110 {
                Issue.record("\(source.path):\(number + 1) is \(line.count) columns wide; break it")
            }
            for (start, length) in Self.functions(in: source.lines) where length > 60 {
                Issue.record("\(source.path):\(start) is a function of \(length) lines; name its parts")
            }
        }
    }

    @Test func everyFileSaysWhatItIsFor() throws {
        for source in try Self.sources("Sources", "Tests", "Plugins") {
            let first = source.lines.first ?? ""
            #expect(
                first.hasPrefix("// ") && first.hasSuffix(".")
                    || source.lines.prefix(4).contains { $0.hasPrefix("// ") && $0.hasSuffix(".") },
                "\(source.path): begin with a sentence that says what the file is for")
        }
    }

    @Test func nothingThatTrapsOrHidesIsThere() throws {
        let forbidden = [
            "try" + "!", "fatal" + "Error(", "@unchecked " + "Sendable", "nonisolated" + "(unsafe)",
            "as" + "! ",
        ]
        for source in try Self.sources("Sources") {
            for (number, line) in source.lines.enumerated() {
                for word in forbidden where line.contains(word) {
                    Issue.record("\(source.path):\(number + 1) has \(word); handle the case instead")
                }
            }
        }
        let waits = ["usle" + "ep(", "Task.sle" + "ep", "Thread.sle" + "ep"]
        for source in try Self.sources("Tests") {
            for (number, line) in source.lines.enumerated() {
                for word in waits where line.contains(word) {
                    Issue.record("\(source.path):\(number + 1) sleeps; wait for what is to happen")
                }
            }
        }
    }

    /// The functions and how many lines each has, by the indentation of what closes them.
    private static func functions(in lines: [String]) -> [(start: Int, length: Int)] {
        var result: [(Int, Int)] = []
        for (index, line) in lines.enumerated() {
            let indent = line.prefix { $0 == " " }
            let code = line.dropFirst(indent.count)
            guard code.contains("func ") || code.hasPrefix("init(") || code.contains(" init("),
                !code.hasPrefix("//")
            else { continue }
            guard let end = lines[index...].firstIndex(of: indent + "}") else { continue }
            let next = lines[(index + 1)..<max(index + 1, end)].firstIndex { other in
                other.prefix { $0 == " " }.count <= indent.count && !other.isEmpty
                    && !other.hasPrefix(indent + ")")
            }
            if next == nil { result.append((index + 1, end - index + 1)) }
        }
        return result
    }
}

// A machine that is made up: files in memory, a clock that stands still, and someone who types.

import CareDomain
import CellCanvas
import Foundation
import JournalStore
import TestKit

@testable import Commands

final class World {
    let files = MemoryFileSystem()
    var now = OffsetInstant("2026-03-03T08:00:00-06:00")?.instant ?? Instant(seconds: 0)
    var variables = ["HOME": "/home/ada", "TZ": "America/Chicago"]
    var loginName = "ada"
    var terminals: Set<StandardStream> = []
    /// Lines that will be typed.
    var input: [String] = []
    /// Why standard output cannot be written; nil where it can.
    var outputProblem: OutputProblem?
    /// Nanoseconds of the steady clock, and where a person interrupts.
    var steady: Int64 = 5_000_000_000
    var interruptAt: Int64?
    private(set) var output = ""
    private(set) var errors = ""
    /// Both in the order in which they were written, errors marked with `! `.
    private(set) var shown = ""
    private var runs: UInt64 = 0
    private var temporary = 0

    init() {
        files.put("", at: "/home/ada/.keep")
        for name in ["America/Chicago", "America/New_York", "America/Denver", "Europe/London", "Europe/Oslo"]
        {
            let path = "/usr/share/zoneinfo/" + name
            if let data = FileManager.default.contents(atPath: path) { files.put(Array(data), at: path) }
        }
    }

    func environment() -> CommandEnvironment {
        runs += 1
        return CommandEnvironment(
            variables: variables, loginName: loginName, hostName: "laptop",
            wallClock: { [unowned self] in now },
            steadyClock: { [unowned self] in steady }, waitUntil: { [unowned self] in wait($0) },
            waitForNews: { [unowned self] _, until in waitForNews(until) }, files: files,
            random: SeededGenerator(seed: runs), terminals: terminals,
            readLine: { [unowned self] in typed() },
            write: { [unowned self] text, stream throws(OutputProblem) in try write(text.string, stream) },
            makeTemporaryFolder: { [unowned self] in
                temporary += 1
                files.put("", at: "/tmp/lull-demo-\(temporary)/.keep")
                return "/tmp/lull-demo-\(temporary)"
            }, keyTable: Self.keyTable)
    }

    /// Whether what is typed is seen, as on a terminal.
    var echoes = false

    private func typed() -> String? {
        guard !input.isEmpty else { return nil }
        let line = input.removeFirst()
        if echoes { shown += line + "\n" }
        return line
    }
    /// A few keys of a few places.
    private static let keyTable = KeyTable(
        places: [
            KeyTable.Place(name: "tonight", title: "Tonight"),
            KeyTable.Place(name: "sleep", title: "Sleep"),
            KeyTable.Place(name: "form", title: "Form", takesText: true),
        ],
        entries: [
            KeyTable.Entry(
                action: "log-night", place: "tonight", keys: [.character("l")], help: "Log a night"),
            KeyTable.Entry(
                action: "figures", place: "tonight", keys: [.character("i")], help: "What the figures are"),
            KeyTable.Entry(
                action: "log-night", place: "sleep", keys: [.character("l")], help: "Log a night"),
            KeyTable.Entry(
                action: "next-page", place: "sleep", keys: [.character("]")], help: "The next page"),
            KeyTable.Entry(
                action: "save", place: "form", keys: [.control("s")], help: "Save from any line"),
        ])

    private func wait(_ time: Int64) -> Bool {
        if let interruptAt, interruptAt < time {
            steady = interruptAt
            return false
        }
        // A clock of the real world wakes a little late.
        steady = max(steady, time) + 300_000
        return true
    }

    /// What happens elsewhere, one a wait; after the last the person interrupts.
    var elsewhere: [() -> Void] = []

    private func waitForNews(_ time: Int64) -> Bool? {
        if elsewhere.isEmpty { return nil }
        elsewhere.removeFirst()()
        steady = max(steady, time)
        return false
    }

    private func write(_ text: String, _ stream: StandardStream) throws(OutputProblem) {
        if stream == .output, let outputProblem { throw outputProblem }
        if stream == .output {
            output += text
            shown += text
        } else {
            errors += text
            if !text.hasPrefix("\r") { shown += "! " + text }
        }
    }

    // MARK: Runs

    @discardableResult
    func lull(_ arguments: [String]) -> RunOutcome {
        (output, errors, shown) = ("", "", "")
        return Commands.run(arguments: arguments, environment: environment())
    }

    /// Runs a command that was parsed before.
    func perform(_ command: any LullCommand) {
        (output, errors, shown) = ("", "", "")
        _ = Commands.run(in: environment()) { command }
    }

    @discardableResult
    func lull(_ line: String) -> RunOutcome { lull(line.split(separator: " ").map(String.init)) }

    /// What a run shows, line by line, and its exit status.
    func run(_ arguments: [String]) -> [String] {
        let outcome = lull(arguments)
        input = []
        var lines = shown.components(separatedBy: "\n").map {
            $0.hasSuffix("\r") ? $0.dropLast() + "\\r" : $0
        }
        if lines.last == "" { lines.removeLast() }
        switch outcome {
        case .finished(let status): lines.append("[exit \(status.rawValue)]")
        case .openDashboard(let request):
            let about = [request.storePath, request.patient?.text ?? "-", request.programme ?? "-"]
            lines.append("[exit dashboard \(about.joined(separator: " "))]")
        }
        return lines
    }

    /// The records of a folder's journals, without their frames but for the kind.
    func journals(_ folder: String) -> [String] {
        files.names(folder).sorted().filter { $0.hasSuffix(".jsonl") }.flatMap { name in
            (files.text(folder + "/" + name) ?? "").split(separator: "\n").map { line in
                let start = line.range(of: "\"kind\"")?.lowerBound ?? line.startIndex
                let end = line.range(of: ",\"sum\"", options: .backwards)?.lowerBound ?? line.endIndex
                return "{" + line[start..<end] + "}"
            }
        }
    }

    /// What a line of a transcript that begins with `@` changes in the world.
    func obey(_ line: String) {
        let parts = line.dropFirst().split(separator: " ", maxSplits: 2).map(String.init)
        switch parts.first {
        case "now": if parts.count > 1, let instant = OffsetInstant(parts[1]) { now = instant.instant }
        case "terminal": terminals = parts.last == "off" ? [] : [.input, .output, .error]
        case "echo": echoes = parts.last == "on"
        case "file": if parts.count == 3 { files.put(Transcript.fixture(parts[2]), at: parts[1]) }
        case "damage":
            // An editor, or a bad disk, changes the first such bytes of a journal.
            let change = parts.count == 3 ? parts[2].components(separatedBy: " => ") : []
            if change.count == 2, let text = files.text(parts[1]),
                let range = text.range(of: change[0])
            {
                files.put(text.replacingCharacters(in: range, with: change[1]), at: parts[1])
            }
        case "append":
            if parts.count == 3 { files.put((files.text(parts[1]) ?? "") + parts[2], at: parts[1]) }
        case "full":
            files.beforeCall =
                parts.last == "off"
                ? nil
                : { [files] call, path in
                    let isJournal = call == .sync
                    files.fault = isJournal ? (files.calls + 1, .fail(errno: 28)) : nil
                }
            files.fault = nil
        case "group": if parts.count == 3 { files.groupIDs[parts[1]] = UInt32(parts[2]) }
        case "write":
            // A line of a file of the person's own; \n breaks it.
            if parts.count == 3 {
                files.put(parts[2].replacingOccurrences(of: "\\n", with: "\n") + "\n", at: parts[1])
            }
        case "env": if parts.count == 3 { variables[parts[1]] = parts[2] }
        default: break
        }
    }
}

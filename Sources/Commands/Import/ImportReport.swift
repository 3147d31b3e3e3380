// What an import read, took, knew already and refused, of all its files together.

import CareDomain
import Exchange
import JournalStore
import PlainJSON

struct ImportReport {
    private(set) var read = 0
    private(set) var added = 0
    private(set) var alreadyThere = 0
    private(set) var skipped: [(file: String, line: Int, why: String)] = []
    private var warnings: [String] = []
    private var nights = 0
    private var naps = 0
    private var from: CivilDate?
    private var to: CivilDate?
    private var formats: [String] = []

    /// True where no record came out of it, neither new nor known.
    var tookNothing: Bool { added == 0 && alreadyThere == 0 }

    mutating func add(_ result: ImportResult, refused: [(line: Int, why: String)], path: String) {
        read += result.read
        warnings += result.warnings.map { "\(path): \($0)" }
        let all = result.skipped.map { (line: $0.line, why: $0.why) } + refused
        skipped += all.sorted { $0.line < $1.line }.map { (path, $0.line, $0.why) }
        if let date = result.from { from = min(from ?? date, date) }
        if let date = result.to { to = max(to ?? date, date) }
        if !formats.contains(result.format.rawValue) { formats.append(result.format.rawValue) }
    }

    /// Adds a warning about a line, where there is one.
    mutating func warn(_ words: String?, at line: Int, of path: String) {
        if let words { warnings.append("\(path):\(line): \(words)") }
    }

    mutating func add(_ outcome: AppendOutcome, of entry: ImportResult.Entry, path: String) {
        switch entry.draft.body {
        case .night: nights += 1
        case .nap: naps += 1
        default: break
        }
        switch outcome {
        case .written: added += 1
        case .alreadyThere: alreadyThere += 1
        case .changed(let id):
            alreadyThere += 1
            warnings.append(
                "\(path):\(entry.line): other than the record \(id), which stays; --update keeps the new one")
        }
    }

    /// Of files in several formats, all of them.
    private var format: String? { formats.isEmpty ? nil : formats.joined(separator: ", ") }

    var object: JSONObject {
        [
            "read": .integer(read), "added": .integer(added), "alreadyThere": .integer(alreadyThere),
            "skipped": .array(
                skipped.map { row in
                    ["file": .string(row.file), "line": .integer(row.line), "why": .string(row.why)]
                }),
            "warnings": .strings(warnings), "nights": .integer(nights), "naps": .integer(naps),
            "from": .optional(from), "to": .optional(to), "format": .optional(format),
        ]
    }

    func lines(isDryRun: Bool, plain: Bool) -> [String] {
        var table = LabelledLines()
        table.add("Read", NumberWords.count(read, "record") + (format.map { " (\($0))" } ?? ""))
        table.add(isDryRun ? "Would add" : "Added", "\(added)")
        table.add("There already", "\(alreadyThere)")
        table.add("Refused", "\(skipped.count)")
        table.add("Nights, naps", "\(nights), \(naps)")
        if let from, let to { table.add("Dates", "\(from) to \(to)") }
        return table.lines(plain: plain) + skipped.map { "\($0.file):\($0.line): \($0.why)" } + warnings
    }
}

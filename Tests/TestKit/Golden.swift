// Pictures of screens as text that a person can read, compared with what was kept; a difference is shown line
// by line.

import CellCanvas
import Foundation
import Testing

package enum Golden {
    /// The variable that records what differs; a run that records fails all the same, so that it is never
    /// left on.
    private static let recording = "LULL_RECORD"

    /// Compares a text with the file of that name beside the test.
    package static func expect(
        _ text: String, _ name: String, file: StaticString = #filePath,
        location: SourceLocation = #_sourceLocation
    ) {
        let folder = URL(fileURLWithPath: "\(file)").deletingLastPathComponent().appendingPathComponent(
            "Goldens")
        let url = folder.appendingPathComponent(name + ".txt")
        let kept = try? String(contentsOf: url, encoding: .utf8)
        guard kept != text else { return }
        if ProcessInfo.processInfo.environment[recording] != nil {
            try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try? text.write(to: url, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name); run again without \(recording)", sourceLocation: location)
            return
        }
        let message =
            kept.map { difference($0, text) }
            ?? "there is no golden; set \(recording)=1 to record it\n\(text)"
        Issue.record("\(name) differs from its golden:\n\(message)", sourceLocation: location)
    }

    /// The characters of a canvas, and below them a letter for the style of each.
    package static func text(_ canvas: Canvas) -> String {
        var result =
            "\(canvas.size.columns) x \(canvas.size.rows), focus \(canvas.focus.column),\(canvas.focus.row)\n"
        result += canvas.lines.map { "|" + $0 + "\n" }.joined()
        result += "styles\n"
        for row in 0..<canvas.size.rows {
            var line = ""
            for column in 0..<canvas.size.columns {
                let cell = canvas[column, row]
                line.append(cell.character == " " && cell.style.backdrop == .none ? " " : letter(cell.style))
            }
            while line.last == " " { line.removeLast() }
            result += "|" + line + "\n"
        }
        return result
    }

    /// Capitals are bold; on a selection an ordinary text is `=`, on a panel `_`.
    private static func letter(_ style: Style) -> Character {
        let letters: [Role: Character] = [
            .text: "t", .strong: "s", .muted: "m", .faint: "f", .accent: "a", .accentSoft: "b", .session: "d",
            .good: "g",
            .caution: "c", .urgent: "u",
        ]
        let letter = letters[style.role] ?? "?"
        if style.role == .text, style.backdrop == .selection { return "=" }
        if style.role == .text, style.backdrop == .panel { return "_" }
        return style.bold ? Character(letter.uppercased()) : letter
    }

    private static func difference(_ old: String, _ new: String) -> String {
        let (a, b) = (
            old.split(separator: "\n", omittingEmptySubsequences: false),
            new.split(separator: "\n", omittingEmptySubsequences: false)
        )
        var lines: [String] = []
        for index in 0..<max(a.count, b.count) {
            let (was, now) = (index < a.count ? a[index] : "", index < b.count ? b[index] : "")
            if was != now { lines.append("line \(index + 1)\n  - \(was)\n  + \(now)") }
            if lines.count == 12 { return (lines + ["..."]).joined(separator: "\n") }
        }
        return lines.joined(separator: "\n")
    }
}

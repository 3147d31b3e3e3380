// Every glyph that the program draws has an ASCII form, and what can stand in one place stays apart in it.

import CellCanvas
import Foundation
import Testing

@Suite struct GlyphTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Characters beyond ASCII in the texts of the sources and of what ships.
    private static func characters(in folder: String, _ endings: [String]) throws -> [Character: String] {
        let base = root.appendingPathComponent(folder)
        var found: [Character: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: base.path)
        where endings.contains(where: path.hasSuffix) {
            let text = try String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)
            for line in text.split(separator: "\n") {
                let code = line.split(separator: "//", maxSplits: 1).first ?? ""
                guard !line.drop(while: { $0 == " " }).hasPrefix("//"),
                    !line.drop(while: { $0 == " " }).hasPrefix("#")
                else { continue }
                for character in endings == [".swift"] ? code : line where !character.isASCII {
                    found[character] = "\(folder)/\(path)"
                }
            }
        }
        return found
    }

    @Test(arguments: ["Sources/Dashboard", "Sources/CellCanvas", "Sources/CareDomain", "Sources/Commands"])
    func everyGlyphOfTheSourcesHasOne(folder: String) throws {
        for (character, path) in try Self.characters(in: folder, [".swift"]) {
            #expect(ASCIIGlyphs.plain(character) != "?", "\(character) of \(path)")
            #expect(ASCIIGlyphs.plain(character).isASCII)
        }
    }

    /// Names of people and places may have letters of any script; what we wrote ourselves has a form.
    @Test(arguments: ["seeds/programmes", "seeds/instruments", "seeds/protocols"])
    func everyGlyphOfOurTextsHasOne(folder: String) throws {
        for (character, path) in try Self.characters(in: folder, [".yaml"]) {
            #expect(ASCIIGlyphs.plain(character) != "?", "\(character) of \(path)")
        }
    }

    /// What tells one state from another in one place: on every screen, without any colour.
    static let states: [[Character]] = [
        ["●", "○", "◉", "✕"],
        ["▆", "▂", "▁", "┊", " "],
        ["◆", "◇"],
        ["●", "∿", "✎", "▲"],
        ["✓", "▲"],
        ["■", "□"],
        ["░", "▒", "▓", "█", " "],
        ["▸", " "],
    ]

    @Test(arguments: states)
    func statesAreToldApartByGlyphAlone(glyphs: [Character]) {
        #expect(Set(glyphs).count == glyphs.count)
        #expect(Set(glyphs.map(ASCIIGlyphs.plain)).count == glyphs.count)
    }

    @Test func barsRiseInEightSteps() {
        #expect(String(" ▁▂▃▄▅▆▇█".map(ASCIIGlyphs.plain)) == " .:-=+*#@")
    }

    @Test func moreOrLessIsWrittenAsPeopleWriteIt() {
        var canvas = Canvas(size: Size(columns: 12, rows: 1))
        canvas.put("3:10 ± 34 m", 0, 0)
        #expect(canvas.inASCII().lines == ["3:10 +-34 m"])
        canvas.put("±34", 9, 0)
        #expect(canvas.inASCII().lines == ["3:10 +-34~34"])
    }
}

// Random texts of the nastiest scalars there are: whatever their order, they come out safe, as wide as they
// say, and the same when they are cleaned again.

import TestKit
import Testing

@testable import CellCanvas

@Suite struct CleanTextFuzzTests {
    /// Strings to try, each from the generator's next numbers.
    private static let count = 20_000

    /// Ranges that scalars are taken from, the nasty ones more often than their size would have it.
    private static let ranges: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0x20...0x20, 0x30...0x39, 0x00...0x1F, 0x7F...0x9F, 0xA0...0x2FF, 0x300...0x36F,
        0x483...0x489, 0x590...0x6FF, 0x900...0x97F, 0xE00...0xE7F, 0xF71...0xF84, 0x1100...0x11FF,
        0x1780...0x17DD, 0x1800...0x180F, 0x2000...0x206F, 0x200D...0x200D, 0x20D0...0x20F0,
        0x2190...0x27BF, 0x2FF0...0x303F, 0x3099...0x309A, 0x3164...0x3164, 0x4E00...0x4E10, 0xA960...0xA97C,
        0xAC00...0xAC40, 0xD7B0...0xD7FF, 0xE000...0xE010, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF...0xFEFF,
        0xFF00...0xFFFF, 0x1F1E6...0x1F1FF, 0x1F300...0x1F64F, 0x1F3FB...0x1F3FF, 0x1F468...0x1F469,
        0x1BCA0...0x1BCA3, 0x1D165...0x1D17A, 0xE0000...0xE01EF, 0xF0000...0xF0010, 0x10000...0x10FFFF,
    ]

    private static func text(_ random: inout SeededGenerator) -> String {
        var scalars = String.UnicodeScalarView()
        // A few ranges a text, so that what belongs together meets often.
        let chosen = (0...random.int(0...4)).map { _ in random.pick(ranges) }
        for _ in 0..<random.int(0...24) {
            let range = random.pick(chosen)
            let value = UInt32.random(in: range, using: &random)
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        }
        return String(scalars)
    }

    @Test func randomTextsAreSafeStableAndAsWideAsTheySay() {
        var random = SeededGenerator(seed: 2_026)
        for number in 1...Self.count {
            let text = Self.text(&random)
            let cleaned = CleanText(text)
            let name = Comment(rawValue: "\(number): \(cleaned.string)")
            #expect(Showable.offences(in: cleaned.string) == [], name)
            #expect(CleanText(cleaned.string).string == cleaned.string, name)
            #expect(CleanText(cleaned.string).width == cleaned.width, name)
            #expect(cleaned.string.reduce(0) { $0 + CleanText.width(of: $1) } == cleaned.width, name)
            var cells = ""
            var columns = 0
            cleaned.forEachCell { character, width in
                cells.append(character)
                columns += width
                #expect(CleanText.columns(ofCell: character) == width || hasSpacingMark(character), name)
            }
            #expect(columns == cleaned.width, name)
            #expect(Array(cells.unicodeScalars) == Array(cleaned.string.unicodeScalars), name)
        }
    }

    @Test func randomTextsFitWhereverTheyAreCut() {
        var random = SeededGenerator(seed: 2_027)
        for number in 1...Self.count {
            let cleaned = CleanText(Self.text(&random))
            let columns = random.int(0...30)
            let name = Comment(rawValue: "\(number), to \(columns): \(cleaned.string)")
            let cut = cleaned.cut(to: columns)
            #expect(cut.width <= columns, name)
            #expect(CleanText(cut.string).string == cut.string, name)
            #expect(CleanText(cut.string).width == cut.width, name)
            #expect(CleanText(cleaned.tail(of: columns)).string.isEmpty || columns > 0, name)
            let lines = cleaned.wrapped(to: columns)
            // Nothing is lost; a vowel sign at the start of a line is made visible.
            if columns >= 10, !cleaned.string.contains(where: hasSpacingMark) {
                #expect(Self.withoutSpaces(lines.joined()) == Self.withoutSpaces(cleaned.string), name)
            }
            for line in lines {
                #expect(CleanText(line).width <= columns, name)
                #expect(Showable.offences(in: line) == [], name)
            }
            var canvas = Canvas(size: Size(columns: 20, rows: 1))
            canvas.put(cleaned.string, random.int(-5...22), 0, limit: columns)
            canvas.put(cleaned.string, random.int(-5...22), 0)
            canvas.mark(random.pick(Array(cleaned.string + "x")), random.int(0...19), 0, .text)
            #expect(canvas.faults == [], name)
        }
    }

    private static func withoutSpaces(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { $0 != " " }
    }

    /// A vowel sign that takes a column has a cell of its own, behind that of its consonant.
    private func hasSpacingMark(_ character: Character) -> Bool {
        character.unicodeScalars.contains { $0.properties.generalCategory == .spacingMark }
    }
}

// What is written: compact, in order, safe to print, and read back as it was.

import PlainJSON
import Testing

@Suite struct JSONWriterTests {
    @Test func writesInOrderWithoutSpaces() {
        let object = JSONObject([
            ("night", "2026-11-03"), ("x", .null), ("list", [1, -2, 30.0, 0.1, true]), ("o", [:]),
        ])
        #expect(object.text() == #"{"night":"2026-11-03","x":null,"list":[1,-2,30,0.1,true],"o":{}}"#)
    }

    @Test func writesOverLines() {
        let value: JSONValue = ["a": [1, ["b": []]], "c": [:]]
        let lines = [
            "{", "  \"a\": [", "    1,", "    {", "      \"b\": []", "    }", "  ],", "  \"c\": {}", "}",
        ]
        #expect(value.text(pretty: true) == lines.joined(separator: "\n"))
    }

    @Test func numbersAreShortAndNeverInfinite() {
        let numbers: [Double] = [
            30, 0.1, -0.0, 1e300, .leastNonzeroMagnitude, .nan, .infinity, -.infinity, 100000, 1.0 / 3,
        ]
        let text = JSONValue.array(numbers.map { .number($0) }).text()
        #expect(text == "[30,0.1,-0,1e+300,5e-324,null,null,null,100000,0.3333333333333333]")
    }

    /// Whole numbers go a shorter way, which has to end where the long one does.
    @Test func wholeNumbersAreWrittenAsTheirDescriptions() {
        let sizes: [Double] = [0, 1, 9, 10, 99, 1e5, 1e9, 1e14, 9_007_199_254_740_992, 1e16, 1e17]
        let edges: [Double] = sizes.flatMap { [$0 - 1, $0, $0 + 1] }
        for number in edges + edges.map({ -$0 }) {
            let text = number.description
            let expected = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
            #expect(JSONValue.number(number).text() == expected)
        }
    }

    @Test func hidesWhatATerminalObeys() {
        let text = "a\u{1B}[2J\n\t\"\\é😀\u{7F}\u{85}\u{202E}\u{2028}\u{FEFF}\u{E0001}"
        let expected =
            #""a\u001b[2J\u000a\u0009\"\\é😀\u007f\u0085\u202e\u2028\ufeff\udb40\udc01""#
        #expect(JSONValue.string(text).text() == expected)
    }

    @Test func hidesWhatIsNotSeenAndWhatPilesUp() throws {
        let text = "\u{301}a \u{301}e\u{301}\u{1b}\u{301} \u{3164}\u{34F}\u{E000}\u{378}漢\u{E0100}❤\u{FE0F}"
        let expected =
            #""\u0301a \u0301e\#u{301}\u001b\u0301 \u3164\u034f\ue000\u0378漢\udb40\udd00❤\ufe0f""#
        #expect(JSONValue.string(text).text() == expected)
        let pile = "a" + String(repeating: "\u{301}", count: 6)
        #expect(JSONValue.string(pile).text() == "\"a\u{301}\u{301}\u{301}\u{301}\\u0301\\u0301\"")
        for text in [text, pile] {
            #expect(try JSONReader.value(JSONValue.string(text).text()) == .string(text))
        }
    }

    @Test func unknownIsNull() {
        #expect(JSONValue.optional(Double?.none) == .null)
        #expect(JSONValue.optional(1.5) == .number(1.5))
        #expect(JSONValue.optional(Int?.some(3)) == .integer(3))
        #expect(JSONValue.optional(String?.some("a")) == .string("a"))
        #expect(JSONValue.optional(false) == .bool(false))
    }

    @Test func objectsKeepOneValueAKey() {
        var object: JSONObject = ["a": 1, "b": 2, "a": 3]
        #expect(object.keys == ["a", "b"])
        #expect(object["a"]?.int == 3)
        object["a"] = nil
        object["c"] = "x"
        object.add("d", nil)
        #expect(object.keys == ["b", "c"])
    }

    @Test func accessorsGiveOnlyWhatIsThere() {
        let value: JSONValue = ["a": 3.0, "b": [1, 2], "c": 3.5, "d": 1e30, "s": "t"]
        #expect(value["a"]?.int == 3)
        #expect(value["b"]?[1]?.double == 2)
        #expect(value["b"]?[2] == nil)
        #expect(value["b"]?[-1] == nil)
        #expect(value["c"]?.int == nil)
        #expect(value["d"]?.int == nil)
        #expect(value["s"]?["t"] == nil)
        #expect(value["s"]?.string == "t")
    }
}

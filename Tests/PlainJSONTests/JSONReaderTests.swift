// What the reader takes, what it refuses, and where it says the fault is.

import PlainJSON
import Testing

@Suite struct JSONReaderTests {
    @Test(
        arguments: [
            ("null", JSONValue.null), (" true ", true), ("0", 0), ("-17", -17), ("1.5", 1.5), ("1e2", 100.0),
            ("1E-2", 0.01),
            ("-0", .number(-0.0)), ("9223372036854775807", .integer(Int64.max)),
            ("-9223372036854775808", .integer(Int64.min)),
            ("9223372036854775808", .number(9223372036854775808)), ("0.1", 0.1),
            ("123456789.123456789", 123456789.123456789),
            ("2.2250738585072014e-308", .number(.leastNormalMagnitude)), ("\"\"", ""),
            ("\"a\\u00e9\\n\\/\"", "aé\n/"),
            ("\"\\ud83d\\ude00\"", "😀"), ("\"😀é\"", "😀é"), ("[]", []), ("{}", [:]),
            ("[1,[2]]", [1, [2]]),
            (" { \"b\" : 1 , \"a\" : null } ", ["b": 1, "a": nil]),
        ] as [(String, JSONValue)])
    func takes(_ text: String, _ value: JSONValue) throws {
        #expect(try JSONReader.value(text) == value)
    }

    @Test(
        arguments: [
            ("", .endsTooEarly), ("  ", .endsTooEarly), ("[1", .endsTooEarly), ("{\"a\"", .endsTooEarly),
            ("\"abc", .endsTooEarly), ("\"\\u12", .endsTooEarly), ("[1,]", .unexpected(0x5D)),
            ("{,}", .unexpected(0x2C)),
            ("{a:1}", .unexpected(0x61)), ("{\"a\":1,}", .unexpected(0x7D)), ("nul", .endsTooEarly),
            ("nulL", .unexpected(0x4C)), ("NaN", .unexpected(0x4E)), ("Infinity", .unexpected(0x49)),
            ("'a'", .unexpected(0x27)),
            ("01", .badNumber), ("-", .badNumber), ("1.", .badNumber), ("1e", .badNumber),
            (".5", .unexpected(0x2E)),
            ("+1", .unexpected(0x2B)), ("1e400", .numberTooGreat), ("-1e400", .numberTooGreat),
            ("1 2", .textAfterValue),
            ("{} x", .textAfterValue), ("\"a\tb\"", .controlCharacter), ("\"a\0\"", .controlCharacter),
            ("\0", .unexpected(0)),
            ("\"\\x\"", .badEscape), ("\"\\u12g4\"", .badEscape), ("\"\\ud800\"", .loneSurrogate),
            ("\"\\udc00\"", .loneSurrogate), ("\"\\ud800\\ud800\"", .loneSurrogate),
            ("\u{FEFF}{}", .byteOrderMark),
            ("{\"a\":1,\"a\":2}", .repeatedKey("a")),
        ] as [(String, JSONProblem.Reason)])
    func refuses(_ text: String, _ reason: JSONProblem.Reason) {
        let problem = #expect(throws: JSONProblem.self) { try JSONReader.value(text) }
        #expect(problem?.reason == reason)
    }

    @Test(
        arguments: [[0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3]] as [[UInt8]])
    func refusesWhatIsNotUTF8(_ bytes: [UInt8]) {
        let problem = #expect(throws: JSONProblem.self) { try JSONReader.value([0x22] + bytes + [0x22]) }
        #expect(problem?.reason == .badUTF8)
    }

    @Test func refusesMoreThanSixtyFourLevels() throws {
        func nested(_ count: Int) -> String {
            String(repeating: "[", count: count) + String(repeating: "]", count: count)
        }
        _ = try JSONReader.value(nested(64))
        let problem = #expect(throws: JSONProblem.self) { try JSONReader.value(nested(65)) }
        #expect(problem == JSONProblem(.tooDeep, offset: 64, line: 1))
        #expect(throws: JSONProblem.self) {
            try JSONReader.value(String(repeating: "[{\"a\":", count: 100_000))
        }
    }

    @Test func namesTheLineAndTheByte() {
        let problem = #expect(throws: JSONProblem.self) {
            try JSONReader.value("{\n\"a\": 1,\r\n\"b\": tru\n}")
        }
        #expect(problem == JSONProblem(.unexpected(0x0A), offset: 19, line: 3))
    }

    /// A key is the same one however it is spelt, and however many lie between the two.
    @Test(arguments: [0, 1, 30, 47, 48, 49, 90]) func namesAKeyThatIsSpeltTwice(_ between: Int) {
        let others = (0..<between).map { ",\"k\($0)\":0" }.joined()
        for (one, two) in [
            ("a", "a"), ("\u{E9}", "e\u{301}"), ("K", "\u{212A}"), ("", ""), ("key\u{212B}", "keyA\u{30A}"),
        ] {
            #expect(throws: JSONProblem.self) { try JSONReader.value("{\"\(one)\":1\(others),\"\(two)\":2}") }
        }
        for (one, two) in [("ab", "ac"), ("aXb", "aYb"), ("\u{E9}a", "\u{E9}b"), ("", "a")] {
            let text = "{\"\(one)\":1\(others),\"\(two)\":2}"
            #expect((try? JSONReader.value(text))?.object?.keys.count == between + 2)
        }
    }

    @Test func namesARepeatedKeyAmongMany() {
        let pairs = (0..<40).map { "\"k\($0)\":\($0)" } + ["\"k7\":0"]
        let problem = #expect(throws: JSONProblem.self) {
            try JSONReader.value("{" + pairs.joined(separator: ",") + "}")
        }
        #expect(problem?.reason == .repeatedKey("k7"))
    }

    @Test func readsAPartOfTheBytes() throws {
        let bytes = Array("xx[1,2]yy".utf8)
        #expect(try JSONReader.value(bytes, in: 2..<7) == [1, 2])
        #expect(throws: JSONProblem.self) { try JSONReader.value(bytes, in: 7..<700) }
    }

    @Test func handsOutElementsWithTheirLines() throws {
        var elements = try JSONElements(Array("\n[\n 1,\n {\"a\":\n2}\n, \"x\" ]\n".utf8))
        var found: [(JSONValue, Int)] = []
        while let (value, line) = try elements.next() { found.append((value, line)) }
        #expect(found.map(\.0) == [1, ["a": 2], "x"])
        #expect(found.map(\.1) == [3, 4, 6])
        #expect(try elements.next() == nil)
    }

    @Test func elementsEndAtAProblem() throws {
        var elements = try JSONElements(Array("[1, x]".utf8))
        #expect(try elements.next()?.value == 1)
        #expect(throws: JSONProblem.self) { try elements.next() }
        #expect(try elements.next() == nil)
        for text in ["[1,]", "[1] 2", "[1"] {
            var elements = try JSONElements(Array(text.utf8))
            _ = try elements.next()
            #expect(throws: JSONProblem.self) { try elements.next() }
        }
        #expect(throws: JSONProblem(.notAnArray, offset: 1, line: 1)) { try JSONElements(Array(" {}".utf8)) }
    }
}

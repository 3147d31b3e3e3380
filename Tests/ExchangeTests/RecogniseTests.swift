// Which format a file is in, by its own bytes, and files that are in none.

import CareDomain
import Testing

@testable import Exchange

@Suite struct RecogniseTests {
    @Test(arguments: [
        (#"[{"logId": 1, "startTime": "2020"}]"#, ImportFormat.fitbit),
        ("\u{FEFF} \n[{\"logId\": 1, \"startTime\": \"2020\"}]", .fitbit),
        ("date,intoBed\n", .diary),
        ("\u{FEFF}\"outOfBed\";\"date\"\r\n", .diary),
        ("Patient\tDATE\tsol\n", .diary),
        ("date,instrument,item1,item2\n", .scores),
        ("date,instrument,total", .scores),
        ("at,route,dose,unit,status,note\n", .sessions),
    ]) func byContent(_ text: String, _ format: ImportFormat) {
        #expect(ImportFormat.recognise(Array(text.utf8), name: "anything") == format)
    }

    @Test func byNameWhereThereIsNoContent() {
        #expect(ImportFormat.recognise(Array("[]".utf8), name: "sleep-2020-01-01.json") == .fitbit)
        #expect(ImportFormat.recognise(Array("[]".utf8), name: "other.json") == nil)
    }

    @Test(arguments: [
        "<!DOCTYPE html><html><body>Sign in</body></html>", #"{"logId": 1, "startTime": "2020"}"#,
        "timestamp,overall_score\n1,2",
        "[1, 2, 3]", "hello", "date,instrument\n", "date,weight\n2020-01-01,80",
    ]) func noneOfThem(_ text: String) {
        #expect(problem(Array(text.utf8)) == .notRecognised)
    }

    @Test func noText() {
        #expect(problem([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]) == .notText(line: 3))
        #expect(problem([0xFF, 0xFE, 0x64, 0x00]) == .notText(line: 1))
        #expect(problem([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]) == .notText(line: 1))
        #expect(problem([0x64, 0x61, 0x74, 0x65, 0x2C, 0xE9, 0x0A]) == .notText(line: 1))
        #expect(problem([]) == .empty)
        #expect(problem([0xEF, 0xBB, 0xBF, 0x0D, 0x0A]) == .empty)
    }

    /// Any bytes are taken or refused; none end the program.
    @Test(arguments: ImportFormat.allCases) func anyBytes(_ format: ImportFormat) {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
        let words = [
            "[", "{", "\"logId\":", "1", ",", "\n", "\"", "date", "instrument", "at", "route", "intoBed",
            "2026-03-08", ";", "\r", "02:30", "99999999999999999999", "\"levels\":", "]", "}", "-1", "1e308",
            "\u{FEFF}", "é", "item1",
        ].map { Array($0.utf8) }
        let headers: [ImportFormat: String] = [
            .fitbit: "[{\"logId\":1,\"dateOfSleep\":\"2020-02-11\",\"startTime\":",
            .diary: "date,intoBed,outOfBed,tz\n",
            .scores: "date,instrument,item1,item2\n", .sessions: "at,route,dose,unit\n",
        ]
        for _ in 0..<400 {
            var bytes = Array((headers[format] ?? "").utf8)
            for _ in 0..<(next() % 40) {
                bytes +=
                    next() % 8 == 0
                    ? [UInt8(truncatingIfNeeded: next())] : words[Int(next() % UInt64(words.count))]
            }
            let result = try? ImportSource(name: "x", bytes: bytes).read(as: format, options: options())
            if let result { #expect(result.read == result.drafts.count + result.skipped.count) }
        }
    }
}

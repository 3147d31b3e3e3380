// Records as lines: what is written, that it reads back, and what is said of lines that are not as they
// should be.

import CareDomain
import JournalStore
import PlainJSON
import TestKit
import Testing

@Suite struct RecordLineTests {
    let zones = NoZones()

    @Test(arguments: 0..<RandomRecords.kinds)
    func everyKindReadsBack(_ kind: Int) {
        for seed in 1...200 {
            var records = RandomRecords(seed: UInt64(seed))
            let record = records.record(kind)
            let bytes = RecordLine.bytes(of: record)
            let reading = RecordLine.read(Array(bytes.dropLast()), zones: zones)
            #expect(reading == .record(record, isEdited: false), "seed \(seed)")
            #expect(bytes.last == 0x0A && !bytes.dropLast().contains { $0 < 0x20 })
        }
    }

    @Test func randomRecordsAreOfEveryKind() {
        var kinds: Set<String> = []
        for seed in 1...20 {
            var records = RandomRecords(seed: UInt64(seed))
            for kind in 0..<RandomRecords.kinds { kinds.insert(records.body(kind).kind) }
        }
        #expect(
            kinds == [
                "person", "course", "session", "night", "nap", "habits", "mood", "symptoms", "medication",
                "checkIn", "practice", "note", "contact", "clinic", "call", "duty", "referral", "therapy",
                "plan", "adjustment", "acknowledgement", "retraction", "viewed", "exported",
            ])
    }

    @Test(
        arguments: [
            (#""kind":"mood","day":"2026-11-03","mood":11"#, "mood must be from 0 to 10"),
            (#""kind":"mood","mood":5"#, "day is missing"),
            (#""kind":"symptoms","day":"2026-11-03","dizzy":3"#, "dizzy must be true or false"),
            (
                #""kind":"habits","day":"2026-11-03","exercise":20"#,
                "exercise must be true, false or an instant"
            ),
            (
                #""kind":"habits","day":"2026-11-03","room":{"dark":"very"}"#,
                "room.dark must be true or false"
            ),
            (#""kind":"medication","name":"x","dose":5"#, "unit is missing"),
            (#""kind":"medication","name":"x","class":"tea""#, #"class: there is no such thing as "tea""#),
            (
                #""kind":"call","start":"2026-11-03T07:10:02Z","reached":"soon""#,
                #"reached must be true, false or "message""#
            ),
            (
                #""kind":"duty","what":"x","due":"soon""#,
                #"due: there is no such thing as the date or instant "soon""#
            ),
            (#""kind":"plan","goals":[{"measure":"x"}]"#, "goals[0].what is missing"),
            (#""kind":"plan","badHours":{"signs":[1]}"#, "badHours.signs must be text, or a list of texts"),
            (
                #""kind":"acknowledgement","flag":"x","state":"open""#,
                #"state: there is no such thing as "open""#
            ),
            (
                #""kind":"viewed","patient":"../x","what":"x""#,
                #"patient: there is no such thing as the person "../x""#
            ),
            (#""kind":"session","status":"done","weightKg":0"#, "weightKg must be from 1 to 500"),
        ] as [(String, String)])
    func whatIsWrongOfAKindIsNamed(_ fields: String, _ why: String) {
        let frame =
            #"{"v":1,"id":"01JDA8XXXXXXXXXXXXXXXXXXXX","seq":1,"at":"2026-11-03T07:10:02Z","by":"a","#
        let reading = RecordLine.read(Array((frame + fields + "}").utf8), zones: zones)
        guard case .damaged(let damage) = reading else {
            Issue.record("\(fields) was read")
            return
        }
        #expect(damage.description == why)
    }

    @Test func oneTextAloneIsAListOfOne() {
        let line =
            #"{"v":1,"id":"01JDA8XXXXXXXXXXXXXXXXXXXX","seq":1,"at":"2026-11-03T07:10:02Z","by":"a","#
            + #""kind":"plan","badHours":{"signs":"I stop answering"}}"#
        guard case .record(let record, _) = RecordLine.read(Array(line.utf8), zones: zones) else {
            Issue.record("not read")
            return
        }
        #expect(record.body == .plan(CarePlan(badHours: .init(signs: ["I stop answering"]))))
    }

    @Test func aLineHasTheFrameFirstAndTheSumLast() throws {
        let id = try #require(RecordID("01JDA8XXXXXXXXXXXXXXXXXXXX"))
        let at = try #require(OffsetInstant("2026-11-03T07:10:02.123-05:00"))
        var night = Night(
            date: try #require(CivilDate("2026-11-03")), zone: Zone(name: "-05:00", offsetSeconds: -18_000))
        night.trySleep = OffsetInstant("2026-11-02T22:40:00-05:00")?.instant
        night.latency = Minutes(15)
        night.quality = 4
        night.recording = StageRecording(
            start: try #require(night.trySleep),
            runs: [.init(seconds: 900, stage: .awake), .init(seconds: 60, stage: .deep)])
        let frame = RecordFrame(id: id, sequence: 17, at: at, author: "ada", source: "fitbit", key: "1")
        let line = String(
            decoding: RecordLine.bytes(of: Record(frame: frame, body: .night(night))), as: UTF8.self)
        let start =
            #"{"v":1,"id":"01JDA8XXXXXXXXXXXXXXXXXXXX","seq":17,"at":"2026-11-03T07:10:02.123-05:00","#
            + #""by":"ada","kind":"night","source":"fitbit","key":"1","night":"2026-11-03","zone":"-05:00","#
            + #""trySleep":"2026-11-02T22:40:00-05:00","sleepOnsetLatencyMinutes":15,"quality":4,"#
            + #""sleepStart":"2026-11-02T22:40:00-05:00","stages":[[900,"W"],[60,"D"]],"sum":""#
        #expect(line.hasPrefix(start))
        #expect(line.dropFirst(start.count).wholeMatch(of: /[0-9a-f]{8}"}\n/) != nil)
    }

    /// The check value of CRC-32C: the sum of `123456789` is e3069283.
    @Test(arguments: 1...17) func theSumIsCastagnolis(_ length: Int) {
        // Eight bytes are taken at once, and what is left over one by one.
        let author = String("aé漢bcdefghijklmnop".prefix(length))
        let frame =
            #"{"v":1,"id":"01JDA8XXXXXXXXXXXXXXXXXXXX","seq":1,"at":"2026-11-03T07:10:02Z","by":"#
            + "\"\(author)\"" + #","kind":"x""#
        func isEdited(_ sum: String) -> Bool? {
            guard
                case .record(_, let isEdited) = RecordLine.read(Array((frame + sum + "}").utf8), zones: zones)
            else { return nil }
            return isEdited
        }
        // Worked out bit by bit, apart from the table that the store uses.
        var value: UInt32 = ~0
        for byte in frame.utf8 {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0x82F6_3B78 : value >> 1 }
        }
        let digits = String(~value, radix: 16)
        let sum = String(repeating: "0", count: 8 - digits.count) + digits
        #expect(isEdited(",\"sum\":\"\(sum)\"") == false)
        #expect(isEdited(",\"sum\":\"\(sum.reversed().map(String.init).joined())\"") == true)
        #expect(isEdited("") == true)
        #expect(isEdited(",\"sum\":\"\(sum)\",\"dose\":84") == true)
    }

    @Test(
        arguments: [
            ("quality", "9", "quality must be from 1 to 5"),
            ("quality", "\"4\"", "quality must be a whole number"),
            ("quality", "3.5", "quality must be a whole number"),
            ("awakenings", "-1", "awakenings must be from 0 to 1000"),
            ("sleepOnsetLatencyMinutes", "1e9", "sleepOnsetLatencyMinutes must be from 0 to 2880"),
            (
                "trySleep", "\"2026-02-30T10:00:00Z\"",
                "trySleep: there is no such thing as the instant \"2026-02-30T10:00:00Z\""
            ),
            (
                "trySleep", "\"2026-02-20T10:00:00\"",
                "trySleep: there is no such thing as the instant \"2026-02-20T10:00:00\""
            ),
            ("stages", "[[1,\"L\"]]", "sleepStart is missing"),
            ("stages", "[[1]]", "stages must be a list of [seconds, letter]"),
            ("stages", "[[-5,\"L\"]]", "stages must be from 0 to 604800"),
            ("marks", "[\"odd\"]", "marks: there is no such thing as \"odd\""),
            ("zone", "null", "zone is missing"),
            ("night", "\"2026-13-01\"", "night: there is no such thing as the date \"2026-13-01\""),
            ("v", "0", "v must be from 1 to 9223372036854775807"),
            ("seq", "0", "seq must be from 1 to 2147483647"),
            ("id", "\"x\"", "id: there is no such thing as the id \"x\""), ("by", "null", "by is missing"),
            ("comment", "\"\\ud800\"", nil), ("quality", "NaN", nil),
        ] as [(String, String, String?)])
    func whatIsWrongIsDamaged(_ key: String, _ value: String, _ why: String?) {
        let line = Self.nightLine(key, value)
        guard case .damaged(let damage) = RecordLine.read(Array(line.utf8), zones: zones) else {
            Issue.record("\(line) was read")
            return
        }
        if let why { #expect(damage.description == why) }
    }

    private static func nightLine(_ key: String, _ value: String) -> String {
        var pairs = [
            "v": "1", "id": "\"01JDA8XXXXXXXXXXXXXXXXXXXX\"", "seq": "1", "at": "\"2026-11-03T07:10:02Z\"",
            "by": "\"a\"", "kind": "\"night\"", "night": "\"2026-11-03\"", "zone": "\"UTC\"",
        ]
        pairs[key] = value
        return "{" + pairs.map { "\"\($0)\":\($1)" }.sorted().joined(separator: ",") + "}"
    }

    /// Instants as journals have them are read from their bytes, all other forms in another way: both say the
    /// same.
    @Test func instantsAreReadAlikeInEveryForm() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let instant = Instant(milliseconds: Int64(random.int(0...4_000_000_000_000)))
            let placed = OffsetInstant(instant, offsetSeconds: random.int(-72...72) * 900)
            var bytes = Array(placed.text(milliseconds: random.once(in: 2)).utf8)
            if random.once(in: 2) {
                bytes[random.int(0...(bytes.count - 1))] = random.pick(Array("0123456789:-+TZ. ".utf8))
            }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(OffsetInstant(text) == OffsetInstant(text.replacing("T", with: "t")), "\(text)")
        }
    }

    @Test func aGreaterVersionIsOnlyCounted() {
        let line = Self.nightLine("v", "2").replacing("seq", with: "number")
        #expect(RecordLine.read(Array(line.utf8), zones: zones) == .newer(isEdited: false))
    }

    @Test func unknownKindsAndKeysAreRead() {
        let weather = Self.nightLine("kind", "\"weather\"")
        guard case .record(let record, _) = RecordLine.read(Array(weather.utf8), zones: zones) else {
            Issue.record("not read")
            return
        }
        #expect(record.body == .other(kind: "weather"))
        let unknownKey = Array(Self.nightLine("weather", "[{}]").utf8)
        guard case .record = RecordLine.read(unknownKey, zones: zones) else {
            Issue.record("not read")
            return
        }
    }

    @Test func anUnknownZoneKeepsTheOffsetOfItsInstants() throws {
        let line = Self.nightLine("outOfBed", "\"2026-11-03T07:10:00+08:45\"").replacing(
            "UTC", with: "Mars/Olympus")
        guard case .record(let record, _) = RecordLine.read(Array(line.utf8), zones: zones),
            case .night(let night) = record.body
        else {
            Issue.record("not read")
            return
        }
        #expect(night.zone.name == "Mars/Olympus")
        #expect(night.zone.clock(try #require(night.outOfBed)).description == "07:10")
    }

    @Test func aLineOverAMegabyteIsNotParsed() {
        let bytes = [UInt8](repeating: 0x20, count: RecordLine.maximumLength + 1)
        #expect(RecordLine.read(bytes, zones: zones) == .damaged(.tooLong))
    }

    @Test(arguments: 1...30)
    func noBytesTrap(_ seed: Int) {
        var records = RandomRecords(seed: UInt64(seed))
        for kind in 0..<RandomRecords.kinds {
            var bytes = Array(RecordLine.bytes(of: records.record(kind)).dropLast())
            for _ in 0..<20 {
                let at = records.random.int(0...(bytes.count - 1))
                bytes[at] = records.random.once(in: 2) ? UInt8(records.random.int(0...255)) : 0x39
                if case .record(_, let isEdited) = RecordLine.read(bytes, zones: zones) { _ = isEdited }
            }
        }
    }
}

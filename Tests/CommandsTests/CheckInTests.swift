// Check-ins all the way through the commands and back out of the JSON.

import CareDomain
import Commands
import Foundation
import PlainJSON
import Testing

@Suite struct CheckInTests {
    private let world = World()

    private func begin(zone: String = "America/Chicago") {
        let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + zone)
        if let data { world.files.put(Array(data), at: "/usr/share/zoneinfo/" + zone) }
        at("2026-11-02T10:00:00-06:00")
        #expect(world.lull("init --id ada --zone \(zone)") == .finished(.ok), "\(world.errors)")
    }

    private func at(_ now: String) { world.now = OffsetInstant(now)?.instant ?? world.now }

    private func json(_ line: String) throws -> JSONValue {
        #expect(world.lull(line) == .finished(.ok), "\(world.errors)")
        return try JSONReader.value(world.output)
    }

    private func keep(_ line: String) {
        #expect(world.lull("check-in " + line) == .finished(.ok), "\(world.errors)")
    }

    /// C13 through `summary`: the baseline, the last, the best, response and remission.
    @Test func scoresOfTheSummary() throws {
        begin()
        keep("phq9 --answers 2,2,2,2,1,2,2,1,1")
        keep("isi --answers 3,3,2,3,3,2,3")
        at("2026-11-16T10:00:00-06:00")
        keep("phq9 --answers 1,0,1,1,0,1,0,1,1")
        keep("isi --answers 1,2,1,1,1,1,0")
        let scores = try json("summary --json")["scores"]
        #expect(
            scores?["phq9"] == [
                "baseline": 15, "last": 6, "best": 6, "change": -9, "changePercent": -60, "band": "mild",
                "response": true, "remission": false, "lastDate": "2026-11-16",
            ])
        #expect(
            scores?["isi"] == [
                "baseline": 19, "last": 7, "best": 7, "change": -12,
                "changePercent": .number(-100 * 12.0 / 19), "band": "none", "response": true,
                "remission": true, "lastDate": "2026-11-16",
            ])
    }

    @Test func noCheckInsAreNoScores() throws {
        begin()
        #expect(try json("summary --json")["scores"] == [:])
        #expect(try json("scores --json") == [])
    }

    @Test func rowsOfScores() throws {
        begin()
        keep("pcl5 --answers 3,3,2,2,3,3,2,2,2,3,1,2,2,1,2,1,3,3,2,3")
        keep("gad7 --total 12")
        let rows = try json("scores --json")
        #expect(rows[0]?["total"] == 45)
        #expect(rows[0]?["band"] == .null)
        #expect(rows[0]?["subscales"] == ["B": 13, "C": 5, "D": 13, "E": 14])
        #expect(rows[0]?["answers"]?.array?.count == 20)
        #expect(rows[1]?["instrument"] == "gad7" && rows[1]?["band"] == "moderate")
        #expect(rows[1]?["answers"] == .null && rows[1]?["subscales"] == .null)
        for key in ["id", "patient", "instrument", "date", "answers", "total", "band", "subscales"] {
            #expect(rows[1]?.object?[key] != nil, "\(key)")
        }
    }

    /// A script that takes the id finds nothing else on standard output.
    @Test func theIDStandsAlone() throws {
        begin()
        keep("phq9 --answers 3,3,3,3,3,3,3,3,3")
        #expect(world.output.split(separator: "\n").count == 1)
        #expect(world.errors.contains("988"))
        #expect(world.errors.contains("911"))
        #expect(try json("scores --json")[0]?["id"]?.string?.count == 26)
    }

    /// The page is the same for 1, 2 and 3, and whatever the total.
    @Test func theSameWordsForEveryAnswer() {
        begin()
        var pages: Set<String> = []
        for answers in ["0,0,0,0,0,0,0,0,1", "0,0,0,0,0,0,0,0,2", "3,3,3,3,3,3,3,3,3", "-,-,-,-,-,-,-,-,1"] {
            keep("phq9 --answers \(answers)")
            let lines = world.errors.split(separator: "\n").filter { !$0.hasPrefix("lull:") }
            pages.insert(lines.joined(separator: "\n"))
        }
        #expect(pages.count == 1)
        #expect(pages.first?.isEmpty == false)
        keep("phq9 --answers 3,3,3,3,3,3,3,3,0")
        #expect(!world.errors.contains("988"))
    }

    @Test func aZoneWithoutALineStillNamesANumber() {
        begin(zone: "Africa/Nairobi")
        keep("phq9 --answers 0,0,0,0,0,0,0,0,1")
        #expect(world.errors.contains("your local emergency number"))
    }

    @Test func leftHalfWayStillCallsSomeone() throws {
        begin()
        world.terminals = [.input, .output]
        world.input = ["", "", "", "", "", "", "", "", "2"]
        #expect(world.lull("check-in phq9") == .finished(.ok))
        #expect(world.output.contains("988"))
        world.terminals = []
        let rows = try json("scores --json")
        #expect(rows.array?.count == 1)
        #expect(rows[0]?["total"] == .null)
        #expect(rows[0]?["missing"] == [1, 2, 3, 4, 5, 6, 7, 8])
    }

    @Test func goingOnReplacesWhatWasBegun() throws {
        begin()
        world.terminals = [.input, .output]
        world.input = ["1", "1"]
        #expect(world.lull("check-in isi") == .finished(.ok))
        world.input = ["1", "1", "1", "1", "1"]
        #expect(world.lull("check-in isi") == .finished(.ok))
        world.terminals = []
        let rows = try json("scores --json")
        #expect(rows.array?.count == 1)
        #expect(rows[0]?["total"] == 7)
    }

    /// What was answered after now is left out, whenever it was written down.
    @Test func afterNowIsLeftOut() throws {
        begin()
        keep("isi --total 19")
        at("2026-11-20T10:00:00-06:00")
        keep("isi --total 7")
        let early = "--now 2026-11-10T10:00:00-06:00"
        #expect(try json("scores --json \(early)").array?.count == 1)
        #expect(try json("summary --json \(early)")["scores"]?["isi"]?["last"] == 19)
        #expect(try json("summary --json")["scores"]?["isi"]?["last"] == 7)
    }

    @Test func anotherDayIsTheDayOfTheForm() throws {
        begin()
        at("2026-11-10T09:00:00-06:00")
        keep("isi --answers 3,3,2,3,3,2,3 --date 2026-11-01")
        keep("isi --answers 1,1,1,1,1,1,1")
        let rows = try json("scores --json")
        #expect(rows.array?.map { $0["date"] } == ["2026-11-01", "2026-11-10"])
    }

    @Test func readOnlyWritesNothing() throws {
        begin()
        #expect(world.lull("check-in isi --total 9 --readonly") == .finished(.notAllowed))
        #expect(try json("scores --json") == [])
    }

    @Test func importedScoresAreScored() throws {
        begin()
        let table = "date,instrument,item1,item2,item3,item4,item5,item6,item7\n2026-11-01,ISI,3,3,2,3,3,2,\n"
        world.files.put(table, at: "/scores.csv")
        #expect(try json("import /scores.csv --json")["added"] == 1)
        let rows = try json("scores --json")
        // The form has seven items, whatever the table ends with.
        #expect(rows[0]?["answers"]?.array?.count == 7)
        #expect(rows[0]?["date"] == "2026-11-01")
        #expect(rows[0]?["total"] == .null)
    }

    @Test func everyoneIsListedWhereSeveralAreThere() throws {
        begin()
        #expect(world.lull("patient add kim --condition depression") == .finished(.ok))
        #expect(world.lull("check-in isi --total 9 --patient kim") == .finished(.ok))
        #expect(world.lull("check-in isi --total 9") == .finished(.usage))
        let due = try json("check-in list --json")
        #expect(due.array?.map { $0["patient"] } == ["ada", "kim", "kim"])
        #expect(try json("scores --json")[0]?["patient"] == "kim")
    }

    /// A clinic's own numbers for a form do not take away the answers that need someone.
    @Test func anOwnFileKeepsTheAnswersThatNeedSomeone() {
        begin()
        let text = """
            title: Our PHQ-9
            about: mood
            answers: [0, 3]
            items: [a, b, c, d, e, f, g, h, i]
            recallDays: 7
            licence: ours
            form: ours
            """
        world.files.put(text, at: "/home/ada/.config/lull/instruments/phq9.yaml")
        keep("phq9 --answers 0,0,0,0,0,0,0,0,1")
        #expect(world.errors.contains("988"))
    }

    /// Many damaged or hostile files: each is named, none stops the rest.
    @Test func ownFilesThatAreDamagedStopNothing() throws {
        begin()
        let folder = "/home/ada/.config/lull/instruments/"
        let texts = [
            "a.yaml": "", "b.yaml": "[[[[", "c.yaml": String(repeating: "x", count: 200_000),
            "d.yaml": "a: &a [x]\nb: [*a, *a]\n", "E F.yaml": "title: x\n", "g.yaml": "title: x\nitems: 7\n",
            "h.yaml": String(repeating: "[", count: 60_000),
        ]
        for (name, text) in texts { world.files.put(text, at: folder + name) }
        #expect(world.lull("check-in isi --total 9") == .finished(.ok))
        let lines = world.errors.split(separator: "\n")
        #expect(lines.count == texts.count)
        for line in lines { #expect(line.contains(folder), "\(line)") }
    }
}

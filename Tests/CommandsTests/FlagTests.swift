// Flags on the command line: that what rules read can be written, the clinic's own numbers, and the state of
// the list at an instant.

import CareDomain
import Commands
import Presets
import TestKit
import Testing

@Suite struct FlagTests {
    /// A rule that reads a key that nothing can write would never speak.
    @Test func everyKeyThatARuleReadsCanBeWritten() throws {
        var help: [String: String] = [:]
        for rule in Shipped.reviewRules.rules {
            for key in rule.reads where !key.hasPrefix("checkIn.") {
                let parts = key.split(separator: ".").map(String.init)
                try #require(parts.count == 2, "\(rule.id): \(key)")
                if help[parts[0]] == nil { help[parts[0]] = self.help(parts[0]) }
                let option = Self.options[key] ?? "--" + kebab(parts[1])
                let words = help[parts[0]]?.split { $0.isWhitespace }.map(String.init) ?? []
                #expect(words.contains(option), "\(rule.id) reads \(key), and there is no \(option)")
            }
        }
        #expect(help.count > 8)
    }

    /// What the command line calls otherwise than the journal.
    private static let options = [
        "night.trySleep": "--try", "night.sleepOnsetLatencyMinutes": "--latency", "night.outOfBed": "--up",
        "night.wakeAfterSleepOnsetMinutes": "--awake", "night.finalAwake": "--woke",
        "person.conditions": "--condition", "person.cautions": "--caution",
    ]

    private func help(_ kind: String) -> String {
        let lines =
            switch kind {
            case "session": ["session done --help", "session miss --help"]
            case "person": ["patient set --help"]
            default: ["log \(kind) --help"]
            }
        return lines.map { line in
            let world = World()
            world.lull(line)
            return world.output
        }.joined()
    }

    private func kebab(_ key: String) -> String {
        key.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }

    /// A person whose answers and nights raise flags, on 20 November 2026.
    private func world() -> World {
        let world = World()
        world.now = OffsetInstant("2026-11-20T10:00:00-06:00")?.instant ?? world.now
        for line in [
            "init --id ada --zone America/Chicago", "course start --protocol iv-six-3w --start 2026-11-02",
            "check-in phq9 --answers 1,1,1,1,1,1,1,1,1 --now 2026-11-10T10:00:00-06:00",
        ] { #expect(world.lull(line) == .finished(.ok), "\(world.errors)") }
        return world
    }

    @Test func theExitStatusOfALevelSaysWhetherThereIsOne() {
        let world = world()
        #expect(world.lull("flags --level now") == .finished(.no))
        #expect(world.lull("flags --level sameDay") == .finished(.ok))
        #expect(world.lull("flags") == .finished(.ok))
        #expect(world.lull("flags --level urgent") == .finished(.usage))
    }

    @Test func asOfLeavesOutWhatWasNotWrittenThen() {
        let world = world()
        world.lull("flags --as-of 2026-11-09T10:00:00-06:00 --json")
        #expect(!world.output.contains("R01"))
        world.lull("flags --as-of 2026-11-10T20:00:00-06:00 --json")
        #expect(world.output.contains("ada.R01.2026-11-10"))
        world.lull("flag close ada.R01.2026-11-10 --note talked")
        world.lull("flags --as-of 2026-11-15T10:00:00-06:00 --jsonl")
        #expect(world.output.contains("\"state\":\"open\""))
        world.lull("flags --open --jsonl")
        #expect(!world.output.contains("R01"))
    }

    @Test func aFlagForTheSameDayIsClosedWithANoteOrACall() {
        let world = world()
        #expect(world.lull("flag close ada.R01.2026-11-10") == .finished(.usage))
        #expect(world.lull("flag seen ada.R01.2026-11-10") == .finished(.ok))
        world.lull("log call --about ada.R01.2026-11-10 --reached no")
        #expect(world.lull("flag close ada.R01.2026-11-10") == .finished(.usage))
        #expect(world.errors.contains("reached the person"))
        world.lull("log call --about ada.R01.2026-11-10 --reached yes")
        #expect(world.lull("flag close ada.R01.2026-11-10") == .finished(.ok), "\(world.errors)")
        #expect(world.lull("flag close ada.R01.2026-11-11 --note x") == .finished(.notFound))
        #expect(world.lull("flag close R01 --note x") == .finished(.usage))
        #expect(world.lull("flag seen nobody.R01.2026-11-10") == .finished(.notFound))
        #expect(world.lull("flag ack ada.R01.2026-11-10 --until 2026-11-20") == .finished(.usage))
    }

    @Test func anAcknowledgementKnowsWhatItLookedAt() {
        let world = world()
        world.lull("flag ack ada.R01.2026-11-10 --note called --assign kim")
        let text = world.journals("/home/ada/.local/share/lull/people/ada").joined()
        #expect(text.contains("\"state\":\"contacted\"") && text.contains("\"assignee\":\"kim\""))
        #expect(text.contains("\"seen\":[{\"name\":") && text.contains("\"rules\":\""))
    }

    @Test func aFlagIsShownInWholeWithWhatWasDone() {
        let world = world()
        world.lull("log call --about ada.R01.2026-11-10 --reached message --note later")
        world.lull("flag ack ada.R01.2026-11-10 --note called --assign kim --until 2026-11-25")
        #expect(world.lull("flag show ada.R01.2026-11-10") == .finished(.ok), "\(world.errors)")
        for words in [
            "Item 9 of the PHQ-9", "contacted · kim, rests through 25 Nov", "called, left a message · later",
            "contacted · owner kim", "item9 1",
        ] { #expect(world.output.contains(words), "\(words): \(world.output)") }
        world.lull("flag show ada.R01.2026-11-10 --json")
        #expect(world.output.contains("\"what\": \"call\""), "\(world.output)")
        #expect(world.output.contains("\"openedOn\": \"2026-11-10\""))
        #expect(world.lull("flag show ada.R01.2026-11-11") == .finished(.notFound))
        #expect(world.lull("flag show R01") == .finished(.usage))
    }

    @Test func aClinicsOwnNumbersCount() {
        let world = World()
        world.lull("init --id ada --zone America/Chicago --now 2026-10-01T10:00:00-05:00")
        for (day, total) in [("02", 10), ("09", 15)] {
            world.lull("course start --protocol iv-six-3w --start 2026-11-02 --now 2026-10-20T10:00:00-05:00")
            let answers = (0..<7).map { $0 < total / 3 ? "3" : "0" }.joined(separator: ",")
            world.lull("check-in gad7 --answers \(answers) --now 2026-11-\(day)T10:00:00-06:00")
        }
        let list = "flags --jsonl --now 2026-11-10T10:00:00-06:00"
        world.lull(list)
        #expect(world.output.contains("R13"), "\(world.shown)")
        world.files.put("numbers: {gad7: 8}\n", at: "/home/ada/.config/lull/rules/R13.yaml")
        world.files.put("numbers: {gad: 8}\n", at: "/home/ada/.config/lull/rules/R14.yaml")
        world.files.put("numbers: {sameDayFrom: 3}\n", at: "/home/ada/.config/lull/rules/R01.yaml")
        world.files.put("numbers: {x: 3}\n", at: "/home/ada/.config/lull/rules/R99.yaml")
        world.lull(list)
        #expect(!world.output.contains("R13"))
        for name in ["R14.yaml", "R01.yaml", "R99.yaml"] { #expect(world.errors.contains(name)) }
    }

    /// WHO-5 is four times the sum, and what adds up to nothing has no total.
    @Test func scoresOfTheCohortAreThoseOfTheQuestionnaire() {
        let world = world()
        world.lull("check-in who5 --answers 3,3,3,3,3")
        world.lull("check-in cssrs --answers 0,0,0,0,0,0,0")
        world.lull("cohort --jsonl")
        #expect(world.output.contains("\"scores\":{\"phq9\":9,\"who5\":60}"), "\(world.output)")
        #expect(world.output.contains("\"reason\":\"answer needs a call\""))
    }

    @Test func thePersonReadsOnlyWhatIsForThem() {
        let world = world()
        world.lull("log symptoms --gasping true")
        world.lull("status")
        #expect(world.output.contains("sleep specialist"), "\(world.shown)")
        #expect(!world.output.contains("PHQ-9"))
    }

    /// The list of a whole clinic is looked at many times a day.
    @Test func theLoadOfAPlantedCohortIsCounted() {
        let world = World()
        let now = " --now 2026-11-20T09:00:00+00:00 --store /a"
        world.lull("plant --patients 6 --weeks 8 --zone Europe/London --seed 3" + now)
        #expect(world.lull("flags --load --jsonl" + now) == .finished(.ok))
        #expect(world.output.contains("\"perHundredPeopleAndWorkingDay\":"))
        world.lull("flags --jsonl" + now)
        let ids = world.output.split(separator: "\n").compactMap {
            $0.split(separator: "\"").dropFirst(3).first
        }
        #expect(Set(ids).count == ids.count && !ids.isEmpty)
    }
}

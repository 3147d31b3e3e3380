// What no report carries, in any form; and how a report becomes a file.

import CareDomain
import JournalStore
import TestKit
import Testing

@testable import Commands

@Suite struct ReportTests {
    private static let canary = "CANARY"

    /// A store with the word in every place that is a person's own, or that a report has no use for.
    private func world() -> World {
        let world = World()
        world.lull("init --id ada --name Ada")
        world.lull("course start --protocol iv-six-3w --start 2026-02-16")
        world.lull("session done 2026-02-16 --at 2026-02-16T10:00 --note \(Self.canary) --observer kim")
        world.lull("log night --bed 22:30 --up 7:00 --nightmares 2 --note \(Self.canary)")
        world.lull("log note \(Self.canary) --to self")
        world.lull("log note hello --to clinic")
        world.lull(
            "log plan --goals walk --signs \(Self.canary) --helps \(Self.canary) --people \(Self.canary) "
                + "--places \(Self.canary) --safer \(Self.canary)")
        world.lull("log contact --name \(Self.canary) --phone \(Self.canary)")
        let frame = #""v":1,"seq":1,"at":"2026-03-01T08:00:00.000-06:00","by":"ada""#
        let notes = [
            #""kind":"note","text":"CANARY","to":"clinic""#,
            #""kind":"symptoms","day":"2026-03-01","other":"CANARY""#,
            #""kind":"medication","name":"CANARY""#, #""kind":"plan","goals":[{"what":"CANARY"}]"#,
            #""kind":"adjustment","what":"CANARY","effective":"2026-03-01""#,
            #""kind":"night","night":"2026-03-01","zone":"America/Chicago","quality":1,"comment":"CANARY""#,
        ]
        for folder in ["private", "clinic"] {
            let lines = notes.enumerated().map { index, note in
                let id = RecordID(
                    milliseconds: 1_772_000_000_000 + Int64(index), randomness: (1, UInt64(index)))
                return "{\(frame),\"id\":\"\(id)\",\(note)}\n"
            }
            world.files.put(lines.joined(), at: "\(World.store)/\(folder)/ada/ada-9.jsonl")
        }
        // A note to oneself that lies where everything else lies, as an older program may have left it.
        world.files.put(
            "{\(frame)," + #""id":"01JDA8XXXXXXXXXXXXXXXXXXXX","kind":"note","text":"CANARY","to":"self"}"#
                + "\n",
            at: "\(World.store)/people/ada/ada-9.jsonl")
        return world
    }

    @Test(arguments: ["", " --format html", " --format markdown", " --json", " --jsonl"])
    func whatIsPrivateIsInNoForm(form: String) throws {
        let world = world()
        for reader in ["self", "clinic"] {
            #expect(world.lull("report --for \(reader)" + form) == .finished(.ok))
            #expect(world.output.contains("hello"), "the report is there")
            #expect(!world.output.contains(Self.canary), "\(reader)\(form)")
        }
    }

    @Test func aFileIsItsOwnersAndIsNeverReplacedUnasked() throws {
        let world = world()
        #expect(world.lull("report --to /home/ada/visit.txt") == .finished(.ok))
        let text = try #require(world.files.text("/home/ada/visit.txt"))
        #expect(world.output == "Written to /home/ada/visit.txt.\n")
        #expect(try world.files.status(of: "/home/ada/visit.txt", in: nil).mode & 0o777 == 0o600)
        world.now = world.now.adding(seconds: 86_400)
        #expect(world.lull("report --to /home/ada/visit.txt") == .finished(.cannotCreate))
        #expect(world.files.text("/home/ada/visit.txt") == text)
        #expect(world.lull("report --to /home/ada/visit.txt --force") == .finished(.ok))
        #expect(world.files.text("/home/ada/visit.txt") != text)
        #expect(world.files.names("/home/ada").filter { $0.contains("visit") } == ["visit.txt"])
    }

    @Test func theSameMomentGivesTheSameReport() {
        let world = world()
        for form in ["text", "html", "markdown"] {
            world.lull("report --format \(form)")
            let first = world.output
            world.lull("report --format \(form)")
            #expect(world.output == first)
        }
    }

    @Test func aDiskThatIsFullLeavesNothingBehind() {
        let world = world()
        world.files.beforeCall = { [files = world.files] call, _ in
            files.fault = call == .write ? (files.calls + 1, .fail(errno: ErrorNumber.noSpace)) : nil
        }
        #expect(world.lull("report --to /home/ada/visit.txt") == .finished(.inputOutput))
        world.files.beforeCall = nil
        #expect(world.files.text("/home/ada/visit.txt") == nil)
    }

    @Test func theDashboardsFilesAreNumbered() throws {
        let world = world()
        let person = try #require(SamplePerson("ada", zone: .utc))
        let report = VisitReport(
            person.history(), knowing: ReportKnowledge(), for: .person, zone: .utc,
            now: Instant(seconds: 1_790_000_000))
        let save = { (folders: [String]) in
            ReportPrinting.save(report, as: .text, into: folders, files: world.files)
        }
        #expect(try save(["/home/ada"]).get() == "/home/ada/lull-ada-2026-09-21.txt")
        #expect(try save(["/nowhere", "/home/ada"]).get() == "/home/ada/lull-ada-2026-09-21-2.txt")
        #expect(throws: ReportRefusal.self) { try save(["/nowhere"]).get() }
    }
}

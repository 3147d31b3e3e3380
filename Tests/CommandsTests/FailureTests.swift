// What goes wrong around a command: full disks, readers that leave, interruptions, damaged lines.

import CareDomain
import Commands
import JournalStore
import PlainJSON
import Testing

@Suite struct FailureTests {
    private let world = World()
    private static let store = "/home/ada/.local/share/lull"

    private func begin() { #expect(world.lull("init --id ada --zone America/Chicago") == .finished(.ok)) }

    @Test func aFullDiskUnderTheOutputIsNoSuccess() {
        begin()
        world.outputProblem = .failed(errno: ErrorNumber.noSpace)
        for line in [
            "nights", "status --json", "paths", "--help", "--version", "relax box --plain --cycles 1",
        ] {
            #expect(world.lull(line) == .finished(.inputOutput), "\(line)")
            #expect(world.errors.hasPrefix("lull: cannot write the output"), "\(line)")
        }
    }

    @Test func aReaderWhoLeavesIsNotShoutedAt() {
        begin()
        world.outputProblem = .readerLeft
        #expect(world.lull("nights --json") == .finished(.inputOutput))
        #expect(world.errors.isEmpty)
    }

    /// Whichever call to the file system fails, the command says so and gives no id, or it has succeeded.
    @Test func aFailureAtAnyCallIsSaid() {
        for call in 1...200 {
            let world = World()
            world.lull("init --id ada --zone America/Chicago")
            world.files.restart()
            world.files.fault = (call, .fail(errno: ErrorNumber.inputOutput))
            let outcome = world.lull("log note hello")
            let reached = world.files.calls >= call
            world.files.restart()
            if outcome == .finished(.ok) {
                #expect(world.output.count == 27, "call \(call): \(world.output)")
            } else {
                #expect(
                    world.output.isEmpty && world.errors.hasPrefix("lull: "), "call \(call): \(world.errors)")
                #expect(world.errors.split(separator: "\n").count <= 2, "call \(call): \(world.errors)")
            }
            if !reached { return }
        }
        Issue.record("the command makes more calls than were tried")
    }

    @Test func aStoreThatCannotBeMadeLeavesNothing() {
        var refusals: Set<Commands.ExitStatus> = []
        for call in 1...40 {
            let world = World()
            world.files.fault = (call, .fail(errno: ErrorNumber.accessDenied))
            guard case .finished(let status) = world.lull("init --store /srv/ward"), status != .ok else {
                continue
            }
            refusals.insert(status)
            #expect(world.output.isEmpty && world.errors.hasPrefix("lull: "), "call \(call)")
            world.files.restart()
            // It can be made again, or is whole: nothing is left behind that stands in the way.
            if world.lull("init --store /srv/ward") == .finished(.ok) { continue }
            #expect(world.lull("status --store /srv/ward") == .finished(.ok), "call \(call): \(world.errors)")
        }
        #expect(refusals.contains(.notAllowed))
    }

    @Test func readonlyWritesNothingAnywhere() throws {
        begin()
        let journals = world.files.names(Self.store + "/people/ada")
        let before = journals.map { world.files.bytes(Self.store + "/people/ada/" + $0) }
        for line in [
            "log night --bed 22:00 --up 7:00", "patient add kim",
            "course start --protocol box --start 2026-03-01",
            "session done", "import /x.csv", "plant --patients 2 --store /new",
        ] {
            let outcome = world.lull("--readonly " + line)
            #expect(outcome != .finished(.ok), "\(line)")
        }
        #expect(world.lull("--readonly nights") == .finished(.ok))
        #expect(journals.map { world.files.bytes(Self.store + "/people/ada/" + $0) } == before)
        #expect(world.files.names(Self.store + "/people") == ["ada"])
        #expect(world.files.names("/new").isEmpty)
    }

    @Test func anInterruptedPracticeIsKeptAsFarAsItWent() throws {
        begin()
        world.interruptAt = world.steady + 6_500_000_000
        #expect(world.lull("relax box --plain --jsonl") == .finished(.interrupted))
        #expect(world.output.split(separator: "\n").count == 2)
        world.lull("practices --json")
        let practice = try JSONReader.value(world.output)[0]
        #expect(practice?["completed"] == false && practice?["seconds"] == 6)
    }

    /// Lateness is never handed on: the hundredth phase is as late as the first.
    @Test func theGuideDoesNotDrift() throws {
        #expect(world.lull("relax coherent --plain --jsonl") == .finished(.ok))
        let lines = try world.output.split(separator: "\n").map { try JSONReader.value(String($0)) }
        #expect(lines.count > 60)
        for line in lines {
            #expect(abs((line["now"]?.double ?? 0) - (line["at"]?.double ?? -1)) < 0.001)
        }
    }

    @Test func textFromRecordsCannotMoveTheCursor() {
        begin()
        let bad = "red \u{1b}[31m\u{202e}evil"
        world.lull(["log", "night", "--bed", "22:00", "--up", "7:00", "--note", bad])
        world.lull(["session", "plan", "--at", "2026-03-05T10:00", "--note", bad])
        world.lull(["patient", "add", "kim", "--name", bad])
        for line in [
            "nights --csv", "nights --json", "sessions", "status", "patient list",
            "patient show --patient kim",
        ] {
            world.lull(line)
            #expect(!world.shown.unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{202e}" }, "\(line)")
        }
        world.lull(["status", "--patient", bad])
        #expect(!world.errors.unicodeScalars.contains("\u{1b}"))
    }

    @Test func aDamagedLineIsNamedAndTheRestIsRead() {
        begin()
        world.lull("log night --bed 22:00 --up 7:00")
        let folder = Self.store + "/people/ada/"
        let name = world.files.names(folder)[0]
        world.files.put((world.files.text(folder + name) ?? "") + "not json\n", at: folder + name)
        #expect(world.lull("nights --jsonl") == .finished(.ok))
        #expect(world.output.split(separator: "\n").count == 1)
        #expect(world.errors.hasPrefix("lull: people/ada/\(name):3: not JSON"))
    }

    @Test func whatHappensAfterNowIsLeftOut() throws {
        begin()
        world.lull("log night --night 2026-03-02 --bed 22:00 --up 7:00")
        world.lull("log night --night 2026-03-03 --bed 22:00 --up 7:00")
        world.lull("nights --jsonl --now 2026-03-02T12:00:00-06:00")
        #expect(world.output.split(separator: "\n").count == 1)
        #expect(world.output.contains("\"2026-03-02\""))
    }

    /// Help of every command fits a terminal, shows how it is used, and costs nothing.
    @Test(arguments: [
        "", "status", "init", "patient add", "patient list", "patient show", "course start", "course show",
        "course adjust", "course end", "session plan", "session done", "session reading", "session event",
        "session left", "session miss", "session cancel", "session move",
        "log night", "log nap", "log habits", "log practice", "log note", "log mood", "log symptoms",
        "log medication", "log contact", "log clinic", "log plan", "log call", "log duty", "log referral",
        "log therapy", "log adjustment", "nights", "naps", "sessions", "habits", "practices",
        "summary",
        "cohort", "calendar", "audit", "relax", "import", "plant", "demo", "paths", "theme list",
    ])
    func help(command: String) {
        #expect(world.lull(command + " --help") == .finished(.ok))
        #expect(world.output.contains("\n  lull "), "\(command) has no example")
        for line in world.output.split(separator: "\n") { #expect(line.count <= 80, "\(command): \(line)") }
        #expect(world.errors.isEmpty)
    }
}

// What a clinic looks at and takes along is noted, and a question about a past day is answered from it.

import CareDomain
import Commands
import JournalStore
import PlainJSON
import Testing

@Suite struct AuditTests {
    private static let store = "/home/ada/.local/share/lull"

    /// A clinic's store: Ada and Kim, and answers of Ada's that ask for a call.
    private func clinic() -> World {
        let world = World()
        world.now = OffsetInstant("2026-11-14T08:00:00-06:00")?.instant ?? world.now
        for line in [
            "init --id ada --zone America/Chicago", "patient add kim --zone America/Chicago",
            "log night --patient ada --bed 22:00 --up 7:00",
            "check-in phq9 --patient ada --answers 1,1,1,1,1,1,1,1,2",
        ] { #expect(world.lull(line) == .finished(.ok), "\(world.errors)") }
        return world
    }

    /// The lines of the audit journals without their frames but for the kind.
    private func noted(_ world: World) -> [String] {
        world.journals(Self.store + "/audit").map { line in
            line.replacing("{\"kind\":", with: "").replacing("\"", with: "").replacing("}", with: "")
        }
    }

    @Test func whatIsLookedAtIsNotedOnce() {
        let world = clinic()
        #expect(noted(world).isEmpty, "what is written is noted in its own record")
        for line in [
            "nights --patient ada", "nights", "summary --patient kim", "chart sleep --patient ada",
            "cohort --page table", "check-in list --patient kim", "records --patient ada", "patient list",
            "course show --patient kim", "status", "",
        ] { world.lull(line) }
        let everything = noted(world).filter { !$0.contains("what:flag ") }
        #expect(
            everything == [
                "viewed,patient:ada,what:nights", "viewed,what:nights", "viewed,patient:kim,what:summary",
                "viewed,patient:ada,what:chart sleep", "viewed,what:cohort table",
                "viewed,patient:kim,what:check-in list", "viewed,patient:ada,what:records",
                "viewed,what:patient list", "viewed,patient:kim,what:course show", "viewed,what:status",
                "viewed,what:status",
            ])
        #expect(world.lull("verify") == .finished(.ok), "\(world.output)")
    }

    @Test func whatIsTakenAlongIsAnExport() {
        let world = clinic()
        for line in [
            "nights --csv", "scores --patient ada --json", "flags --patient kim --jsonl",
            "report --patient ada", "report --patient ada --to /home/ada/visit.html",
            "report --patient ada --format markdown",
        ] { #expect(world.lull(line) == .finished(.ok), "\(line): \(world.errors)") }
        #expect(
            noted(world) == [
                "exported,what:nights csv", "exported,patient:ada,what:scores json",
                "exported,patient:kim,what:flags jsonl", "viewed,patient:ada,what:report",
                "exported,patient:ada,what:report html", "exported,patient:ada,what:report markdown",
            ])
    }

    /// A command that shows people's records and notes nothing would be a hole.
    @Test func everyCommandThatShowsRecordsNotesIt() {
        let world = clinic()
        let silent: Set = [
            "--plain", "verify", "chart list", "guide", "guide stimulants --own", "audit",
        ]
        for line in PayloadCommands.reading where !silent.contains(line) {
            let before = noted(world).count
            world.lull(line + " --patient ada")
            #expect(noted(world).count > before, "\(line) notes nothing")
        }
        for line in ["verify", "chart list", "guide", "audit", "log note x --patient ada", "paths", "keys"] {
            let before = noted(world)
            world.lull(line)
            #expect(noted(world) == before, "\(line) notes something")
        }
    }

    @Test func oneRecordsHistoryIsItsOwners() {
        let world = clinic()
        world.lull("log note --patient ada hello")
        let id = world.output.prefix(26)
        world.lull("records --history \(id)")
        #expect(noted(world).last == "viewed,patient:ada,what:records")
    }

    @Test func nothingIsNotedOfOnePersonAloneNorWhereNothingMayBeWritten() {
        let world = World()
        world.lull("init --id ada --zone America/Chicago")
        world.lull("nights --csv")
        world.lull("status --patient ada")
        #expect(world.files.names(Self.store + "/audit").isEmpty)
        let clinic = clinic()
        let before = clinic.files.disk
        #expect(clinic.lull("--readonly nights") == .finished(.ok))
        #expect(noted(clinic).isEmpty && before === clinic.files.disk)
        // Nothing was shown.
        #expect(clinic.lull("nights --patient nobody") == .finished(.notFound))
        #expect(clinic.lull("patient show") == .finished(.usage))
        #expect(noted(clinic).isEmpty)
    }

    @Test func aReaderWhoLeavesHasLooked() {
        let world = clinic()
        world.outputProblem = .readerLeft
        world.lull("nights --patient ada")
        #expect(noted(world) == ["viewed,patient:ada,what:nights"])
    }

    /// Whichever call fails, the answer and the exit status stay what they were.
    @Test func aLookThatCannotBeNotedChangesNoAnswer() {
        let world = clinic()
        world.lull("nights --patient ada --readonly")
        let answer = world.output
        let reads = world.files.calls
        for errno in [ErrorNumber.noSpace, ErrorNumber.accessDenied, ErrorNumber.readOnlyFileSystem] {
            let world = clinic()
            world.files.beforeCall = { [files = world.files] call, _ in
                let writes = [.write, .makeFolder, .sync, .truncate].contains(call)
                files.fault = writes ? (files.calls + 1, .fail(errno: errno)) : nil
            }
            #expect(world.lull("nights --patient ada") == .finished(.ok))
            #expect(world.output == answer && world.files.calls > reads)
            let lines = world.errors.split(separator: "\n")
            if errno == ErrorNumber.readOnlyFileSystem {
                #expect(lines.isEmpty, "\(lines)")
            } else {
                #expect(lines.count == 1 && world.errors.hasPrefix("lull: this look is not in the audit"))
            }
            world.files.beforeCall = nil
            world.files.fault = nil
        }
        let homeless = clinic()
        homeless.variables["HOME"] = nil
        #expect(homeless.lull("nights --patient ada --store \(Self.store)") == .finished(.ok))
        #expect(homeless.output == answer && homeless.errors.contains("neither HOME nor"))
    }

    // MARK: The list

    @Test func auditListsWhoLookedAtWhat() throws {
        let world = clinic()
        world.lull("audit")
        #expect(world.output.hasPrefix("Nothing is noted."))
        world.lull("nights --patient ada --by zoe")
        world.now = world.now.adding(seconds: 3600)
        world.lull("cohort --csv")
        world.lull("naps --patient kim")
        #expect(world.lull("audit --jsonl") == .finished(.ok))
        let rows = try world.output.split(separator: "\n").map { try JSONReader.value(String($0)) }
        #expect(rows.count == 3)
        #expect(rows[0].object?.pairs.map(\.key) == ["id", "at", "by", "kind", "patient", "what"])
        #expect(rows[0]["by"] == "zoe" && rows[0]["at"] == "2026-11-14T08:00:00-06:00")
        #expect(rows[1]["kind"] == "exported" && rows[1]["patient"] == .null)
        #expect(rows[1]["what"] == "cohort table csv")
        world.lull("audit --patient ada --jsonl")
        #expect(world.output.split(separator: "\n").count == 2, "a look at everyone was one at Ada")
        world.lull("audit --last 1")
        #expect(world.output.contains("kim") && !world.output.contains("zoe"))
        #expect(world.lull("audit --patient nobody") == .finished(.notFound))
    }

    @Test func aDamagedAuditJournalIsReadAsFarAsItGoes() throws {
        let world = clinic()
        world.lull("nights --patient ada")
        world.lull("naps --patient ada")
        let path = Self.store + "/audit/" + (try #require(world.files.names(Self.store + "/audit").first))
        let text = try #require(world.files.text(path))
        world.files.put(text.replacing("\"nights\"", with: "\"nothing\"") + "not json\n", at: path)
        #expect(world.lull("audit --jsonl") == .finished(.ok))
        #expect(world.output.split(separator: "\n").count == 2)
        #expect(world.errors.contains(":1: changed after it was written"))
        #expect(world.errors.contains(":3: not JSON"))
        #expect(world.lull("verify") == .finished(.no))
        #expect(world.output.split(separator: "\n").allSatisfy { $0.hasPrefix("audit/ada-laptop-") })
        #expect(world.lull("verify --repair") == .finished(.ok), "\(world.output)")
        #expect(try #require(world.files.text(path)).hasPrefix(text.prefix(40)))
    }

    // MARK: Flags read for the first time, and the past

    private static let flag = "ada.R01.2026-11-14"

    @Test func aFlagIsReadFirstOnce() throws {
        let world = clinic()
        world.lull("flags --level nextDay")
        #expect(!noted(world).joined().contains("what:flag "))
        world.lull("flags --by zoe --json")
        let first = try JSONReader.value(world.output)[0]
        #expect(first?["firstRead"] == .null, "the reading is this one")
        world.now = world.now.adding(seconds: 600)
        world.lull("flags --json")
        world.lull("cohort --page today")
        let second = try JSONReader.value(worldOutput(world, "flags --json"))[0]
        #expect(second?["id"]?.string == Self.flag)
        #expect(second?["firstRead"] == "2026-11-14T08:00:00-06:00")
        #expect(second?["seenBy"]?[0]?["by"] == "zoe" && second?["seenBy"]?[0]?["what"] == "read")
        #expect(noted(world).count { $0 == "viewed,patient:ada,what:flag \(Self.flag)" } == 1)
    }

    private func worldOutput(_ world: World, _ line: String) -> String {
        world.lull(line)
        return world.output
    }

    @Test func thePageForTodayIsAReadingToo() {
        let world = clinic()
        world.lull("cohort --page today --json")
        #expect(noted(world).contains("viewed,patient:ada,what:flag \(Self.flag)"))
        #expect(!world.output.contains("\"firstRead\": \"2026"))
        world.lull("cohort --page today --json")
        #expect(world.output.contains("\"firstRead\": \"2026-11-14T08:00:00-06:00\""))
    }

    @Test func aFlagInWholeAndAHandOverAreLooks() {
        let world = clinic()
        #expect(world.lull("flag show \(Self.flag)") == .finished(.ok), "\(world.errors)")
        #expect(world.lull("cohort --report") == .finished(.ok), "\(world.errors)")
        #expect(world.lull("cohort --report --to /home/ada/shift.html") == .finished(.ok))
        #expect(
            noted(world) == [
                "viewed,patient:ada,what:flag show", "viewed,patient:ada,what:flag \(Self.flag)",
                "viewed,what:hand-over", "exported,what:hand-over html",
            ])
    }

    /// Who knew what on the 14th: what was written by then, and who had seen it.
    @Test func asOfSaysWhoHadSeenAFlagByThen() throws {
        let world = clinic()
        world.now = world.now.adding(seconds: 3600)
        world.lull("flags --by zoe")
        world.now = world.now.adding(seconds: 86_400)
        world.lull("flag ack \(Self.flag) --note called --by kim")
        world.now = world.now.adding(seconds: 86_400)
        world.lull("flag close \(Self.flag) --note done --by zoe")
        world.lull("patient set --patient ada --name Changed")
        func seen(_ instant: String) throws -> [String] {
            world.lull("flags --patient ada --as-of \(instant) --jsonl")
            let rows = try world.output.split(separator: "\n").map { try JSONReader.value(String($0)) }
            let flag = rows.first { $0["id"]?.string == Self.flag }
            guard let flag else { return ["none"] }
            return [flag["state"]?.string ?? ""]
                + (flag["seenBy"]?.array ?? []).map {
                    "\($0["by"]?.string ?? "") \($0["what"]?.string ?? "")"
                }
        }
        #expect(try seen("2026-11-14T07:59:00-06:00") == ["none"])
        #expect(try seen("2026-11-14T08:30:00-06:00") == ["open"])
        #expect(try seen("2026-11-14T23:59:00-06:00") == ["open", "zoe read"])
        #expect(try seen("2026-11-15T23:59:00-06:00") == ["contacted", "zoe read", "kim contacted"])
        #expect(
            try seen("2026-11-16T23:59:00-06:00")
                == ["closed", "zoe read", "kim contacted", "zoe closed"])
        world.lull("flags --as-of 2026-11-14T23:59:00-06:00 --patient ada")
        #expect(world.output.contains("Seen by") && world.output.contains("zoe (read 14 Nov 09:00)"))
        // A look back is none at what is open now.
        #expect(noted(world).count { $0.contains("what:flag ada.R01") } == 1)
    }

    /// What is written later about an earlier day was not known then, in any kind of record.
    @Test func asOfKnowsNothingThatWasWrittenLater() {
        let world = World()
        world.now = OffsetInstant("2026-11-16T08:00:00-06:00")?.instant ?? world.now
        world.lull("init --id ada --zone America/Chicago")
        world.lull("check-in phq9 --answers 1,1,1,1,1,1,1,1,2 --date 2026-11-14")
        #expect(world.lull("flags --level now --as-of 2026-11-15T12:00:00-06:00") == .finished(.no))
        #expect(world.lull("flags --level now --as-of 2026-11-16T12:00:00-06:00") == .finished(.ok))
        // Taken back later, it was there until then.
        world.now = world.now.adding(seconds: 86_400)
        world.lull("records --kind checkIn --jsonl")
        let id = world.output.split(separator: "\"").first { $0.count == 26 } ?? ""
        #expect(world.lull("retract \(id) --why wrong") == .finished(.ok), "\(world.errors)")
        #expect(world.lull("flags --level now --open") == .finished(.no))
        #expect(world.lull("flags --level now --as-of 2026-11-16T12:00:00-06:00") == .finished(.ok))
    }

    @Test func theHistoryOfARecordHasEveryVersionAsItWasWritten() throws {
        let world = clinic()
        world.lull("records --kind night --jsonl")
        let first = String(world.output.split(separator: "\"").first { $0.count == 26 } ?? "")
        world.now = world.now.adding(seconds: 3600)
        world.lull("amend \(first) --quality 3 --by kim")
        let second = String(world.output.prefix(26))
        world.now = world.now.adding(seconds: 3600)
        world.lull("retract \(second) --why wrong --by zoe")
        for id in [first, second] {
            #expect(world.lull("records --history \(id) --jsonl") == .finished(.ok), "\(world.errors)")
            let rows = try world.output.split(separator: "\n").map { try JSONReader.value(String($0)) }
            #expect(rows.map { $0["by"]?.string } == ["ada", "kim", "zoe"])
            #expect(rows.map { $0["state"]?.string } == ["current", "retracted", "current"])
            #expect(
                rows.map { $0["at"]?.string?.prefix(16) } == [
                    "2026-11-14T08:00", "2026-11-14T09:00", "2026-11-14T10:00",
                ])
        }
        world.lull("records --history \(first)")
        for word in ["Written", "By", "State", "zoe", "2026-11-14 10:00"] {
            #expect(world.output.contains(word), "\(world.output)")
        }
    }

    // MARK: The exit status for a script

    @Test func theStatusOfAnUrgentLevelHoldsWithPeopleAndWithDamage() throws {
        let world = clinic()
        let line = "flags --open --level now"
        #expect(world.lull(line) == .finished(.ok))
        #expect(world.lull(line + " --patient ada") == .finished(.ok))
        #expect(world.lull(line + " --patient kim") == .finished(.no))
        #expect(world.lull(line + " --patient nobody") == .finished(.notFound))
        for person in ["ada", "kim"] {
            let folder = Self.store + "/people/\(person)/"
            let path = folder + (try #require(world.files.names(folder).first))
            world.files.put((world.files.text(path) ?? "") + "not json\n", at: path)
        }
        #expect(world.lull(line) == .finished(.ok) && world.errors.contains("not JSON"))
        #expect(world.lull(line + " --patient kim") == .finished(.no) && world.errors.contains("not JSON"))
        #expect(world.lull("flag close \(Self.flag) --note talked") == .finished(.ok))
        #expect(world.lull(line) == .finished(.no) && world.output == "No flags.\n")
        #expect(world.lull(line + " --json") == .finished(.no) && world.output == "[]\n")
        #expect(world.lull("flags --level now") == .finished(.ok), "a closed one is still one")
    }
}

// The made-up cohort: the same bytes for the same question, and a demonstration without a terminal.

import CareDomain
import Commands
import Testing

@Suite struct PlantTests {
    /// Every file of a store, by path.
    private func files(_ world: World, _ store: String) -> [String: [UInt8]] {
        var result: [String: [UInt8]] = [:]
        for person in world.files.names(store + "/people") {
            for name in world.files.names("\(store)/people/\(person)") {
                let path = "people/\(person)/\(name)"
                result[path] = world.files.bytes(store + "/" + path)
            }
        }
        result["lull-store.json"] = world.files.bytes(store + "/lull-store.json")
        return result
    }

    @Test func theSameSeedGivesTheSameBytes() {
        let line =
            "plant --patients 3 --weeks 3 --zone Europe/London --now 2026-11-20T09:00:00+00:00 --seed 7"
        let (one, two) = (World(), World())
        two.variables["TZ"] = "America/Denver"
        two.now = Instant(seconds: 0)
        #expect(one.lull(line + " --store /a") == .finished(.ok), "\(one.errors)")
        #expect(two.lull(line + " --store /b") == .finished(.ok))
        let planted = files(one, "/a")
        #expect(planted.count == 4)
        #expect(planted == files(two, "/b"))
        #expect(one.lull("plant --patients 3 --store /a") == .finished(.cannotCreate))
        one.lull(line.replacing("--seed 7", with: "--seed 8") + " --store /c")
        #expect(files(one, "/c") != planted)
    }

    @Test func aPlantedStoreReads() {
        let world = World()
        world.lull("plant --patients 2 --zone Europe/London --now 2026-11-20T09:00:00+00:00 --store /a")
        for line in ["cohort --json", "nights --csv", "sessions", "practices", "status"] {
            #expect(world.lull(line + " --store /a --now 2026-11-20T09:00:00+00:00") == .finished(.ok))
            #expect(world.errors.isEmpty, "\(line): \(world.errors)")
        }
    }

    @Test func theDemoPrintsALineAPersonOrOpens() {
        let world = World()
        #expect(world.lull("demo") == .finished(.ok), "\(world.errors)")
        #expect(world.output.split(separator: "\n").count == 13)
        world.terminals = [.input, .output, .error]
        guard case .openDashboard(let request) = world.lull("demo") else {
            Issue.record("no dashboard")
            return
        }
        #expect(request.isDemo && request.storePath == "/tmp/lull-demo-2")
    }
}

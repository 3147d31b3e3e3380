// Watching a store: what one program writes, another prints as it arrives.

import Foundation
import Glibc
import Testing

@Suite struct WatchTests {
    @Test func aRecordIsPrintedAsItArrives() throws {
        let place = try Place.withAda()
        let output = place.folder.appendingPathComponent("watched").path
        var child = try Child(
            [Place.program, "watch", "--jsonl"], environment: place.environment,
            .files(input: "/dev/null", output: output, errors: output + ".err"))
        // What was there before is not printed, so that the first line tells that the watch has begun.
        var number = 0
        try place.wait(until: "a note is printed") {
            number += 1
            let logged = try? place.run("log", "note", "number \(number)")
            return logged?.ending == .exited(0) && !place.bytes(of: output).isEmpty
        }
        let logged = try place.run("log", "note", "the last")
        let id = logged.text.split(separator: "\n").first.map(String.init) ?? ""
        try place.wait(until: "the last note is printed") {
            String(decoding: place.bytes(of: output), as: UTF8.self).contains(id)
        }
        child.signal(SIGINT)
        try place.wait(until: "it ends") {
            child.look()
            return child.ending != nil
        }
        #expect(child.ending == .exited(130))
        let lines = String(decoding: place.bytes(of: output), as: UTF8.self).split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
        #expect(lines.count { $0.contains(id) } == 1)
        #expect(lines.last?.contains("\"text\":\"the last\"") == true)
    }
}

// The cues of a guide through a program that stands in for the system's voice.

import Foundation
import Glibc
import Testing

@Suite struct SpeechTests {
    /// A place where `spd-say` notes what it is asked to say, and takes its time over it.
    private func place() throws -> Place {
        let place = try Place()
        let folder = place.folder.path + "/bin"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let script = """
            #!/bin/sh
            for last; do :; done
            printf '%s\\n' "$last" >>"$HOME/said"
            echo $$ >>"$HOME/speakers"
            exec sleep 60
            """
        try script.write(toFile: folder + "/spd-say", atomically: true, encoding: .utf8)
        unsafe chmod(folder + "/spd-say", 0o755)
        place.environment["PATH"] = folder + ":/usr/bin:/bin"
        return place
    }

    private func lines(_ name: String, _ place: Place) -> [String] {
        String(decoding: place.bytes(of: place.folder.path + "/" + name), as: UTF8.self)
            .split(separator: "\n").map(String.init)
    }

    /// True where no process has the number any more, not even one that waits to be taken leave of.
    private func isGone(_ process: String) -> Bool {
        pid_t(process).map { kill($0, 0) != 0 && errno == ESRCH } ?? false
    }

    @Test func cuesAreSpokenAndNobodyIsLeftSpeaking() throws {
        let place = try place()
        let terminal = try place.open("relax", "box")
        try terminal.wait(for: "How tense are you now?")
        terminal.press("\r")
        try terminal.wait(for: "Breathe in")
        terminal.press("v")
        try terminal.wait(until: "two cues were spoken") { _ in lines("said", place).count >= 2 }
        #expect(lines("said", place).prefix(2) == ["Breathe in", "Hold"])
        try terminal.wait(until: "the first speaker is gone") { _ in
            lines("speakers", place).first.map(isGone) ?? false
        }
        terminal.press("Q")
        #expect(try terminal.end() == .exited(0))
        try place.wait(until: "nobody speaks any more") {
            !lines("speakers", place).isEmpty && lines("speakers", place).prefix(2).allSatisfy(isGone)
        }
    }
}

// A clinic's store on a screen that nobody touches: the program ends or asks who is there, with the terminal
// given back first.

import Foundation
import Glibc
import Testing

@Suite struct IdleTests {
    private func ward() throws -> Place {
        let place = try Place()
        let made = try place.run("plant", "--patients", "3")
        #expect(made.ending == .exited(0), "\(made.errors)")
        return place
    }

    private func configure(_ place: Place, _ lines: String...) throws {
        let folder = place.folder.path + "/config/lull"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try lines.joined(separator: "\n").write(
            toFile: folder + "/config.yaml", atomically: true, encoding: .utf8)
    }

    @Test func aClinicsStoreOpensToReadAndTakesNoNever() throws {
        let place = try ward()
        try configure(place, "idleMinutes: never")
        let terminal = try place.open(columns: 140, rows: 45)
        try terminal.wait(for: "reading")
        try terminal.wait(for: "after 5 minutes without a key this one closes.")
        terminal.press("w")
        try terminal.wait(for: "writing")
        terminal.press("B")
        try terminal.wait(for: "Covered.")
        #expect(!terminal.screen.text.contains("writing"))
        terminal.press("Q")
        try terminal.wait(for: "writing")
        terminal.press("Q")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.leftovers == [])
    }

    @Test func theDemoOpensToRead() throws {
        let place = try Place()
        let terminal = try place.open("demo")
        try terminal.wait(for: "reading")
        terminal.press("Q")
        #expect(try terminal.end() == .exited(0))
    }
}

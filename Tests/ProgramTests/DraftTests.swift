// What is typed into the built program outlives a kill and a closed window.

import Foundation
import Glibc
import Testing

@Suite struct DraftTests {
    private func drafts(_ place: Place) -> [String] {
        let folder = place.folder.path + "/state/lull/drafts"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.map { String(decoding: place.bytes(of: folder + "/" + $0), as: UTF8.self) }
    }

    @Test(arguments: [SIGKILL, SIGHUP, SIGSEGV])
    func whatWasTypedIsOfferedAgain(_ signal: Int32) throws {
        let place = try Place.withAda()
        let terminal = try place.open()
        try terminal.wait(for: "log a night")
        terminal.press("l")
        try terminal.wait(for: "Went to bed at")
        terminal.press("\t22:47\r")
        // The program hands it to the disk by itself, as no signal warns of a kill.
        try terminal.wait(until: "the draft is on the disk") { _ in
            drafts(place).contains { $0.contains("22:47") }
        }
        terminal.signal(signal)
        #expect(try terminal.end() == .signalled(signal))

        let next = try place.open()
        try next.wait(for: "was not saved")
        next.press("\r")
        try next.wait(for: "22:47")
        next.press("\u{1b}")
        try next.wait(for: "Leave without saving")
        next.press("y")
        try next.wait(for: "log a night")
        #expect(drafts(place).isEmpty)
        next.press("q")
        #expect(try next.end() == .exited(0))
    }

    /// Two windows each keep a draft of their own, and none takes the other's.
    @Test func twoWindowsKeepApart() throws {
        let place = try Place.withAda()
        let first = try place.open()
        try first.wait(for: "log a night")
        first.press("l")
        try first.wait(for: "Went to bed at")
        first.press("\t22:47\r")
        try first.wait(until: "the draft is on the disk") { _ in !drafts(place).isEmpty }
        let second = try place.open()
        try second.wait(for: "log a night")
        second.press("l")
        try second.wait(for: "Went to bed at")
        second.press("\t23:15\r")
        try second.wait(until: "both drafts are on the disk") { _ in drafts(place).count == 2 }
        for terminal in [first, second] {
            terminal.hangUp()
            #expect(try terminal.end() == .signalled(SIGHUP))
        }
        #expect(drafts(place).count == 2)
    }
}

// The cover over a screen that nobody has touched for a while.

import CareDomain
import CellCanvas
import TestKit
import Testing

@testable import Dashboard

@Suite struct IdleCoverTests {
    private func evening(minutes: Int?) throws -> Evening {
        let evening = try Evening("2026-11-22T18:14:00-05:00", zone: "America/New_York")
        evening.settings.idleMinutes = minutes
        try evening.add(try Ada.person(zone: evening.zone))
        return evening
    }

    @Test func theScreenIsCoveredAndAnyKeyOnlyShowsItAgain() throws {
        let evening = try evening(minutes: 2)
        let script = evening.script
        script.press("2")
        script.advance(.seconds(119))
        script.picture("before")
        script.advance(.seconds(2))
        script.picture("covered")
        script.press("q")
        script.picture("after")
        try evening.run(80, 24)
        func text(_ name: String) throws -> String {
            try #require(script.pictures[name]).lines.joined(separator: "\n").trimmed
        }
        #expect(try text("before").contains("Mon"))
        #expect(try text("covered") == "Covered. Any key shows the screen again.")
        #expect(try text("after").contains("Mon"))
        #expect(evening.ended == .terminalGone)
    }

    @Test func oneKeyBlanksTheScreenAtOnceAndAnyKeyShowsItAgain() throws {
        let evening = try evening(minutes: nil)
        let script = evening.script
        for (name, key) in [("tonight", "1"), ("help", "?"), ("mine", "a"), ("call", "!")] {
            script.press(key)
            script.press("B")
            script.picture(name)
            script.press("q")
            script.picture(name + " again")
            script.press(.escape)
        }
        try evening.run(80, 24)
        for name in ["tonight", "help", "mine", "call"] {
            let covered = try #require(script.pictures[name]).lines.joined(separator: "\n").trimmed
            #expect(covered == "Covered. Any key shows the screen again.", "\(name)")
            let again = try #require(script.pictures[name + " again"]).lines.joined(separator: "\n").trimmed
            #expect(again.contains("lull"), "\(name)")
        }
        #expect(evening.ended == .terminalGone)
    }

    @Test func whereTextIsTypedBIsALetter() {
        for mode in Mode.allCases {
            #expect((Keymap.standard.command(for: .character("B"), in: mode) == .blank) != mode.takesText)
        }
    }

    @Test func withoutTheSettingItNeverIs() throws {
        let evening = try evening(minutes: nil)
        evening.script.advance(.seconds(3600))
        evening.script.picture("after")
        try evening.run(80, 24)
        let picture = try #require(evening.script.pictures["after"])
        #expect(!picture.lines.contains { $0.contains("Covered") })
    }
}

extension String {
    /// Without space and empty lines around it.
    fileprivate var trimmed: String {
        split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

// What happens in a clinic's store when nobody has touched a key for a while: the session ends and keeps what
// was typed, or the system asks who is there.

import CareDomain
import CellCanvas
import DashboardRuntime
import TestKit
import Testing

@testable import Dashboard

/// Counts how often it was asked, and answers from a list; false once that is empty.
private final class Lock: ScreenLock {
    var answers: [Bool]
    private(set) var asked = 0

    init(_ answers: Bool...) { self.answers = answers }

    func opens() -> Bool {
        asked += 1
        return answers.isEmpty ? false : answers.removeFirst()
    }
}

@Suite struct IdleLockTests {
    private func evening(_ lock: IdleLock, minutes: Int = 5) throws -> Evening {
        let evening = try Ward.evening()
        evening.settings.idleMinutes = minutes
        evening.settings.idleLock = lock
        return evening
    }

    @Test func theSessionEndsOnTimeAndKeepsWhatWasTyped() throws {
        let first = try evening(.end)
        first.script.press("w")
        first.script.press(.enter)
        first.script.press("l")
        first.script.press(.down)
        first.script.advance(.seconds(299))
        first.script.press("2240")
        first.script.advance(.seconds(299))
        first.script.picture("before")
        first.script.advance(.seconds(2))
        first.script.picture("after")
        try first.run(100, 30)
        #expect(first.ended == .idle && first.draftRefusal == nil)
        #expect(try Ward.text(first, "before").contains("2240"))
        #expect(first.script.pictures["after"] == nil)
        #expect(first.files.names("/state/drafts").count == 1)

        let next = try Ward.evening("2026-11-22T19:00:00-05:00", on: first)
        next.script.press("w")
        next.script.press(.enter, .enter)
        next.script.picture("form")
        try next.run(100, 30)
        #expect(try Ward.text(next, "form").contains("2240"))
    }

    @Test func coveredByHandItEndsAsWell() throws {
        let evening = try evening(.end)
        evening.script.press("B")
        evening.script.advance(.seconds(301))
        evening.script.picture("after")
        try evening.run(100, 30)
        #expect(evening.ended == .idle && evening.script.pictures["after"] == nil)
    }

    @Test func theSystemsLockBringsTheScreenBackOrEndsIt() throws {
        let evening = try evening(.system, minutes: 1)
        let lock = Lock(true, false)
        evening.lock = lock
        evening.script.press("P")
        evening.script.advance(.seconds(61))
        evening.script.picture("back")
        evening.script.advance(.seconds(58))
        evening.script.picture("still")
        evening.script.advance(.seconds(4))
        evening.script.picture("never")
        try evening.run(100, 30)
        #expect(lock.asked == 2 && evening.script.loans == 2)
        #expect(try Ward.text(evening, "back").contains("reading"))
        #expect(try Ward.text(evening, "still").contains("reading"))
        #expect(evening.ended == .idle && evening.script.pictures["never"] == nil)
    }

    /// Whoever wakes a machine that slept is not shown what was left on it.
    @Test func aMachineThatSleptIsLockedBeforeTheKeyThatWakesIt() throws {
        let evening = try evening(.end)
        evening.script.advance(.seconds(10))
        evening.script.elsewhere { evening.clock.sleep(.seconds(3600)) }
        evening.script.press("2")
        evening.script.picture("after")
        try evening.run(100, 30)
        #expect(evening.ended == .idle && evening.script.pictures["after"] == nil)
    }

    @Test func aGuideThatLeadsIsSomebodyThere() throws {
        let evening = try evening(.end, minutes: 1)
        let script = evening.script
        script.press(.enter)
        script.press("4")
        script.press(.enter, .enter)
        script.advance(.seconds(200))
        script.picture("led")
        script.press("q")
        script.press(.enter)
        script.advance(.seconds(50))
        script.picture("after")
        script.advance(.seconds(70))
        try evening.run(100, 30)
        #expect(try Ward.text(evening, "led").contains("Resonance"))
        #expect(script.pictures["after"] != nil && evening.ended == .idle)
    }
}

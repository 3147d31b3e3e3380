// The page of a person's flags, key by key over the real loop: seen, contacted, closed, assigned, one at a
// time where it matters.

import CareDomain
import CellCanvas
import Dashboard
import TestKit
import Testing

@Suite struct FlagPageTests {
    private static let sizes = [
        Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
        Size(columns: 140, rows: 45),
    ]

    @Test(arguments: sizes) func page(size: Size) throws {
        let evening = try FlagWard.evening()
        let script = evening.script
        script.press("fs")
        script.press("A")
        script.press("kim")
        script.press(.control("s"))
        script.picture("flags")
        script.press("x")
        script.picture("flag-close")
        script.press(.escape)
        script.press("k")
        script.picture("flag-call")
        script.press(.escape)
        try evening.run(size.columns, size.rows)
        for name in ["flags", "flag-close", "flag-call"] {
            let canvas = try #require(evening.script.pictures[name])
            Golden.expect(Golden.text(canvas), "\(name)-\(size.columns)x\(size.rows)")
        }
    }

    /// Nothing needs to be typed to have seen it; what it was marked by and what was looked at is kept.
    @Test func seenIsOneKey() throws {
        let evening = try FlagWard.evening()
        let script = evening.script
        script.press("f")
        script.press("s")
        script.picture("seen")
        script.press("s")
        script.picture("again")
        script.press(.escape)
        script.picture("cohort")
        try evening.run(100, 30)
        #expect(
            try FlagWard.text(evening, "seen").contains(": the flag “answer needs a call” is seen."))
        #expect(try FlagWard.text(evening, "again").contains("It is seen by tester already."))
        #expect(try FlagWard.text(evening, "cohort").contains("Ward 3"))
        let mark = try #require(try FlagWard.history(evening).acknowledgements.first)
        #expect(try FlagWard.marks(evening) == ["R01 seen"])
        #expect(mark.value.rules?.isEmpty == false)
        #expect(mark.value.seen.map(\.name) == ["sample-1.jsonl"])
        #expect(mark.value.seen.first?.sum.count == 8)
    }

    /// For now and for the same day a reason in words, or a call that reached the person.
    @Test func aFlagForNowIsNotClosedWithoutAReason() throws {
        let evening = try FlagWard.evening()
        let script = evening.script
        script.press("fx")
        script.press(.control("s"))
        script.picture("refused")
        // A call that reached nobody is none.
        script.press(.down, .right, .right)
        script.press(.control("s"))
        script.picture("unanswered")
        script.press(.up)
        script.press("talked it over, plan made")
        script.press(.control("s"))
        script.picture("closed")
        try evening.run(100, 30)
        let refused = try FlagWard.text(evening, "refused")
        #expect(refused.contains("say why, or log a call that reached the person"))
        #expect(
            try FlagWard.text(evening, "unanswered")
                .contains("say why, or log a call that reached the person"))
        #expect(try FlagWard.text(evening, "closed").contains("is closed."))
        #expect(try FlagWard.marks(evening) == ["R01 closed"])
        let history = try FlagWard.history(evening)
        let call = try #require(history.calls.first?.value)
        #expect(history.calls.count == 1 && call.reached == .no && call.about.count == 1)
        #expect(history.acknowledgements.first?.value.note == "talked it over, plan made")
        // It stays on the page, among the closed ones.
        #expect(try FlagWard.text(evening, "closed").contains("1 closed"))
        #expect(try FlagWard.text(evening, "closed").contains("answer needs a call"))
    }

    /// The call that is made with the closing closes it without a word.
    @Test func aCallThatReachedThePersonClosesIt() throws {
        let evening = try FlagWard.evening()
        let script = evening.script
        script.press("fx")
        script.press(.down, .right)
        script.press(.control("s"))
        try evening.run(100, 30)
        #expect(try FlagWard.marks(evening) == ["R01 closed"])
        let history = try FlagWard.history(evening)
        #expect(history.calls.map(\.value.reached) == [.yes])
        // The call is on the disk before the mark that rests on it.
        let call = try #require(history.calls.first?.frame.sequence)
        let mark = try #require(history.acknowledgements.first?.frame.sequence)
        #expect(call < mark)
    }

    /// Where the disk takes the call and not the mark, saving again writes the mark alone.
    @Test func aCallIsNotWrittenTwice() throws {
        let evening = try FlagWard.evening()
        let script = evening.script
        let journal = "/store/people/lovell-a/dashboard-1.jsonl"
        script.press("fx")
        script.press(.down, .right)
        script.elsewhere { [files = evening.files] in
            files.beforeCall = { call, _ in
                guard call == .write, files.text(journal)?.contains("\"kind\":\"call\"") == true else {
                    return
                }
                files.fault = (files.calls + 1, .fail(errno: 28))
            }
        }
        script.press(.control("s"))
        script.picture("refused")
        script.elsewhere { [files = evening.files] in
            files.beforeCall = nil
            files.fault = nil
        }
        script.press(.control("s"))
        try evening.run(100, 30)
        #expect(try FlagWard.text(evening, "refused").contains("not written"))
        #expect(try FlagWard.history(evening).calls.count == 1)
        #expect(try FlagWard.marks(evening) == ["R01 closed"])
    }

    @Test func contactedOwnerAndRestAreKept() throws {
        let evening = try FlagWard.evening()
        let script = evening.script
        script.press("fA")
        script.press("kim")
        script.press(.down)
        script.press("yesterday")
        script.press(.control("s"))
        script.picture("over")
        script.press(.control("u"))
        script.press("24 nov")
        script.press(.control("s"))
        script.press("c")
        script.picture("form")
        script.press("rang, no risk now")
        script.press(.down)
        script.press("y")
        script.press(.control("s"))
        script.picture("contacted")
        try evening.run(100, 30)
        #expect(try FlagWard.text(evening, "over").contains("not after today"))
        #expect(try FlagWard.text(evening, "form").contains("kim"))
        #expect(try FlagWard.marks(evening) == ["R01 seen", "R01 contacted"])
        let history = try FlagWard.history(evening)
        let last = try #require(history.acknowledgements.last?.value)
        #expect(last.assignee == "kim" && last.until?.description == "2026-11-24")
        #expect(history.calls.first?.value.note == "rang, no risk now")
        let page = try FlagWard.text(evening, "contacted")
        #expect(page.contains("contacted  kim, rests to 24 Nov"), "\(page)")
        #expect(page.contains("tester · called, reached · rang, no risk now"))
        #expect(page.contains("tester · seen · owner kim · rests through 24 Nov"))
    }

    /// Notes and those for the next working day go together; the others never do.
    @Test func togetherOnlyWhatCanWait() throws {
        let evening = try FlagWard.evening()
        let script = evening.script
        script.press("f")
        script.picture("before")
        script.press("S")
        script.picture("together")
        script.press("S")
        script.picture("again")
        try evening.run(100, 30)
        let marks = try FlagWard.marks(evening)
        #expect(marks.count >= 2 && marks.allSatisfy { $0.hasSuffix("seen") && !$0.hasPrefix("R01") })
        let together = try FlagWard.text(evening, "together")
        #expect(together.contains("Saved: \(marks.count) flags marked as seen."))
        #expect(try FlagWard.text(evening, "again").contains("the others go one at a time"))
        let flags = try evening.histories().filter { $0.id.text == "lovell-a" }.flatMap { history in
            history.flags(
                CheckInEvening.care.rules, instruments: CheckInEvening.care.instruments, zone: evening.zone,
                now: evening.clock.wall().instant)
        }
        #expect(flags.first { $0.rule == "R01" }?.state == .open)
    }

    /// What another program has done in the meantime is looked at before one's own is saved.
    @Test func aFlagThatHasChangedMeanwhileIsShownFirst() throws {
        let evening = try FlagWard.evening()
        let script = evening.script
        script.press("fx")
        script.press("done")
        script.elsewhere { [evening] in
            var store = try? evening.open(as: "other-1")
            guard let id = PersonID("lovell-a") else { return }
            let mark = Acknowledgement(flag: "lovell-a.R01.2026-11-21", state: .contacted, note: "rang")
            _ = try? store?.append(
                [RecordDraft(.acknowledgement(mark))], to: id, by: "other", now: evening.clock.wall())
        }
        script.advance(.milliseconds(2000))
        script.press(.control("s"))
        script.picture("news")
        script.press(.control("s"))
        try evening.run(100, 30)
        #expect(try FlagWard.text(evening, "news").contains("is contacted by other"))
        #expect(try FlagWard.marks(evening) == ["R01 contacted", "R01 closed"])
    }

    @Test func aClosedFlagIsLeftAsItIs() throws {
        let evening = try FlagWard.evening()
        let script = evening.script
        script.press("fx")
        script.press("done")
        script.press(.control("s"))
        script.press("x")
        script.picture("closed")
        script.press("u")
        script.picture("undone")
        try evening.run(100, 30)
        #expect(try FlagWard.text(evening, "closed").contains("It is closed."))
        #expect(try FlagWard.text(evening, "undone").contains("Taken back for Ada Lovell"))
        #expect(try FlagWard.marks(evening).isEmpty)
    }

    /// From her own screens the page is the same; in one person's own store there is none.
    @Test func fromHerOwnScreensAndNotInHerOwnStore() throws {
        let evening = try FlagWard.evening()
        evening.script.press(.enter)
        evening.script.press("f")
        evening.script.picture("flags")
        evening.script.press("f")
        evening.script.picture("back")
        try evening.run(100, 30)
        #expect(try FlagWard.text(evening, "flags").contains("answer needs a call"))
        #expect(try FlagWard.text(evening, "back").contains("Tonight"))
        #expect(try !FlagWard.text(evening, "back").contains("answer needs a call"))
        let own = try FlagWard.evening(people: 1)
        own.script.press("f")
        own.script.picture("own")
        try own.run(100, 30)
        #expect(try FlagWard.text(own, "own").contains("stands on the check-ins page"))
        #expect(try !FlagWard.text(own, "own").contains("answer needs a call"))
    }

    /// What was typed is offered again, for the flag that it was about.
    @Test func aReasonSurvivesTheProgram() throws {
        let evening = try FlagWard.evening()
        evening.script.press("fx")
        evening.script.press("talked it")
        evening.script.advance(.milliseconds(1500))
        evening.script.end(.terminate)
        try evening.run(100, 30)
        let next = try FlagWard.evening(on: evening)
        next.script.press(.enter)
        next.script.picture("offer")
        next.script.press(.enter)
        next.script.press(.up)
        next.script.press(" over")
        next.script.press(.control("s"))
        try next.run(100, 30)
        #expect(try FlagWard.text(next, "offer").contains("Close a flag: not saved"))
        #expect(try FlagWard.marks(next) == ["R01 closed"])
        #expect(try FlagWard.history(next).acknowledgements.first?.value.note == "talked it over")
    }
}

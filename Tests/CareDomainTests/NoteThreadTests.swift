// Notes to the clinic with what became of them, and what a report counts.

import CareDomain
import TestKit
import Testing

@Suite struct NoteThreadTests {
    private static let start = Instant(seconds: 1_790_000_000)

    private func entry(
        _ body: RecordBody, by author: String, minute: Int, replaces: RecordID? = nil
    ) -> Record {
        let at = Self.start.adding(Minutes(minute))
        let id = RecordID(milliseconds: at.milliseconds, randomness: (0, UInt64(minute)))
        return Record(
            frame: RecordFrame(
                id: id, sequence: minute, at: OffsetInstant(at, in: .utc), author: author,
                replaces: replaces),
            body: body)
    }

    private func threads(_ records: [Record]) throws -> [NoteThread] {
        let id = try #require(PersonID("ada"))
        return PersonHistory(id: id, records: records).threadsToClinic(in: .utc)
    }

    private func asked(by author: String = "ada") -> Record {
        entry(.note(Note(text: "May I?", to: "clinic")), by: author, minute: 1)
    }

    @Test func aQuestionWaitsUntilAnotherAnswers() throws {
        let question = asked()
        let alone = try #require(try threads([question]).first)
        #expect(alone.isOpen && alone.read == nil)
        #expect(alone.readWords == "not read yet")
        let about = question.frame.id.text
        let own = entry(.note(Note(text: "Still open", about: about)), by: "ada", minute: 2)
        #expect(try threads([question, own]).first?.isOpen == true)
        let answer = entry(.note(Note(text: "Yes.", about: about)), by: "kim", minute: 3)
        let answered = try #require(try threads([question, own, answer]).first)
        #expect(!answered.isOpen)
        #expect(answered.answers.map(\.text) == ["Yes."])
        #expect(answered.read?.author == "kim")
    }

    @Test func aMarkIsReadAndNoAnswerUntilItClosesOrSaysSomething() throws {
        let question = asked()
        func mark(_ state: Acknowledgement.State, _ note: String? = nil) -> Record {
            entry(
                .acknowledgement(Acknowledgement(flag: question.frame.id.text, state: state, note: note)),
                by: "kim", minute: 4)
        }
        let seen = try #require(try threads([question, mark(.seen)]).first)
        #expect(seen.isOpen && seen.read?.author == "kim")
        #expect(try threads([question, mark(.closed)]).first?.isOpen == false)
        #expect(try threads([question, mark(.contacted, "told on the phone")]).first?.answers.count == 1)
    }

    @Test func anAnswerStaysWithACorrectedQuestion() throws {
        let question = asked()
        let corrected = entry(
            .note(Note(text: "May I drive?", to: "clinic")), by: "ada", minute: 5,
            replaces: question.frame.id)
        let answer = entry(
            .note(Note(text: "Not today.", about: question.frame.id.text)), by: "kim", minute: 3)
        let thread = try #require(try threads([question, corrected, answer]).first)
        #expect(thread.note.value.text == "May I drive?" && thread.answers.count == 1)
    }

    @Test func whatIsToOneselfIsNoAnswer() throws {
        let question = asked()
        let own = entry(
            .note(Note(text: "canary", about: question.frame.id.text, to: "self")), by: "kim", minute: 3)
        let thread = try #require(try threads([question, own]).first)
        #expect(thread.answers.isEmpty && thread.read == nil)
    }
}

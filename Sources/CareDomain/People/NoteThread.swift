// A note with what became of it: who has read it, and what was answered.

/// A note, and what others have written about it since.
///
/// A call, a mark or a note counts where another author wrote it and it names the note's id. What its own
/// author adds is no answer.
package struct NoteThread: Equatable, Sendable {
    package struct Answer: Equatable, Sendable {
        package let text: String
        package let at: OffsetInstant
        package let author: String
    }

    package let note: Entry<Note>
    /// When the note itself was written.
    package let at: OffsetInstant
    /// When another author first took notice of it, and who that was; nil while nobody has.
    package let read: (at: OffsetInstant, author: String)?
    /// By time.
    package let answers: [Answer]
    /// True where somebody has marked it as closed, with or without an answer.
    package let isClosed: Bool

    /// True while it waits for an answer.
    package var isOpen: Bool { answers.isEmpty && !isClosed }

    package static func == (a: NoteThread, b: NoteThread) -> Bool {
        a.note == b.note && a.at == b.at && a.read?.at == b.read?.at && a.read?.author == b.read?.author
            && a.answers == b.answers && a.isClosed == b.isClosed
    }

    init(_ note: Entry<Note>, of history: PersonHistory, in zone: Zone) {
        self.note = note
        at = note.frame.eventTime(in: zone)
        // What was said of the note before it was corrected was said of it.
        let ids = Set([note.id, note.frame.replaces].compactMap { $0?.text })
        let author = note.frame.author
        let time = { (frame: RecordFrame) in frame.eventTime(in: zone) }
        let replies = history.notes.filter { other in
            other.value.about.map(ids.contains) == true && other.frame.author != author
                && other.value.to != "self"
        }
        let marks = history.acknowledgements.filter { mark in
            ids.contains(mark.value.flag) && mark.frame.author != author
        }
        let calls = history.calls.filter { call in
            call.value.about.contains(where: ids.contains) && call.frame.author != author
        }
        var answers = replies.map { reply in
            Answer(text: reply.value.text, at: time(reply.frame), author: reply.frame.author)
        }
        answers += marks.compactMap { mark in
            mark.value.note.map { Answer(text: $0, at: time(mark.frame), author: mark.frame.author) }
        }
        self.answers = answers.sorted { $0.at.instant < $1.at.instant }
        let frames = replies.map(\.frame) + marks.map(\.frame) + calls.map(\.frame)
        let first = frames.min { time($0).instant < time($1).instant }
        read = first.map { (time($0), $0.author) }
        isClosed = marks.contains { $0.value.state == .closed }
    }

    /// `read 20 Nov by kim`, `not read yet`.
    package var readWords: String {
        read.map { "read \($0.at.civil.date.dayMonth) by \($0.author)" } ?? "not read yet"
    }
}

extension PersonHistory {
    /// The notes to the clinic that are no answers themselves, by the time of their writing.
    /// - Parameter now: notes written after it are left out; nil keeps all.
    package func threadsToClinic(in zone: Zone, until now: Instant? = nil) -> [NoteThread] {
        notes.filter { $0.value.to == Note.clinic }.map { NoteThread($0, of: self, in: zone) }
            .filter { thread in now.map { thread.at.instant <= $0 } ?? true }
            .sorted { ($0.at.instant, $0.note.id) < ($1.at.instant, $1.note.id) }
    }
}

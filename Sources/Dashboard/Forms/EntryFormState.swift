// A form while it is filled in: what was typed, which line the keys go to, and what is wrong with it.

import CareDomain
import CellCanvas

struct EntryFormState: Equatable {
    let kind: FormKind
    let person: PersonID
    /// When the person began to type.
    let begun: OffsetInstant
    /// As it was when the form was opened, and again as it is when it is saved.
    var subject: FormSubject
    let fields: [FormField]
    /// The record that is corrected; nil for a new one.
    var replaces: RecordID?
    private(set) var texts: [String: String]
    /// As it stood when the form was opened: what is still so was not typed.
    private let opened: [String: String]
    /// The line of the keys; one past the fields is the line that saves.
    var line = 0
    /// The write that is under way; nil while there is none.
    var ticket: Int?
    /// Records that are on the disk already, of several that the form makes; and those still to be written.
    var written = 0
    var rest: [RecordBody] = []
    var isLeaving = false
    /// Every problem is shown once saving was tried; before that only those of lines already left.
    var showsAll = false
    private var left: Set<String> = []
    /// Nothing has been typed since the keys came to the line.
    private var isFresh = true

    init(
        _ kind: FormKind, subject: FormSubject, texts: [String: String], replaces: RecordID?,
        begun: OffsetInstant
    ) {
        self.kind = kind
        self.subject = subject
        self.begun = begun
        self.replaces = replaces
        var texts = texts
        // So that what was typed is found to be about the same session at a later start.
        texts[Self.sessionKey] = subject.session?.key
        self.texts = texts
        opened = texts
        person = subject.history.id
        fields = kind.fields(for: subject)
        // The day is there already, and seldom another.
        let isGiven = ["day", "date", "minute"].contains(fields.first?.key) && texts[fields[0].key] != nil
        line = isGiven ? 1 : 0
    }

    /// The name under which the session is kept that the form is about.
    static let sessionKey = "session"

    /// Takes in what has been written since the form was opened, so that nothing of it is lost by saving.
    mutating func refresh(_ history: PersonHistory) {
        subject.history = history
        if kind == .courseAdjust { replaces = history.courses.last?.id }
        guard let key = subject.session?.key,
            let session = history.sessions.first(where: { $0.key == key })
        else { return }
        subject.session = session
        if session.status == .done, kind == .sessionDone || FormKind.addingToSession.contains(kind) {
            replaces = session.record?.id
        }
    }

    /// What a change of the course would come to; nil while the lines do not say enough.
    func courseEffect(now: OffsetInstant) -> CourseEffect? {
        var reader = FormReader(texts, today: subject.today, zone: subject.zone, now: now)
        return FormKind.courseEffect(&reader, subject, why: texts["why"]?.trimmingSpaces ?? "")
    }

    var field: FormField? { fields.indices.contains(line) ? fields[line] : nil }
    /// False where a record is only gone on with.
    var isCorrection: Bool { replaces != nil && !FormKind.addingToSession.contains(kind) }
    var hasInput: Bool { texts != opened }
    func text(_ field: FormField) -> String { texts[field.key] ?? "" }

    /// What was typed, for a later start.
    var typed: [String: String] { texts.filter { !$0.value.isEmpty } }

    /// Puts back what was typed earlier, and goes to the first line that is open.
    mutating func restore(_ texts: [String: String]) {
        for field in fields { set(field.key, texts[field.key] ?? "") }
        line = fields.firstIndex { text($0).isEmpty } ?? fields.count
    }

    private mutating func set(_ key: String, _ text: String) { texts[key] = text.isEmpty ? nil : text }

    // MARK: Typing

    /// Types into the line what it can hold. A digit on a short scale is the whole answer: it takes the
    /// place of what stood there, and the keys go on.
    mutating func type(_ typed: String) {
        for character in typed where !character.isNewline {
            guard let field, field.shape.accepts(character) else { continue }
            var text = text(field)
            if case .scale(let range) = field.shape {
                type(character, on: range, of: field)
                continue
            }
            if field.shape == .answer, let answer = Self.answers[character] {
                set(field.key, answer)
                continue
            }
            // What stood there when the form was opened is replaced, not added to; words can be gone on with.
            if isFresh, !field.shape.isLong { text = "" }
            isFresh = false
            guard text.count < 500 else { return }
            text.append(character)
            set(field.key, text)
        }
    }

    private static let answers: [Character: String] = ["y": "yes", "n": "no"]

    private mutating func type(_ digit: Character, on range: ClosedRange<Int>, of field: FormField) {
        let before = text(field)
        // `10` is typed as 1 and 0.
        if range.upperBound == 10, before == "1", digit == "0" {
            set(field.key, "10")
            return
        }
        set(field.key, String(digit))
    }

    mutating func erase() {
        guard let field else { return }
        isFresh = false
        let text = text(field)
        switch field.shape {
        case .answer, .choice, .scale: set(field.key, "")
        default: set(field.key, String(text.dropLast()))
        }
    }

    mutating func eraseField() {
        if let field { set(field.key, "") }
    }

    /// A step with the arrows, where the line has steps.
    mutating func nudge(by step: Int) {
        guard let field else { return }
        let usual = begun.civil.clock
        let start = ClockTime(minutesAfterMidnight: usual.minutesAfterMidnight / 5 * 5)
        set(
            field.key,
            field.shape.nudged(text(field), by: step, today: subject.today, from: start))
    }

    mutating func move(to line: Int) {
        if let field { left.insert(field.key) }
        self.line = min(max(0, line), fields.count)
        isFresh = true
    }

    // MARK: Reading

    /// The record as it stands, and what is wrong with it by line.
    func read(now: OffsetInstant) -> (body: RecordBody?, problems: [String: String]) {
        var reader = FormReader(texts, today: subject.today, zone: subject.zone, now: now)
        let body = kind.body(&reader, for: subject)
        return (reader.problems.isEmpty ? body : nil, reader.problems)
    }

    /// Everything that is to be written, in order; empty where something is wrong.
    func records(now: OffsetInstant) -> [RecordBody] {
        var reader = FormReader(texts, today: subject.today, zone: subject.zone, now: now)
        let bodies = kind.records(&reader, for: subject)
        return reader.problems.isEmpty ? bodies : []
    }

    /// The problem that a line shows: not while it is being typed, nor before anything was.
    func problem(of field: FormField, in problems: [String: String]) -> String? {
        let isShown = showsAll || left.contains(field.key) && field != self.field && !text(field).isEmpty
        return isShown || field.key == "again" ? problems[field.key] : nil
    }

    /// The lines that are there to fill in: the second look at a dose only where something asks for it.
    func isShown(_ field: FormField, _ problems: [String: String]) -> Bool {
        if kind == .courseAdjust, FormKind.hiddenInAdjusting(texts).contains(field.key) { return false }
        if kind == .call, field.key == "contacted" { return FormKind.asksContacted(texts, subject) }
        return field.key != "again" || problems["again"] != nil || !text(field).isEmpty
    }
}

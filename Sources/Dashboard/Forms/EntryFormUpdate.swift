// What keys do in a form, how it is opened, and how it is sent to the disk.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// Opens a form: filled with a record to correct it, with what the day has already, or empty.
    mutating func openEntry(
        _ kind: FormKind, of session: TreatmentSession? = nil,
        correcting entry: (RecordID, [String: String])? = nil,
        on day: CivilDate? = nil, begun: OffsetInstant? = nil, in context: Context
    ) {
        guard let person, canWrite(in: context) else { return }
        notice = nil
        pagesUnderForm = pages.count
        let today = person.today(in: context)
        let subject = FormSubject(
            history: person.history, zone: person.zone, today: today, protocols: settings.protocols,
            doseRoutes: settings.doseRoutes, session: session)
        let found = entry ?? Self.standing(kind, subject, on: day ?? today)
        entryForm = EntryFormState(
            kind, subject: subject, texts: found.1, replaces: found.0,
            begun: begun ?? OffsetInstant(context.wall.instant, in: person.zone))
    }

    /// What stands in a form when it is opened, and the record that it takes the place of.
    private static func standing(
        _ kind: FormKind, _ subject: FormSubject, on day: CivilDate
    ) -> (RecordID?, [String: String]) {
        let history = subject.history
        switch kind {
        case .habits:
            if let same = history.habits.last(where: { $0.value.day == day }) {
                return (same.id, FormKind.texts(of: same.value))
            }
        case .mood:
            if let same = history.moods.last(where: { $0.value.day == day }) {
                return (same.id, FormKind.texts(of: same.value))
            }
        case .goal: return (history.plan?.id, [:])
        case .badHours:
            var texts = history.plan.map { FormKind.texts(of: $0.value.badHours) } ?? [:]
            texts["with"] = history.plan?.value.with
            return (history.plan?.id, texts.filter { !$0.value.isEmpty })
        case .person: return (nil, FormKind.texts(of: history.details).filter { !$0.value.isEmpty })
        case .course: return (nil, ["start": "today", "at": "14:00"])
        case .sessionDone, .sessionMove, .sessionOff:
            guard let session = subject.session else { return (nil, [:]) }
            return (session.replaced, FormKind.texts(of: session, kind))
        case .sessionPlan: return (nil, ["date": day.description])
        case .effects, .bladder, .daytime, .nap: break
        case .note, .selfNote, .medication, .contact: return (nil, [:])
        }
        return (nil, ["day": day.description])
    }

    mutating func updateEntry(_ command: Command, in context: Context) -> [Effect] {
        guard var form = entryForm else { return [] }
        let problems = form.read(now: form.begun).problems
        switch command {
        case .nextField where form.field == nil: return saveEntry(in: context)
        case .nextField: form.step(by: 1, problems)
        case .previousField: form.step(by: -1, problems)
        case .first: form.move(to: 0)
        case .last: form.move(to: form.fields.count)
        case .move(.left): form.nudge(by: -1)
        case .move(.right): form.nudge(by: 1)
        case .erase: form.erase()
        case .eraseField: form.eraseField()
        case .save: return saveEntry(in: context)
        case .leave:
            guard form.hasInput else {
                entryForm = nil
                return []
            }
            form.isLeaving = true
        default: break
        }
        entryForm = form
        return []
    }

    /// The form stays open until the disk has the record; a refusal leaves everything as it was typed.
    private mutating func saveEntry(in context: Context) -> [Effect] {
        guard var form = entryForm, let person, form.ticket == nil else { return [] }
        form.showsAll = true
        defer { entryForm = form }
        let now = OffsetInstant(context.wall.instant, in: person.zone)
        let (body, problems) = form.read(now: now)
        guard let body else {
            form.line = form.fields.firstIndex { problems[$0.key] != nil } ?? form.line
            return []
        }
        let draft = RecordDraft(body, replaces: form.replaces)
        let (effect, ticket) = write(draft, of: person.history.id, as: form.kind.noun(of: body))
        form.ticket = ticket
        return [effect]
    }
}

extension EntryFormState {
    /// To the next line that is there, down or up.
    mutating func step(by step: Int, _ problems: [String: String]) {
        var next = line + step
        while fields.indices.contains(next), !isShown(fields[next], problems) { next += step }
        move(to: next)
    }
}

extension FormKind {
    /// What was saved, as it is said.
    func noun(of body: RecordBody) -> String {
        switch body {
        case .habits(let habits): "the habits of \(habits.day.words)"
        case .mood(let mood): "how \(mood.day.words) felt"
        case .symptoms(let symptoms): "what you noticed on \(symptoms.day.words)"
        case .nap(let nap): "the nap of \(nap.start.civil.date.words)"
        case .note: self == .selfNote ? "your thought; it is closed until tomorrow" : "your note"
        case .medication(let medicine): medicine.name
        case .contact(let contact): contact.name
        case .plan: self == .goal ? "your goal" : "your plan for bad hours"
        case .person: "your settings"
        case .course: "the course"
        case .session(let session):
            session.start.map { "the session of \($0.civil.date.words)" } ?? "the session"
        default: title
        }
    }
}

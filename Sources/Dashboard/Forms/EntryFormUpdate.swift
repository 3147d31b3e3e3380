// What keys do in a form, how it is opened, and how it is sent to the disk.

import CareDomain
import CellCanvas

extension DashboardModel {
    /// Opens a form: filled with a record to correct it, with what the day has already, or empty.
    mutating func openEntry(
        _ kind: FormKind, of session: TreatmentSession? = nil, about flag: ReviewFlag? = nil,
        answering note: Entry<Note>? = nil, goal: Int? = nil,
        correcting entry: (RecordID, [String: String])? = nil,
        on day: CivilDate? = nil, begun: OffsetInstant? = nil, in context: Context
    ) {
        guard let person, canWrite(in: context) else { return }
        notice = nil
        pagesUnderForm = pages.count
        let today = person.today(in: context)
        let session = session ?? usualSession(kind, person, in: context)
        var subject = FormSubject(
            history: person.history, zone: person.zone, today: today, protocols: settings.protocols,
            doseRoutes: settings.doseRoutes, session: session, corrected: entry?.0, answered: note, goal: goal
        )
        if kind.isAboutFlags {
            subject.take(flags(of: person, in: context), chosen: flag, settings.care.rules)
        }
        guard kind.isReady(subject) else { return }
        let now = OffsetInstant(context.wall.instant, in: person.zone)
        let found = entry ?? Self.standing(kind, subject, on: day ?? today, now: now)
        entryForm = EntryFormState(
            kind, subject: subject, texts: found.1, replaces: found.0,
            begun: begun ?? now)
    }

    /// The session that a form is about where none is chosen: the one that runs, else the last one held; for
    /// one that begins, today's of the plan.
    private func usualSession(
        _ kind: FormKind, _ person: StoreSnapshot.Person, in context: Context
    ) -> TreatmentSession? {
        let now = context.wall.instant
        if FormKind.addingToSession.contains(kind) {
            let done = person.history.doneSessions
            return done.last { $0.watch([], now: now).isRunning } ?? done.last
        }
        guard kind == .sessionDone else { return nil }
        let today = person.today(in: context)
        return person.history.sessions.first { $0.date == today && $0.status == .planned }
    }

    /// What stands in a form when it is opened, and the record that it takes the place of.
    private static func standing(
        _ kind: FormKind, _ subject: FormSubject, on day: CivilDate, now: OffsetInstant
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
        case .goal: return (history.plan?.id, FormKind.texts(ofGoalOf: subject))
        case .badHours:
            var texts = history.plan.map { FormKind.texts(of: $0.value.badHours) } ?? [:]
            texts["with"] = history.plan?.value.with
            return (history.plan?.id, texts.filter { !$0.value.isEmpty })
        case .person: return (nil, FormKind.texts(of: history.details).filter { !$0.value.isEmpty })
        case .course: return (nil, ["start": "today", "at": "14:00"])
        case .sessionDone, .sessionMove, .sessionOff:
            guard let session = subject.session else {
                let start = ["date": day.description, "at": now.clockText]
                return (nil, kind == .sessionDone ? start : [:])
            }
            let isHeld = kind == .sessionDone && session.status == .done
            var texts = FormKind.texts(of: session, kind)
            // Begun before its planned time: the time of the plan has not come.
            if kind == .sessionDone, !isHeld, session.at.instant > now.instant {
                (texts["date"], texts["at"]) = (now.civil.date.description, now.clockText)
            }
            return (isHeld ? session.record?.id : session.replaced, texts)
        case .reading, .adverseEvent, .sessionLeft:
            return (subject.session?.record?.id, FormKind.texts(kind, of: subject.session, now: now))
        case .courseAdjust: return (history.courses.last?.id, ["from": max(day, subject.today).description])
        case .sessionPlan: return (nil, ["date": day.description])
        case .effects, .bladder, .daytime, .nap: break
        case .note, .selfNote, .medication, .contact, .personNote, .duty, .referral, .therapy:
            return (nil, [:])
        case .flagAssign, .flagContacted, .flagClose, .call, .answer:
            return (nil, kind.begun(subject, now: now))
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
        form.refresh(person.history)
        defer { entryForm = form }
        let now = OffsetInstant(context.wall.instant, in: person.zone)
        let (body, problems) = form.read(now: now)
        guard body != nil else {
            form.line = form.fields.firstIndex { problems[$0.key] != nil } ?? form.line
            return []
        }
        if let news = form.subject.newsOfFlag(in: flags(of: person, in: context)) {
            form.subject.flag = news
            let who = news.acknowledgedBy.map { " by \($0)" } ?? ""
            say(
                "It has changed meanwhile and is \(news.state.rawValue)\(who): look, and save again.",
                in: context)
            return []
        }
        form.rest = Array(form.records(now: now).dropFirst(form.written))
        return writeNext(of: &form, in: context)
    }

    /// Hands the next record of a form to the disk: one form can make several, one after the other.
    private mutating func writeNext(of form: inout EntryFormState, in context: Context) -> [Effect] {
        guard let body = form.rest.first else { return [] }
        form.rest.removeFirst()
        let draft = RecordDraft(body, replaces: form.replaces)
        let what = form.kind.noun(of: body, form.subject)
        let (effect, ticket) = write(draft, of: form.person, as: what)
        form.ticket = ticket
        let now = OffsetInstant(context.wall.instant, in: form.subject.zone)
        if form.kind == .courseAdjust, let change = form.courseEffect(now: now) {
            afterwards[ticket] = Array(change.drafts.dropFirst())
        }
        return [effect]
    }

    /// Takes note that a record of the open form is on the disk; the form closes after the last one.
    mutating func entryWritten(_ ticket: Int, in context: Context) -> [Effect] {
        guard var form = entryForm, form.ticket == ticket else { return [] }
        form.written += 1
        guard !form.rest.isEmpty else {
            entryForm = nil
            return []
        }
        let effects = writeNext(of: &form, in: context)
        entryForm = form
        return effects
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
    func noun(of body: RecordBody, _ subject: FormSubject) -> String {
        switch body {
        case .habits(let habits): "the habits of \(habits.day.words)"
        case .mood(let mood): "how \(mood.day.words) felt"
        case .symptoms(let symptoms): "what you noticed on \(symptoms.day.words)"
        case .nap(let nap): "the nap of \(nap.start.civil.date.words)"
        case .acknowledgement(let mark):
            (subject.flag?.noun ?? "the flag")
                + " is \(self == .flagAssign ? "assigned" : mark.state.rawValue)"
        case .call: "a call"
        case .note where self == .personNote: "a note that the person can read"
        case .note where self == .answer: "your answer"
        case .duty(let duty): duty.title
        case .referral(let referral): "the referral to \(referral.to)"
        case .therapy(let therapy): therapy.what
        case .note: self == .selfNote ? "your thought; it is closed until tomorrow" : "your note"
        case .medication(let medicine): medicine.name
        case .contact(let contact): contact.name
        case .plan: self == .goal ? "your goal" : "your plan for bad hours"
        case .person: "your settings"
        case .course: self == .courseAdjust ? "the change of the course" : "the course"
        case .session where self == .reading: "the reading"
        case .session(let session) where self == .adverseEvent:
            session.events.last?.what ?? "what was unwanted"
        case .session(let session):
            session.start.map { "the session of \($0.civil.date.words)" } ?? "the session"
        default: title
        }
    }
}

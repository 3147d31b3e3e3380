// The forms beside that for a night: what each asks for, and what it is called.

import CareDomain

enum FormKind: String, CaseIterable, Sendable {
    case habits, mood, effects, bladder, daytime, nap, note, selfNote, medication, contact, goal, badHours
    case person, course, sessionDone, sessionMove, sessionOff, sessionPlan
    case reading, adverseEvent, sessionLeft, courseAdjust
    /// What a clinic does about a person.
    case flagAssign, flagContacted, flagClose, call, personNote, answer, duty, referral, therapy

    /// Stands above the lines.
    var title: String {
        switch self {
        case .habits: "What the day held"
        case .mood: "How the day felt"
        case .effects: "After a session: what you notice"
        case .bladder: "Once a month: passing water"
        case .daytime: "Once a month: nights and days"
        case .nap: "A nap"
        case .note: "A note or a question for the clinic"
        case .selfNote: "A worry or a thought, for yourself"
        case .medication: "A medicine"
        case .contact: "Someone to call"
        case .goal: "A goal"
        case .badHours: "Your plan for bad hours"
        case .person: "You, and your times"
        case .course: "A course of treatment"
        case .sessionDone: "A session that was held"
        case .sessionMove: "Move a session"
        case .sessionOff: "A session that is not held"
        case .sessionPlan: "Plan another session"
        case .reading: "A reading during a session"
        case .adverseEvent: "Something unwanted in a session"
        case .sessionLeft: "When the person left"
        case .courseAdjust: "Adjust the course"
        case .flagAssign: "Who sees to a flag"
        case .flagContacted: "The person was contacted"
        case .flagClose: "Close a flag"
        case .call: "A call to the person"
        case .personNote: "A note to the person"
        case .answer: "An answer to the person's note"
        case .duty: "Something to do for the person"
        case .referral: "A referral"
        case .therapy: "A therapy beside the sessions"
        }
    }

    /// One muted line under the title.
    var hint: String {
        switch self {
        case .habits: "Only what you know; the rest stays unknown. Each line can stay empty."
        case .mood: "0 to 10, as it was over the day. What you leave out stays unknown."
        case .effects: "What you do not answer is not a no."
        case .bladder, .daytime: "Three or four answers the clinic asks about; none is not a no."
        case .nap: "From when to when, or how long."
        case .note: "Your clinic reads it with your records. Lull sends nothing by itself."
        case .selfNote:
            "For you alone: kept apart, never in a report. Write it, and close it until tomorrow."
        case .medication:
            "Lull keeps it, and advises nothing. Do not stop or change one on your own; ask first."
        case .contact: "Who can be reached, and when; shown on the page behind !."
        case .goal: "What you would like, how you would see it, and by when."
        case .badHours: "Written in better hours, shown behind ! in bad ones. Semicolons part the lines."
        case .person: "Your bedtime and rising time make the evening's plan."
        case .course: "The plan follows its protocol; each session can be moved later."
        case .sessionDone: "As it was; what is not known stays empty."
        case .sessionMove: "Only this one moves; the others stay where they are."
        case .sessionOff: "The others stay where they are."
        case .sessionPlan: "Beside the plan of the course."
        case .reading: "Only what was read; earlier readings stay."
        case .adverseEvent: "What it was, and what was done; what is not known stays empty."
        case .sessionLeft: "When the person was judged ready, and when they left."
        case .courseAdjust: "Only what is still to come changes, and the reason stays beside it."
        case .flagAssign:
            "With this the flag counts as seen. It rests through the day you give, then opens again."
        case .flagContacted: "How, and what came of it. The person can read this."
        case .flagClose: "The person can read this. With a day, it opens again after it if it still holds."
        case .call: "Lull rings nobody. The person can read this."
        case .personNote: "The person can read this."
        case .answer: "The person can read this, with the note."
        case .duty: "By when, and when it was done; until then it stays open. The person can read this."
        case .referral:
            "Sent, seen there, what came of it: add later what comes later. The person can read this."
        case .therapy: "Such as one for insomnia, or for trauma. The person can read this."
        }
    }

    func fields(for subject: FormSubject) -> [FormField] {
        switch self {
        case .habits: Self.habitFields
        case .mood: Self.moodFields
        case .effects: Self.effectFields
        case .bladder: Self.bladderFields
        case .daytime: Self.daytimeFields
        case .nap: Self.napFields
        case .note: Self.noteFields
        case .selfNote: Self.selfNoteFields
        case .medication: Self.medicationFields
        case .contact: Self.contactFields
        case .goal: Self.goalFields
        case .badHours: Self.badHoursFields
        case .person: Self.personFields
        case .course: Self.courseFields(subject.protocols)
        case .sessionDone: Self.sessionDoneFields
        case .sessionMove: Self.sessionMoveFields
        case .sessionOff: Self.sessionOffFields
        case .sessionPlan: Self.sessionPlanFields
        case .reading: Self.readingFields
        case .adverseEvent: Self.adverseEventFields
        case .sessionLeft: Self.sessionLeftFields
        case .courseAdjust: Self.courseAdjustFields
        case .flagAssign: Self.flagAssignFields
        case .flagContacted: Self.flagContactedFields
        case .flagClose: Self.flagCloseFields
        case .call: Self.callFields(subject)
        case .personNote: Self.personNoteFields
        case .answer: Self.answerFields
        case .duty: Self.dutyFields(subject)
        case .referral: Self.referralFields
        case .therapy: Self.therapyFields
        }
    }

    /// The record that the lines make; nil where the reader has noted a problem.
    func body(_ reader: inout FormReader, for subject: FormSubject) -> RecordBody? {
        let body: RecordBody? =
            switch self {
            case .habits: Self.habits(&reader, subject)
            case .mood: Self.mood(&reader)
            case .effects, .bladder, .daytime: Self.symptoms(&reader)
            case .nap: Self.nap(&reader)
            case .note: Self.note(&reader, to: "clinic")
            case .selfNote: Self.note(&reader, to: "self")
            case .medication: Self.medication(&reader)
            case .contact: Self.contact(&reader)
            case .goal: Self.goal(&reader, subject)
            case .badHours: Self.badHours(&reader, subject)
            case .person: Self.person(&reader, subject)
            case .course: Self.course(&reader, subject)
            case .sessionDone: Self.sessionDone(&reader, subject)
            case .sessionMove: Self.sessionMove(&reader, subject)
            case .sessionOff: Self.sessionOff(&reader, subject)
            case .sessionPlan: Self.sessionPlan(&reader, subject)
            case .reading: Self.reading(&reader, subject)
            case .adverseEvent: Self.adverseEvent(&reader, subject)
            case .sessionLeft: Self.sessionLeft(&reader, subject)
            case .courseAdjust: Self.courseAdjust(&reader, subject)
            case .flagAssign, .flagContacted, .flagClose: mark(&reader, subject)
            case .call: Self.call(&reader, subject).map { .call($0) }
            case .personNote: reader.needed("text").map { .note(Note(text: $0)) }
            case .answer: Self.answer(&reader, subject)
            case .duty: Self.duty(&reader, subject)
            case .referral: Self.referral(&reader, subject)
            case .therapy: Self.therapy(&reader, subject)
            }
        return reader.problems.isEmpty ? body : nil
    }
}

/// What a form is about beside what is typed into it.
struct FormSubject: Equatable {
    var history: PersonHistory
    var zone: Zone
    var today: CivilDate
    var protocols: [CourseProtocol]
    var doseRoutes: [DoseRoute]
    /// The session that is changed; nil for other forms.
    var session: TreatmentSession?
    /// The record that is corrected; nil for a new one.
    var corrected: RecordID?
    /// The flag that a step or a call is about; nil for none.
    var flag: ReviewFlag?
    /// All of the person's flags, for a form that is about some of them.
    var flags: [ReviewFlag] = []
    /// The hash of the rule file behind each flag, by rule.
    var ruleDigests: [String: String] = [:]
    /// The note that is answered; nil for other forms.
    var answered: Entry<Note>?
    /// The place of the goal that is changed; nil for a new one.
    var goal: Int?
}

// The form that lies over a screen, whichever it is.

import CareDomain

extension DashboardModel {
    /// Where the keys of the open form go; nil while there is none.
    var formMode: Mode? {
        if let form {
            if form.isLeaving { return .leaveForm }
            return form.field?.takesLetters == true ? .form : .nightFigure
        }
        if let entryForm {
            if entryForm.isLeaving { return .leaveForm }
            return entryForm.field?.shape.takesLetters == true ? .form : .formFigure
        }
        return checkInForm == nil ? nil : .checkInForm
    }

    var hasForm: Bool { form != nil || entryForm != nil || checkInForm != nil }

    /// Leaves what was typed, or goes on typing.
    mutating func leaveForm(_ leaves: Bool) {
        if leaves {
            form = nil
            entryForm = nil
        } else {
            form?.isLeaving = false
            entryForm?.isLeaving = false
        }
    }

    /// What is being typed, where there is something to keep.
    var typedDraft: FormDraft? {
        if let form, form.hasInput { return FormDraft(form.draft, of: form.person, begun: form.begun) }
        if let checkInForm { return checkInForm.hasInput ? checkInForm.draft : nil }
        guard let entryForm, entryForm.hasInput else { return form == nil ? goodNightDraft : nil }
        return FormDraft(
            person: entryForm.person, form: entryForm.kind.rawValue, begun: entryForm.begun,
            texts: entryForm.typed)
    }
}

extension NightField {
    /// True where a letter is a part of what is typed.
    var takesLetters: Bool {
        switch self {
        case .date, .medication, .comment: true
        default: false
        }
    }
}

// MARK: Good nights

extension FormDraft {
    /// Not typed, but kept in the same place: when someone said good night.
    static let goodNightForm = "good-night"
}

extension DashboardModel {
    /// Hours after which a good night is no longer last night's. Lull's own.
    private static let goodNightHours = 18.0

    var goodNightDraft: FormDraft? {
        guard let person, let said = goodNights[person.history.id] else { return nil }
        return FormDraft(
            person: person.history.id, form: FormDraft.goodNightForm, begun: said,
            texts: ["trySleep": said.clockText])
    }

    /// Takes over what an earlier run has left: good nights as they are, the rest to be offered.
    mutating func takeOver(_ found: [FormDraft], in context: Context) -> [Effect] {
        drafts.offers = found.filter { $0.form != FormDraft.goodNightForm }
        var effects: [Effect] = []
        for draft in found where draft.form == FormDraft.goodNightForm {
            if context.wall.instant.since(draft.begun.instant).hours < Self.goodNightHours {
                goodNights[draft.person] = draft.begun
                if person?.history.id == draft.person { drafts.kept = draft }
            } else {
                effects.append(.dropDraft(draft.person))
            }
        }
        return effects
    }

    /// When the person said good night, where that was the night that a form is opened for.
    func goodNight(of person: PersonID, in context: Context) -> ClockTime? {
        guard let said = goodNights[person] else { return nil }
        let hours = context.wall.instant.since(said.instant).hours
        return (0..<Self.goodNightHours).contains(hours) ? said.civil.clock : nil
    }
}

// The form that lies over a screen, whichever it is.

import CareDomain

extension DashboardModel {
    /// Where the keys of the open form go; nil while there is none.
    var formMode: Mode? {
        if let form {
            if form.isLeaving { return .leaveForm }
            return form.field?.takesLetters == true ? .form : .formFigure
        }
        if let entryForm {
            if entryForm.isLeaving { return .leaveForm }
            return entryForm.field?.shape.takesLetters == true ? .form : .formFigure
        }
        return nil
    }

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
        guard let entryForm, entryForm.hasInput else { return nil }
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

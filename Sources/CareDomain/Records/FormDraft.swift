// What a person has typed into a form and has not saved yet.

package struct FormDraft: Equatable, Sendable {
    /// Whose form it is.
    package var person: PersonID
    /// Which form, `night`.
    package var form: String
    /// When the person began to type.
    package var begun: OffsetInstant
    /// The texts as they were typed, by the name of the field.
    package var texts: [String: String]

    package init(person: PersonID, form: String, begun: OffsetInstant, texts: [String: String]) {
        self.person = person
        self.form = form
        self.begun = begun
        self.texts = texts
    }
}

extension FormDraft {
    /// The name of the form for a night.
    package static let nightForm = "night"

    /// A night as it is being typed.
    package init(_ night: NightDraft, of person: PersonID, begun: OffsetInstant) {
        var texts: [String: String] = [:]
        for field in NightField.allCases where !night[field].isEmpty { texts[field.rawValue] = night[field] }
        self.init(person: person, form: Self.nightForm, begun: begun, texts: texts)
    }

    /// The night that was being typed; nil for a draft of another form.
    package var night: NightDraft? {
        guard form == Self.nightForm else { return nil }
        var night = NightDraft()
        for field in NightField.allCases { night[field] = texts[field.rawValue] ?? "" }
        return night
    }
}

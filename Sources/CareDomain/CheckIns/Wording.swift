// The wording of a questionnaire, which only a clinic's own file can bring.

/// Shown as it stands, never changed.
package struct Wording: Equatable, Sendable {
    /// The name of the questionnaire.
    package var instrument: String
    /// What stands above the items; nil where the file has nothing.
    package var intro: String?
    /// As many as the questionnaire has items.
    package var items: [Item]
    /// Where the wording comes from, by the clinic's own word.
    package var source: String

    package struct Item: Equatable, Sendable {
        package var text: String
        /// The labels of its answers from the lowest on; empty where the file has none.
        package var answers: [String]

        package init(text: String, answers: [String] = []) {
            self.text = text
            self.answers = answers
        }
    }

    package init(instrument: String, intro: String?, items: [Item], source: String) {
        self.instrument = instrument
        self.intro = intro
        self.items = items
        self.source = source
    }
}

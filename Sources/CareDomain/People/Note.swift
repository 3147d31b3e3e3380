// What someone wants to be remembered or read.

/// A note, to the clinic, to oneself, or read by both (nil).
package struct Note: Equatable, Sendable {
    /// What `to` says of a note that the clinic is to read.
    package static let clinic = "clinic"

    package var text: String
    /// The id of a night, a session or a flag, or of a note that it answers.
    package var about: String?
    package var to: String?

    package init(text: String, about: String? = nil, to: String? = nil) {
        self.text = text
        self.about = about
        self.to = to
    }
}

// A call to a person, as whoever made it wrote it down.

package struct Call: Equatable, Sendable {
    package enum Reached: String, CaseIterable, Sendable {
        case yes, no
        /// Only a message could be left.
        case message
    }

    package var start: OffsetInstant
    package var reached: Reached?
    /// The ids of flags, nights or sessions.
    package var about: [String]
    package var note: String?

    package init(start: OffsetInstant, reached: Reached? = nil, about: [String] = [], note: String? = nil) {
        self.start = start
        self.reached = reached
        self.about = about
        self.note = note
    }
}

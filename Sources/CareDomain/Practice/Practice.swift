// What became of a relaxation programme once it was begun.

/// A relaxation programme that was done, or begun.
package struct Practice: Equatable, Sendable {
    package var programme: String
    package var start: OffsetInstant
    /// Seconds that the programme was to take; nil where it had no set length.
    package var plannedSeconds: Int?
    /// Seconds that were done, pauses not counted.
    package var seconds: Int
    package var completed: Bool
    /// 0...10.
    package var tensionBefore: Int?
    /// 0...10.
    package var tensionAfter: Int?

    package init(
        programme: String, start: OffsetInstant, plannedSeconds: Int? = nil, seconds: Int, completed: Bool,
        tensionBefore: Int? = nil, tensionAfter: Int? = nil
    ) {
        self.programme = programme
        self.start = start
        self.plannedSeconds = plannedSeconds
        self.seconds = seconds
        self.completed = completed
        self.tensionBefore = tensionBefore
        self.tensionAfter = tensionAfter
    }

    /// A rise of tension, of 0...10, after which one stops and tells someone: Lull's own.
    package static let muchWorse = 3

    /// What is said after such a rise.
    package static let worseWords =
        "That is a good deal tenser than before. Leave it for today; if it stays, tell your clinic."
}

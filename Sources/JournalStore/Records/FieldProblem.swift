// What is wrong with one field of a record.

package struct FieldProblem: Error, Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
        case missing
        /// Another type than the one described.
        case expected(String)
        /// Outside a range, as text: `1 to 5`.
        case outside(String)
        /// A date, an instant or a word that there is not.
        case unknown(String)
    }

    /// The key, with its place in a list: `plan[2].at`.
    package var key: String
    package var reason: Reason

    package init(_ key: String, _ reason: Reason) {
        self.key = key
        self.reason = reason
    }
}

extension FieldProblem: CustomStringConvertible {
    /// `quality must be from 1 to 5`.
    package var description: String {
        switch reason {
        case .missing: "\(key) is missing"
        case .expected(let what): "\(key) must be \(what)"
        case .outside(let range): "\(key) must be from \(range)"
        case .unknown(let text): "\(key): there is no such thing as \(text)"
        }
    }
}

// What is wrong with a preset's file, as facts: the file, the line, and what.

/// A file of presets that cannot be used, and where in it the reason stands.
package struct PresetProblem: Error, Equatable, Sendable {
    package enum What: Equatable, Sendable {
        /// The text is no YAML; what the YAML reader says.
        case notYAML(String)
        case tooLarge(bytes: Int)
        case missing(key: String)
        /// A key that is not read.
        case unknown(key: String)
        /// Something that YAML has and presets do not, in words.
        case refused(String)
        /// A value that its key cannot have, and what it can have.
        case wrong(key: String, value: String, expected: String)
        /// A format of another kind, which looks like ours.
        case unsupported(format: String)
    }

    /// The file's name as the caller gave it.
    package var file: String
    /// Counted from 1; nil where the file as a whole is meant.
    package var line: Int?
    package var what: What

    package init(file: String, line: Int? = nil, what: What) {
        self.file = file
        self.line = line
        self.what = what
    }
}

extension PresetProblem: CustomStringConvertible {
    /// `dusk.yaml:7: base0B is "zz", not six hexadecimal digits`.
    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(what)"
    }
}

extension PresetProblem.What: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notYAML(let reason): "this is not YAML: \(reason)"
        case .tooLarge(let bytes): "\(bytes) bytes are more than a preset can have"
        case .missing(let key): "\(key) is missing"
        case .unknown(let key): "there is no key \(key) here"
        case .refused(let words): words
        case .wrong(let key, let value, let expected): "\(key) is \"\(value)\", not \(expected)"
        case .unsupported(let format): "the format \(format) is not read here; base16 and base24 are"
        }
    }
}

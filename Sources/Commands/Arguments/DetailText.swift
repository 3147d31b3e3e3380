// A text with details behind it: `nausea; severity=mild; at=14:40`.

import ArgumentParser
import CareDomain

struct DetailText {
    /// What stands before the details.
    let what: String
    private var details: [String: String] = [:]

    /// A part without an equals sign that is none of the words belongs to the text before it.
    /// - Parameters:
    ///   - keys: the details that have a value.
    ///   - words: those that stand for themselves.
    /// - Throws: `ValidationError` for a detail of another name, or one given twice, and where no text is
    ///   left.
    init(_ text: String, keys: [String], words: [String] = []) throws {
        var texts: [String] = []
        for part in text.split(separator: ";") {
            let part = String(part).trimmingSpaces
            let sign = part.firstIndex(of: "=")
            let key = String(part[..<(sign ?? part.startIndex)]).trimmingSpaces
            // The text itself can hold an equals sign.
            guard let sign, !texts.isEmpty || keys.contains(key) else {
                if words.contains(part) { details[part] = "" } else if !part.isEmpty { texts.append(part) }
                continue
            }
            let value = String(part[part.index(after: sign)...]).trimmingSpaces
            guard keys.contains(key) else {
                throw ValidationError(
                    "there is no detail '\(key)'; there are \(keys.joined(separator: ", "))")
            }
            guard !value.isEmpty, details[key] == nil else {
                throw ValidationError("give one value for '\(key)'")
            }
            details[key] = value
        }
        guard !texts.isEmpty else { throw ValidationError("give some text") }
        what = texts.joined(separator: "; ")
    }

    subscript(key: String) -> String? { details[key] }
}

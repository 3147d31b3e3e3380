// HTML that cannot carry what a text has put into it: literals stand as they are, all else is escaped.

/// Text from anywhere with what nobody can see written out, `\u{202e}`, as on a terminal.
enum VisibleText {
    static func of(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isHidden(scalar) {
                result += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
            return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}

/// There is no way to make one of a string as it stands.
package struct HTMLText: Equatable, Sendable {
    package private(set) var string: String

    private init(trusted string: String) { self.string = string }

    static func + (a: HTMLText, b: HTMLText) -> HTMLText { HTMLText(trusted: a.string + b.string) }
    static func += (a: inout HTMLText, b: HTMLText) { a.string += b.string }

    static func joined(_ parts: [HTMLText]) -> HTMLText {
        HTMLText(trusted: parts.map(\.string).joined())
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in VisibleText.of(text).unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}

extension HTMLText: ExpressibleByStringInterpolation {
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var string = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            string.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: String) { string += literal }

        package mutating func appendInterpolation(_ html: HTMLText) { string += html.string }

        package mutating func appendInterpolation(_ text: String) { string += HTMLText.escaped(text) }

        package mutating func appendInterpolation(_ number: Int) { string += String(number) }

        /// With at most one decimal: a place in a drawing.
        package mutating func appendInterpolation(_ place: Double) {
            guard place.isFinite, abs(place) < 1e9 else { return string += "0" }
            let tenths = Int((place * 10).rounded())
            let sign = tenths < 0 ? "-" : ""
            let fraction = abs(tenths) % 10
            string += "\(sign)\(abs(tenths) / 10)" + (fraction == 0 ? "" : ".\(fraction)")
        }
    }

    package init(stringLiteral value: String) { self.init(trusted: value) }
    package init(stringInterpolation: StringInterpolation) {
        self.init(trusted: stringInterpolation.string)
    }
}

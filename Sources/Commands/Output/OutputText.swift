// Text that is safe to print: written in the sources, or cleaned on its way in.

import CellCanvas
import PlainJSON

/// What is written to a stream.
///
/// What a literal says is printed as it stands, line breaks included; what is put into it, from wherever that
/// comes, is cleaned. There is no way to make one of a string as it stands, so that nothing can be printed
/// uncleaned by mistake.
package struct OutputText: Equatable, Sendable {
    package let string: String

    private init(trusted string: String) { self.string = string }

    /// Each string on a line of its own.
    static func lines(_ lines: [String]) -> OutputText {
        OutputText(trusted: lines.map { CleanText($0).string + "\n" }.joined())
    }

    /// A text of several lines that were broken on purpose, as help is.
    static func page(_ text: String) -> OutputText {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return .lines(lines)
    }

    /// A value and the end of its line; what is not safe to print is an escape of JSON's own.
    static func json(_ value: JSONValue, pretty: Bool = false) -> OutputText {
        OutputText(trusted: value.text(pretty: pretty) + "\n")
    }

    /// An object a line.
    static func jsonLines(_ objects: [JSONObject]) -> OutputText {
        OutputText(trusted: objects.map { $0.text() + "\n" }.joined())
    }

    /// Rows after RFC 4180, the line break of which is its own; one in a cell is made visible.
    static func csv(_ rows: [[String]]) -> OutputText {
        OutputText(trusted: rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined())
    }

    private static func field(_ text: String) -> String {
        let text = CleanText(text).string
        guard text.contains("\"") || text.contains(",") || text.hasPrefix(" ") else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}

extension OutputText: ExpressibleByStringInterpolation {
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var string = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            string.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: String) { string += literal }

        package mutating func appendInterpolation(_ value: some Any) {
            string += CleanText(String(describing: value)).string
        }
    }

    package init(stringLiteral value: String) { self.init(trusted: value) }
    package init(stringInterpolation: StringInterpolation) {
        self.init(trusted: stringInterpolation.string)
    }
}

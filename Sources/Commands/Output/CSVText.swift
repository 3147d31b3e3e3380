// Objects as a table for spreadsheets, after RFC 4180, with its text cleaned.

import CellCanvas
import PlainJSON

enum CSVText {
    static func text(keys: [String], _ objects: [JSONObject]) -> String {
        var lines = [keys.map(field).joined(separator: ",")]
        for object in objects {
            lines.append(keys.map { field(cell(object[$0] ?? .null)) }.joined(separator: ","))
        }
        return lines.map { $0 + "\r\n" }.joined()
    }

    private static func cell(_ value: JSONValue) -> String {
        switch value {
        case .null: return ""
        case .string(let text): return CleanText(text).string
        case .array(let values):
            let words = values.compactMap(\.string)
            guard words.count == values.count else { return value.text() }
            return words.map { CleanText($0).string }.joined(separator: " ")
        case .bool, .integer, .number, .object: return value.text()
        }
    }

    private static func field(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) || text.hasPrefix(" ") else {
            return text
        }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}

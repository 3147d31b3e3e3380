// Objects as a table for spreadsheets: a column a key, lists as words.

import PlainJSON

enum CSVText {
    static func text(keys: [String], _ objects: [JSONObject]) -> OutputText {
        .csv([keys] + objects.map { object in keys.map { cell(object[$0] ?? .null) } })
    }

    private static func cell(_ value: JSONValue) -> String {
        switch value {
        case .null: return ""
        case .string(let text): return text
        case .array(let values):
            let words = values.compactMap(\.string)
            return words.count == values.count ? words.joined(separator: " ") : value.text()
        case .bool, .integer, .number, .object: return value.text()
        }
    }
}

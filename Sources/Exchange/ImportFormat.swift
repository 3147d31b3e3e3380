// Which formats can be imported, and how a file's own bytes tell which one it is in.

import CareDomain

/// The raw value is the name for `--format`, and the source under which the records are kept.
package enum ImportFormat: String, CaseIterable, Sendable {
    /// The sleep logs of Google Takeout, a JSON array.
    case fitbit
    /// Diary nights, a table with a row a night.
    case diary
    /// Questionnaires, a table with a row for each that was answered.
    case scores
    /// Sessions, a table with a row each.
    case sessions

    /// The names, for a message.
    package static var allNames: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// What the bytes are, by their content; the name decides only where the content cannot. Nil where they
    /// are none of the formats.
    package static func recognise(_ bytes: [UInt8], name: String) -> ImportFormat? {
        let start = bytes.starts(with: CSVReader.byteOrderMark) ? 3 : 0
        guard let first = bytes[start...].firstIndex(where: { !CSVReader.isWhiteSpace($0) }) else {
            return nil
        }
        if bytes[first] == UInt8(ascii: "[") {
            let head = String(decoding: bytes[first...].prefix(1 << 16), as: UTF8.self)
            if head.contains("\"logId\"") && head.contains("\"startTime\"") { return .fitbit }
            return name.hasPrefix("sleep") && name.hasSuffix(".json") && bytes.count < 16 ? .fitbit : nil
        }
        var reader = CSVReader(bytes)
        guard let header = reader.header(), case .success(let columns) = header.fields else { return nil }
        let names = Set(columns.map(CSVTable.plain))
        if names.contains("instrument") { return ScoresTable().fits(names) ? .scores : nil }
        if DiaryTable().fits(names) { return .diary }
        return SessionsTable().fits(names) ? .sessions : nil
    }
}

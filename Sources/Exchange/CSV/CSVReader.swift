// Tables as text, row by row: RFC 4180, and what spreadsheets make of it.

/// Why a row has no cells.
enum CSVProblem: Error, Equatable {
    /// A quotation mark opens a text that never ends.
    case quoteNotClosed
    /// Something other than a separator follows a closing quotation mark.
    case textAfterQuote
    case notUTF8

    /// A plain clause without a full stop.
    var why: String {
        switch self {
        case .quoteNotClosed: "a quotation mark on this line is never closed"
        case .textAfterQuote: "something follows a closing quotation mark; within a text it is written twice"
        case .notUTF8: "the line is not UTF-8 text"
        }
    }
}

/// Takes LF, CRLF and CR as line ends, a byte order mark at the start, and comma, semicolon or tab between
/// cells, whichever the first line has most of.
///
/// A row that cannot be read costs its first line alone: reading goes on with the line after it.
struct CSVReader {
    struct Row {
        /// The line on which it begins, from 1; line breaks within a quoted text count.
        var line: Int
        var fields: Result<[String], CSVProblem>
        /// False for what follows the last line end.
        var isEnded: Bool
    }

    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D

    private let bytes: [UInt8]
    private let separator: UInt8
    private var line = 1
    /// The bytes read so far.
    private(set) var at: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        at = bytes.starts(with: Self.byteOrderMark) ? 3 : 0
        separator = Self.separator(of: bytes[at...])
    }

    static func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
        var counts = [UInt8(ascii: ","): 0, UInt8(ascii: ";"): 0, 0x09: 0]
        var quoted = false
        for byte in bytes.drop(while: { $0 == lineFeed || $0 == carriageReturn }) {
            if byte == quote { quoted.toggle() }
            if !quoted, byte == lineFeed || byte == carriageReturn { break }
            if !quoted { counts[byte]? += 1 }
        }
        let comma = counts[UInt8(ascii: ",")] ?? 0
        let other = counts.filter { $0.value > comma }.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return other?.key ?? UInt8(ascii: ",")
    }

    /// The first row with anything in it.
    mutating func header() -> Row? {
        while let row = next() {
            guard case .success(let fields) = row.fields, fields.allSatisfy(\.isEmpty) else { return row }
        }
        return nil
    }

    /// The next row, blank ones included; nil at the end.
    mutating func next() -> Row? {
        guard at < bytes.count else { return nil }
        let start = (at: at, line: line)
        var fields: [String] = []
        do {
            while true {
                fields.append(try field())
                guard at < bytes.count else {
                    return Row(line: start.line, fields: .success(fields), isEnded: false)
                }
                if bytes[at] == separator {
                    at += 1
                } else {
                    endLine()
                    return Row(line: start.line, fields: .success(fields), isEnded: true)
                }
            }
        } catch {
            (at, line) = start
            skipLine()
            return Row(line: start.line, fields: .failure(error), isEnded: true)
        }
    }

    private mutating func field() throws(CSVProblem) -> String {
        if at < bytes.count, bytes[at] == Self.quote { return try quotedField() }
        let start = at
        while at < bytes.count, bytes[at] != separator, !isLineEnd(bytes[at]) { at += 1 }
        return try text(bytes[start..<at])
    }

    private mutating func quotedField() throws(CSVProblem) -> String {
        at += 1
        var content: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            if byte == Self.quote {
                at += 1
                guard at < bytes.count, bytes[at] == Self.quote else {
                    guard at == bytes.count || bytes[at] == separator || isLineEnd(bytes[at]) else {
                        throw .textAfterQuote
                    }
                    return try text(content[...])
                }
                content.append(byte)
                at += 1
            } else if isLineEnd(byte) {
                let before = at
                endLine()
                content.append(contentsOf: bytes[before..<at])
            } else {
                content.append(byte)
                at += 1
            }
        }
        throw .quoteNotClosed
    }

    private func text(_ content: ArraySlice<UInt8>) throws(CSVProblem) -> String {
        let text = String(decoding: content, as: UTF8.self)
        guard text.utf8.elementsEqual(content) else { throw .notUTF8 }
        return text
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == Self.lineFeed || byte == Self.carriageReturn }

    private mutating func endLine() {
        let isPair =
            bytes[at] == Self.carriageReturn && at + 1 < bytes.count && bytes[at + 1] == Self.lineFeed
        at += isPair ? 2 : 1
        line += 1
    }

    private mutating func skipLine() {
        while at < bytes.count, !isLineEnd(bytes[at]) { at += 1 }
        if at < bytes.count { endLine() }
    }
}

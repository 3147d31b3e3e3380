// A record as one line of a journal, and back: the frame, the kind's own keys, and the check sum at the end.

import CareDomain
import PlainJSON

package enum RecordLine {
    /// The version that this program writes, and the greatest that it acts on.
    package static let version = 1
    /// Bytes of the longest line that is read, without its line break.
    package static let maximumLength = 1 << 20

    /// What a line turned out to be.
    package enum Reading: Equatable, Sendable {
        /// - isEdited: true where the sum is missing or another: the line was changed after it was written.
        case record(Record, isEdited: Bool)
        /// A line of a greater version; it is counted and never acted on.
        /// - isEdited: true where it has a sum as this version knows it, and another one.
        case newer(isEdited: Bool)
        case damaged(LineDamage)
    }

    /// The keys that stand before and behind a kind's own.
    static let frameKeys: Set = ["v", "id", "seq", "at", "by", "kind", "replaces", "source", "key", "sum"]

    /// The bytes of a record's line, its line break included.
    /// - Parameter kept: keys that this version does not know, of the record that is corrected.
    package static func bytes(of record: Record, keeping kept: JSONObject = [:]) -> [UInt8] {
        bytes(record.frame, kind: record.body.kind, record.body.fields, keeping: kept)
    }

    /// - Parameter fields: the kind's own, none of which has the name of one of the frame's.
    static func bytes(
        _ frame: RecordFrame, kind: String, _ fields: JSONObject, keeping kept: JSONObject = [:]
    ) -> [UInt8] {
        var object = JSONObject()
        object.append("v", .integer(version))
        object.append("id", .string(frame.id.text))
        object.append("seq", .integer(frame.sequence))
        object.append("at", .string(frame.at.frameText))
        object.append("by", .string(frame.author))
        object.append("kind", .string(kind))
        object.append("replaces", frame.replaces.map { .string($0.text) })
        object.append("source", frame.source.map { .string($0) })
        object.append("key", frame.key.map { .string($0) })
        for pair in fields.pairs { object.append(pair.key, pair.value) }
        for pair in kept.pairs where !frameKeys.contains(pair.key) { object.add(pair.key, pair.value) }
        var bytes = object.bytes(capacity: 512)
        bytes.removeLast()
        var sum = CRC32C()
        sum.add(bytes.span)
        bytes.append(contentsOf: sumStart)
        bytes.append(contentsOf: CRC32C.digits(of: sum.sum))
        bytes.append(contentsOf: sumEnd)
        bytes.append(0x0A)
        return bytes
    }

    /// Reads a line without its line break.
    package static func read(_ bytes: [UInt8], in range: Range<Int>? = nil, zones: some ZoneSource) -> Reading
    {
        let range = (range ?? bytes.indices).clamped(to: bytes.indices)
        guard range.count <= maximumLength else { return .damaged(.tooLong) }
        return read(bytes, in: range, LineSum(of: bytes[range]), zones: zones)
    }

    /// - Parameters:
    ///   - range: of a line that is no longer than the longest.
    ///   - sum: what the line's own sum is.
    static func read(_ bytes: [UInt8], in range: Range<Int>, _ sum: LineSum, zones: some ZoneSource)
        -> Reading
    {
        do {
            guard case .object(let object) = try JSONReader.value(bytes, in: range) else {
                return .damaged(.notAnObject)
            }
            let reading = try read(object, isEdited: !sum.isRight, zones: zones)
            if case .newer = reading { return .newer(isEdited: sum.isThere && !sum.isRight) }
            return reading
        } catch let problem as JSONProblem {
            return .damaged(.notJSON(problem))
        } catch let problem as FieldProblem {
            return .damaged(.field(problem))
        } catch {
            return .damaged(.notAnObject)
        }
    }

    private static func read(_ object: JSONObject, isEdited: Bool, zones: some ZoneSource)
        throws(FieldProblem) -> Reading
    {
        var fields = FieldReader(object)
        guard try fields.required("v", try fields.int("v", 1...Int.max)) == version else {
            return .newer(isEdited: false)
        }
        let id = try fields.required("id", try fields.id("id"))
        let sequence = try fields.required("seq", try fields.int("seq", 1...Int(Int32.max)))
        let at = try fields.required("at", try fields.instant("at"))
        let author = try fields.required("by", try fields.string("by"))
        let kind = try fields.required("kind", try fields.string("kind"))
        let frame = RecordFrame(
            id: id, sequence: sequence, at: at, author: author, replaces: try fields.id("replaces"),
            source: try fields.string("source"), key: try fields.string("key"))
        let body = try RecordBody(kind: kind, fields: object, zones: zones)
        return .record(Record(frame: frame, body: body), isEdited: isEdited)
    }

    /// The eight digits of the sum that a line ends in; nil where it has none.
    static func sumDigits(of line: ArraySlice<UInt8>) -> String? {
        guard LineSum(of: line).isThere else { return nil }
        return String(decoding: line.dropLast(sumEnd.count).suffix(8), as: UTF8.self)
    }

    fileprivate static let sumStart = Array(",\"sum\":\"".utf8)
    fileprivate static let sumEnd = Array("\"}".utf8)
}

/// The check sum of a line, and the one that it ends in: its bytes are gone through once.
struct LineSum {
    /// CRC-32C of the whole line.
    let ofLine: UInt32
    /// Whether the line ends in a sum.
    let isThere: Bool
    /// Whether that is the sum of what stands before it.
    let isRight: Bool

    init(of line: ArraySlice<UInt8>) {
        let tailLength = RecordLine.sumStart.count + 8 + RecordLine.sumEnd.count
        var sum = CRC32C()
        let tail = line.suffix(tailLength)
        let digits = tail.dropFirst(RecordLine.sumStart.count).dropLast(RecordLine.sumEnd.count)
        isThere =
            line.count > tailLength && tail.starts(with: RecordLine.sumStart)
            && tail.suffix(RecordLine.sumEnd.count).elementsEqual(RecordLine.sumEnd)
        let content = line.dropLast(tailLength)
        sum.add(content.span)
        isRight = isThere && digits.elementsEqual(CRC32C.digits(of: sum.sum))
        sum.add(tail.span)
        ofLine = sum.sum
    }
}

extension OffsetInstant {
    /// As the frame has it: always with milliseconds.
    fileprivate var frameText: String {
        OffsetInstant(instant, offsetSeconds: offsetSeconds / 60 * 60).text(milliseconds: true)
    }
}

/// Why a line cannot be read as a record.
package enum LineDamage: Equatable, Sendable {
    case notJSON(JSONProblem)
    case notAnObject
    case field(FieldProblem)
    /// Over 1 MiB.
    case tooLong
    /// Zero bytes, which a disk that lost something has left.
    case zeros
    /// The end of a journal without a line break, which no one is writing any more.
    case torn
}

extension LineDamage: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notJSON(let problem): "not JSON at byte \(problem.offset + 1): \(problem.reason)"
        case .notAnObject: "not a JSON object"
        case .field(let problem): problem.description
        case .tooLong: "longer than 1 MiB"
        case .zeros: "zero bytes, where a disk has lost what was written"
        case .torn: "cut short while it was written"
        }
    }
}

// What every record carries beside its own content: who wrote it, when, under which id.

/// A ULID: 26 characters of Crockford's base 32, of which the first ten count milliseconds since 1970.
package struct RecordID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    /// Nil where the text is no ULID in upper case.
    package init?(_ text: String) {
        let bytes = text.utf8
        guard bytes.count == 26, bytes.first.map({ $0 <= 0x37 }) == true,
            bytes.allSatisfy({ Self.value(of: $0) != nil })
        else { return nil }
        self.text = text
    }

    /// - Parameters:
    ///   - milliseconds: since 1970, 0..<2^48.
    ///   - randomness: 80 bits, the 16 high ones first.
    package init(milliseconds: Int64, randomness: (high: UInt16, low: UInt64)) {
        var number = UInt128(UInt64(max(0, milliseconds)) & 0xFFFF_FFFF_FFFF) << 80
        number |= UInt128(randomness.high) << 64 | UInt128(randomness.low)
        var letters: [UInt8] = []
        for _ in 0..<26 {
            letters.append(Self.alphabet[Int(truncatingIfNeeded: number & 31)])
            number >>= 5
        }
        text = String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// Milliseconds since 1970, as the writer's clock counted them.
    package var milliseconds: Int64 {
        text.utf8.prefix(10).reduce(0) { $0 << 5 | Int64(Self.value(of: $1) ?? 0) }
    }

    package var description: String { text }
    package static func < (a: RecordID, b: RecordID) -> Bool { a.text < b.text }

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private static func value(of byte: UInt8) -> Int? { alphabet.firstIndex(of: byte) }
}

/// A person's name within a store, and the name of the person's folder: `[a-z0-9][a-z0-9-]{0,63}`.
package struct PersonID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    /// Nil where the text does not have that form.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard (1...64).contains(bytes.count), bytes[0] != UInt8(ascii: "-"),
            bytes.allSatisfy({
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
            })
        else { return nil }
        self.text = text
    }

    package var description: String { text }
    package static func < (a: PersonID, b: PersonID) -> Bool { a.text < b.text }
}

package struct RecordFrame: Equatable, Sendable {
    package var id: RecordID
    /// 1, 2, 3 ... within the journal.
    package var sequence: Int
    /// The wall clock when the record was written.
    package var at: OffsetInstant
    package var author: String
    /// The record that this one corrects.
    package var replaces: RecordID?
    /// The program that an imported record comes from, `fitbit`.
    package var source: String?
    /// The record's own name there: the same key from the same source is the same record.
    package var key: String?

    package init(
        id: RecordID, sequence: Int, at: OffsetInstant, author: String, replaces: RecordID? = nil,
        source: String? = nil,
        key: String? = nil
    ) {
        self.id = id
        self.sequence = sequence
        self.at = at
        self.author = author
        self.replaces = replaces
        self.source = source
        self.key = key
    }
}

package struct Record: Equatable, Sendable {
    package var frame: RecordFrame
    package var body: RecordBody

    package init(frame: RecordFrame, body: RecordBody) {
        self.frame = frame
        self.body = body
    }
}

/// A record that is yet to be written: its content, and what it says about its origin.
package struct RecordDraft: Equatable, Sendable {
    package var body: RecordBody
    package var replaces: RecordID?
    /// Where an imported or planted record comes from; its id is then made from these and the event's own
    /// time, so that the same record made on two machines has one id.
    package var origin: Origin?

    package struct Origin: Equatable, Sendable {
        package var source: String
        package var key: String
        /// The event's own time.
        package var instant: Instant

        package init(source: String, key: String, instant: Instant) {
            self.source = source
            self.key = key
            self.instant = instant
        }
    }

    package init(_ body: RecordBody, replaces: RecordID? = nil, origin: Origin? = nil) {
        self.body = body
        self.replaces = replaces
        self.origin = origin
    }
}

/// What a record says. The kinds that this version does not know are kept in the journal and counted.
package enum RecordBody: Equatable, Sendable {
    case person(PersonDetails)
    case course(Course)
    case session(Session)
    case night(Night)
    case nap(Nap)
    case habits(Habits)
    case mood(Mood)
    case symptoms(Symptoms)
    case medication(Medication)
    case practice(Practice)
    case checkIn(CheckIn)
    case note(Note)
    case contact(Contact)
    case clinic(Clinic)
    case call(Call)
    case duty(Duty)
    case referral(Referral)
    case therapy(Therapy)
    case plan(CarePlan)
    case adjustment(Adjustment)
    case acknowledgement(Acknowledgement)
    case viewed(RecordAccess)
    case exported(RecordAccess)
    case retraction(of: RecordID, why: String)
    case damage(KnownDamage)
    case other(kind: String)

    /// The word that stands for it in a journal.
    package var kind: String {
        switch self {
        case .person: "person"
        case .course: "course"
        case .session: "session"
        case .night: "night"
        case .nap: "nap"
        case .habits: "habits"
        case .mood: "mood"
        case .symptoms: "symptoms"
        case .medication: "medication"
        case .practice: "practice"
        case .checkIn: "checkIn"
        case .note: "note"
        case .contact: "contact"
        case .clinic: "clinic"
        case .call: "call"
        case .duty: "duty"
        case .referral: "referral"
        case .therapy: "therapy"
        case .plan: "plan"
        case .adjustment: "adjustment"
        case .acknowledgement: "acknowledgement"
        case .viewed: "viewed"
        case .exported: "exported"
        case .retraction: "retraction"
        case .damage: "damage"
        case .other(let kind): kind
        }
    }
}

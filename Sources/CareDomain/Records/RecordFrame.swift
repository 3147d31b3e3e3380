// What every record carries beside its own content: who wrote it, when, under which id.

/// A ULID: 26 characters of Crockford's base 32, of which the first ten count milliseconds since 1970.
///
/// Kept as the number that they spell: the letters are in the order of their bytes, so that numbers and texts
/// have one order.
package struct RecordID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Milliseconds in the 48 high bits, and the 16 high bits of the randomness.
    private let high: UInt64
    private let low: UInt64

    private init(number: UInt128) {
        high = UInt64(truncatingIfNeeded: number >> 64)
        low = UInt64(truncatingIfNeeded: number)
    }

    /// Nil where the text is no ULID in upper case.
    package init?(_ text: String) {
        let letters = text.utf8
        guard letters.count == 26, letters.first.map({ $0 <= 0x37 }) == true else { return nil }
        var number: UInt128 = 0
        for letter in letters {
            guard let value = Self.value(of: letter) else { return nil }
            number = number << 5 | UInt128(value)
        }
        self.init(number: number)
    }

    /// - Parameters:
    ///   - milliseconds: since 1970, 0..<2^48.
    ///   - randomness: 80 bits, the 16 high ones first.
    package init(milliseconds: Int64, randomness: (high: UInt16, low: UInt64)) {
        high = UInt64(max(0, milliseconds)) << 16 | UInt64(randomness.high)
        low = randomness.low
    }

    package var text: String {
        var number = UInt128(high) << 64 | UInt128(low)
        var letters = [UInt8](repeating: 0, count: 26)
        for place in letters.indices.reversed() {
            letters[place] = Self.letter(of: UInt8(truncatingIfNeeded: number & 31))
            number >>= 5
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Milliseconds since 1970, as the writer's clock counted them.
    package var milliseconds: Int64 { Int64(high >> 16) }

    package var description: String { text }

    package static func < (a: RecordID, b: RecordID) -> Bool { (a.high, a.low) < (b.high, b.low) }

    /// Crockford's base 32 leaves out I, L, O and U.
    private static func letter(of value: UInt8) -> UInt8 {
        switch value {
        case 0...9: 0x30 + value
        case 10...17: 0x41 + value - 10
        case 18, 19: 0x4A + value - 18
        case 20, 21: 0x4D + value - 20
        case 22...26: 0x50 + value - 22
        default: 0x56 + value - 27
        }
    }

    private static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case 0x30...0x39: letter - 0x30
        case 0x41...0x48: letter - 0x41 + 10
        case 0x4A, 0x4B: letter - 0x4A + 18
        case 0x4D, 0x4E: letter - 0x4D + 20
        case 0x50...0x54: letter - 0x50 + 22
        case 0x56...0x5A: letter - 0x56 + 27
        default: nil
        }
    }
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

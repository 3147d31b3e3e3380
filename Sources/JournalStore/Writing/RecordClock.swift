// Ids for new records: never behind anything that was written or read, whatever the wall clock says.

import CareDomain

struct RecordClock {
    private var random: any RandomNumberGenerator
    private var last: RecordID?
    private var milliseconds: Int64 = 0
    private var high: UInt16 = 0
    private var low: UInt64 = 0
    /// True where another writer may go on from the same time, so that counting on could meet its ids.
    private var isShared = true

    /// The greatest time that an id can hold.
    private static let latest: Int64 = 0xFFFF_FFFF_FFFF

    init(random: any RandomNumberGenerator) { self.random = random }

    /// Takes note of an id that was read; not of that of a record with a key, which no clock has made.
    mutating func observe(_ id: RecordID) {
        guard last.map({ $0 < id }) ?? true else { return }
        last = id
        milliseconds = min(id.milliseconds + 1, Self.latest)
        isShared = true
    }

    private mutating func drawRandomness() {
        isShared = false
        // The topmost bit stays free for counting up.
        high = UInt16.random(in: 0...0x7FFF, using: &random)
        low = UInt64.random(in: 0...UInt64.max, using: &random)
    }

    /// Takes note of the time of an id that was made by an earlier process.
    mutating func observe(milliseconds: Int64) {
        guard milliseconds >= self.milliseconds, milliseconds > 0 else { return }
        self.milliseconds = min(milliseconds + 1, Self.latest)
        isShared = true
    }

    /// The time of the newest id that is known, milliseconds since 1970; nil where there is none.
    var newest: Int64? { last?.milliseconds }

    /// An id that is greater than all before: of now, else of the time of the last one, counted up.
    mutating func next(now: Instant) -> RecordID {
        if now.milliseconds > milliseconds {
            milliseconds = min(now.milliseconds, Self.latest)
            drawRandomness()
        } else if isShared {
            drawRandomness()
        } else {
            low &+= 1
            if low == 0 { high &+= 1 }
        }
        let id = RecordID(milliseconds: milliseconds, randomness: (high, low))
        last = id
        return id
    }

    /// Sixteen bits for a name.
    mutating func randomDigits() -> UInt16 { UInt16.random(in: 0...UInt16.max, using: &random) }
}

extension RecordID {
    /// The id of an imported or planted record: the event's own time, and a hash over where it comes from, so
    /// that two machines that import one night make one record of it.
    /// - Parameter correction: the record that it replaces, and what it says; nil for the first with its key.
    init(origin: RecordDraft.Origin, correction: (of: RecordID, content: [UInt8])? = nil) {
        var hash = FNVHash()
        hash.add(origin.source.utf8)
        hash.add(origin.key.utf8)
        if let correction {
            hash.add(correction.of.text.utf8)
            hash.add(correction.content)
        }
        let folded = hash.value ^ hash.value >> 80
        let milliseconds = min(max(0, origin.instant.milliseconds), 0xFFFF_FFFF_FFFF)
        self.init(
            milliseconds: milliseconds,
            randomness: (UInt16(truncatingIfNeeded: folded >> 64), UInt64(truncatingIfNeeded: folded)))
    }
}

extension Record {
    /// True where a clock has made the id; that of a record with a key is made of the key, and its time may
    /// be one to come. The correction of such a record by hand has the key too.
    var isOfClock: Bool {
        guard let source = frame.source, let key = frame.key else { return true }
        guard let replaced = frame.replaces else { return false }
        let origin = RecordDraft.Origin(
            source: source, key: key, instant: Instant(milliseconds: frame.id.milliseconds))
        return RecordID(origin: origin, correction: (replaced, body.fields.bytes())) != frame.id
    }
}

/// FNV-1a over 128 bits, of several texts one after the other.
struct FNVHash {
    private(set) var value: UInt128 = 0x6c62272e07bb014262b821756295c58d

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
        // A text is ended by a byte that UTF-8 does not have, so that none runs into the next.
        add(0xFF)
    }

    private mutating func add(_ byte: UInt8) {
        value ^= UInt128(byte)
        value &*= 0x0000000001000000000000000000013B
    }
}

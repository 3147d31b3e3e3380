// The check sum that ends each line of a journal: CRC-32C (Castagnoli).

/// A sum that grows with the bytes that are added to it.
struct CRC32C {
    private var value: UInt32 = 0xFFFF_FFFF

    var sum: UInt32 { ~value }

    static func sum(of bytes: ArraySlice<UInt8>) -> UInt32 {
        var sum = CRC32C()
        sum.add(bytes.span)
        return sum.sum
    }

    /// Eight tables: what a byte does to the sum when it is followed by zero to seven others, so that eight
    /// are taken at once (Kounavis and Berry 2005).
    private static let tables: [UInt32] = {
        var tables = (0..<256).map { index in
            var value = UInt32(index)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0x82F6_3B78 : value >> 1 }
            return value
        }
        for place in 256..<2048 {
            let before = tables[place - 256]
            tables.append(before >> 8 ^ tables[Int(before & 0xFF)])
        }
        return tables
    }()

    mutating func add(_ bytes: Span<UInt8>) {
        let tables = Self.tables.span
        var value = self.value
        var at = 0
        while at + 8 <= bytes.count {
            let low =
                value ^ UInt32(bytes[at]) ^ UInt32(bytes[at + 1]) << 8 ^ UInt32(bytes[at + 2]) << 16
                ^ UInt32(bytes[at + 3]) << 24
            let first =
                tables[1792 + Int(low & 0xFF)] ^ tables[1536 + Int(low >> 8 & 0xFF)]
                ^ tables[1280 + Int(low >> 16 & 0xFF)] ^ tables[1024 + Int(low >> 24)]
            value =
                first ^ tables[768 + Int(bytes[at + 4])] ^ tables[512 + Int(bytes[at + 5])]
                ^ tables[256 + Int(bytes[at + 6])] ^ tables[Int(bytes[at + 7])]
            at += 8
        }
        while at < bytes.count {
            value = value >> 8 ^ tables[Int((value ^ UInt32(bytes[at])) & 0xFF)]
            at += 1
        }
        self.value = value
    }

    /// The sum as eight hexadecimal digits in lower case.
    static func digits(of sum: UInt32) -> [UInt8] {
        (0..<8).map { place in
            let digit = UInt8(truncatingIfNeeded: sum >> UInt32(28 - place * 4) & 0xF)
            return digit < 10 ? 0x30 + digit : 0x61 + digit - 10
        }
    }
}

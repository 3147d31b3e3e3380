// The check sum that ends each line of a journal: CRC-32C (Castagnoli).

struct CRC32C {
    private static let table: [UInt32] = (0..<256).map { index in
        var value = UInt32(index)
        for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0x82F6_3B78 : value >> 1 }
        return value
    }

    static func sum(of bytes: ArraySlice<UInt8>) -> UInt32 {
        let table = self.table
        var value: UInt32 = 0xFFFF_FFFF
        for byte in bytes { value = value >> 8 ^ table[Int((value ^ UInt32(byte)) & 0xFF)] }
        return ~value
    }

    /// The sum as eight hexadecimal digits in lower case.
    static func digits(of bytes: ArraySlice<UInt8>) -> [UInt8] {
        let sum = sum(of: bytes)
        return (0..<8).reversed().map { place in
            let digit = UInt8(truncatingIfNeeded: sum >> UInt32(place * 4) & 0xF)
            return digit < 10 ? 0x30 + digit : 0x61 + digit - 10
        }
    }
}

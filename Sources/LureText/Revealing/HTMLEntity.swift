/// A character reference of HTML at a place in folded text: `&#116;`, `&#x74;` or one of a few names.
struct HTMLEntity {
    /// Bytes of the longest reference that is read.
    private static let longest = 12

    let scalar: UInt32
    let end: Int
    let isNumeric: Bool

    init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        var close = start + 1
        while close < bytes.count, close - start < Self.longest,
            ASCII.isWord(bytes[close]) || bytes[close] == 0x23
        {
            close += 1
        }
        guard close < bytes.count, bytes[close] == UInt8(ascii: ";"), close - start > 2 else { return nil }
        end = close + 1
        isNumeric = bytes[start + 1] == UInt8(ascii: "#")
        let value = isNumeric ? Self.number(bytes, start + 2..<close) : Self.named(bytes, start + 1..<close)
        guard let value, value > 0, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
        scalar = value
    }

    /// A quick look at the byte after the ampersand.
    static func mayStart(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        start + 1 < bytes.count && (ASCII.isWord(bytes[start + 1]) || bytes[start + 1] == UInt8(ascii: "#"))
    }

    var isLetter: Bool { Scalars.properties(of: scalar).isLetter }
    var isSpace: Bool { scalar <= 0x20 || scalar == 0xA0 }

    var utf8: [UInt8] {
        var bytes: [UInt8] = []
        Scalars.append(scalar, to: &bytes)
        return bytes
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32? {
        let isHexadecimal = bytes[range.lowerBound] == UInt8(ascii: "x")
        let digits = isHexadecimal ? range.dropFirst() : range
        guard !digits.isEmpty else { return nil }
        var value: UInt32 = 0
        for p in digits {
            let byte = bytes[p]
            let digit: UInt32
            if ASCII.isDigit(byte) {
                digit = UInt32(byte - 0x30)
            } else if isHexadecimal, byte &- 0x61 < 6 {
                digit = UInt32(byte - 0x61 + 10)
            } else {
                return nil
            }
            value = value * (isHexadecimal ? 16 : 10) + digit
            if value > 0x10FFFF { return nil }
        }
        return value
    }

    private static func named(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32? {
        let names: [(StaticString, UInt32)] = [
            ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27), ("nbsp", 0x20),
        ]
        for (name, value) in names where name.utf8CodeUnitCount == range.count {
            let isSame = name.withUTF8Buffer { list in
                range.indices.allSatisfy { list[$0 - range.lowerBound] == bytes[$0] }
            }
            if isSame { return value }
        }
        return nil
    }
}

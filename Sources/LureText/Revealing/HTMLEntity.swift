/// A character reference of HTML at a place in a text, folded or not: `&#116;`, `&#x74;` or one of the names that
/// stand in texts for people.
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

    /// Whether it stands for an ASCII letter, which needs no reference. Encoders write letters beyond ASCII so too.
    var hidesLetter: Bool { isNumeric && scalar < 0x80 && ASCII.isLetter(scalar | 0x20) }
    var isSpace: Bool { scalar <= 0x20 || scalar == 0xA0 }

    var utf8: [UInt8] {
        var bytes: [UInt8] = []
        Scalars.append(scalar, to: &bytes)
        return bytes
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32? {
        let isHexadecimal = bytes[range.lowerBound] | 0x20 == UInt8(ascii: "x")
        let digits = isHexadecimal ? range.dropFirst() : range
        guard !digits.isEmpty else { return nil }
        var value: UInt32 = 0
        for p in digits {
            let byte = bytes[p]
            let digit: UInt32
            if ASCII.isDigit(byte) {
                digit = UInt32(byte - 0x30)
            } else if isHexadecimal, (byte | 0x20) &- 0x61 < 6 {
                digit = UInt32((byte | 0x20) - 0x61 + 10)
            } else {
                return nil
            }
            value = value * (isHexadecimal ? 16 : 10) + digit
            if value > 0x10FFFF { return nil }
        }
        return value
    }

    /// Names in any case: folding makes no difference between letters that differ in case.
    private static func named(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32? {
        for (name, value) in names where name.utf8CodeUnitCount == range.count {
            let isSame = name.withUTF8Buffer { list in
                range.allSatisfy { list[$0 - range.lowerBound] == bytes[$0] | 0x20 }
            }
            if isSame { return value }
        }
        return nil
    }

    /// From HTML's list of named character references (html.spec.whatwg.org, section 13.5): letters of Latin-1,
    /// white space, quotes, dashes, currencies, and the signs of addresses.
    private static let names: [(StaticString, UInt32)] = [
        ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27), ("nbsp", 0xA0),
        ("tab", 0x09), ("newline", 0x0A), ("ensp", 0x2002), ("emsp", 0x2003), ("thinsp", 0x2009),
        ("shy", 0xAD), ("zwnj", 0x200C), ("zwj", 0x200D), ("lrm", 0x200E), ("rlm", 0x200F),
        ("hellip", 0x2026), ("ndash", 0x2013), ("mdash", 0x2014), ("bull", 0x2022), ("middot", 0xB7),
        ("lsquo", 0x2018), ("rsquo", 0x2019), ("ldquo", 0x201C), ("rdquo", 0x201D), ("laquo", 0xAB),
        ("raquo", 0xBB), ("iexcl", 0xA1), ("iquest", 0xBF), ("deg", 0xB0), ("times", 0xD7),
        ("euro", 0x20AC), ("pound", 0xA3), ("yen", 0xA5), ("cent", 0xA2), ("dollar", 0x24),
        ("copy", 0xA9), ("reg", 0xAE), ("trade", 0x2122), ("period", 0x2E), ("comma", 0x2C),
        ("colon", 0x3A), ("sol", 0x2F), ("commat", 0x40), ("plus", 0x2B), ("lowbar", 0x5F),
        ("excl", 0x21), ("num", 0x23), ("agrave", 0xE0), ("aacute", 0xE1), ("acirc", 0xE2),
        ("atilde", 0xE3), ("auml", 0xE4), ("aring", 0xE5), ("aelig", 0xE6), ("ccedil", 0xE7),
        ("egrave", 0xE8), ("eacute", 0xE9), ("ecirc", 0xEA), ("euml", 0xEB), ("igrave", 0xEC),
        ("iacute", 0xED), ("icirc", 0xEE), ("iuml", 0xEF), ("ntilde", 0xF1), ("ograve", 0xF2),
        ("oacute", 0xF3), ("ocirc", 0xF4), ("otilde", 0xF5), ("ouml", 0xF6), ("oslash", 0xF8),
        ("ugrave", 0xF9), ("uacute", 0xFA), ("ucirc", 0xFB), ("uuml", 0xFC), ("yacute", 0xFD),
        ("szlig", 0xDF),
    ]
}

/// Which signs end a clause, in folded text.
enum SentenceEnd {
    enum Role {
        case end, question, comma
        /// A middle dot: a bullet, unless it joins two words.
        case dot
    }

    /// Signs outside ASCII; folding has made ASCII of full-width forms, and three full stops of an ellipsis.
    static func role(of scalar: UInt32) -> Role? {
        switch scalar {
        // Ideographic stop, dandas, Ethiopic stop and semicolon, Khmer khan, Burmese section, Arabic semicolon
        // and stop, reference mark.
        case 0x3002, 0x964, 0x965, 0x1362, 0x1364, 0x1368, 0x17D4, 0x17D5, 0x104B, 0x61B, 0x6D4, 0x203B: .end
        // Arabic and Ethiopic question marks, question ornaments.
        case 0x61F, 0x1367, 0x2753, 0x2754: .question
        // Em dash, ideographic, Arabic, Ethiopic and Burmese commas.
        case 0x2014, 0x3001, 0x60C, 0x1363, 0x1365, 0x104A: .comma
        case 0xB7, 0x30FB: .dot
        default: nil
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    static func isBetweenDigits(_ bytes: UnsafeBufferPointer<UInt8>, _ p: Int) -> Bool {
        p > 0 && p + 1 < bytes.count && isDigit(bytes[p - 1]) && isDigit(bytes[p + 1])
    }

    /// Whether a semicolon closes an HTML entity: `&`, up to eight letters, digits or a number sign, `;`.
    static func closesEntity(_ bytes: UnsafeBufferPointer<UInt8>, at p: Int) -> Bool {
        var q = p - 1
        while q >= 0, p - q <= 9 {
            let byte = bytes[q]
            if byte == UInt8(ascii: "&") { return p - q > 2 }
            guard isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "#") else { return false }
            q -= 1
        }
        return false
    }

    /// Whether the full stop at `p` ends a clause.
    ///
    /// Not inside numbers, addresses and handles, nor after initials, abbreviations with inner stops, a few
    /// titles, and the number that opens a list item. Two words run together at a stop ("salary.contact") are two
    /// sentences when both are long and the second is no domain.
    /// - Parameters:
    ///   - inAddress: whether the token so far holds a slash.
    ///   - opensClause: whether the clause so far has one word at most.
    static func isFullStop(
        _ bytes: UnsafeBufferPointer<UInt8>, at p: Int, inAddress: Bool, opensClause: Bool
    ) -> Bool {
        let next = p + 1 < bytes.count ? bytes[p + 1] : 0x20
        let before = runStart(bytes, endingAt: p)
        if isLetter(next) || isDigit(next) {
            return !inAddress && joinsSentences(bytes, before..<p, stop: p)
        }
        if next == UInt8(ascii: "/") || next == UInt8(ascii: "_") || next == UInt8(ascii: "@") {
            return false
        }
        guard next == 0x20 else { return true }
        return !isAbbreviation(bytes, before..<p, opensClause: opensClause)
    }

    /// Start of the run of ASCII letters and digits that ends at `end`; never further back than 24 bytes.
    private static func runStart(_ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Int {
        var p = end
        while p > 0, end - p < 24, isLetter(bytes[p - 1]) || isDigit(bytes[p - 1]) { p -= 1 }
        return p
    }

    private static func joinsSentences(
        _ bytes: UnsafeBufferPointer<UInt8>, _ before: Range<Int>, stop: Int
    ) -> Bool {
        guard before.count >= 3, !isDigit(bytes[stop - 1]), !isDigit(bytes[stop + 1]) else { return false }
        if before.lowerBound > 0, isAddressSign(bytes[before.lowerBound - 1]) { return false }
        var end = stop + 1
        while end < bytes.count, end - stop < 24, isLetter(bytes[end]) || isDigit(bytes[end]) { end += 1 }
        guard end - stop - 1 >= 4 else { return false }
        if end + 1 < bytes.count, isAddressSign(bytes[end]), bytes[end + 1] > 0x20 { return false }
        return !matches(bytes, stop + 1..<end, longDomains)
    }

    private static func isAddressSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func isAbbreviation(
        _ bytes: UnsafeBufferPointer<UInt8>, _ before: Range<Int>, opensClause: Bool
    ) -> Bool {
        let length = before.count
        guard length > 0 else { return false }
        let isAfterLetterOfOtherScript = before.lowerBound > 0 && bytes[before.lowerBound - 1] >= 0x80
        if length == 1, isLetter(bytes[before.lowerBound]) { return !isAfterLetterOfOtherScript }
        if length <= 2, opensClause, isDigit(bytes[before.lowerBound]), isDigit(bytes[before.upperBound - 1])
        {
            return true
        }
        // The lengths of the titles.
        guard length <= 4 || length == 6, !isAfterLetterOfOtherScript else { return false }
        return isTitle(bytes, before)
    }

    /// Whether the bytes of `range` are one of the words, which are listed with a space before and after each.
    private static func matches(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ words: StaticString
    ) -> Bool {
        words.withUTF8Buffer { list in
            var p = 0
            while p + range.count + 1 < list.count {
                if list[p] == 0x20, list[p + range.count + 1] == 0x20 {
                    var i = 0
                    while i < range.count, list[p + 1 + i] == bytes[range.lowerBound + i] { i += 1 }
                    if i == range.count { return true }
                }
                p += 1
            }
            return false
        }
    }

    /// Whether the bytes of `range` are a title or another abbreviation before a name or number.
    private static func isTitle(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        if range.count == 6 { return matches(bytes, range, " approx ") }
        var word: UInt32 = 0
        for p in range { word = word << 8 | UInt32(bytes[p]) }
        switch word {
        // mr ms dr st ph vs
        case 0x6D72, 0x6D73, 0x6472, 0x7374, 0x7068, 0x7673: return true
        // eg ie jl sr tp
        case 0x6567, 0x6965, 0x6A6C, 0x7372, 0x7470: return true
        // mrs tel sra prof
        case 0x6D_7273, 0x74_656C, 0x73_7261, 0x7072_6F66: return true
        default: return false
        }
    }

    /// Top-level domains of four letters and more that job adverts use.
    private static let longDomains: StaticString =
        " info online site shop club work live store world jobs asia link tech website group center agency team today mobi name blog space icu best email life plus page cloud global network careers company "
}

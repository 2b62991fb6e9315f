/// Tells line breaks and pictographs within a sentence from those that end it, by the letters as they were written.
///
/// Where a text begins with a capital, a small letter after a line break or between two words goes on with the
/// sentence. Not in a list: lines after a colon, and pictographs that stand before items, end what is before them.
/// Scripts without capitals do not tell.
struct SentenceFlow {
    /// What the folded text was made of, and the map that leads there.
    let source: UnsafeBufferPointer<UInt8>
    let map: OffsetMap
    private var beginsWithCapital: Bool?
    private var isListing = false

    init(source: UnsafeBufferPointer<UInt8>, map: OffsetMap) {
        self.source = source
        self.map = map
    }

    /// Whether the sentence goes on past a line feed.
    mutating func passesLine(_ bytes: UnsafeBufferPointer<UInt8>, at p: Int) -> Bool {
        guard p > 0, p + 1 < bytes.count else { return false }
        if bytes[p - 1] == UInt8(ascii: ":") { isListing = true }
        guard mayBeLetter(bytes[p + 1]) else { return false }
        let isSmall = isSmall(at: p + 1)
        if isListing {
            isListing = isSmall
            return false
        }
        return isSmall && Self.endsOpen(bytes, before: p) && isCapitalised(bytes)
    }

    /// Whether the sentence goes on past a pictograph.
    mutating func passesSign(_ bytes: UnsafeBufferPointer<UInt8>, _ sign: Range<Int>) -> Bool {
        let before = sign.lowerBound > 0 && bytes[sign.lowerBound - 1] == 0x20
        let after = sign.upperBound < bytes.count && bytes[sign.upperBound] == 0x20
        let next = sign.upperBound + (after ? 1 : 0)
        guard next < bytes.count, mayBeLetter(bytes[next]) else { return false }
        return Self.endsOpen(bytes, before: sign.lowerBound - (before ? 1 : 0)) && isSmall(at: next)
            && isCapitalised(bytes)
    }

    private func mayBeLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || ASCII.isLetter(byte) }

    /// Whether a letter or a comma stands before a place.
    private static func endsOpen(_ bytes: UnsafeBufferPointer<UInt8>, before p: Int) -> Bool {
        guard p > 0 else { return false }
        let byte = bytes[p - 1]
        if byte < 0x80 { return ASCII.isLetter(byte) || byte == UInt8(ascii: ",") }
        var start = p - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return Scalars.properties(of: Scalars.decode(bytes, at: start).scalar).isLetter
    }

    private mutating func isCapitalised(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if let beginsWithCapital { return beginsWithCapital }
        let first = bytes.indices.first { mayBeLetter(bytes[$0]) && isCased(at: $0) }
        let answer = first.map { !isSmall(at: $0) } ?? false
        beginsWithCapital = answer
        return answer
    }

    private func isCased(at place: Int) -> Bool {
        let scalar = written(at: place)
        return LetterCase.isSmall(scalar) || LetterCase.isCapital(scalar)
    }

    private func isSmall(at place: Int) -> Bool { LetterCase.isSmall(written(at: place)) }

    /// The source's scalar behind a folded one.
    private func written(at place: Int) -> UInt32 {
        let span = map.sourceSpan(of: TextSpan(start: UInt32(place), end: UInt32(place + 1)))
        guard Int(span.start) < source.count, source[Int(span.start)] & 0xC0 != 0x80 else { return 0 }
        return Scalars.decode(source, at: Int(span.start)).scalar
    }
}

/// Case of letters of the alphabets that offers are written in: Latin with Vietnamese, and Cyrillic.
enum LetterCase {
    static func isSmall(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF, 0x1B0, 0x430...0x45F: true
        case 0x100...0x137, 0x14A...0x177, 0x1A0...0x1A3, 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F,
            0x1E00...0x1E95, 0x1EA0...0x1EFF:
            scalar & 1 == 1
        default: false
        }
    }

    static func isCapital(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x1AF, 0x400...0x42F: true
        case 0x100...0x137, 0x14A...0x177, 0x1A0...0x1A3, 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F,
            0x1E00...0x1E95, 0x1EA0...0x1EFF:
            scalar & 1 == 0
        default: false
        }
    }
}

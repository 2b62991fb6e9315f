import LureText

/// How a character takes part in words, as far as literals care.
struct CharacterGroup: Equatable {
    enum Writing: UInt8 {
        /// Belongs to no word: white space, punctuation, symbols, emoji.
        case outside
        /// Letters, digits and marks of scripts that set spaces between words.
        case spaced
        /// Scripts that write no spaces: Han, Kana, Thai, Lao, Khmer, Burmese.
        case unspaced
        /// Korean sets spaces, but particles and compounds are written on.
        case hangul
    }

    /// Scripts whose words may begin with a written-on particle.
    enum Proclitics: UInt8 {
        case none, arabic, ethiopic
    }

    /// Two bits of writing, then two of proclitics.
    let raw: UInt8

    @inline(__always)
    init(raw: UInt8) { self.raw = raw }

    @inline(__always)
    init(_ writing: Writing, _ proclitics: Proclitics = .none) {
        raw = writing.rawValue | proclitics.rawValue << 2
    }

    @inline(__always)
    func isWritten(_ writing: Writing) -> Bool { raw & 3 == writing.rawValue }

    @inline(__always)
    var takesProclitics: Bool { raw >> 2 != 0 }

    @inline(__always)
    func sharesProclitics(with other: CharacterGroup) -> Bool { raw >> 2 == other.raw >> 2 }

    var proclitics: Proclitics { Proclitics(rawValue: raw >> 2) ?? .none }

    @inline(__always)
    static func isWordASCII(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }

    /// The group of the character at `offset`, and its length in bytes, at least 1.
    ///
    /// Ill-formed UTF-8 reads as single bytes outside of words; never reads past `count`.
    static func read(_ text: UnsafePointer<UInt8>, at offset: Int, count: Int) -> (
        group: CharacterGroup, length: Int
    ) {
        let first = text[offset]
        if first < 0x80 { return (CharacterGroup(isWordASCII(first) ? .spaced : .outside), 1) }
        let left = count - offset
        func bits(_ index: Int) -> UInt32 { UInt32(text[offset + index] & 0x3F) }
        switch first {
        case 0xC2..<0xE0 where left >= 2: return (of(UInt32(first & 0x1F) << 6 | bits(1)), 2)
        case 0xE0..<0xF0 where left >= 3:
            return (of(UInt32(first & 0x0F) << 12 | bits(1) << 6 | bits(2)), 3)
        case 0xF0..<0xF5 where left >= 4:
            return (of(UInt32(first & 0x07) << 18 | bits(1) << 12 | bits(2) << 6 | bits(3)), 4)
        default: return (CharacterGroup(.outside), 1)
        }
    }
}

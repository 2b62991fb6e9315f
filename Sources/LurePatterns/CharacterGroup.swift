import LureText

/// How a character takes part in words, as far as literals care.
struct CharacterGroup {
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

    var writing: Writing
    var proclitics: Proclitics

    init(_ writing: Writing, _ proclitics: Proclitics = .none) {
        self.writing = writing
        self.proclitics = proclitics
    }

    @inline(__always)
    static func isWordASCII(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }

    /// The group of the character at `offset`, and its length in bytes, at least 1.
    ///
    /// Ill-formed UTF-8 reads as single bytes outside of words; never reads past `count`.
    @inline(__always)
    static func read(_ text: UnsafePointer<UInt8>, at offset: Int, count: Int) -> (
        group: CharacterGroup, length: Int
    ) {
        let first = text[offset]
        if first < 0x80 { return (CharacterGroup(isWordASCII(first) ? .spaced : .outside), 1) }
        let left = count - offset
        if first >= 0xE1, first < 0xF0, left >= 3 {
            let scalar =
                UInt32(first & 0x0F) << 12 | UInt32(text[offset + 1] & 0x3F) << 6
                | UInt32(text[offset + 2] & 0x3F)
            return (of(scalar), 3)
        }
        if first >= 0xC2, first < 0xE0, left >= 2 {
            return (of(UInt32(first & 0x1F) << 6 | UInt32(text[offset + 1] & 0x3F)), 2)
        }
        return rare(text, at: offset, count: count)
    }

    @inline(never)
    private static func rare(_ text: UnsafePointer<UInt8>, at offset: Int, count: Int) -> (
        group: CharacterGroup, length: Int
    ) {
        let first = text[offset]
        let left = count - offset
        if first == 0xE0, left >= 3 {
            return (of(UInt32(text[offset + 1] & 0x3F) << 6 | UInt32(text[offset + 2] & 0x3F)), 3)
        }
        if first >= 0xF0, first < 0xF5, left >= 4 {
            let high = UInt32(first & 0x07) << 18 | UInt32(text[offset + 1] & 0x3F) << 12
            return (of(high | UInt32(text[offset + 2] & 0x3F) << 6 | UInt32(text[offset + 3] & 0x3F)), 4)
        }
        return (CharacterGroup(.outside), 1)
    }
}

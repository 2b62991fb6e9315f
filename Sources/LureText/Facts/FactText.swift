/// Where words begin and end, for facts.
enum FactText {
    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Whether a word that ends at `offset` is a whole one: no letter of a spaced script goes on. Digits may.
    static func mayEnd(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard offset < text.count else { return true }
        if text[offset] < 0x80 { return !isLetter(text[offset]) || !isSpaced(text, before: offset) }
        let properties = Scalars.properties(of: Scalars.decode(text, at: offset).scalar)
        // Particles are written onto Korean words.
        if properties.isUnspaced || properties.isHangul { return true }
        return !properties.isWordCharacter || !isSpaced(text, before: offset)
    }

    /// Whether a word may begin at `offset`: no letter of a spaced script stands before it. Digits may.
    static func mayBegin(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard offset > 0 else { return true }
        let here = Scalars.properties(of: Scalars.decode(text, at: offset).scalar)
        if !here.isWordCharacter || here.isUnspaced || here.isDigit { return true }
        return !isSpaced(text, before: offset)
    }

    /// Whether the character before `offset` is a letter or mark of a spaced script.
    private static func isSpaced(_ text: UnsafeBufferPointer<UInt8>, before offset: Int) -> Bool {
        var place = offset - 1
        while place > 0, text[place] & 0xC0 == 0x80 { place -= 1 }
        guard place >= 0 else { return false }
        if text[place] < 0x80 { return isLetter(text[place]) }
        let properties = Scalars.properties(of: Scalars.decode(text, at: place).scalar)
        return properties.isWordCharacter && !properties.isUnspaced && !properties.isDigit
    }

    /// The offset after spaces at `offset`.
    static func skipSpaces(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
        var place = offset
        while place < text.count, text[place] == 0x20 { place += 1 }
        return place
    }
}

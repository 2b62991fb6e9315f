internal import CLureSupport

/// Letters of different scripts that look the same (data: UTS #39, by scripts/unicode-tables).
enum LookAlikes {
    /// The ASCII letter that a folded letter of another script looks like, in either case.
    static func latin(_ scalar: UInt32) -> UInt32? {
        let table = lure_unicode_lookalikes_base()
        var low = 0
        var high = Int(LURE_UNICODE_LOOKALIKES)
        while low < high {
            let middle = (low + high) / 2
            if table[2 * middle] == scalar { return table[2 * middle + 1] }
            if table[2 * middle] < scalar { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// The Russian letter that an ASCII letter looks like, in either case.
    private static func cyrillic(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x61: 0x430  // a
        case 0x62: 0x432  // B
        case 0x63: 0x441  // c
        case 0x65: 0x435  // e
        case 0x68: 0x43D  // H
        case 0x6B: 0x43A  // k
        case 0x6D: 0x43C  // m
        case 0x6F: 0x43E  // o
        case 0x70: 0x440  // p
        case 0x74: 0x442  // t
        case 0x78: 0x445  // x
        case 0x79: 0x443  // y
        default: nil
        }
    }

    /// The Greek letter that an ASCII letter looks like, in either case.
    private static func greek(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x61: 0x3B1  // a
        case 0x62: 0x3B2  // B
        case 0x65: 0x3B5  // E
        case 0x68: 0x3B7  // H
        case 0x69: 0x3B9  // i
        case 0x6B: 0x3BA  // k
        case 0x6D: 0x3BC  // M
        case 0x6E: 0x3BD  // N
        case 0x6F: 0x3BF  // o
        case 0x70: 0x3C1  // p
        case 0x74: 0x3C4  // t
        case 0x76: 0x3BD  // v
        case 0x78: 0x3C7  // x
        case 0x79: 0x3C5  // Y
        case 0x7A: 0x3B6  // Z
        default: nil
        }
    }

    /// Writes a word of mixed scripts in one: that of most letters, or else the one that all letters can go to.
    /// - Returns: whether anything was changed.
    static func unify(_ letters: inout [RevealedLetter]) -> Bool {
        var latinCount = 0
        var cyrillicCount = 0
        var greekCount = 0
        var foreignCount = 0
        for letter in letters {
            if ASCII.isLetter(letter.scalar) {
                latinCount += 1
                continue
            }
            switch Scalars.properties(of: letter.scalar).script {
            case .cyrillic: cyrillicCount += 1
            case .greek: greekCount += 1
            case .other: break
            default: continue
            }
            foreignCount += 1
        }
        guard latinCount > 0, foreignCount > 0 else { return false }
        if latinCount >= foreignCount, toLatin(&letters) { return true }
        if foreignCount == cyrillicCount, fromLatin(&letters, cyrillic) { return true }
        if foreignCount == greekCount, fromLatin(&letters, greek) { return true }
        return toLatin(&letters)
    }

    private static func toLatin(_ letters: inout [RevealedLetter]) -> Bool {
        var changed = letters
        for i in letters.indices where letters[i].scalar >= 0x80 {
            guard Scalars.properties(of: letters[i].scalar).isLetter else { continue }
            guard let plain = latin(letters[i].scalar) else { return false }
            changed[i].scalar = plain
        }
        letters = changed
        return true
    }

    private static func fromLatin(_ letters: inout [RevealedLetter], _ map: (UInt32) -> UInt32?) -> Bool {
        var changed = letters
        for i in letters.indices where ASCII.isLetter(letters[i].scalar) {
            guard let letter = map(letters[i].scalar) else { return false }
            changed[i].scalar = letter
        }
        letters = changed
        return true
    }
}

/// Letters in filled circles and squares, which NFKC leaves alone.
enum EnclosedLetters {
    static func letter(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x1F150...0x1F169: scalar - 0x1F150 + 0x61
        case 0x1F170...0x1F189: scalar - 0x1F170 + 0x61
        default: nil
        }
    }

    /// Enclosed letters from `start` on, side by side or one space apart.
    static func run(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> [RevealedLetter] {
        var letters: [RevealedLetter] = []
        var p = start
        while p < bytes.count {
            if bytes[p] == 0x20, p > start { p += 1 }
            guard p < bytes.count else { break }
            let (scalar, count) = Scalars.decode(bytes, at: p)
            guard let plain = letter(scalar) else { break }
            letters.append(RevealedLetter(scalar: plain, start: p, end: p + count))
            p += count
        }
        return letters
    }
}

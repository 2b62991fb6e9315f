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

    /// The Russian letter that a folded Greek one looks like, in either case.
    private static func cyrillic(greek scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x3B1: 0x430  // a
        case 0x3B2: 0x432  // B
        case 0x3B3: 0x433  // G
        case 0x3B5: 0x435  // E
        case 0x3B7: 0x43D  // H
        case 0x3BA: 0x43A  // K
        case 0x3BC: 0x43C  // M
        case 0x3BF: 0x43E  // o
        case 0x3C0: 0x43F  // P
        case 0x3C1: 0x440  // p
        case 0x3C4: 0x442  // T
        case 0x3C5: 0x443  // Y
        case 0x3C6: 0x444  // F
        case 0x3C7: 0x445  // x
        default: nil
        }
    }

    /// Writes a word of mixed scripts in one: Latin if that has most letters, or else Cyrillic if that has more than
    /// Greek or there is no Latin, or else the one that all letters can go to. No text here is in Greek.
    /// - Returns: whether anything was changed.
    static func unify(_ letters: inout [RevealedLetter]) -> Bool {
        var latinCount = 0
        var cyrillicCount = 0
        var greekCount = 0
        var otherCount = 0
        for letter in letters {
            if ASCII.isLetter(letter.scalar) {
                latinCount += 1
                continue
            }
            switch Scalars.properties(of: letter.scalar).script {
            case .cyrillic: cyrillicCount += 1
            case .greek: greekCount += 1
            case .other: otherCount += 1
            default: break
            }
        }
        let foreignCount = cyrillicCount + greekCount + otherCount
        guard foreignCount > 0, latinCount > 0 || cyrillicCount > 0 && greekCount > 0 else { return false }
        if latinCount >= foreignCount, toLatin(&letters) { return true }
        let isCyrillic = cyrillicCount >= greekCount || latinCount == 0
        if otherCount == 0, isCyrillic, toCyrillic(&letters) { return true }
        return toLatin(&letters) || toCyrillic(&letters)
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

    private static func toCyrillic(_ letters: inout [RevealedLetter]) -> Bool {
        var changed = letters
        for i in letters.indices {
            let scalar = letters[i].scalar
            let letter: UInt32?
            if ASCII.isLetter(scalar) {
                letter = cyrillic(scalar)
            } else {
                let properties = Scalars.properties(of: scalar)
                guard properties.isLetter else { continue }
                letter = properties.script == .cyrillic ? scalar : cyrillic(greek: scalar)
            }
            guard let letter else { return false }
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

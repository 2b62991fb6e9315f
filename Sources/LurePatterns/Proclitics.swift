/// Particles written on to the word behind them, behind which a form may begin.
///
/// Arabic: the article ال, و "and", ف "so", ب "in, by", ل "for", ك "as" and what these make together. Ethiopic:
/// የ "of", በ "in, by", ለ "for", ከ "from", ስለ "about", እንደ "as".
enum Proclitics {
    /// Where forms may begin in the word at `offset`: bit k stands for k bytes further on; bit 0 is not set.
    ///
    /// No bit where the word ends behind the particle.
    static func starts(
        _ text: UnsafePointer<UInt8>, at offset: Int, count: Int, _ kind: CharacterGroup.Proclitics
    ) -> UInt64 {
        switch kind {
        case .none: 0
        case .arabic: arabic(text, at: offset, count: count)
        case .ethiopic: ethiopic(text, at: offset, count: count)
        }
    }

    private static func arabic(_ text: UnsafePointer<UInt8>, at offset: Int, count: Int) -> UInt64 {
        func letter(_ index: Int) -> UInt32 { twoBytes(text, at: offset + 2 * index, count: count) }
        let first = letter(0)
        if first == Letter.alef { return letter(1) == Letter.lam ? 1 << 4 : 0 }
        var starts: UInt64 = 0
        switch first {
        case Letter.waw, Letter.feh, Letter.beh, Letter.kaf, Letter.keheh: starts = 1 << 2
        case Letter.lam: return letter(1) == Letter.lam ? 1 << 2 | 1 << 4 : 1 << 2
        default: return 0
        }
        let second = letter(1)
        if second == Letter.alef, letter(2) == Letter.lam { return starts | 1 << 6 }
        guard first == Letter.waw || first == Letter.feh else { return starts }
        if second == Letter.lam {
            starts |= letter(2) == Letter.lam ? 1 << 4 | 1 << 6 : 1 << 4
        } else if second == Letter.beh || second == Letter.kaf || second == Letter.keheh {
            starts |= 1 << 4
            if letter(2) == Letter.alef, letter(3) == Letter.lam { starts |= 1 << 8 }
        }
        return starts
    }

    private enum Letter {
        static let alef: UInt32 = 0x627
        static let beh: UInt32 = 0x628
        static let feh: UInt32 = 0x641
        static let kaf: UInt32 = 0x643
        static let keheh: UInt32 = 0x6A9
        static let lam: UInt32 = 0x644
        static let waw: UInt32 = 0x648
    }

    private static func ethiopic(_ text: UnsafePointer<UInt8>, at offset: Int, count: Int) -> UInt64 {
        func syllable(_ index: Int) -> UInt32 { threeBytes(text, at: offset + 3 * index, count: count) }
        switch syllable(0) {
        case 0x12E8, 0x1260, 0x1208, 0x12A8: return 1 << 3
        // Folding makes one letter of ሠ and ሰ, and of አ and ዐ; either may stand here.
        case 0x1235, 0x1225: return syllable(1) == 0x1208 ? 1 << 6 : 0
        case 0x12A5, 0x12D5: return syllable(1) == 0x1295 && syllable(2) == 0x12F0 ? 1 << 9 : 0
        default: return 0
        }
    }

    private static func twoBytes(_ text: UnsafePointer<UInt8>, at offset: Int, count: Int) -> UInt32 {
        guard offset + 2 <= count, text[offset] & 0xE0 == 0xC0 else { return 0 }
        return UInt32(text[offset] & 0x1F) << 6 | UInt32(text[offset + 1] & 0x3F)
    }

    private static func threeBytes(_ text: UnsafePointer<UInt8>, at offset: Int, count: Int) -> UInt32 {
        guard offset + 3 <= count, text[offset] & 0xF0 == 0xE0 else { return 0 }
        return UInt32(text[offset] & 0x0F) << 12 | UInt32(text[offset + 1] & 0x3F) << 6
            | UInt32(text[offset + 2] & 0x3F)
    }
}

internal import CLureSupport

/// What folding takes off one letter, if it is Vietnamese: a tone, a shape (â ă ơ đ), or both.
///
/// Marks that Vietnamese does not have (ñ, ç, ü, î) are none.
public struct Accent: Hashable, Sendable {
    /// From the lowest bit: three bits of tone, three of shape, `ofVowelBefore`, `vietnameseOnly`. 0: no accent.
    public let rawValue: UInt8

    @inlinable init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let none = Accent(rawValue: 0)

    static let grave = Accent(rawValue: 1)
    static let acute = Accent(rawValue: 2)
    static let hook = Accent(rawValue: 3)
    static let tilde = Accent(rawValue: 4)
    static let dot = Accent(rawValue: 5)
    static let circumflex = Accent(rawValue: 1 << 3)
    static let breve = Accent(rawValue: 2 << 3)
    static let horn = Accent(rawValue: 3 << 3)
    static let stroke = Accent(rawValue: 4 << 3)
    /// The tone counts for the vowel before: "hoà" and "hòa" are one word, spelt after two rules.
    private static let ofVowelBefore: UInt8 = 1 << 6
    /// No other language of `Language` has such a letter.
    @inlinable static var vietnameseOnly: UInt8 { 1 << 7 }
    private static let tones: UInt8 = 7
    private static let shapes: UInt8 = 7 << 3
    /// What tells one spelling from another.
    @inlinable static var marks: UInt8 { 0x3F }

    var isNone: Bool { rawValue == 0 }
    var tone: Accent { Accent(rawValue: rawValue & Self.tones) }
    var shape: Accent { Accent(rawValue: rawValue & Self.shapes) }
    var isOfVowelBefore: Bool { rawValue & Self.ofVowelBefore != 0 }

    /// Of a precomposed letter in either case; none for any other scalar. Whether its tone counts for the vowel before
    /// is to be settled, if it may.
    @inline(__always)
    static func of(_ scalar: UInt32) -> Accent {
        let first = scalar &- UInt32(LURE_ACCENTS_FIRST)
        let second = scalar &- UInt32(LURE_ACCENTS_SECOND)
        let index: UInt32
        if first < UInt32(LURE_ACCENTS_FIRST_COUNT) {
            index = first
        } else if second < UInt32(LURE_ACCENTS_SECOND_COUNT) {
            index = second &+ UInt32(LURE_ACCENTS_FIRST_COUNT)
        } else {
            return .none
        }
        return Accent(rawValue: lure_vietnamese_accents_base()[Int(index)])
    }

    /// The accent of a letter whose tone counts for the vowel before, if there is such a vowel.
    /// - Parameter letter: the folded one.
    @inline(__always)
    func settled(after previous: UInt8?, on letter: UInt32) -> Accent {
        // The second vowel of oa, oe, uy.
        let vowel = letter == 0x79 ? UInt8(ascii: "u") : UInt8(ascii: "o")
        return previous == vowel ? self : Accent(rawValue: rawValue & ~Self.ofVowelBefore)
    }

    /// Of a combining mark, whatever it stands on; none for any other scalar.
    static func ofMark(_ scalar: UInt32) -> Accent {
        switch scalar {
        case 0x300, 0x340: .grave
        case 0x301, 0x341: .acute
        case 0x302: .circumflex
        case 0x303: .tilde
        case 0x306: .breve
        case 0x309: .hook
        case 0x31B: .horn
        case 0x323: .dot
        default: .none
        }
    }

    /// With one more mark. Of two tones or two shapes the first counts.
    func adding(_ mark: Accent) -> Accent {
        let tone = tone.isNone ? mark.tone : tone
        let shape = shape.isNone ? mark.shape : shape
        return Accent(rawValue: tone.rawValue | shape.rawValue)
    }

    /// What is Vietnamese of marks found on a folded letter, as `of` has it.
    func on(_ letter: UInt32) -> Accent {
        let fits =
            switch letter {
            case 0x61: shape == .circumflex || shape == .breve
            case 0x65: shape == .circumflex
            case 0x6F: shape == .circumflex || shape == .horn
            case 0x75: shape == .horn
            case 0x64: shape == .stroke
            default: false
            }
        let isVowel =
            switch letter {
            case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
            default: false
            }
        let shape = fits ? shape : .none
        let tone = isVowel ? tone : .none
        let marks = Accent(rawValue: shape.rawValue | tone.rawValue)
        let mayMove = shape.isNone && !tone.isNone && (letter == 0x61 || letter == 0x65 || letter == 0x79)
        return Accent(
            rawValue: marks.rawValue | (marks.isShared(on: letter) ? 0 : Self.vietnameseOnly)
                | (mayMove ? Self.ofVowelBefore : 0))
    }

    /// Whether other languages of `Language` have the letter.
    private func isShared(on letter: UInt32) -> Bool {
        switch self {
        case .none, .grave, .acute, .circumflex: true
        case .tilde: letter == 0x61 || letter == 0x6F
        default: false
        }
    }
}

/// The writing systems that tell languages apart here.
public enum Script: UInt8, CaseIterable, Sendable {
    /// Digits, punctuation, signs, emoji: whatever belongs to no script.
    case common
    case latin, cyrillic, greek, arabic, devanagari, bengali, tamil, sinhala, thai, lao, khmer, myanmar,
        ethiopic
    case han, hiragana, katakana, hangul
    /// Letters of any script without a name above.
    case other
}

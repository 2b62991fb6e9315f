/// Scripts that are disguised, and read, in like ways.
public enum ScriptGroup: String, CaseIterable, Sendable {
    case latin = "Latin"
    case cyrillic = "Cyrillic"
    /// Han, Kana, Hangul.
    case eastAsian = "East Asian"
    /// Thai, Lao, Khmer, Burmese: no spaces between words.
    case southEastAsian = "South-East Asian"
    /// Devanagari, Bengali, Tamil, Sinhala, Arabic, Ethiopic.
    case otherScripts = "South Asian, Arabic, Ethiopic"

    /// The group of most of a text, by bytes of UTF-8: letters that say more weigh more. Latin if it has no letters.
    public static func of(_ text: String) -> ScriptGroup {
        var sizes = [Int](repeating: 0, count: allCases.count)
        for scalar in text.unicodeScalars {
            guard let group = of(scalar), let place = allCases.firstIndex(of: group) else { continue }
            sizes[place] += UTF8.width(scalar)
        }
        let largest = sizes.max() ?? 0
        return allCases[sizes.firstIndex(of: largest) ?? 0]
    }

    /// The group of most texts.
    static func commonest(_ texts: [String]) -> ScriptGroup {
        var counts: [ScriptGroup: Int] = [:]
        for text in texts { counts[of(text), default: 0] += 1 }
        let largest = counts.values.max() ?? 0
        return allCases.first { counts[$0] == largest } ?? .latin
    }

    private static func of(_ scalar: Unicode.Scalar) -> ScriptGroup? {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: .latin
        case 0x400...0x52F: .cyrillic
        case 0x1100...0x11FF, 0x3041...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3: .eastAsian
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: .southEastAsian
        case 0x600...0x6FF, 0x750...0x77F, 0x900...0xDFF, 0x1200...0x137F: .otherScripts
        default: nil
        }
    }
}

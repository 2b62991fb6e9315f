import LureText

/// Language keys of rule files and names of concept files.
enum RuleLanguages {
    /// Languages in which every rule shows what it matches and what it doesn't.
    static let main = ["en", "zh", "vi", "th", "id", "ms", "tl", "km", "hi", "ru", "ja", "ko"]

    /// What to write instead of an unknown code: the one whose beginning it shares, or all that there are.
    static func help(for code: String) -> String {
        let codes = Language.allCases.map(\.code).filter { !$0.hasPrefix("zh") } + ["zh"]
        let alike = codes.filter { $0.prefix(2) == code.lowercased().prefix(2) }.sorted()
        if !alike.isEmpty { return "write \(alike.map { "'\($0)'" }.joined(separator: " or "))" }
        return "the codes are \(codes.sorted().joined(separator: ", "))"
    }

    /// Languages that words under `code` speak for; nil if the code is unknown.
    ///
    /// `zh` stands for both scripts; romanised Hindi and Urdu share their words.
    static func set(for code: String) -> LanguageSet? {
        switch code {
        case "zh": [LanguageSet(.chineseSimplified), LanguageSet(.chineseTraditional)]
        case "hi-Latn": [LanguageSet(.hindiLatin), LanguageSet(.urduLatin)]
        default: Language(code: code).map { LanguageSet($0) }
        }
    }

    /// The languages a folded form speaks for: all, if its script leaves no doubt about the language or it has no
    /// letters; long English
    /// words also where no English was found.
    static func speakers(of form: [UInt8], listedFor languages: LanguageSet) -> LanguageSet {
        let scalars = String(decoding: form, as: UTF8.self).unicodeScalars
        if scalars.contains(where: isOfOneLanguage) || !scalars.contains(where: \.properties.isAlphabetic) {
            return .all.union(.always)
        }
        let isLongEnglish = languages.contains(LanguageSet(.english)) && form.count >= longEnglishWord
        return isLongEnglish ? languages.union(.always) : languages
    }

    /// Letters of a word from which on it is hardly a word of another language.
    private static let longEnglishWord = 5

    /// Whether the scalar belongs to a script in which only one of the languages is written: Bengali, Tamil,
    /// Sinhala, Thai, Lao, Burmese, Hangul, Ethiopic, Khmer, Kana (blocks of the Unicode Standard).
    private static func isOfOneLanguage(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0980...0x09FF, 0x0B80...0x0BFF, 0x0D80...0x0DFF, 0x0E00...0x0EFF, 0x1000...0x109F,
            0x1100...0x139F,
            0x1780...0x17FF, 0x3041...0x309F, 0x30A1...0x30FA, 0xAC00...0xD7A3:
            true
        default: false
        }
    }

    /// Whether a folded form is one Han character.
    static func isSingleHan(_ form: [UInt8]) -> Bool {
        let scalars = String(decoding: form, as: UTF8.self).unicodeScalars
        guard scalars.count == 1, let scalar = scalars.first else { return false }
        return (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
    }
}

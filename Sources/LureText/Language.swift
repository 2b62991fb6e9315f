/// A language (with its script, where one is written in two) that the screener has words for.
public enum Language: UInt8, CaseIterable, Sendable {
    case english, chineseSimplified, chineseTraditional, vietnamese, thai, indonesian, malay, tagalog, khmer
    case hindi, hindiLatin, russian, japanese, korean, bengali, urdu, urduLatin, nepali, burmese, lao, tamil
    case sinhala, arabic, amharic, swahili, mongolian, spanish, portuguese, french

    /// BCP 47 tag, as in data rows and answers.
    public var code: String {
        switch self {
        case .english: "en"
        case .chineseSimplified: "zh-Hans"
        case .chineseTraditional: "zh-Hant"
        case .vietnamese: "vi"
        case .thai: "th"
        case .indonesian: "id"
        case .malay: "ms"
        case .tagalog: "tl"
        case .khmer: "km"
        case .hindi: "hi"
        case .hindiLatin: "hi-Latn"
        case .russian: "ru"
        case .japanese: "ja"
        case .korean: "ko"
        case .bengali: "bn"
        case .urdu: "ur"
        case .urduLatin: "ur-Latn"
        case .nepali: "ne"
        case .burmese: "my"
        case .lao: "lo"
        case .tamil: "ta"
        case .sinhala: "si"
        case .arabic: "ar"
        case .amharic: "am"
        case .swahili: "sw"
        case .mongolian: "mn"
        case .spanish: "es"
        case .portuguese: "pt-BR"
        case .french: "fr"
        }
    }

    public init?(code: String) {
        for language in Language.allCases where language.code == code {
            self = language
            return
        }
        return nil
    }
}

/// A set of languages, one bit each.
public struct LanguageSet: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32

    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

    @inlinable public init(_ language: Language) { rawValue = 1 << UInt32(language.rawValue) }

    /// Of forms that speak whatever was found: in a script of one language, and English words of five letters or
    /// more. These are borrowed everywhere; shorter ones (`no`, `cop`, `us`) are words of other languages too.
    public static let always = LanguageSet(rawValue: 1 << 31)

    public static let all = LanguageSet(rawValue: (1 << UInt32(Language.allCases.count)) - 1)
}

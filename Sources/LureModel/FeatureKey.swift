import LureText

/// How features get their keys. Changing anything here makes every model file wrong: raise
/// `ModelFormat.featureVersion` with it.
enum FeatureKey {
    // One arbitrary odd constant a sort, so that equal payloads of two sorts never share a key.
    private static let conceptTag: UInt64 = 0x632B_E59B_D9B4_E019
    private static let openingTag: UInt64 = 0x3C79_AC49_2BA7_B653
    private static let closingTag: UInt64 = 0x1B87_3593_CC9E_2D51
    private static let stepTag: UInt64 = 0x9B97_F4A7_C15F_39CC
    private static let pairTag: UInt64 = 0x8F3D_91B7_1C5A_2E4B
    private static let ruleTag: UInt64 = 0xA24B_AED4_963E_E407
    private static let factTag: UInt64 = 0x9FB2_1C65_1E98_DF25
    private static let shapeTag: UInt64 = 0xD6E8_FEB8_6659_FD93
    private static let wordTag: UInt64 = 0xC13F_A9A9_02A6_328F
    private static let characterTag: UInt64 = 0x91E1_0DA5_C79E_7B1D
    private static let wordPairTag: UInt64 = 0xB5AD_4ECE_DA1C_E2A9

    static func concept(_ key: UInt64) -> UInt64 { StableHash.combine(conceptTag, key) }

    /// Of a concept in the first clause.
    static func openingConcept(_ key: UInt64) -> UInt64 { StableHash.combine(openingTag, key) }

    /// Of a concept in the last clause.
    static func closingConcept(_ key: UInt64) -> UInt64 { StableHash.combine(closingTag, key) }

    /// Of a concept and the next one that the text mentions for the first time.
    static func step(_ key: UInt64, _ next: UInt64) -> UInt64 { StableHash.combine(stepTag &+ key, next) }

    /// The same for both orders of the two.
    static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 {
        StableHash.combine(pairTag &+ min(a, b), max(a, b))
    }

    static func rule(_ key: UInt64) -> UInt64 { StableHash.combine(ruleTag, key) }

    static func fact(_ aspect: FactAspect, _ value: UInt64) -> UInt64 {
        StableHash.combine(factTag &+ UInt64(aspect.rawValue), value)
    }

    static func shape(_ aspect: ShapeAspect, _ bucket: Int) -> UInt64 {
        StableHash.combine(shapeTag &+ UInt64(aspect.rawValue), UInt64(truncatingIfNeeded: bucket))
    }

    static func wordSeed(_ language: Language?) -> UInt64 {
        StableHash.combine(wordTag, languageCode(language))
    }

    /// Of two words of one language, by their keys in the order they stand in.
    @inline(__always)
    static func wordPair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        StableHash.combine(wordPairTag &+ first, second)
    }

    /// Seed of character n-grams of one language and one length.
    static func characterSeed(_ language: Language?, count: Int) -> UInt64 {
        StableHash.combine(characterTag &+ UInt64(truncatingIfNeeded: count), languageCode(language))
    }

    /// Both Chinese scripts are one language here: folding writes them the same.
    private static func languageCode(_ language: Language?) -> UInt64 {
        guard let language else { return 0xFF }
        return UInt64((language == .chineseTraditional ? .chineseSimplified : language).rawValue)
    }
}

/// What a fact feature tells of a fact. Raw values are part of the keys.
enum FactAspect: UInt8 {
    case kind = 1
    case channel, period, amount
}

/// What a shape feature tells of a text. Raw values are part of the keys.
enum ShapeAspect: UInt8 {
    case length = 1
    case lines, exclamations, pictographs, contacts, question, quotation
    case questions, opening, commas, commaRate, lineBreaks, clauseLength, speakers, start, ending
}

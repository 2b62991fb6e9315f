/// What is known of the languages of a text.
public struct LanguageGuess: Hashable, Sendable {
    /// The language with the largest share; nil if the text does not tell, or is in none of `Language`.
    public var primary: Language?
    /// Languages whose words may be read in the text: all with a real share, and those that alone write a script that
    /// occurs. Where Latin words do not tell, all languages of Latin script.
    public var speaking: LanguageSet = []
    /// 0...1: share of the primary language, times how clearly it stands apart from its neighbours. 0 without
    /// a primary language.
    public var confidence = 0.0

    public init() {}
}

extension LanguageSet {
    /// Languages that are written in Latin script.
    public static let latin: LanguageSet = [
        LanguageSet(.english), LanguageSet(.vietnamese), LanguageSet(.indonesian), LanguageSet(.malay),
        LanguageSet(.tagalog), LanguageSet(.hindiLatin), LanguageSet(.urduLatin), LanguageSet(.swahili),
        LanguageSet(.spanish), LanguageSet(.portuguese), LanguageSet(.french),
    ]
}

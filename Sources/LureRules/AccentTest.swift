import LurePatterns
import LureText

/// Whether a form may stand where folding found it, by the accents of the text.
///
/// Vietnamese is typed with its accents or without any. So a place without accents says nothing; one with accents
/// is the form only if the form is listed in that very spelling. Languages whose writers drop accents at will are
/// never refused, nor is a word such as "résumé" in a text that is not Vietnamese. An expression matches folded
/// text, and judges for itself.
struct AccentTest {
    private static var careless: UInt32 {
        LanguageSet(.spanish).rawValue | LanguageSet(.portuguese).rawValue | LanguageSet(.french).rawValue
            | LanguageSet(.tagalog).rawValue
    }

    /// Bits of the languages whose forms count.
    let speaking: UInt32
    private let isVietnamese: Bool
    private let spellings: SpellingTable

    init(speaking languages: LanguageSet, spellings: SpellingTable) {
        speaking = languages.rawValue | LanguageSet.always.rawValue
        isVietnamese = languages.contains(LanguageSet(.vietnamese))
        self.spellings = spellings
    }

    /// - Parameter languages: bits of those the form is listed for.
    @inline(__always)
    func passes(_ hit: LiteralHit, languages: UInt32, _ finger: inout SpellingFinger) -> Bool {
        if languages & speaking & Self.careless != 0 { return true }
        let spelling = finger.spelling(of: hit.span)
        if spelling.isPlain || !spelling.isVietnamese && !isVietnamese { return true }
        return spellings.holds(hit.value, spelling)
    }
}

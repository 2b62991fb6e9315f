public import LurePatterns
public import LureText

/// Folds forms and phrases as texts are folded: an unfolded form would never match.
enum FormFolding {
    static func fold(_ text: String) -> [UInt8] { Folder().fold(text).bytes }
}

/// A word form or phrase as it is looked for in folded texts.
public struct FoldedForm: Sendable {
    public var bytes: [UInt8]
    public var boundary: Boundary
    /// Languages it speaks for.
    public var speakers: LanguageSet

    /// nil if nothing is left after folding, or the language is unknown.
    init?(_ text: String, _ boundary: Boundary, _ language: String) {
        bytes = FormFolding.fold(text)
        guard !bytes.isEmpty, let listed = RuleLanguages.set(for: language) else { return nil }
        self.boundary = boundary
        speakers = RuleLanguages.speakers(of: bytes, listedFor: listed)
    }
}

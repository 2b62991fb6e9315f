/// Tells the languages of a text: by its scripts, by letters that only one language of a script writes, and by
/// its common words.
///
/// Made for chat: slang, missing diacritics, several languages in one sentence. Digits, addresses, handles and
/// names count for nothing.
public struct LanguageIdentifier: Sendable {
    public init() {}

    /// - Parameters:
    ///   - letters: of the text before folding, where letters are as they were written.
    ///   - folded: the same text, folded.
    ///   - segmentation: words of `folded`.
    /// - Complexity: at most 48 words are looked up.
    public func identify(
        letters: LetterCounts, folded: FoldedText, segmentation: Segmentation, into guess: inout LanguageGuess
    ) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: LanguageEvidence.size) { memory in
            _ = memory.initialize(from: letters.numbers)
            guard let base = memory.baseAddress else { return }
            let evidence = LanguageEvidence(base)
            LanguageWords().read(folded.bytes, segmentation.words, into: evidence)
            guess = LanguageJudgement(evidence).guess()
        }
    }

    /// The same, of a text whose letters were not counted yet.
    /// - Complexity: linear in the text.
    public func identify(
        original: UnsafeBufferPointer<UInt8>, folded: FoldedText, segmentation: Segmentation,
        into guess: inout LanguageGuess
    ) {
        var letters = LetterCounts()
        _ = letters.withEvidence { LetterReader().read(original, into: $0) }
        identify(letters: letters, folded: folded, segmentation: segmentation, into: &guess)
    }
}

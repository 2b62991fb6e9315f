/// Tells the languages of a text: by its scripts, by letters that only one language of a script writes, and by
/// its common words.
///
/// Made for chat: slang, missing diacritics, several languages in one sentence. Digits, addresses, handles and
/// names count for nothing.
public struct LanguageIdentifier: Sendable {
    public init() {}

    /// - Parameters:
    ///   - original: the text before folding, where letters are as they were written.
    ///   - folded: the same text, folded.
    ///   - segmentation: words of `folded`.
    /// - Complexity: linear in the text; at most 48 words are looked up.
    public func identify(
        original: UnsafeBufferPointer<UInt8>, folded: FoldedText, segmentation: Segmentation,
        into guess: inout LanguageGuess
    ) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: LanguageEvidence.size) { memory in
            memory.initialize(repeating: 0)
            guard let base = memory.baseAddress else { return }
            var evidence = LanguageEvidence(base)
            LetterReader().read(original, into: &evidence)
            LanguageWords().read(folded.bytes, segmentation.words, into: &evidence)
            guess = LanguageJudgement(evidence).guess()
        }
    }
}

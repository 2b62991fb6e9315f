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
    ///   - ignored: places in `original` that count for nothing, in order.
    /// - Complexity: linear in the text; at most 48 words are looked up.
    public func identify(
        original: UnsafeBufferPointer<UInt8>, folded: FoldedText, segmentation: Segmentation,
        ignoring ignored: [TextSpan] = [], into guess: inout LanguageGuess
    ) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: LanguageEvidence.size) { memory in
            memory.initialize(repeating: 0)
            guard let base = memory.baseAddress else { return }
            var evidence = LanguageEvidence(base)
            var start = 0
            for span in ignored where Int(span.start) >= start && Int(span.end) <= original.count {
                let piece = original[start..<Int(span.start)]
                LetterReader().read(UnsafeBufferPointer(rebasing: piece), into: &evidence)
                start = Int(span.end)
            }
            LetterReader().read(UnsafeBufferPointer(rebasing: original[start...]), into: &evidence)
            LanguageWords().read(folded.bytes, segmentation.words, into: &evidence)
            guess = LanguageJudgement(evidence).guess()
        }
    }
}

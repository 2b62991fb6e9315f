import LureText

/// The words a hit covers, by position in the text (`Segmentation.Word.position`).
struct WordRange: Hashable, Sendable {
    var first: UInt32
    var last: UInt32
}

extension Segmentation {
    /// As `position(of:)` has it: two characters of three bytes, which is what the letters of all unspaced scripts
    /// take, count as one word.
    private static let unspacedBytes: UInt32 = 6

    /// Position of `offset`, which lies at or after the start of word `index`; between words, that of the next.
    func position(of offset: UInt32, from index: Int) -> UInt32 {
        let word = words[index]
        if word.isUnspaced {
            let past = offset >= word.end ? Self.unspacedBytes - 1 : 0
            return word.position + (min(offset, word.end) - word.start + past) / Self.unspacedBytes
        }
        return offset < word.end ? word.position : word.position + 1
    }

    /// The words under `span`, searched from word `cursor` on, which is moved to the last word that starts at or
    /// before the span. For spans in ascending order the whole search is linear.
    func wordRange(of span: TextSpan, from cursor: inout Int) -> WordRange {
        guard !words.isEmpty else { return WordRange(first: 0, last: 0) }
        while cursor + 1 < words.count, words[cursor + 1].start <= span.start { cursor += 1 }
        if words[cursor].start > span.start { return WordRange(first: 0, last: 0) }
        let first = position(of: span.start, from: cursor)
        var index = cursor
        while index + 1 < words.count, words[index + 1].start < span.end { index += 1 }
        let end = max(span.end, span.start + 1)
        return WordRange(first: first, last: max(first, position(of: end - 1, from: index)))
    }

    /// The words under any span.
    /// - Complexity: O(log n) in the number of words, plus the words covered.
    func wordRange(of span: TextSpan) -> WordRange {
        var low = 0
        var high = words.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if words[middle].start <= span.start { low = middle } else { high = middle }
        }
        return wordRange(of: span, from: &low)
    }
}

import LureText

/// The words a hit covers, by position in the text (`Segmentation.Word.position`).
struct WordRange: Hashable, Sendable {
    var first: UInt32
    var last: UInt32
}

/// Finds the words under spans that come in ascending order, in linear time for all together.
///
/// Invariant: lives no longer than the access to the segmentation's words it was made in.
struct WordFinger {
    private let words: UnsafeBufferPointer<Segmentation.Word>
    /// The last word that starts at or before the last span, or the first.
    private var cursor: Int

    /// As `Segmentation.position(of:)` has it: two characters of three bytes, which is what the letters of all
    /// unspaced scripts take, count as one word.
    private static let unspacedBytes: UInt32 = 6

    init(_ words: UnsafeBufferPointer<Segmentation.Word>, at cursor: Int = 0) {
        self.words = words
        self.cursor = cursor
    }

    /// Position of `offset`, which lies at or after the start of word `index`; between words, that of the next.
    @inline(__always)
    private func position(of offset: UInt32, from index: Int) -> UInt32 {
        guard let base = words.baseAddress else { return 0 }
        let word = base + index
        if word.pointee.isUnspaced {
            let past = offset >= word.pointee.end ? Self.unspacedBytes &- 1 : 0
            return word.pointee.position
                &+ (min(offset, word.pointee.end) &- word.pointee.start &+ past) / Self.unspacedBytes
        }
        return offset < word.pointee.end ? word.pointee.position : word.pointee.position &+ 1
    }

    /// Moves the cursor to the last word that starts at or before `place`; it counts a few words at a time, as how
    /// many there are is hard to guess.
    @inline(__always)
    private mutating func advance(_ base: UnsafePointer<Segmentation.Word>, to place: UInt32) {
        while cursor &+ 4 < words.count {
            let next = base + cursor + 1
            var passed: UInt64 = 0
            // The sign of a difference: a comparison would become a branch.
            for step in 0..<4 { passed &+= (UInt64(next[step].start) &- UInt64(place) &- 1) >> 63 }
            cursor &+= Int(truncatingIfNeeded: passed)
            if passed < 4 { return }
        }
        while cursor &+ 1 < words.count, base[cursor &+ 1].start <= place { cursor &+= 1 }
    }

    /// The words under `span`, which starts no earlier than the span before.
    @inline(__always)
    mutating func range(of span: TextSpan) -> WordRange {
        guard let base = words.baseAddress else { return WordRange(first: 0, last: 0) }
        let count = words.count
        advance(base, to: span.start)
        var index = cursor
        if index >= count || base[index].start > span.start { return WordRange(first: 0, last: 0) }
        let word = base[index]
        if !word.isUnspaced, span.start < span.end, span.end <= word.end {
            // Most hits lie within one word.
            return WordRange(first: word.position, last: word.position)
        }
        let first = position(of: span.start, from: index)
        while index &+ 1 < count, base[index &+ 1].start < span.end { index &+= 1 }
        let end = max(span.end, span.start &+ 1)
        return WordRange(first: first, last: max(first, position(of: end &- 1, from: index)))
    }
}

extension Segmentation {
    /// The words under any span.
    /// - Complexity: O(log n) in the number of words, plus the words covered.
    func wordRange(of span: TextSpan) -> WordRange {
        words.withUnsafeBufferPointer { words in
            var low = 0
            var high = words.count
            while high - low > 1 {
                let middle = (low + high) / 2
                if words[middle].start <= span.start { low = middle } else { high = middle }
            }
            var finger = WordFinger(words, at: low)
            return finger.range(of: span)
        }
    }
}

internal import CLureSupport

/// Looks the words of a folded text up in the lists of all languages.
struct LanguageWords {
    private let slots: UnsafePointer<UInt64> = lure_language_slots()
    private let mask = Int(LURE_LANGUAGE_SLOTS) - 1
    private let longest = Int(LURE_LANGUAGE_LONGEST)
    /// So many words are read in a row; of what follows, at most as many again, spread evenly.
    private static let sampleSize = 24

    /// A word to be looked up.
    private struct Query {
        /// The upper half of its hash; above it one bit for a word of Latin letters.
        var key: UInt64
        /// What stands in its first slot.
        var found: UInt64
    }

    func read(_ bytes: [UInt8], _ words: [Segmentation.Word], into evidence: LanguageEvidence) {
        // 768 bytes, which are sure to be on the stack.
        withUnsafeTemporaryAllocation(of: Query.self, capacity: 2 * Self.sampleSize) { queries in
            guard let queries = queries.baseAddress else { return }
            let count = bytes.withUnsafeBufferPointer { text in
                words.withUnsafeBufferPointer { ask(of: text, $0, queries, evidence) }
            }
            for index in 0..<count { answer(queries[index], evidence) }
        }
    }

    /// Looks into the first slots of all words that are read; none waits for what another finds there.
    /// - Parameter queries: has room for two samples.
    /// - Returns: how many words there are.
    @inline(__always)
    private func ask(
        of text: UnsafeBufferPointer<UInt8>, _ words: UnsafeBufferPointer<Segmentation.Word>,
        _ queries: UnsafeMutablePointer<Query>, _ evidence: LanguageEvidence
    ) -> Int {
        guard let base = text.baseAddress else { return 0 }
        let rest = max(0, words.count - Self.sampleSize)
        let step = max(1, (rest + Self.sampleSize - 1) / Self.sampleSize)
        var count = 0
        var index = 0
        while index < words.count, count < 2 * Self.sampleSize {
            let word = words[index]
            index += index < Self.sampleSize ? 1 : step
            let (start, end) = (Int(word.start), Int(word.end))
            guard !word.isUnspaced, start < end, end <= text.count else { continue }
            let isLatin = base[start] < 0x80
            if isLatin {
                // Amounts and sizes ("50k"), parts of addresses and handles tell nothing.
                guard base[start] &- 0x61 < 26, !isJoined(base, start, end, text.count) else { continue }
                evidence.addLatinWord()
            }
            guard end - start <= longest else { continue }
            let key = hash(base + start, end &- start, readable: text.count &- start) >> 32
            (queries + count).initialize(
                to: Query(
                    key: key | (isLatin ? Self.latin : 0), found: slots[Int(truncatingIfNeeded: key) & mask]))
            count += 1
        }
        return count
    }

    private static let latin: UInt64 = 1 << 32

    @inline(__always)
    private func answer(_ query: Query, _ evidence: LanguageEvidence) {
        let key = query.key & (Self.latin - 1)
        var found = query.found
        var slot = Int(truncatingIfNeeded: key)
        while found != 0, found >> 32 != key {
            slot += 1
            found = slots[slot & mask]
        }
        // The low half: three bits of weight, 29 of languages; 0 if the word is not listed.
        let bits = UInt32(truncatingIfNeeded: found)
        guard bits != 0 else { return }
        if query.key >= Self.latin { evidence.addKnownLatinWord() }
        let weight = bits >> 29
        var languages = bits & 0x1FFF_FFFF
        while languages != 0 {
            let language = languages.trailingZeroBitCount
            evidence.scores[language] &+= weight
            evidence.counts[language] &+= 1
            languages &= languages &- 1
        }
    }

    /// Whether signs of addresses, handles and file names touch the word.
    @inline(__always)
    private func isJoined(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ count: Int) -> Bool {
        if start > 0 {
            switch text[start - 1] {
            case 0x23, 0x2E, 0x2F, 0x3D, 0x40, 0x5F: return true  // # . / = @ _
            default: break
            }
        }
        guard end < count else { return false }
        switch text[end] {
        case 0x40, 0x5F: return true  // @ _
        case 0x2E: return end + 1 < count && (text[end + 1] | 0x20) &- 0x61 < 26
        default: return false
        }
    }

    /// As `StableHash`, which most words are short enough to need little of.
    @inline(__always)
    private func hash(_ word: UnsafePointer<UInt8>, _ count: Int, readable: Int) -> UInt64 {
        guard count < 8, readable >= 8 else { return StableHash.hash(word, count: count) }
        return StableHash.State(count: count).finished(
            tail: StableHash.tail(word, count: count, readable: readable))
    }
}

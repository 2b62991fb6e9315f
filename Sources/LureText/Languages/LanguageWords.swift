internal import CLureSupport

/// Looks the words of a folded text up in the lists of all languages.
struct LanguageWords {
    private let slots: UnsafePointer<UInt64> = lure_language_slots()
    private let mask = Int(LURE_LANGUAGE_SLOTS) - 1
    private let longest = Int(LURE_LANGUAGE_LONGEST)
    /// So many words are read in a row; of what follows, at most as many again, spread evenly.
    private static let sampleSize = 24

    func read(_ bytes: [UInt8], _ words: [Segmentation.Word], into evidence: LanguageEvidence) {
        let rest = max(0, words.count - Self.sampleSize)
        let step = max(1, (rest + Self.sampleSize - 1) / Self.sampleSize)
        bytes.withUnsafeBufferPointer { text in
            words.withUnsafeBufferPointer { words in
                guard let base = text.baseAddress else { return }
                var index = 0
                while index < words.count {
                    let word = words[index]
                    index += index < Self.sampleSize ? 1 : step
                    let (start, end) = (Int(word.start), Int(word.end))
                    guard !word.isUnspaced, start < end, end <= text.count else { continue }
                    read(base, start, end, text.count, evidence)
                }
            }
        }
    }

    @inline(__always)
    private func read(
        _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ count: Int,
        _ evidence: LanguageEvidence
    ) {
        let first = text[start]
        let isLatin = first < 0x80
        if isLatin {
            // Amounts and sizes ("50k"), parts of addresses and handles tell nothing.
            guard first &- 0x61 < 26, !isJoined(text, start, end, count) else { return }
            evidence.addLatinWord()
        }
        guard end - start <= longest else { return }
        let hash = hash(text + start, end &- start, readable: count &- start)
        let bits = UInt32(truncatingIfNeeded: entry(hash))
        guard bits != 0 else { return }
        if isLatin { evidence.addKnownLatinWord() }
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

    /// The low half of the word's slot: three bits of weight, 29 of languages; 0 if it is not listed.
    @inline(__always)
    private func entry(_ hash: UInt64) -> UInt64 {
        let key = hash >> 32
        var slot = Int(truncatingIfNeeded: key) & mask
        while slots[slot] != 0 {
            if slots[slot] >> 32 == key { return slots[slot] }
            slot = (slot + 1) & mask
        }
        return 0
    }
}

import LureText

/// Features of words and of characters (pieces of words; pieces of runs in scripts that
/// write no spaces). All keys are mixed with the language: what is learned of a word in one language says
/// nothing about the same letters in another.
struct WordFeatures {
    /// Longer "words" are encodings or noise.
    private static let longestWord: UInt32 = 96

    private let text: UnsafeBufferPointer<UInt8>
    private let masks: UnsafeBufferPointer<TextSpan>
    private let wordSeed: UInt64
    private let seeds: (UInt64, UInt64, UInt64, UInt64)

    /// - Parameter masks: by start; no word features are read there.
    init(text: UnsafeBufferPointer<UInt8>, language: Language?, masks: UnsafeBufferPointer<TextSpan>) {
        self.text = text
        self.masks = masks
        wordSeed = FeatureKey.wordSeed(language)
        seeds = (
            FeatureKey.characterSeed(language, count: 1), FeatureKey.characterSeed(language, count: 2),
            FeatureKey.characterSeed(language, count: 3), FeatureKey.characterSeed(language, count: 4)
        )
    }

    func add(_ words: [Segmentation.Word], into table: inout FeatureTable) {
        var next = 0
        for word in words where word.start < word.end && Int(word.end) <= text.count {
            while next < masks.count, masks[next].end <= word.start { next += 1 }
            let isMasked = next < masks.count && masks[next].start < word.end
            if !isMasked {
                addPiece(word.start, word.end, word.isUnspaced, &table)
            } else if word.isUnspaced || isHangul(at: Int(word.start)) {
                addPieces(of: word, from: next, &table)
            }
        }
    }

    /// What masks leave of a run; a mask is a gap.
    private func addPieces(
        of word: Segmentation.Word, from first: Int, _ table: inout FeatureTable
    ) {
        var start = word.start
        var index = first
        while index < masks.count, masks[index].start < word.end {
            let mask = masks[index]
            if mask.start > start { addPiece(start, mask.start, word.isUnspaced, &table) }
            start = max(start, min(mask.end, word.end))
            index += 1
        }
        if start < word.end { addPiece(start, word.end, word.isUnspaced, &table) }
    }

    private func addPiece(
        _ start: UInt32, _ end: UInt32, _ isUnspaced: Bool, _ table: inout FeatureTable
    ) {
        if isUnspaced {
            addRun(start, end, &table)
        } else if isPlainWord(start, end), let base = text.baseAddress {
            let key = StableHash.hash(base + Int(start), count: Int(end - start), seed: wordSeed)
            table.add(key, start, end, .word)
            if isHangul(at: Int(start)) { addLetters(start, end, &table) }
        }
    }

    /// Not a number, not part of a handle or an address.
    private func isPlainWord(_ start: UInt32, _ end: UInt32) -> Bool {
        guard end - start <= Self.longestWord else { return false }
        if start > 0, text[Int(start) - 1] == 0x40 { return false }
        if Int(end) < text.count, text[Int(end)] == 0x40 { return false }
        for index in Int(start)..<Int(end) {
            let byte = text[index]
            if byte == 0x5F || (byte &- 0x30) < 10 { return false }
        }
        return true
    }

    /// Four letters in a row, the ends of the word counting as one. They carry the word's place: a reader
    /// is shown words. Only of Korean words, where particles and compounds are written on: in other spaced scripts
    /// they count each word once more for each of its pieces, which costs accuracy as well as time.
    private func addLetters(_ start: UInt32, _ end: UInt32, _ table: inout FeatureTable) {
        guard end - start >= 4 else { return }
        // 16 bits a scalar: letters outside the basic plane may share a key, which harms nobody.
        var window: UInt64 = 0x20
        var count = 1
        var index = Int(start)
        while index < Int(end) {
            window = window << 16 | decode(&index)
            count += 1
            if count >= 4 { table.add(StableHash.mix(window ^ seeds.3), start, end, .characters) }
        }
        guard count >= 5 else { return }
        window = window << 16 | 0x20
        table.add(StableHash.mix(window ^ seeds.3), start, end, .characters)
    }

    /// Pieces of an unspaced run: two and three characters of Han and kana, where a character is much of a
    /// word; three and four letters and marks of the other scripts.
    private func addRun(_ start: UInt32, _ end: UInt32, _ table: inout FeatureTable) {
        var window: UInt64 = 0
        // Starts of the last four scalars, the newest first.
        var a: UInt32 = start
        var b: UInt32 = start
        var c: UInt32 = start
        var d: UInt32 = start
        var count = 0
        var index = Int(start)
        while index < Int(end) {
            (d, c, b, a) = (c, b, a, UInt32(index))
            let scalar = decode(&index)
            window = window << 16 | scalar
            count += 1
            let here = UInt32(min(index, Int(end)))
            if scalar >= 0x2E80 {
                if count >= 2 {
                    table.add(StableHash.mix(window & 0xFFFF_FFFF ^ seeds.1), b, here, .characters)
                }
                if count >= 3 {
                    table.add(StableHash.mix(window & 0xFFFF_FFFF_FFFF ^ seeds.2), c, here, .characters)
                }
            } else {
                if count >= 3 {
                    table.add(StableHash.mix(window & 0xFFFF_FFFF_FFFF ^ seeds.2), c, here, .characters)
                }
                if count >= 4 { table.add(StableHash.mix(window ^ seeds.3), d, here, .characters) }
            }
        }
    }

    /// The low 16 bits of the scalar at `index`, which moves past it. Any bytes are safe.
    @inline(__always)
    private func decode(_ index: inout Int) -> UInt64 {
        let lead = text[index]
        index &+= 1
        guard lead >= 0xC0 else { return UInt64(lead) }
        var scalar = UInt32(lead & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07))
        var following = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
        while following > 0, index < text.count, text[index] & 0xC0 == 0x80 {
            scalar = scalar << 6 | UInt32(text[index] & 0x3F)
            index &+= 1
            following &-= 1
        }
        return UInt64(scalar & 0xFFFF)
    }

    private func isHangul(at index: Int) -> Bool {
        var position = index
        let scalar = decode(&position)
        return scalar >= 0xAC00 && scalar <= 0xD7A3
    }
}

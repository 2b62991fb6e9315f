import LureText

/// Features of words and of characters (pieces of words; pieces of runs in scripts that
/// write no spaces). All keys are mixed with the language: what is learned of a word in one language says
/// nothing about the same letters in another.
struct WordFeatures {
    /// Longer "words" are encodings or noise.
    private static let longestWord = 96

    private let text: UnsafeBufferPointer<UInt8>
    private let masks: UnsafeBufferPointer<TextSpan>
    private let wordSeed: UInt64
    /// Of two, three and four characters.
    private let seeds: (UInt64, UInt64, UInt64)
    private let readsPairs: Bool

    /// - Parameters:
    ///   - masks: by start; no word features are read there.
    ///   - readsPairs: whether two words in a row are a feature too.
    init(
        text: UnsafeBufferPointer<UInt8>, language: Language?, masks: UnsafeBufferPointer<TextSpan>,
        readsPairs: Bool
    ) {
        self.text = text
        self.masks = masks
        self.readsPairs = readsPairs
        wordSeed = FeatureKey.wordSeed(language)
        seeds = (
            FeatureKey.characterSeed(language, count: 2), FeatureKey.characterSeed(language, count: 3),
            FeatureKey.characterSeed(language, count: 4)
        )
    }

    func add<Sink: FeatureSink>(
        _ words: UnsafeBufferPointer<Segmentation.Word>, into sink: inout Sink
    ) {
        guard let base = text.baseAddress else { return }
        var next = 0
        // The mask at hand; past the last one no word meets it.
        var mask = masks.first ?? Self.noMask
        var last = LastWord()
        for word in words where word.start < word.end && Int(word.end) <= text.count {
            while mask.end <= word.start {
                next += 1
                mask = next < masks.count ? masks[next] : Self.noMask
            }
            if mask.start < word.end {
                last = LastWord()
                if word.isUnspaced || isHangul(base + Int(word.start)) {
                    addPieces(of: word, from: next, base, &sink)
                }
            } else if word.isUnspaced {
                last = LastWord()
                addRun(word.start, word.end, base, &sink)
            } else {
                addWord(word.start, word.end, base, &last, &sink)
            }
        }
    }

    /// The plain word before, if it stands right before the one at hand.
    private struct LastWord {
        var key: UInt64?
        var start: UInt32 = 0
    }

    private static let noMask = TextSpan(start: .max, end: .max)

    /// What masks leave of a run; a mask is a gap.
    @inline(never)
    private func addPieces<Sink: FeatureSink>(
        of word: Segmentation.Word, from first: Int, _ base: UnsafePointer<UInt8>, _ sink: inout Sink
    ) {
        func add(_ start: UInt32, _ end: UInt32) {
            var last = LastWord()
            if word.isUnspaced {
                addRun(start, end, base, &sink)
            } else {
                addWord(start, end, base, &last, &sink)
            }
        }
        var start = word.start
        var index = first
        while index < masks.count, masks[index].start < word.end {
            let mask = masks[index]
            if mask.start > start { add(start, mask.start) }
            start = max(start, min(mask.end, word.end))
            index += 1
        }
        if start < word.end { add(start, word.end) }
    }

    /// - Parameter base: of the text.
    @inline(__always)
    private func addWord<Sink: FeatureSink>(
        _ start: UInt32, _ end: UInt32, _ base: UnsafePointer<UInt8>, _ last: inout LastWord,
        _ sink: inout Sink
    ) {
        guard let key = plainKey(Int(start), Int(end), base) else {
            last.key = nil
            return
        }
        sink.beginWord()
        if readsPairs {
            if let first = last.key {
                sink.addInWord(FeatureKey.wordPair(first, key), last.start, end, .wordPair)
            }
            last = LastWord(key: key, start: start)
        }
        sink.addInWord(key, start, end, .word)
        if isHangul(base + Int(start)) { addLetters(start, end, &sink) }
    }

    /// The key of a word that is not a number, not part of a handle or an address.
    @inline(__always)
    private func plainKey(_ start: Int, _ end: Int, _ base: UnsafePointer<UInt8>) -> UInt64? {
        guard end - start <= Self.longestWord else { return nil }
        if start > 0, base[start - 1] == UInt8(ascii: "@") { return nil }
        if end < text.count, base[end] == UInt8(ascii: "@") { return nil }
        var state = StableHash.State(count: end - start, seed: wordSeed)
        var place = start
        while place + 8 <= end {
            let group = UInt64(
                littleEndian: UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self))
            if Self.holdsDigit(group) { return nil }
            state.add(group)
            place += 8
        }
        let rest = StableHash.tail(base + place, count: end - place, readable: text.count - place)
        if Self.holdsDigit(rest) { return nil }
        return state.finished(tail: rest)
    }

    /// Whether a digit is among eight bytes of a word. A word holds letters, digits and apostrophes (and bytes from
    /// 0x80 on), of which only digits have bit 4 set and bit 6 clear.
    @inline(__always)
    private static func holdsDigit(_ group: UInt64) -> Bool {
        (group << 3) & ~(group | group << 1) & 0x8080_8080_8080_8080 != 0
    }

    /// Four letters in a row, the ends of the word counting as one. They carry the word's place: a reader
    /// is shown words. Only of Korean words, where particles and compounds are written on: in other spaced scripts
    /// they count each word once more for each of its pieces, which costs accuracy as well as time.
    private func addLetters<Sink: FeatureSink>(_ start: UInt32, _ end: UInt32, _ sink: inout Sink) {
        guard end - start >= 4 else { return }
        // 16 bits a scalar: letters outside the basic plane may share a key, which harms nobody.
        var window: UInt64 = 0x20
        var count = 1
        var index = Int(start)
        while index < Int(end) {
            window = window << 16 | decode(&index)
            count += 1
            if count >= 4 { sink.addInWord(StableHash.mix(window ^ seeds.2), start, end, .characters) }
        }
        guard count >= 5 else { return }
        window = window << 16 | 0x20
        sink.addInWord(StableHash.mix(window ^ seeds.2), start, end, .characters)
    }

    /// Pieces of an unspaced run: two and three characters of Han and kana, where a character is much of a
    /// word; three and four letters and marks of the other scripts.
    private func addRun<Sink: FeatureSink>(
        _ start: UInt32, _ end: UInt32, _ base: UnsafePointer<UInt8>, _ sink: inout Sink
    ) {
        sink.beginWord()
        let seeds = seeds
        var window: UInt64 = 0
        // Starts of the last four scalars, the newest first.
        var a: UInt32 = start
        var b: UInt32 = start
        var c: UInt32 = start
        var d: UInt32 = start
        var count = 0
        var index = Int(start)
        while index < Int(end) {
            (d, c, b, a) = (c, b, a, UInt32(truncatingIfNeeded: index))
            let scalar = decode(&index)
            window = window << 16 | scalar
            count &+= 1
            let here = UInt32(truncatingIfNeeded: min(index, Int(end)))
            if scalar >= 0x2E80 {
                if count >= 2 {
                    sink.addInWord(StableHash.mix(window & 0xFFFF_FFFF ^ seeds.0), b, here, .characters)
                }
                if count >= 3 {
                    sink.addInWord(StableHash.mix(window & 0xFFFF_FFFF_FFFF ^ seeds.1), c, here, .characters)
                }
            } else {
                if count >= 3 {
                    sink.addInWord(StableHash.mix(window & 0xFFFF_FFFF_FFFF ^ seeds.1), c, here, .characters)
                }
                if count >= 4 { sink.addInWord(StableHash.mix(window ^ seeds.2), d, here, .characters) }
            }
        }
    }

    /// The low 16 bits of the scalar at `index`, which moves past it. Any bytes are safe.
    @inline(__always)
    private func decode(_ index: inout Int) -> UInt64 {
        if text.count &- index >= 4, let base = text.baseAddress {
            let word = UInt32(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt32.self))
            if word & 0xC0C0F0 == 0x8080E0 {
                index &+= 3
                let scalar: UInt32 = (word & 0xF) << 12 | (word >> 8 & 0x3F) << 6 | word >> 16 & 0x3F
                return UInt64(scalar)
            }
        }
        return decodeRare(&index)
    }

    /// Any number of bytes.
    @inline(never)
    private func decodeRare(_ index: inout Int) -> UInt64 {
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

    /// Whether the word that begins at `first` is Korean: U+AC00–U+D7A3.
    @inline(__always)
    private func isHangul(_ first: UnsafePointer<UInt8>) -> Bool {
        guard first.pointee &- 0xEA < 4, let base = text.baseAddress else { return false }
        var position = first - base
        let scalar = decode(&position)
        return scalar >= 0xAC00 && scalar <= 0xD7A3
    }
}

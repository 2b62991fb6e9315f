/// Words with a vowel drawn out: `freeee`, `деееньги`. Folding leaves them; the revealed view shortens them.
///
/// Nobody means to hide a word by this, so it is no disguise. Letters of three bytes stay: in scripts without spaces
/// a run has no beginning to look from.
enum DrawnOut {
    /// Equal vowels in a row from which on they are drawn out.
    private static let least = 3

    /// Whether a run of word characters holds a vowel three times in a row, and another letter besides.
    @inline(never)
    static func stands(in bytes: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
        guard word.count > least else { return false }
        var isDrawn = false
        var isVaried = false
        var last: UInt32 = 0
        var count = 0
        var p = word.lowerBound
        while p < word.upperBound {
            let (scalar, size) = Scalars.decode(bytes, at: p)
            if scalar == last {
                count += 1
                if count == least, size < 3, isVowel(scalar) { isDrawn = true }
            } else {
                if p > word.lowerBound { isVaried = true }
                (last, count) = (scalar, 1)
            }
            p += size
        }
        return isDrawn && isVaried
    }

    /// Shortens what is drawn out to one letter; *e* and *o* to two in words that are short then, as `free` and
    /// `good` are.
    static func shorten(_ letters: inout [RevealedLetter]) {
        var short: [(letter: RevealedLetter, isDrawn: Bool)] = []
        var first = 0
        while first < letters.count {
            var end = first + 1
            while end < letters.count, letters[end].scalar == letters[first].scalar { end += 1 }
            if end - first >= least, isVowel(letters[first].scalar) {
                var letter = letters[first]
                letter.end = letters[end - 1].end
                short.append((letter, true))
            } else {
                for index in first..<end { short.append((letters[index], false)) }
            }
            first = end
        }
        let isShort = short.count <= 4
        letters.removeAll(keepingCapacity: true)
        for (letter, isDrawn) in short {
            guard isDrawn, isShort, letter.scalar == 0x65 || letter.scalar == 0x6F else {
                letters.append(letter)
                continue
            }
            let size = (letter.end - letter.start) / 2
            letters.append(
                RevealedLetter(scalar: letter.scalar, start: letter.start, end: letter.start + size))
            letters.append(
                RevealedLetter(scalar: letter.scalar, start: letter.start + size, end: letter.end))
        }
    }

    /// Latin, Cyrillic and Arabic vowels; consonants stand three in a row in abbreviations (`cccd`, `СССР`).
    private static func isVowel(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        case 0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44D, 0x44E, 0x44F, 0x454, 0x456, 0x4E9, 0x4AF: true
        case 0x627, 0x648, 0x64A: true
        default: false
        }
    }

    /// Starts of tokens in which a vowel may be drawn out, ascending.
    ///
    /// Compares sixteen bytes at once with those one and two places on, and two and four.
    static func appendTokens(of bytes: UnsafeBufferPointer<UInt8>, to places: inout [UInt32]) {
        guard let base = bytes.baseAddress else { return }
        var p = 0
        while p < bytes.count {
            if p + 16 + 5 <= bytes.count {
                guard mayBegin(UnsafeRawPointer(base + p)) else {
                    p += 16
                    continue
                }
            }
            let end = min(p + 16, bytes.count)
            while p < end {
                if mayBegin(bytes, at: p) {
                    places.append(UInt32(tokenStart(bytes, of: p)))
                    // Each token once, so that no byte is looked back at twice.
                    while p < bytes.count, bytes[p] > 0x20 { p += 1 }
                } else {
                    p += 1
                }
            }
        }
    }

    @inline(__always)
    private static func mayBegin(_ group: UnsafeRawPointer) -> Bool {
        let a = load(group)
        let b = load(group + 1)
        let c = load(group + 2)
        let d = load(group + 3)
        let one = (a ^ b) | (b ^ c)
        let two = (a ^ c) | (c ^ load(group + 4)) | (b ^ d) | (d ^ load(group + 5))
        return pointwiseMin(one, two).min() == 0
    }

    @inline(__always)
    private static func load(_ place: UnsafeRawPointer) -> SIMD16<UInt8> {
        place.loadUnaligned(as: SIMD16<UInt8>.self)
    }

    /// Whether a letter of one or two bytes stands three times in a row.
    private static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, at p: Int) -> Bool {
        let byte = bytes[p]
        if ASCII.isLetter(byte) {
            return p + 2 < bytes.count && bytes[p + 1] == byte && bytes[p + 2] == byte
        }
        guard byte >= 0xC0, byte < 0xE0, p + 5 < bytes.count else { return false }
        return bytes[p + 2] == byte && bytes[p + 4] == byte && bytes[p + 1] == bytes[p + 3]
            && bytes[p + 3] == bytes[p + 5]
    }

    private static func tokenStart(_ bytes: UnsafeBufferPointer<UInt8>, of place: Int) -> Int {
        var p = place
        while p > 0, bytes[p - 1] > 0x20 { p -= 1 }
        return p
    }
}

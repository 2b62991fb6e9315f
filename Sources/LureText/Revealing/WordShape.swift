/// Bytes of ASCII, folded.
enum ASCII {
    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    @inline(__always)
    static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

    /// The end of the ASCII letters from `start` on; eight bytes are looked at in one go.
    @inline(__always)
    static func letterEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress else { return start }
        return letterEnd(base, bytes.count, from: start)
    }

    /// As above, in the `count` bytes at `base`.
    @inline(__always)
    static func letterEnd(_ base: UnsafePointer<UInt8>, _ count: Int, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high = ones &* 0x80
        var p = start
        while p <= count &- 8 {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + p).loadUnaligned(as: UInt64.self))
            let small = (word | ones &* 0x20) & ~high
            // The high bit of a sum tells whether the byte is at least "a", past "z".
            let letters = (small &+ ones &* (0x80 - 0x61)) & ~(small &+ ones &* (0x80 - 0x7B)) & ~word & high
            if letters != high { return p &+ (letters ^ high).trailingZeroBitCount &>> 3 }
            p = p &+ 8
        }
        while p < count, isLetter(base[p]) { p = p &+ 1 }
        return p
    }

    /// The end of the small ASCII letters from `start` on.
    @inline(__always)
    static func smallLetterEnd(_ base: UnsafePointer<UInt8>, _ count: Int, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var p = start
        while p <= count &- 8 {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + p).loadUnaligned(as: UInt64.self))
            // Carries and borrows only reach bytes above the first that is no letter.
            let others = (word | (word &+ ones &* (0x80 - 0x7B)) | (word &- ones &* 0x61)) & (ones &* 0x80)
            if others != 0 { return p &+ others.trailingZeroBitCount &>> 3 }
            p = p &+ 8
        }
        while p < count, base[p] &- 0x61 < 26 { p = p &+ 1 }
        return p
    }

    static func isLetter(_ scalar: UInt32) -> Bool { scalar &- 0x61 < 26 }
    static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }
    static func isVowel(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: false
        }
    }
}

/// A quick look at a run of word characters, which tells most words from those that may be disguised.
enum QuickWord {
    /// The end of the run at `start`, if it is two or more ASCII letters, or two or more digits, and nothing else.
    @inline(__always)
    static func plainASCIIEnd(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        var end = start
        if ASCII.isLetter(bytes[start]) {
            end = ASCII.letterEnd(bytes, from: start)
        } else {
            repeat { end += 1 } while end < bytes.count && ASCII.isDigit(bytes[end])
        }
        guard end - start > 1 else { return nil }
        guard end < bytes.count else { return end }
        let stop = bytes[end]
        return stop >= 0x80 || ASCII.isWord(stop) || stop == UInt8(ascii: "$") ? nil : end
    }

    /// The run at `start`, where a character beyond ASCII stands, and whether it calls for a closer look: it is one
    /// character, goes on in ASCII, or is set apart as unspaced scripts may be. Without scalars if no word
    /// character stands there.
    @inline(__always)
    static func run(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (end: Int, scalars: Int, isUnspaced: Bool, isSuspicious: Bool) {
        var end = start
        var scalars = 0
        var isUnspaced = false
        while end < bytes.count, bytes[end] >= 0x80 {
            let (_, properties, count) = Scalars.read(bytes, at: end, first: bytes[end])
            guard properties.isWordCharacter else { break }
            if scalars == 0 { isUnspaced = properties.isUnspaced }
            guard properties.isUnspaced == isUnspaced || properties.isMark else { break }
            scalars = scalars &+ 1
            end = end &+ count
        }
        let isSuspicious =
            isUnspaced
            ? SpacedOut.mayStartUnspaced(bytes, end: end, scalars: scalars)
            : scalars < 2 || (end < bytes.count && ASCII.isWord(bytes[end]))
                || GreekInCyrillic.mayHold(bytes, start..<end)
        return (end, scalars, isUnspaced, isSuspicious)
    }
}

/// A quick look for Greek letters among Cyrillic ones.
enum GreekInCyrillic {
    /// Whether a run that begins with a letter of one may hold letters of both. Letters of both take two bytes; bit 4
    /// of the first (0xCE or 0xCF; 0xD0 to 0xD3) tells them apart.
    @inline(__always)
    static func mayHold(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard bytes[range.lowerBound] &- 0xCE < 6 else { return false }
        var either: UInt8 = 0
        var both: UInt8 = 0x10
        var p = range.lowerBound
        while p < range.upperBound {
            either |= bytes[p]
            both &= bytes[p]
            p &+= 2
        }
        return either & 0x10 != both
    }
}

/// A run of word characters of spaced scripts as the search for disguises sees it: what it is made of.
struct WordShape {
    let start: Int
    private(set) var end: Int
    private(set) var scalars = 0
    /// ASCII letters; folding leaves few other Latin ones.
    private(set) var latin = 0
    /// Letters of other spaced scripts that have look-alikes among the Latin ones.
    private(set) var foreign = 0
    /// Of these, Cyrillic and Greek ones.
    private(set) var cyrillic = 0
    private(set) var greek = 0
    private(set) var digits = 0
    /// Dollar signs between letters.
    private(set) var dollars = 0

    /// The run at `start`; without scalars if no word character stands there.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        self.start = start
        end = start
        while end < bytes.count {
            let byte = bytes[end]
            if byte < 0x80 {
                guard takeASCII(byte, bytes) else { return }
                continue
            }
            let (scalar, count) = Scalars.decodeMultiByte(bytes, at: end, first: byte)
            let properties = Scalars.properties(of: scalar)
            guard properties.isWordCharacter else { return }
            guard !properties.isUnspaced || properties.isMark else { return }
            switch properties.script {
            case .cyrillic:
                foreign += 1
                cyrillic += 1
            case .greek:
                foreign += 1
                greek += 1
            case .other: foreign += 1
            default: break
            }
            scalars += 1
            end += count
        }
    }

    @inline(__always)
    private mutating func takeASCII(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if ASCII.isLetter(byte) {
            latin += 1
        } else if ASCII.isDigit(byte) {
            digits += 1
        } else {
            guard byte == UInt8(ascii: "$"), end > start, end + 1 < bytes.count,
                ASCII.isLetter(bytes[end - 1]),
                ASCII.isLetter(bytes[end + 1])
            else { return false }
            dollars += 1
        }
        scalars += 1
        end += 1
        return true
    }

    /// Whether letters of two scripts make one word.
    var isMixed: Bool {
        latin + foreign >= 3 && (latin > 0 && foreign > 0 || cyrillic > 0 && greek > 0)
    }

    func letters(in bytes: UnsafeBufferPointer<UInt8>) -> [RevealedLetter] {
        var letters: [RevealedLetter] = []
        letters.reserveCapacity(scalars)
        var p = start
        while p < end {
            let (scalar, count) = Scalars.decode(bytes, at: p)
            letters.append(RevealedLetter(scalar: scalar, start: p, end: p + count))
            p += count
        }
        return letters
    }
}

/// Whether a word is part of an address or handle, where digits and dots mean what they say.
enum AddressToken {
    /// How far around a word is looked, in bytes.
    private static let reach = 64

    static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ word: WordShape, tokenStart: Int) -> Bool {
        for p in max(tokenStart, word.start - reach)..<word.start where isSign(bytes, p) { return true }
        var p = word.end
        while p < bytes.count, p - word.end < reach, bytes[p] > 0x20 {
            if isSign(bytes, p) { return true }
            p += 1
        }
        return false
    }

    /// Past the last white space before `place`, or as far back as `holds` looks.
    static func start(_ bytes: UnsafeBufferPointer<UInt8>, of place: Int) -> Int {
        var p = place
        while p > 0, place - p < reach, bytes[p - 1] > 0x20 { p -= 1 }
        return p
    }

    private static func isSign(_ bytes: UnsafeBufferPointer<UInt8>, _ p: Int) -> Bool {
        switch bytes[p] {
        case UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "="): true
        case UInt8(ascii: "."): p + 1 < bytes.count && ASCII.isWord(bytes[p + 1])
        default: false
        }
    }
}

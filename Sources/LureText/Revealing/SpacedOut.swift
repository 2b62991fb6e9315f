/// Single letters set apart by one and the same separator, from a given word on. A wider gap, or with signs for
/// separators a space, parts words.
struct SpacedOut {
    /// A shorter run is no disguise, but initials or an abbreviation.
    static let shortest = 4
    private static let longestSeparator = 3

    private let bytes: UnsafeBufferPointer<UInt8>
    let isUnspaced: Bool
    /// With a space where words are parted.
    var letters: [RevealedLetter] = []
    /// Past the last single letter.
    private(set) var end: Int
    private var separator: Range<Int>
    private var units = 0
    private var breaks = 0

    /// A quick look: a separator after an unspaced run, then one character, then the same separator.
    static func mayStartUnspaced(
        _ bytes: UnsafeBufferPointer<UInt8>, end: Int, scalars: Int
    ) -> Bool {
        guard end < bytes.count else { return false }
        let sign = bytes[end]
        guard isSeparator(sign) || sign >= 0x80 else { return false }
        return sign != 0x20 || scalars <= 4
    }

    /// Whether a byte may be, or begin, what sets characters apart.
    @inline(__always)
    static func mayBeSeparator(_ byte: UInt8) -> Bool {
        if byte >= 0x80 { return byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF }
        return isSeparator(byte)
    }

    /// Whether a separator, one more character and the same separator follow at `end`: without them nothing is
    /// set apart there.
    static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, after end: Int, isUnspaced: Bool) -> Bool {
        guard end < bytes.count, mayBeSeparator(bytes[end]) else { return false }
        if bytes[end] >= 0x80, isUnspaced, isStopBetweenHan(bytes, at: end) { return false }
        if bytes[end] == 0x20, isUnspaced ? isLonger(bytes, at: end + 1) : isWordOfTwo(bytes, at: end + 1) {
            return false
        }
        let run = SpacedOut(bytes, end: end, isUnspaced: isUnspaced)
        return !run.separator.isEmpty && run.isFollowedBySingle(at: run.separator.upperBound)
    }

    /// A quick look: a sign of three bytes with two Han characters behind it, of which no one is set apart.
    private static func isStopBetweenHan(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        place + 9 <= bytes.count && bytes[place] & 0xF0 == 0xE0 && isHan(bytes[place + 3])
            && isHan(bytes[place + 6])
    }

    /// Whether a scalar of U+5000 ..< U+9000 begins so.
    private static func isHan(_ byte: UInt8) -> Bool { byte >= 0xE5 && byte < 0xE9 }

    /// A quick look: an ASCII letter or digit with another ASCII character than a space behind it.
    private static func isWordOfTwo(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        place + 1 < bytes.count && ASCII.isWord(bytes[place]) && bytes[place + 1] < 0x80
            && bytes[place + 1] != 0x20
    }

    /// A quick look: an ASCII letter or digit, or a character of three bytes with its marks and no space behind it.
    private static func isLonger(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        guard place < bytes.count else { return false }
        if ASCII.isWord(bytes[place]) { return true }
        guard bytes[place] & 0xF0 == 0xE0 else { return false }
        var next = place + 3
        for _ in 0..<4 where next < bytes.count && bytes[next] >= 0x80 {
            let (_, properties, count) = Scalars.read(bytes, at: next, first: bytes[next])
            if !properties.isMark { return true }
            next += count
        }
        return next < bytes.count && bytes[next] < 0x80 && bytes[next] != 0x20
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, end: Int, isUnspaced: Bool) {
        self.bytes = bytes
        self.isUnspaced = isUnspaced
        self.end = end
        separator = Self.separator(bytes, at: end)
    }

    /// - Parameters:
    ///   - map: of the folded text; tells single spaces from wider gaps that folding closed.
    ///   - word: one character of a spaced script, or a run of an unspaced one.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ map: OffsetMap, from word: Range<Int>, isUnspaced: Bool) {
        self.init(bytes, end: word.upperBound, isUnspaced: isUnspaced)
        guard !separator.isEmpty, isFollowedBySingle(at: separator.upperBound) else { return }
        let first = isUnspaced ? lastUnit(of: word) : word.lowerBound
        let isSpace = bytes[separator.lowerBound] == 0x20 && separator.count == 1
        guard !isUnspaced || !isSpace || first == word.lowerBound else { return }
        append(from: first, to: end)
        takeUnits(map)
    }

    private mutating func takeUnits(_ map: OffsetMap) {
        while true {
            takeGap(map)
            guard matchesSeparator(at: end) || breaks > 0 && letters.last?.scalar == 0x20 else { return }
            let next = letters.last?.scalar == 0x20 ? end : end + separator.count
            guard next < bytes.count, let unitEnd = unit(at: next) else { return }
            let isSingle = !isWord(at: unitEnd)
            // Signs can part a longer run anywhere; a space before a longer run is an honest one.
            if !isSingle, !isUnspaced || bytes[separator.lowerBound] == 0x20 { return }
            append(from: next, to: unitEnd)
            end = unitEnd
            if !isSingle { return }
        }
    }

    /// Takes a space that parts words of the run, if single characters go on behind it.
    private mutating func takeGap(_ map: OffsetMap) {
        guard end < bytes.count, bytes[end] == 0x20, isFollowedBySingle(at: end + 1) else { return }
        let isSpaced = separator.count == 1 && bytes[separator.lowerBound] == 0x20
        if isSpaced {
            guard map.sourceSpan(of: TextSpan(start: UInt32(end), end: UInt32(end + 1))).count > 1 else {
                return
            }
        }
        letters.append(RevealedLetter(scalar: 0x20, start: end, end: end + 1))
        breaks += 1
        end += 1
    }

    /// The separator at `place`: up to three bytes of signs or spaces, or one dot or bullet outside ASCII.
    private static func separator(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Range<Int> {
        guard place < bytes.count else { return place..<place }
        if bytes[place] >= 0x80 {
            let (scalar, count) = Scalars.decode(bytes, at: place)
            switch scalar {
            case 0xB7, 0x2022, 0x30FB, 0x2605, 0x2606, 0x25CF, 0x22C5, 0x3002, 0xFF65:
                return place..<place + count
            default: return place..<place
            }
        }
        var p = place
        while p < bytes.count, p - place < longestSeparator, isSeparator(bytes[p]) { p += 1 }
        return place..<p
    }

    /// One of ` .-_*~+|^#=/'`.
    @inline(__always)
    private static func isSeparator(_ byte: UInt8) -> Bool {
        let signs: UInt64 = byte < 0x40 ? 0x2000_EC89_0000_0000 : byte < 0x80 ? 0x5000_0000_C000_0000 : 0
        return signs &>> UInt64(byte & 0x3F) & 1 != 0
    }

    private func matchesSeparator(at place: Int) -> Bool {
        guard place + separator.count <= bytes.count else { return false }
        for i in 0..<separator.count where bytes[place + i] != bytes[separator.lowerBound + i] {
            return false
        }
        return true
    }

    /// Whether a unit and the same separator stand at `place`: the least that is worth collecting.
    ///
    /// Between East Asian characters a sign needs no second one: words of two are common.
    private func isFollowedBySingle(at place: Int) -> Bool {
        guard place < bytes.count, let unitEnd = unit(at: place) else { return false }
        if matchesSeparator(at: unitEnd) { return true }
        return bytes[separator.lowerBound] != 0x20 && bytes[place] >= 0xE3 && !isWord(at: unitEnd)
            && Self.isEastAsian(Scalars.decode(bytes, at: place).scalar)
    }

    private func isWord(at place: Int) -> Bool {
        place < bytes.count && Scalars.properties(of: Scalars.decode(bytes, at: place).scalar).isWordCharacter
    }

    /// End of the character at `place` with its marks, if it is of the right sort.
    private func unit(at place: Int) -> Int? {
        let (scalar, count) = Scalars.decode(bytes, at: place)
        let properties = Scalars.properties(of: scalar)
        guard properties.isWordCharacter, properties.isUnspaced == isUnspaced else { return nil }
        var p = place + count
        while p < bytes.count, bytes[p] >= 0x80 {
            let (mark, length) = Scalars.decode(bytes, at: p)
            guard Scalars.properties(of: mark).isMark else { break }
            p += length
        }
        return p
    }

    /// Start of the last character, with its marks, of an unspaced run.
    private func lastUnit(of word: Range<Int>) -> Int {
        var p = word.upperBound
        while p > word.lowerBound {
            p -= 1
            guard bytes[p] & 0xC0 != 0x80 else { continue }
            if !Scalars.properties(of: Scalars.decode(bytes, at: p).scalar).isMark { return p }
        }
        return word.lowerBound
    }

    private mutating func append(from start: Int, to end: Int) {
        var p = start
        while p < end {
            let (scalar, count) = Scalars.decode(bytes, at: p)
            letters.append(RevealedLetter(scalar: scalar, start: p, end: p + count))
            p += count
        }
        units += 1
    }

    // MARK: - Honest or not

    var isDisguise: Bool {
        // Letters that only wide gaps set apart are a table or a list.
        guard units >= Self.shortest, units - breaks >= Self.shortest else { return false }
        if isUnspaced { return true }
        return isLikeAWord && !isAbbreviation && !isAlphabet
    }

    /// Whether to close the run for reading: a disguise, or a few East Asian characters set apart, which honest
    /// texts do too.
    var isClosed: Bool {
        if isDisguise { return true }
        guard units - breaks > 1 else { return false }
        let isSpace = bytes[separator.lowerBound] == 0x20
        guard !isSpace || units > 2 else { return false }
        for letter in letters where letter.scalar != 0x20 && !Self.isEastAsian(letter.scalar) { return false }
        return true
    }

    /// Han, Kana and Hangul.
    private static func isEastAsian(_ scalar: UInt32) -> Bool {
        (0x3041...0x30FA).contains(scalar) || (0x3400...0x9FFF).contains(scalar)
            || (0xAC00...0xD7A3).contains(scalar)
    }

    /// Letters enough, not all the same, and in Latin script with a vowel past the first.
    private var isLikeAWord: Bool {
        var seen: [UInt32] = []
        var digits = 0
        var latin = 0
        var vowelsInside = 0
        for (index, letter) in letters.enumerated() where letter.scalar != 0x20 {
            if ASCII.isDigit(letter.scalar) {
                guard let plain = LeetWord.letter(letter.scalar) else { return false }
                digits += 1
                if index > 0, ASCII.isVowel(plain) { vowelsInside += 1 }
            } else if ASCII.isLetter(letter.scalar) {
                latin += 1
                if index > 0, ASCII.isVowel(letter.scalar) { vowelsInside += 1 }
            }
            if seen.count < 3, !seen.contains(letter.scalar) { seen.append(letter.scalar) }
        }
        guard seen.count >= 3, units - digits >= max(2, digits) else { return false }
        return latin == 0 || vowelsInside > 0
    }

    /// Four letters with stops, the last one included, as in "R.S.V.P."
    private var isAbbreviation: Bool {
        guard separator.count == 1, bytes[separator.lowerBound] == UInt8(ascii: ".") else { return false }
        return units <= 5 && end < bytes.count && bytes[end] == UInt8(ascii: ".")
    }

    /// A list of options: letters in the order of the alphabet, or the vowels.
    private var isAlphabet: Bool {
        var isOrdered = true
        for (before, after) in zip(letters, letters.dropFirst()) where after.scalar != before.scalar + 1 {
            isOrdered = false
        }
        return isOrdered || letters.map { $0.scalar } == [0x61, 0x65, 0x69, 0x6F, 0x75]
    }
}

internal import CLureSupport

/// What tells, while a text is cut into words, most words and characters from those that a fact or a form of
/// people words may begin with. Made once and shared.
final class OpeningTables: Sendable {
    static let shared = OpeningTables()

    let facts: FactWords
    /// By hash, one bit for what people words, and messengers' words of ASCII letters, begin with: up to eight bytes
    /// of their first word, or six where a scalar takes three.
    let firsts: FixedTable<UInt64>
    /// Bitmaps of the basic plane: word characters of spaced and of unspaced scripts with which nothing begins, at
    /// least not within a word.
    let calmSpaced: FixedTable<UInt64>
    /// Word characters of spaced scripts that are no marks.
    let letters: FixedTable<UInt64>
    let calmUnspaced: FixedTable<UInt64>

    static let firstBits = UInt64(LURE_PEOPLE_FIRSTS_BITS)

    private init() {
        facts = .shared
        let people: UnsafePointer<UInt64> = lure_people_firsts()
        var firsts = (0..<(1 << (Int(Self.firstBits) - 6))).map { people[$0] }
        for key in facts.channelFirsts {
            let bit = Self.bit(key)
            firsts[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        self.firsts = FixedTable(firsts)
        let spaced: UnsafePointer<UInt64> = lure_unicode_spaced_base()
        let unspaced: UnsafePointer<UInt64> = lure_unicode_unspaced_base()
        let beginnings: UnsafePointer<UInt64> = lure_people_beginnings()
        let opening = facts.openScalars
        // No text here is in Greek: its letters stand for others.
        let greek = 0x370 / 64...0x3FF / 64
        calmSpaced = FixedTable(
            (0..<1024).map { greek.contains($0) ? 0 : spaced[$0] & ~opening[$0] })
        letters = FixedTable((0..<1024).map { Self.letters(among: spaced[$0], block: $0) })
        calmUnspaced = FixedTable((0..<1024).map { unspaced[$0] & ~opening[$0] & ~beginnings[$0] })
    }

    /// Those of some of 64 scalars that are no marks.
    private static func letters(among some: UInt64, block: Int) -> UInt64 {
        var bits = some
        // Hangul has many letters and no mark.
        var rest = block * 64 >= 0xAC00 && some == .max ? 0 : some
        while rest != 0 {
            let index = rest.trailingZeroBitCount
            if Scalars.properties(of: UInt32(block * 64 + index)).isMark { bits &= ~(1 << UInt64(index)) }
            rest &= rest - 1
        }
        return bits
    }

    /// The bit in `firsts` for a word's first bytes, eight at most, as a little-endian number.
    @inline(__always)
    static func bit(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> (64 - firstBits))
    }
}

// Where people words and facts may begin.
extension SegmentPass {
    /// Whether the word from `start` to `end` (letters, digits, marks) may be the first of a people word, or a
    /// messenger's; the bytes of most others tell so at once.
    /// - Parameter prefix: bytes that tell: 6 where the first scalar takes three, else 8.
    @inline(__always)
    func mayOpen(_ start: Int, _ end: Int, prefix: Int) -> Bool {
        let length = min(end &- start, prefix)
        var key: UInt64 = 0
        if bytes.count &- start >= 8 {
            key = UInt64(littleEndian: UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self))
            key &= ~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length)
        } else {
            for i in 0..<length { key |= UInt64(base[start &+ i]) &<< UInt64(truncatingIfNeeded: 8 &* i) }
        }
        let bit = OpeningTables.bit(key)
        return firsts[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit) & 1 != 0
    }

    /// Notes a word of ASCII letters that `mayOpen` speaks for, before it is appended.
    @inline(never)
    mutating func noteNamed(_ start: Int, _ end: Int) {
        notePeople(start)
        if tables.facts.mayNameChannel(bytes, at: start, to: end) { noteFact(start) }
    }

    /// Notes the word at hand, about to be appended, if a people word may begin at `place` in it.
    mutating func notePeople(_ place: Int) {
        guard people.lengths(at: base + place, available: bytes.count &- place) != 0 else { return }
        let index = UInt32(truncatingIfNeeded: wordTotal)
        if result.peopleWords.last != index { result.peopleWords.append(index) }
    }

    @inline(__always)
    mutating func noteFact(_ place: Int) {
        let place = UInt32(truncatingIfNeeded: place)
        if result.factPlaces.last != place { result.factPlaces.append(place) }
    }

    /// Notes what may begin with a scalar beyond ASCII that is not calm.
    @inline(never)
    mutating func noteScalar(at place: Int, inRun: Bool) {
        if inRun { notePeople(place) }
        if tables.facts.mayOpen(bytes, at: place) { noteFact(place) }
    }

    /// Passes calm characters of a run of an unspaced script, and such as begin something, which it notes.
    @inline(__always)
    mutating func endOfRun(from start: Int) -> Int {
        let last = bytes.count &- 4
        var p = start
        while p <= last {
            let word = UInt32(littleEndian: UnsafeRawPointer(base + p).loadUnaligned(as: UInt32.self))
            guard word & 0xF0 == 0xE0 else { break }
            let block = Int((word & 0xF) &<< 6 | word &>> 8 & 0x3F)
            let bit = UInt64(word &>> 16)
            if calmUnspaced[block] &>> bit & 1 == 0 {
                guard unspaced[block] &>> bit & 1 != 0 else { break }
                noteBeginning(at: p, block, bit)
            }
            p = p &+ 3
        }
        return p
    }

    /// Notes what begins with a scalar of the basic plane in a run.
    @inline(never)
    private mutating func noteBeginning(at place: Int, _ block: Int, _ bit: UInt64) {
        if people.beginnings[block] &>> bit & 1 != 0 { notePeople(place) }
        if tables.facts.openScalars[block] &>> bit & 1 != 0, tables.facts.mayOpen(bytes, at: place) {
            noteFact(place)
        }
    }

    /// Notes what may begin in a word of several sorts of characters.
    @inline(never)
    mutating func noteFacts(from start: Int, to end: Int) {
        let opening = tables.facts.openScalars.address
        var p = start
        while p < end {
            let byte = base[p]
            if byte >= 0x80 {
                let isOpening = byte >= 0xF0 || Scalars.isHeld(by: opening, in: bytes, at: p, orNear: true)
                if isOpening, tables.facts.mayOpen(bytes, at: p) { noteFact(p) }
                p = p &+ (byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
            } else if ASCII.isLetter(byte) {
                let last = ASCII.letterEnd(bytes, from: p)
                if FactScanner.mayBeginToken(bytes, p, last)
                    || tables.facts.mayNameChannel(bytes, at: p, to: last)
                {
                    noteFact(p)
                }
                p = last
            } else {
                noteFact(p)
                p = p &+ 1
                while p < end, ASCII.isDigit(base[p]) { p = p &+ 1 }
            }
        }
    }

    /// Notes that the plain word before a sign, with a space between or none, may be the beginning of an address.
    @inline(__always)
    mutating func noteToken(before sign: UInt8, at p: Int) {
        guard lastPlainStart >= 0, lastWordEnd == p || lastWordEnd == p &- 1 else { return }
        switch sign {
        case UInt8(ascii: "("), UInt8(ascii: "["):
            if lastWordEnd == p || base[p &- 1] == 0x20 { noteFact(lastPlainStart) }
        case UInt8(ascii: "-"): if lastWordEnd == p { noteFact(lastPlainStart) }
        case UInt8(ascii: ":"):
            // Only a scheme goes on behind a colon.
            if lastWordEnd == p, base[lastPlainStart] == UInt8(ascii: "h") { noteFact(lastPlainStart) }
        case UInt8(ascii: "."):
            if lastWordEnd == p, goesOn(behindStop: p &+ 1) { noteFact(lastPlainStart) }
        default: break
        }
    }

    /// Whether a full stop may be one inside an address: neither the text nor the sentence ends.
    @inline(__always)
    private func goesOn(behindStop next: Int) -> Bool {
        guard next < bytes.count, base[next] != 0x0A else { return false }
        if base[next] != 0x20 { return true }
        guard next &+ 1 < bytes.count else { return false }
        return base[next &+ 1] == UInt8(ascii: "(") || base[next &+ 1] == UInt8(ascii: "[")
    }
}

/// All words of `FactWordLists`, found at a place or before one.
///
/// Most places of a text are no such word's: two small tables by the first and the last bytes of words tell that
/// without a walk through the trie.
///
/// A class, so that scanners share it at the price of one reference.
final class FactWords: Sendable {
    static let shared = FactWords()

    private let trie: WordTrie
    private let words: FixedTable<FactWord>
    /// Longest word, in bytes.
    private let longest: Int
    /// By `beginning`: the roles of the words that begin so.
    private let beginnings: FixedTable<FactWord.Role>
    /// By `ending`: the words that end so.
    private let endings: FixedTable<Ending>
    /// By `opening` and `beginning`: marks of words that open a fact and begin beyond ASCII.
    private let openings: FixedTable<UInt8>
    /// For each 64 scalars up to U+FFFF one bit a scalar: whether a word that opens a fact may begin with it.
    let openScalars: FixedTable<UInt64>
    /// As `openScalars`: whether a digit or a scale may begin with it.
    private let scaleScalars: FixedTable<UInt64>
    /// The ASCII letters, eight at most, that messengers' words begin with, as little-endian numbers.
    let channelFirsts: [UInt64]
    /// By byte: the roles of the words that are this one byte.
    private let singles: FixedTable<FactWord.Role>

    /// Words that end in the same bytes.
    private struct Ending {
        /// Bit n: one of n bytes; bit 63: one of 63 bytes or more.
        var lengths: UInt64 = 0
        var roles: FactWord.Role = []
    }

    private init() {
        let folder = Folder()
        var builder = Builder()
        for (word, list) in FactWordLists.all {
            var entry = [UInt8]()
            for scalar in list.utf8 + [UInt8(ascii: " ")] {
                if scalar != UInt8(ascii: " ") {
                    entry.append(scalar)
                } else if !entry.isEmpty {
                    builder.add(folder.folded(entry.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }).bytes, word)
                    entry.removeAll()
                }
            }
        }
        trie = builder.trie.finished { builder.words[Int($0) - 1].roles.rawValue }
        words = FixedTable(builder.words)
        longest = builder.longest
        beginnings = FixedTable(builder.beginnings)
        endings = FixedTable(builder.endings)
        openings = FixedTable(builder.openings)
        openScalars = FixedTable(builder.openScalars)
        scaleScalars = FixedTable(builder.scaleScalars)
        channelFirsts = builder.channelFirsts
        singles = FixedTable(builder.singles)
    }

    /// The tables while words are added.
    private struct Builder {
        var trie = WordTrie.Builder()
        var words: [FactWord] = []
        var longest = 0
        var beginnings = [FactWord.Role](repeating: [], count: 1 << FactWords.beginningBits)
        var endings = [Ending](repeating: Ending(), count: 1 << FactWords.endingBits)
        var openings = [UInt8](repeating: 0, count: 1 << FactWords.beginningBits)
        var openScalars = [UInt64](repeating: 0, count: 1024)
        var singles = [FactWord.Role](repeating: [], count: 256)
        var scaleScalars = [UInt64](repeating: 0, count: 1024)
        var channelFirsts: [UInt64] = []

        mutating func add(_ bytes: [UInt8], _ word: FactWord) {
            guard let first = bytes.first else { return }
            longest = max(longest, bytes.count)
            var scalars: [UInt32] = []
            bytes.withUnsafeBufferPointer { buffer in
                beginnings[FactWords.beginning(buffer, at: 0)].formUnion(word.roles)
                if first >= 0x80, word.roles.intersects(FactWords.openers) { addOpening(buffer) }
                if word.roles.contains(.channel), FactText.isLetter(first) { addFirst(buffer) }
                if word.roles.intersects([.digit, .scale]) {
                    let scalar = Scalars.decode(buffer, at: 0).scalar
                    if scalar < 0x1_0000 { scaleScalars[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
                }
                if buffer.count == 1 {
                    singles[Int(first)].formUnion(word.roles)
                } else {
                    let slot = FactWords.ending(buffer, at: buffer.count)
                    endings[slot].roles.formUnion(word.roles)
                    endings[slot].lengths |= 1 << UInt64(min(buffer.count, 63))
                }
                var offset = 0
                while offset < buffer.count {
                    let (scalar, count) = Scalars.decode(buffer, at: offset)
                    scalars.append(scalar)
                    offset += count
                }
            }
            let next = words.count
            var known: Int?
            trie.insert(scalars) { mark in
                if mark != 0 {
                    known = Int(mark) - 1
                    return mark
                }
                return UInt16(next + 1)
            }
            if let known { words[known] = words[known].merged(with: word) } else { words.append(word) }
        }

        private mutating func addFirst(_ word: UnsafeBufferPointer<UInt8>) {
            var key: UInt64 = 0
            for (index, byte) in word.prefix(8).enumerated() {
                guard FactText.isLetter(byte) else { break }
                key |= UInt64(byte) << UInt64(8 * index)
            }
            channelFirsts.append(key)
        }

        /// Marks the first two scalars of a word if they are as long as each other, else the first alone.
        private mutating func addOpening(_ word: UnsafeBufferPointer<UInt8>) {
            let length = word[0] < 0xE0 ? 2 : 3
            let scalar = Scalars.decode(word, at: 0).scalar
            if scalar < 0x1_0000 { openScalars[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
            if word.count >= 2 * length, word[0] < 0xF0, word[length] >= 0xC0,
                (word[length] < 0xE0 ? 2 : 3) == length
            {
                var key: UInt64 = 0
                for index in 0..<2 * length { key |= UInt64(word[index]) << UInt64(8 * index) }
                openings[FactWords.opening(key)] |= 1
            } else {
                openings[FactWords.beginning(word, at: 0)] |= 2
            }
        }
    }

    // MARK: - Quick looks

    /// What a word must be to begin a fact.
    static var openers: FactWord.Role { [.channel, .digit] }

    private static let beginningBits = 12
    private static let endingBits = 11

    /// The roles that a word which begins at `offset` may have; a few too many, and none for most places.
    /// - Precondition: `offset < text.count`.
    @inline(__always)
    func rolesBeginning(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> FactWord.Role {
        beginnings[Self.beginning(text, at: offset)].union(singles[Int(text[offset])])
    }

    /// Whether a word that opens a fact may begin with the scalar beyond ASCII at `offset`.
    /// - Precondition: `offset < text.count`.
    @inline(__always)
    func mayOpen(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        let slot = Self.beginning(text, at: offset)
        return beginnings[slot].intersects(Self.openers) && goesOn(text, at: offset, slot)
    }

    /// Whether the scalar at `offset` is such a word by itself, or begins one with the next.
    @inline(never)
    private func goesOn(_ text: UnsafeBufferPointer<UInt8>, at offset: Int, _ slot: Int) -> Bool {
        guard openings[slot] & 2 == 0, text.count - offset >= 8, let base = text.baseAddress else {
            return true
        }
        let word = UInt64(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
        return openings[Self.opening(word & (text[offset] < 0xE0 ? 0xFFFF_FFFF : 0xFFFF_FFFF_FFFF))] & 1 != 0
    }

    /// Whether a digit of three bytes at `offset`, or what it begins, may be scaled: a space, or a digit or scale,
    /// follows. Of other places it says so too.
    @inline(__always)
    func mayScale(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        // Han digits have one character; other scripts' are words.
        guard text[offset] &- 0xE4 < 6, offset &+ 3 < text.count, text[offset &+ 3] != 0x20 else {
            return true
        }
        if text[offset &+ 3] < 0x80 {
            return scaleScalars[Int(text[offset &+ 3] &>> 6)] &>> UInt64(text[offset &+ 3] & 63) & 1 != 0
        }
        return Scalars.isHeld(by: scaleScalars.address, in: text, at: offset &+ 3, orNear: true)
    }

    /// Whether a messenger's word may begin with the ASCII letters from `offset` to `end`.
    @inline(__always)
    func mayNameChannel(_ text: UnsafeBufferPointer<UInt8>, at offset: Int, to end: Int) -> Bool {
        guard text.count &- offset >= 4, let base = text.baseAddress else {
            return rolesBeginning(text, at: offset).intersects(.channel)
        }
        let word = UInt32(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt32.self))
        let count = end &- offset
        let key = word & (count > 2 ? 0xFF_FFFF : count == 2 ? 0xFFFF : 0xFF)
        return beginnings[Self.slot(key)].intersects(.channel)
    }

    /// Slot of the two or three bytes at `offset`.
    ///
    /// Behind an ASCII byte only ASCII letters count, so that a short word has the slot of a text that goes on with
    /// a space; where letters go on, no word ends behind a letter.
    @inline(__always)
    private static func beginning(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        let first = text[offset]
        let left = text.count &- offset
        var key: UInt32
        if left >= 4, let base = text.baseAddress {
            key = UInt32(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt32.self))
        } else {
            key = UInt32(first)
            if left > 1 { key |= UInt32(text[offset + 1]) << 8 }
            if left > 2 { key |= UInt32(text[offset + 2]) << 16 }
        }
        if first >= 0xE0 {
            key &= 0xFF_FFFF
        } else if first >= 0x80 {
            key &= 0xFFFF
        } else if !FactText.isLetter(UInt8(truncatingIfNeeded: key >> 8)) {
            key &= 0xFF
        } else {
            key &= FactText.isLetter(UInt8(truncatingIfNeeded: key >> 16)) ? 0xFF_FFFF : 0xFFFF
        }
        return slot(key)
    }

    @inline(__always)
    private static func slot(_ key: UInt32) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B1) &>> (32 - UInt32(beginningBits)))
    }

    /// Slot of the bytes of two scalars.
    @inline(__always)
    private static func opening(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> (64 - UInt64(beginningBits)))
    }

    /// Slot of the two bytes before `end`.
    @inline(__always)
    private static func ending(_ text: UnsafeBufferPointer<UInt8>, at end: Int) -> Int {
        let key = UInt32(text[end - 1]) | UInt32(text[end - 2]) << 8
        return Int((key &* 0x9E37_79B1) >> (32 - UInt32(endingBits)))
    }

    // MARK: - Words

    /// The longest word at `offset` that has one of `roles` and ends where a word may end.
    @inline(__always)
    func word(
        in text: UnsafeBufferPointer<UInt8>, at offset: Int, roles: FactWord.Role
    ) -> (word: FactWord, end: Int)? {
        guard offset < text.count, rolesBeginning(text, at: offset).intersects(roles) else { return nil }
        let found = longest(in: text, at: offset, roles: roles)
        return found.mark == 0 ? nil : (words[found.mark - 1], found.end)
    }

    /// The mark and end of the word at `offset`; 0 if there is none.
    @inline(never)
    private func longest(
        in text: UnsafeBufferPointer<UInt8>, at offset: Int, roles: FactWord.Role
    ) -> (mark: Int, end: Int) {
        var node: UInt32 = 0
        var place = offset
        var best = 0
        var end = 0
        while place < text.count {
            let (scalar, count) = Scalars.decode(text, at: place)
            node = trie.child(of: node, by: scalar)
            if node == 0 { break }
            place += count
            let (mark, held) = trie.mark(of: node)
            if FactWord.Role(rawValue: held).intersects(roles), FactText.mayEnd(text, at: place) {
                (best, end) = (Int(mark), place)
            }
        }
        return (best, end)
    }

    /// The longest word with one of `roles` that ends at `end` and begins where a word may begin.
    func wordEnding(
        in text: UnsafeBufferPointer<UInt8>, at end: Int, roles: FactWord.Role
    ) -> (word: FactWord, start: Int)? {
        guard end > 0 else { return nil }
        var lengths: UInt64 = 0
        if end > 1 {
            let ending = endings[Self.ending(text, at: end)]
            if ending.roles.intersects(roles) { lengths = ending.lengths }
        }
        if singles[Int(text[end - 1])].intersects(roles) { lengths |= 1 << 1 }
        if lengths >> 63 != 0 {
            for length in stride(from: longest, to: 62, by: -1) {
                if let found = word(in: text, from: end - length, to: end, roles) { return found }
            }
        }
        lengths &= ~(1 << 63)
        while lengths != 0 {
            let length = 63 - lengths.leadingZeroBitCount
            if let found = word(in: text, from: end - length, to: end, roles) { return found }
            lengths ^= 1 << UInt64(length)
        }
        return nil
    }

    /// The word from `start` to `end`, if no longer one goes on from there.
    @inline(__always)
    private func word(
        in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ roles: FactWord.Role
    ) -> (word: FactWord, start: Int)? {
        guard start >= 0, text[start] & 0xC0 != 0x80, rolesBeginning(text, at: start).intersects(roles),
            FactText.mayBegin(text, at: start)
        else { return nil }
        let found = longest(in: text, at: start, roles: roles)
        return found.mark != 0 && found.end == end ? (words[found.mark - 1], start) : nil
    }
}

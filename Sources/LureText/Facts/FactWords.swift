/// All words of `FactWordLists`, found at a place or before one.
///
/// Most places of a text are no such word's: two small tables by the first and the last bytes of words tell that
/// without a walk through the trie.
struct FactWords: Sendable {
    private let trie: WordTrie
    private let words: FixedTable<FactWord>
    /// Longest word, in bytes.
    private let longest: Int
    /// By `beginning`: the roles of the words that begin so.
    private let beginnings: FixedTable<FactWord.Role>
    /// By `ending`: the roles of the words that end so.
    private let endings: FixedTable<FactWord.Role>
    /// By byte: the roles of the words that are this one byte.
    private let singles: FixedTable<FactWord.Role>

    init() {
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
        trie = builder.trie.finished()
        words = FixedTable(builder.words)
        longest = builder.longest
        beginnings = FixedTable(builder.beginnings)
        endings = FixedTable(builder.endings)
        singles = FixedTable(builder.singles)
    }

    /// The tables while words are added.
    private struct Builder {
        var trie = WordTrie.Builder()
        var words: [FactWord] = []
        var longest = 0
        var beginnings = [FactWord.Role](repeating: [], count: 1 << FactWords.beginningBits)
        var endings = [FactWord.Role](repeating: [], count: 1 << FactWords.endingBits)
        var singles = [FactWord.Role](repeating: [], count: 256)

        mutating func add(_ bytes: [UInt8], _ word: FactWord) {
            guard let first = bytes.first else { return }
            longest = max(longest, bytes.count)
            var scalars: [UInt32] = []
            bytes.withUnsafeBufferPointer { buffer in
                beginnings[FactWords.beginning(buffer, at: 0)].formUnion(word.roles)
                if buffer.count == 1 {
                    singles[Int(first)].formUnion(word.roles)
                } else {
                    endings[FactWords.ending(buffer, at: buffer.count)].formUnion(word.roles)
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
    }

    // MARK: - Quick looks

    private static let beginningBits = 12
    private static let endingBits = 11

    /// The roles that a word which begins at `offset` may have; a few too many, and none for most places.
    /// - Precondition: `offset < text.count`.
    @inline(__always)
    func rolesBeginning(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> FactWord.Role {
        beginnings[Self.beginning(text, at: offset)].union(singles[Int(text[offset])])
    }

    /// The roles that a word which ends at `end` may have.
    /// - Precondition: `end > 0`.
    @inline(__always)
    private func rolesEnding(_ text: UnsafeBufferPointer<UInt8>, at end: Int) -> FactWord.Role {
        let single = singles[Int(text[end - 1])]
        return end < 2 ? single : single.union(endings[Self.ending(text, at: end)])
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
        return Int((key &* 0x9E37_79B1) >> (32 - UInt32(beginningBits)))
    }

    /// Slot of the two bytes before `end`.
    @inline(__always)
    private static func ending(_ text: UnsafeBufferPointer<UInt8>, at end: Int) -> Int {
        let key = UInt32(text[end - 1]) | UInt32(text[end - 2]) << 8
        return Int((key &* 0x9E37_79B1) >> (32 - UInt32(endingBits)))
    }

    // MARK: - Words

    /// The longest word at `offset` that has one of `roles` and ends where a word may end.
    func word(
        in text: UnsafeBufferPointer<UInt8>, at offset: Int, roles: FactWord.Role
    ) -> (word: FactWord, end: Int)? {
        guard offset < text.count, rolesBeginning(text, at: offset).intersects(roles) else { return nil }
        var node: UInt32 = 0
        var place = offset
        var best = 0
        var end = 0
        while place < text.count {
            let (scalar, count) = Scalars.decode(text, at: place)
            node = trie.child(of: node, by: scalar)
            if node == 0 { break }
            place += count
            let mark = Int(trie.mark(of: node))
            if mark != 0, words[mark - 1].roles.intersects(roles), FactText.mayEnd(text, at: place) {
                (best, end) = (mark, place)
            }
        }
        return best == 0 ? nil : (words[best - 1], end)
    }

    /// The longest word with one of `roles` that ends at `end` and begins where a word may begin.
    func wordEnding(
        in text: UnsafeBufferPointer<UInt8>, at end: Int, roles: FactWord.Role
    ) -> (word: FactWord, start: Int)? {
        guard end > 0, rolesEnding(text, at: end).intersects(roles) else { return nil }
        var best: (FactWord, Int)?
        var start = end
        while start > 0, end - start < longest {
            start -= 1
            guard text[start] & 0xC0 != 0x80, rolesBeginning(text, at: start).intersects(roles),
                FactText.mayBegin(text, at: start)
            else { continue }
            if let found = word(in: text, at: start, roles: roles), found.end == end {
                best = (found.word, start)
            }
        }
        return best
    }
}

/// What a word can do in a statement of money, age or contact.
struct FactWord: Sendable {
    struct Role: OptionSet, Sendable {
        let rawValue: UInt16

        /// Names a currency before or behind its number.
        static let currency = Role(rawValue: 1 << 0)
        /// Multiplies the number before it.
        static let scale = Role(rawValue: 1 << 1)
        /// A scale that by itself says that money is meant ("lakh", "củ").
        static let moneyScale = Role(rawValue: 1 << 2)
        /// Counts as a scale or currency only when written onto its number: "5k", "800u".
        static let tight = Role(rawValue: 1 << 3)
        /// Says that an amount is pay.
        static let pay = Role(rawValue: 1 << 4)
        /// Names a period, behind an amount or before it.
        static let period = Role(rawValue: 1 << 5)
        /// May stand between a pay word or a currency and its number.
        static let filler = Role(rawValue: 1 << 6)
        /// Stands between the bounds of a range.
        static let range = Role(rawValue: 1 << 7)
        /// Announces an age.
        static let age = Role(rawValue: 1 << 8)
        /// Behind a number makes it an age.
        static let ageUnit = Role(rawValue: 1 << 9)
        /// Years: an age only after a word that announces one.
        static let years = Role(rawValue: 1 << 10)
        /// Names a messenger.
        static let channel = Role(rawValue: 1 << 11)
        /// A messenger's word that mostly means something else ("line").
        static let faint = Role(rawValue: 1 << 12)
        /// Says that a name or number follows: "id", "号".
        static let identifier = Role(rawValue: 1 << 13)
        /// A digit written as a word of an unspaced script, before a scale: 五万.
        static let digit = Role(rawValue: 1 << 14)
    }

    var roles: Role = []
    var currency: Fact.Currency?
    var period: Fact.Period?
    var channel: Fact.Channel?
    /// Factor of a scale, or value of a digit.
    var amount: Double = 0

    /// A word listed twice keeps all it was given.
    func merged(with other: FactWord) -> FactWord {
        FactWord(
            roles: roles.union(other.roles), currency: currency ?? other.currency,
            period: period ?? other.period,
            channel: channel ?? other.channel, amount: amount != 0 ? amount : other.amount)
    }
}

/// All words of `FactWordLists`, found at a place or before one.
struct FactWords: Sendable {
    private var trie = WordTrie()
    private var words: [FactWord] = []
    /// Longest word, in bytes.
    private var longest = 0
    /// By last byte of a word: the roles of the words that end with it.
    private var lastBytes = [FactWord.Role](repeating: [], count: 256)
    /// By byte: whether a word begins with it.
    private var firstBytes = [Bool](repeating: false, count: 256)
    /// By hash of a word's first two or three bytes: the roles of the words that begin so.
    private var beginnings = [FactWord.Role](repeating: [], count: 4096)

    init() {
        let folder = Folder()
        for (word, list) in FactWordLists.all {
            var entry = [UInt8]()
            for scalar in list.utf8 + [UInt8(ascii: " ")] {
                if scalar != UInt8(ascii: " ") {
                    entry.append(scalar)
                } else if !entry.isEmpty {
                    add(folder.folded(entry.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }).bytes, word)
                    entry.removeAll()
                }
            }
        }
    }

    private mutating func add(_ bytes: [UInt8], _ word: FactWord) {
        guard let first = bytes.first, let last = bytes.last else { return }
        firstBytes[Int(first)] = true
        lastBytes[Int(last)].formUnion(word.roles)
        longest = max(longest, bytes.count)
        bytes.withUnsafeBufferPointer { buffer in
            let beginning = Self.beginning(buffer, at: 0)
            beginnings[beginning].formUnion(word.roles)
        }
        let scalars = bytes.withUnsafeBufferPointer { buffer in
            var scalars: [UInt32] = []
            var offset = 0
            while offset < buffer.count {
                let (scalar, count) = Scalars.decode(buffer, at: offset)
                scalars.append(scalar)
                offset += count
            }
            return scalars
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

    /// Whether a word with one of `roles` may begin at `offset`: a quick look before a closer one.
    @inline(__always)
    func mayBegin(_ text: UnsafeBufferPointer<UInt8>, at offset: Int, with roles: FactWord.Role) -> Bool {
        !beginnings[Self.beginning(text, at: offset)].isDisjoint(with: roles)
    }

    /// Slot of the two bytes at `offset`, three where they begin a longer scalar.
    @inline(__always)
    private static func beginning(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        let first = UInt32(text[offset])
        let second = offset + 1 < text.count ? UInt32(text[offset + 1]) : 0
        let third = first >= 0xE0 && offset + 2 < text.count ? UInt32(text[offset + 2]) : 0
        return Int(((first | second << 8 | third << 16) &* 0x9E37_79B1) >> 20)
    }

    /// The longest word at `offset` that has one of `roles` and ends where a word may end.
    func word(
        in text: UnsafeBufferPointer<UInt8>, at offset: Int, roles: FactWord.Role
    ) -> (word: FactWord, end: Int)? {
        guard offset < text.count, firstBytes[Int(text[offset])] else { return nil }
        var node: UInt32 = 0
        var place = offset
        var best: (FactWord, Int)?
        while place < text.count {
            let (scalar, count) = Scalars.decode(text, at: place)
            node = trie.child(of: node, by: scalar)
            if node == 0 { break }
            place += count
            let mark = trie.mark(of: node)
            guard mark != 0 else { continue }
            let word = words[Int(mark) - 1]
            if !word.roles.isDisjoint(with: roles), FactText.mayEnd(text, at: place) { best = (word, place) }
        }
        return best
    }

    /// The longest word with one of `roles` that ends at `end` and begins where a word may begin.
    func wordEnding(
        in text: UnsafeBufferPointer<UInt8>, at end: Int, roles: FactWord.Role
    ) -> (word: FactWord, start: Int)? {
        guard end > 0, !lastBytes[Int(text[end - 1])].isDisjoint(with: roles) else { return nil }
        var best: (FactWord, Int)?
        var start = end
        while start > 0, end - start < longest {
            start -= 1
            guard text[start] & 0xC0 != 0x80, firstBytes[Int(text[start])] else { continue }
            guard FactText.mayBegin(text, at: start), let found = word(in: text, at: start, roles: roles)
            else {
                continue
            }
            if found.end == end { best = (found.word, start) }
        }
        return best
    }
}

/// Where words begin and end, for facts.
enum FactText {
    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Whether a word that ends at `offset` is a whole one: no letter of a spaced script goes on. Digits may.
    static func mayEnd(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard offset < text.count else { return true }
        if text[offset] < 0x80 { return !isLetter(text[offset]) || !isSpaced(text, before: offset) }
        let properties = Scalars.properties(of: Scalars.decode(text, at: offset).scalar)
        // Particles are written onto Korean words.
        if properties.isUnspaced || properties.script == .hangul { return true }
        return !properties.isWordCharacter || !isSpaced(text, before: offset)
    }

    /// Whether a word may begin at `offset`: no letter of a spaced script stands before it. Digits may.
    static func mayBegin(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard offset > 0 else { return true }
        let here = Scalars.properties(of: Scalars.decode(text, at: offset).scalar)
        if !here.isWordCharacter || here.isUnspaced || here.isDigit { return true }
        return !isSpaced(text, before: offset)
    }

    /// Whether the character before `offset` is a letter or mark of a spaced script.
    private static func isSpaced(_ text: UnsafeBufferPointer<UInt8>, before offset: Int) -> Bool {
        var place = offset - 1
        while place > 0, text[place] & 0xC0 == 0x80 { place -= 1 }
        guard place >= 0 else { return false }
        if text[place] < 0x80 { return isLetter(text[place]) }
        let properties = Scalars.properties(of: Scalars.decode(text, at: place).scalar)
        return properties.isWordCharacter && !properties.isUnspaced && !properties.isDigit
    }

    /// The offset after spaces at `offset`.
    static func skipSpaces(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
        var place = offset
        while place < text.count, text[place] == 0x20 { place += 1 }
        return place
    }
}

/// Words and clauses of a folded text; offsets count in the folded bytes.
public struct Segmentation: Sendable {
    /// A run of word characters: one word in a spaced script, a whole run in an unspaced one.
    public struct Word: Sendable {
        public var start: UInt32
        public var end: UInt32
        /// Words before this one, counting an unspaced run as one word for every two characters.
        public var position: UInt32
        /// Whether the script writes no spaces between words (Han, Kana, Thai, Lao, Khmer, Burmese).
        public var isUnspaced: Bool
    }

    /// A sentence or line: what stands between full stops, question and exclamation marks, semicolons,
    /// line breaks and bullets.
    public struct Clause: Sendable {
        public var start: UInt32
        /// Past the marks that end it.
        public var end: UInt32
        /// Whether it ends with a question mark of any script.
        public var isQuestion: Bool
    }

    /// Bytes that count as one word in an unspaced run: two characters of three bytes, which is what the letters
    /// of all unspaced scripts take.
    static let unspacedWordBytes: UInt32 = 6
    /// Clauses are numbered in 16 bits; what comes later is part of the last.
    static let clauseLimit = 65_535

    public internal(set) var words: [Word] = []
    public internal(set) var clauses: [Clause] = []
    /// Offsets of commas and dashes: they bound negation but do not end a clause.
    public internal(set) var breaks: [UInt32] = []
    /// Words in the text, counting an unspaced run as one word for every two characters.
    public internal(set) var wordCount = 0

    /// Of `words`, ascending: those at or in which a people word may begin.
    var peopleWords: [UInt32] = []
    /// Offsets at which a fact may begin, ascending: digits, signs, words of lists, what may be an address.
    var factPlaces: [UInt32] = []

    /// Where the text may be disguised.
    public internal(set) var signs = DisguiseSigns()

    public init() {}

    public mutating func removeAll() {
        words.removeAll(keepingCapacity: true)
        clauses.removeAll(keepingCapacity: true)
        breaks.removeAll(keepingCapacity: true)
        peopleWords.removeAll(keepingCapacity: true)
        factPlaces.removeAll(keepingCapacity: true)
        signs.removeAll()
        wordCount = 0
    }

    /// Words before `offset`; inside an unspaced run every two characters count.
    /// - Complexity: O(log n) in the number of words.
    public func position(of offset: UInt32) -> UInt32 {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0 }
        let word = words[low - 1]
        if word.isUnspaced {
            let inside = min(offset, word.end) - word.start
            let isPast = offset >= word.end
            return word.position + (inside + (isPast ? Self.unspacedWordBytes - 1 : 0))
                / Self.unspacedWordBytes
        }
        return offset < word.end ? word.position : word.position + 1
    }

    /// The clause that holds `offset`, else the last one before it, else the first; 0 if there is none.
    /// - Complexity: O(log n) in the number of clauses.
    public func clauseIndex(of offset: UInt32) -> Int {
        var low = 0
        var high = clauses.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if clauses[middle].start <= offset { low = middle } else { high = middle }
        }
        return low
    }
}

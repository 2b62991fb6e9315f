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
        public var end: UInt32
        /// Whether it ends with a question mark of any script.
        public var isQuestion: Bool
    }

    public internal(set) var words: [Word] = []
    public internal(set) var clauses: [Clause] = []
    /// Offsets of commas and dashes: they bound negation but do not end a clause.
    public internal(set) var breaks: [UInt32] = []

    public init() {}
}

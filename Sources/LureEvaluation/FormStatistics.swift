import LurePatterns
public import LureRuleCompiler
public import LureScreen
public import LureText

/// In how many texts of each class each word form stands.
public struct FormStatistics: Sendable {
    public struct Row: Sendable {
        public var language: String
        public var concept: String
        public var form: String
        /// Texts, by `LabelledText.Class`.
        public var counts: [Int]

        public var total: Int { counts.reduce(0, +) }
    }

    /// Texts of each class that were read.
    public private(set) var textCounts = [Int](repeating: 0, count: LabelledText.Class.allCases.count)
    /// In the order of the concept files.
    public private(set) var rows: [Row]

    private let screener: Screener
    private let automaton: LiteralAutomaton
    private let speakers: [LanguageSet]
    /// The rows of each literal: forms that fold alike stand in one place of the text.
    private let rowsOfLiteral: [[Int]]

    public init(_ source: RuleSource, screener: Screener) throws(PackError) {
        self.screener = screener
        rows = []
        var literals: [Literal] = []
        var indices: [Literal: Int] = [:]
        var rowsOfLiteral: [[Int]] = []
        var speakers: [LanguageSet] = []
        for row in source.conceptRows {
            guard let literal = row.literal else { continue }
            let key = Literal(bytes: literal.bytes, boundary: literal.boundary, value: 0)
            let index = indices[key] ?? literals.count
            if index == literals.count {
                indices[key] = index
                rowsOfLiteral.append([])
                literals.append(
                    Literal(bytes: key.bytes, boundary: key.boundary, value: UInt32(index)))
            }
            rowsOfLiteral[index].append(rows.count)
            speakers.append(literal.speakers)
            rows.append(
                Row(
                    language: row.language, concept: row.concept.value, form: row.form.value,
                    counts: textCounts))
        }
        self.rowsOfLiteral = rowsOfLiteral
        self.speakers = speakers
        automaton = try LiteralAutomaton(ByteRegion(copying: LiteralAutomaton.build(literals)))
    }

    /// Counts the forms of one text, each once.
    public mutating func count(_ text: LabelledText) {
        textCounts[text.textClass.rawValue] += 1
        let reading = screener.reading(of: Array(text.text.utf8))
        let speaking = reading.language.speaking.union(.always)
        var hits: [LiteralHit] = []
        reading.folded.bytes.withUnsafeBufferPointer { automaton.appendHits(in: $0, to: &hits) }
        for literal in Set(hits.map(\.value)) {
            for row in rowsOfLiteral[Int(literal)] where !speakers[row].isDisjoint(with: speaking) {
                rows[row].counts[text.textClass.rawValue] += 1
            }
        }
    }
}

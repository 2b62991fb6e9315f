import LurePatterns
public import LureRuleCompiler
public import LureScreen
public import LureText

/// In how many texts of each class each word form or phrase stands.
public struct FormStatistics: Sendable {
    /// What is counted: word forms of concepts, or phrases of the rules that run.
    public enum Subject: Sendable { case forms, phrases }

    public struct Row: Sendable {
        public var language: String
        /// The concept, or the rule of a phrase.
        public var owner: String
        public var form: String
        /// Texts, by `LabelledText.Class`.
        public var counts: [Int]

        public var total: Int { counts.reduce(0, +) }
    }

    /// Texts of each class that were read.
    public private(set) var textCounts = [Int](repeating: 0, count: LabelledText.Class.allCases.count)
    /// In the order of the files.
    public private(set) var rows: [Row]

    private let screener: Screener
    private let automaton: LiteralAutomaton
    private let speakers: [LanguageSet]
    /// The rows of each literal: forms that fold alike stand in one place of the text.
    private let rowsOfLiteral: [[Int]]

    public init(
        _ source: RuleSource, of subject: Subject = .forms, screener: Screener
    ) throws(PackError) {
        self.screener = screener
        rows = []
        var literals: [Literal] = []
        var indices: [Literal: Int] = [:]
        var rowsOfLiteral: [[Int]] = []
        var speakers: [LanguageSet] = []
        for form in Self.forms(of: source, subject) {
            let literal = form.literal
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
            rows.append(form.row)
        }
        self.rowsOfLiteral = rowsOfLiteral
        self.speakers = speakers
        automaton = try LiteralAutomaton(ByteRegion(copying: LiteralAutomaton.build(literals)))
    }

    private typealias Form = (row: Row, literal: FoldedForm)

    private static func forms(of source: RuleSource, _ subject: Subject) -> [Form] {
        let counts = [Int](repeating: 0, count: LabelledText.Class.allCases.count)
        switch subject {
        case .forms:
            return source.conceptRows.compactMap { row in
                row.literal.map {
                    (
                        Row(
                            language: row.language, owner: row.concept.value, form: row.form.value,
                            counts: counts), $0
                    )
                }
            }
        case .phrases:
            return source.rules.filter { $0.status != .deprecated }.flatMap { rule in
                rule.phrases.compactMap { phrase in
                    phrase.literal.map {
                        (
                            Row(
                                language: phrase.language, owner: rule.id.value, form: phrase.text.value,
                                counts: counts), $0
                        )
                    }
                }
            }
        }
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

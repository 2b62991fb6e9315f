/// Which rules can speak in which languages, and which have shown it.
public struct RuleCoverage: Sendable {
    public enum Cell: Sendable {
        /// Neither concepts nor phrases of the rule have words in the language.
        case none
        /// Words, but no match example.
        case words
        /// At least one match example.
        case shown
    }

    /// Names of the concept files, sorted.
    public let languages: [String]
    /// By rule, in the order of ids; a cell for each language.
    public let rows: [(id: String, cells: [Cell])]

    public init(_ source: RuleSource) {
        let languages = Set(source.conceptRows.map(\.language)).sorted()
        var spoken: [String: Set<String>] = [:]
        for row in source.conceptRows { spoken[row.language, default: []].insert(row.concept.value) }
        self.languages = languages
        rows = source.rules.map { rule in
            let shown = Set(rule.examples.filter(\.shouldMatch).map(\.language))
            let cells = languages.map { language -> Cell in
                if shown.contains(language) { return .shown }
                return Self.hasWords(rule, language, spoken[language] ?? []) ? .words : .none
            }
            return (rule.id.value, cells)
        }
    }

    private static func hasWords(_ rule: RuleFile, _ language: String, _ concepts: Set<String>) -> Bool {
        if rule.phrases.contains(where: { $0.language == language }) { return true }
        if rule.regexes.contains(where: { $0.language == language }) { return true }
        return rule.when.contains { condition in
            switch condition.body {
            case .fact: true
            case .together(_, let slots):
                slots.allSatisfy { slot in
                    slot.isAbsent
                        || slot.terms.contains { concepts.contains($0.value) || $0.value.hasPrefix("fact-") }
                }
            }
        }
    }

    /// How many rules have words, and match examples, in each language.
    public var totals: [(language: String, words: Int, shown: Int)] {
        languages.indices.map { column in
            let cells = rows.map { $0.cells[column] }
            return (
                languages[column], cells.filter { $0 != .none }.count, cells.filter { $0 == .shown }.count
            )
        }
    }
}

import LurePatterns
import LureRules
import LureText

/// Gathers literals with their meanings: what folds alike and speaks for the same languages becomes one form.
struct FormTable {
    private struct Meaning: Hashable {
        var literal: [UInt8]
        var boundary: Boundary
        var target: RulePackContents.Target
    }

    private struct Use {
        var languages: LanguageSet = []
        /// With accents; most meanings have none.
        var spellings: Set<Spelling> = []

        /// Ascending, so that the order does not depend on chance.
        var keys: [UInt64] { spellings.map(\.key).sorted() }
    }

    private var uses: [Meaning: Use] = [:]

    /// Adds a form as it is written; what folds to nothing is left out.
    /// - Parameter speakers: languages it speaks for, if not those of its script and `language`.
    mutating func add(
        _ text: String, _ boundary: Boundary, _ language: String, speakers: LanguageSet? = nil,
        as target: ([UInt8]) -> RulePackContents.Target
    ) {
        let folded = Folder().fold(text)
        let literal = folded.bytes
        guard !literal.isEmpty, let listed = RuleLanguages.set(for: language) else { return }
        let meaning = Meaning(literal: literal, boundary: boundary, target: target(literal))
        uses[meaning, default: Use()].languages.formUnion(
            speakers ?? RuleLanguages.speakers(of: literal, listedFor: listed))
        let spelling = folded.spelling
        if !spelling.isPlain { uses[meaning]?.spellings.insert(spelling) }
    }

    /// The forms in an order that depends on their content only.
    var forms: [RulePackContents.Form] {
        let sorted = uses.sorted { a, b in
            if a.key.literal != b.key.literal {
                return a.key.literal.lexicographicallyPrecedes(b.key.literal)
            }
            let first = (a.key.boundary.rawValue, a.value.languages.rawValue)
            let second = (b.key.boundary.rawValue, b.value.languages.rawValue)
            if first != second { return first < second }
            let (firstKeys, secondKeys) = (a.value.keys, b.value.keys)
            if firstKeys != secondKeys { return firstKeys.lexicographicallyPrecedes(secondKeys) }
            return Self.order(a.key.target) < Self.order(b.key.target)
        }
        var forms: [RulePackContents.Form] = []
        for (meaning, use) in sorted {
            let spellings = use.spellings.sorted { $0.key < $1.key }
            if let last = forms.last, last.literal == meaning.literal, last.boundary == meaning.boundary,
                last.languages == use.languages, last.spellings == spellings
            {
                forms[forms.count - 1].targets.append(meaning.target)
            } else {
                forms.append(
                    RulePackContents.Form(
                        literal: meaning.literal, boundary: meaning.boundary, languages: use.languages,
                        targets: [meaning.target], spellings: spellings))
            }
        }
        return forms
    }

    private static func order(_ target: RulePackContents.Target) -> Int {
        switch target {
        case .concept(let index, _): index
        case .phrase(let rule): (1 << 32) + rule
        case .regex(let index): (1 << 33) + index
        }
    }
}

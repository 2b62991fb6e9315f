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

    private var languages: [Meaning: LanguageSet] = [:]

    /// Adds a form as it is written; what folds to nothing is left out.
    /// - Parameter speakers: languages it speaks for, if not those of its script and `language`.
    mutating func add(
        _ text: String, _ boundary: Boundary, _ language: String, speakers: LanguageSet? = nil,
        as target: ([UInt8]) -> RulePackContents.Target
    ) {
        let literal = FormFolding.fold(text)
        guard !literal.isEmpty, let listed = RuleLanguages.set(for: language) else { return }
        let meaning = Meaning(literal: literal, boundary: boundary, target: target(literal))
        languages[meaning, default: []].formUnion(
            speakers ?? RuleLanguages.speakers(of: literal, listedFor: listed))
    }

    /// The forms in an order that depends on their content only.
    var forms: [RulePackContents.Form] {
        let sorted = languages.sorted { a, b in
            if a.key.literal != b.key.literal {
                return a.key.literal.lexicographicallyPrecedes(b.key.literal)
            }
            let first = (a.key.boundary.rawValue, a.value.rawValue, Self.order(a.key.target))
            let second = (b.key.boundary.rawValue, b.value.rawValue, Self.order(b.key.target))
            return first < second
        }
        var forms: [RulePackContents.Form] = []
        for (meaning, languages) in sorted {
            if let last = forms.last, last.literal == meaning.literal, last.boundary == meaning.boundary,
                last.languages == languages
            {
                forms[forms.count - 1].targets.append(meaning.target)
            } else {
                forms.append(
                    RulePackContents.Form(
                        literal: meaning.literal, boundary: meaning.boundary, languages: languages,
                        targets: [meaning.target]))
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

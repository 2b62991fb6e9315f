import LureRules
import LureText
import Yams

/// Reads one rule file.
struct RuleFileParser {
    private var reader: YAMLReader

    private init(_ file: SourceFile) { reader = YAMLReader(file) }

    /// The rule, as far as it can be read; nil if there is no id to speak of it.
    static func parse(_ file: SourceFile, into diagnostics: inout [Diagnostic]) -> RuleFile? {
        var parser = RuleFileParser(file)
        defer { diagnostics += parser.reader.diagnostics }
        guard let root = parser.reader.root() else { return nil }
        return parser.rule(root)
    }

    private static let keys = [
        "id", "title", "severity", "status", "categories", "kind", "why", "sources", "false-alarms", "ask",
        "when",
        "unless", "phrases", "regex", "examples", "not-disguised",
    ]
    private static let requiredKeys = [
        "id", "title", "severity", "status", "categories", "why", "sources", "false-alarms", "ask",
        "examples",
    ]

    private mutating func rule(_ root: Node.Mapping) -> RuleFile? {
        let entries = reader.entries(
            of: root, allowed: Self.keys, required: Self.requiredKeys, at: Place(reader.file), what: "a rule")
        guard let id = reader.text(entries["id"], "'id'") else { return nil }
        var rule = RuleFile(id: id)
        rule.title = text(entries["title"], "'title'", of: id)
        rule.why = text(entries["why"], "'why'", of: id)
        rule.severity = reader.value(entries["severity"], "severity") { Severity(name: $0) } ?? .low
        rule.status = reader.value(entries["status"], "status") { RuleStatus(name: $0) } ?? .shadow
        rule.kind = reader.value(entries["kind"], "kind") { $0 == "offer" ? nil : TextKind(name: $0) }
        rule.categories = reader.categories(entries["categories"])
        rule.sources = reader.texts(entries["sources"], "'sources'")
        rule.falseAlarms = reader.texts(entries["false-alarms"], "'false-alarms'")
        rule.ask = reader.texts(entries["ask"], "'ask'")
        rule.when = conditions(entries["when"])
        rule.unless = exceptions(entries["unless"])
        rule.phrases = phrases(entries["phrases"])
        rule.regexes = regexes(entries["regex"])
        rule.examples = reader.examples(entries["examples"], of: id.value, isRecipe: false)
        let exempt = reader.exemptions(entries["not-disguised"])
        for index in rule.examples.indices { rule.examples[index].exempt.formUnion(exempt) }
        checkFamily(rule, entries)
        return rule
    }

    private mutating func text(_ node: Node?, _ what: String, of id: Located<String>) -> String {
        guard let text = reader.text(node, what) else { return "" }
        let words = text.value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if words.isEmpty { reader.report(.wrongShape, "\(what) is empty", at: text.place) }
        return words
    }

    private mutating func checkFamily(_ rule: RuleFile, _ entries: [String: Node]) {
        if rule.family != "ctx", let node = entries["kind"] {
            reader.report(.keyNotInFamily, "'kind' in family '\(rule.family)'", at: reader.place(of: node))
        }
        if rule.family == "ctx", entries["kind"] == nil {
            reader.report(.missingKey, "a rule of family ctx needs the key 'kind'", at: rule.id.place)
        }
        if rule.polarity != .risk, !rule.categories.isEmpty, let node = entries["categories"] {
            reader.report(
                .keyNotInFamily, "categories in family '\(rule.family)'", at: reader.place(of: node))
        }
    }

    /// `when`: each item a text, or a mapping with the one key `text` or `fact`.
    private mutating func conditions(_ node: Node?) -> [Condition] {
        items(node, "'when'").compactMap { item in
            let prefix = item.key.map { "\($0):" } ?? ""
            guard ["", "text:", "fact:"].contains(prefix) else {
                reader.report(.unknownKey, "a condition has no key '\(item.key ?? "")'", at: item.text.place)
                return nil
            }
            var text = item.text
            if prefix == "fact:" {
                text = Located(prefix + text.value, at: text.place.moved(by: -prefix.count))
            }
            return ConditionParser.parse(
                text, scope: prefix == "text:" ? .text : .clause, into: &reader.diagnostics)
        }
    }

    private mutating func exceptions(_ node: Node?) -> [Exception] {
        items(node, "'unless'").compactMap { item in
            guard item.key == nil || item.key == "text" else {
                reader.report(.unknownKey, "'unless' has no key '\(item.key ?? "")'", at: item.text.place)
                return nil
            }
            return ConditionParser.parseException(
                item.text, inText: item.key != nil, into: &reader.diagnostics)
        }
    }

    private mutating func items(_ node: Node?, _ what: String) -> [(key: String?, text: Located<String>)] {
        guard let node else { return [] }
        guard case .sequence(let sequence) = node else {
            reader.report(.wrongShape, "\(what) must be a list", at: reader.place(of: node))
            return []
        }
        var items: [(key: String?, text: Located<String>)] = []
        for item in sequence {
            if case .mapping(let mapping) = item, mapping.count == 1, let pair = mapping.first,
                let key = pair.key.scalar?.string
            {
                if let text = reader.text(pair.value, "each item of \(what)") { items.append((key, text)) }
            } else if let text = reader.text(item, "each item of \(what)") {
                items.append((nil, text))
            }
        }
        return items
    }

    private mutating func phrases(_ node: Node?) -> [RuleFile.Phrase] {
        var phrases: [RuleFile.Phrase] = []
        for (language, value) in reader.byLanguage(node, "'phrases'") {
            for text in reader.texts(value, "phrases of a language") {
                phrases.append(RuleFile.Phrase(language: language, text: text))
            }
        }
        return phrases
    }

    private mutating func regexes(_ node: Node?) -> [RuleFile.Regex] {
        var regexes: [RuleFile.Regex] = []
        for (language, value) in reader.byLanguage(node, "'regex'") {
            guard case .sequence(let sequence) = value else {
                reader.report(
                    .wrongShape, "expressions of a language must be a list", at: reader.place(of: value))
                continue
            }
            for item in sequence {
                guard let mapping = reader.mapping(item, "an expression") else { continue }
                let entries = reader.entries(
                    of: mapping, allowed: ["pattern", "literals"], required: ["pattern"],
                    at: reader.place(of: item), what: "an expression")
                guard let pattern = reader.text(entries["pattern"], "'pattern'") else { continue }
                regexes.append(
                    RuleFile.Regex(
                        language: language, pattern: pattern,
                        literals: reader.texts(entries["literals"], "'literals'")))
            }
        }
        return regexes
    }
}

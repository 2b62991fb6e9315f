import LureRules

/// The rule reference for readers: a Markdown page for each rule and recipe, and an index.
public struct RulePages: Sendable {
    let source: RuleSource

    public init(_ source: RuleSource) { self.source = source }

    /// File names and contents, in order.
    public var files: [(name: String, text: String)] {
        [("README.md", index)] + source.rules.map { ("\($0.id.value).md", page(of: $0)) }
            + source.recipes.map { ("\($0.id.value).md", page(of: $0)) }
    }

    private static let note = "<!-- Made by `lurescreen rules docs`; edit the rule file instead. -->\n\n"

    // MARK: Index

    private var index: String {
        var text =
            Self.note + "# Rules\n\nWhat each rule looks for, why, and on which examples it was tried.\n"
        for family in RuleFile.families {
            let rules = source.rules.filter { $0.family == family }
            if rules.isEmpty { continue }
            text += "\n## \(Self.familyTitle(family))\n\n| rule | reads | strength |\n|---|---|---|\n"
            for rule in rules {
                text +=
                    "| [\(rule.id.value)](\(rule.id.value).md) | \(rule.title) | \(Self.strength(rule)) |\n"
            }
        }
        text += "\n## Recipes\n\n| recipe | reads | least band |\n|---|---|---|\n"
        for recipe in source.recipes {
            text +=
                "| [\(recipe.id.value)](\(recipe.id.value).md) | \(recipe.title) | \(recipe.floor.name) |\n"
        }
        return text
    }

    /// Names of the families, for readers.
    private static func familyTitle(_ family: String) -> String {
        switch family {
        case "pay": "Pay and benefits"
        case "role": "Roles"
        case "dest": "Destination"
        case "travel": "Travel and documents"
        case "control": "Control"
        case "fee": "Fees and debt"
        case "channel": "Contact and channel"
        case "rec": "Who recruits"
        case "target": "Who is sought"
        case "urg": "Urgency and secrecy"
        case "proc": "Hiring process"
        case "task": "Task scams and money mules"
        case "marr": "Marriage brokers"
        case "resale": "Resale and transfer"
        case "mit": "Signs of an honest offer"
        case "ctx": "What kind of text it is"
        default: family
        }
    }

    private static func strength(_ rule: RuleFile) -> String {
        rule.status == .stable ? rule.severity.name : "\(rule.severity.name), \(rule.status.name)"
    }

    // MARK: Pages

    private func page(of rule: RuleFile) -> String {
        var text = Self.note + "# \(rule.title)\n\n`\(rule.id.value)` · \(Self.familyTitle(rule.family)) · "
        text += Self.strength(rule)
        if let kind = rule.kind { text += " · speaks for: \(kind.name)" }
        text += "\n\n\(rule.why)\n"
        if !rule.categories.isEmpty {
            text += "\nPoints towards: \(rule.categories.members.map(\.name).joined(separator: ", ")).\n"
        }
        text += Self.list("An honest text may say the same", rule.falseAlarms.map(\.value))
        text += Self.list("Ask", rule.ask.map(\.value))
        if !rule.when.isEmpty {
            text += "\n## Fires when\n\n"
            for condition in rule.when { text += "- `\(Self.written(condition))`\n" }
        }
        if !rule.unless.isEmpty {
            text += "\nunless " + rule.unless.map(Self.written).joined(separator: ", ") + "\n"
        }
        text += phrases(of: rule)
        text += examples(rule.examples)
        return text + Self.sources(rule.sources)
    }

    private func page(of recipe: RecipeFile) -> String {
        var text =
            Self.note
            + "# \(recipe.title)\n\n`\(recipe.id.value)` · recipe · least band: \(recipe.floor.name)\n\n"
        text += "\(recipe.why)\n"
        text += Self.list("Ask", recipe.ask.map(\.value))
        text += "\n## Met when\n\nAt least \(recipe.need) of:\n\n"
        for item in recipe.core { text += "- \(Self.links(item))\n" }
        if !recipe.boosters.isEmpty {
            text += "\nMore likely with: \(recipe.boosters.map(Self.links).joined(separator: ", "))\n"
        }
        if !recipe.unless.isEmpty {
            text += "\nunless: \(recipe.unless.map(Self.links).joined(separator: ", "))\n"
        }
        return text + examples(recipe.examples) + Self.sources(recipe.sources)
    }

    private func phrases(of rule: RuleFile) -> String {
        if rule.phrases.isEmpty { return "" }
        var text = "\n## Set phrases\n\n"
        for language in Set(rule.phrases.map(\.language)).sorted() {
            let phrases = rule.phrases.filter { $0.language == language }
            text += "- \(language): \(phrases.map { Self.escaped($0.text.value) }.joined(separator: " · "))\n"
        }
        return text
    }

    private func examples(_ examples: [RuleExample]) -> String {
        var text = ""
        for (title, matches) in [("Matches", true), ("Does not match", false)] {
            let chosen = examples.filter { $0.shouldMatch == matches }
            if chosen.isEmpty { continue }
            text += "\n## \(title)\n\n| language | example |\n|---|---|\n"
            for example in chosen { text += "| \(example.language) | \(Self.marked(example)) |\n" }
        }
        return text
    }

    // MARK: Parts

    private static func list(_ title: String, _ items: [String]) -> String {
        items.isEmpty ? "" : "\n## \(title)\n\n" + items.map { "- \($0)\n" }.joined()
    }

    private static func sources(_ sources: [Located<String>]) -> String {
        let names = sources.map { "[\($0.value)](../sources.md)" }
        return names.isEmpty ? "" : "\n## Sources\n\n\(names.joined(separator: ", "))\n"
    }

    /// Rules an item names, as links; patterns as they are.
    private static func links(_ item: [Located<String>]) -> String {
        item.map { $0.value.hasSuffix("*") ? "`\($0.value)`" : "[\($0.value)](\($0.value).md)" }
            .joined(separator: " or ")
    }

    private static func written(_ condition: Condition) -> String {
        let line = condition.place.file.lines[condition.place.line - 1]
        let text = line.drop { $0 == " " }
        return text.hasPrefix("- ") ? String(text.dropFirst(2)) : String(text)
    }

    private static func written(_ exception: Exception) -> String {
        switch exception.kind {
        case .negation: "it is negated"
        case .question: "it is asked"
        case .inClause(let terms): "`\(terms.map(\.value).joined(separator: " | "))` in the clause"
        case .inText(let terms): "`\(terms.map(\.value).joined(separator: " | "))` anywhere"
        }
    }

    /// The text with its evidence in bold.
    private static func marked(_ example: RuleExample) -> String {
        let bytes = Array(example.text.utf8)
        var text = ""
        var end = 0
        for mark in example.marks {
            text += escaped(String(decoding: bytes[end..<mark.lowerBound], as: UTF8.self))
            text += "**" + escaped(String(decoding: bytes[mark], as: UTF8.self)) + "**"
            end = mark.upperBound
        }
        return text + escaped(String(decoding: bytes[end...], as: UTF8.self))
    }

    /// Keeps signs of the text from being read as Markdown.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += " ⏎ "
            case "|", "*", "_", "`", "<", "[", "]", "~", "#", "\\": result += "\\" + String(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

import LureRules
import LureText
import Yams

extension YAMLReader {
    /// A word that names a value, or nil with a fault.
    mutating func value<Value>(_ node: Node?, _ what: String, _ named: (String) -> Value?) -> Value? {
        guard let text = text(node, "'\(what)'") else { return nil }
        guard let value = named(text.value) else {
            report(.valueNotAllowed, "'\(text.value)' is no \(what)", at: text.place)
            return nil
        }
        return value
    }

    mutating func categories(_ node: Node?) -> CategorySet {
        var categories: CategorySet = []
        for text in texts(node, "'categories'") {
            guard let category = Category(name: text.value) else {
                report(.valueNotAllowed, "'\(text.value)' is no category", at: text.place)
                continue
            }
            categories.insert(CategorySet(category))
        }
        return categories
    }

    /// The entries of a mapping whose keys are language codes.
    mutating func byLanguage(_ node: Node?, _ what: String) -> [(language: String, value: Node)] {
        guard let mapping = mapping(node, what) else { return [] }
        var entries: [(language: String, value: Node)] = []
        for (key, value) in mapping {
            guard let code = key.scalar?.string, RuleLanguages.set(for: code) != nil else {
                report(
                    .valueNotAllowed, "'\(key.scalar?.string ?? "")' is no language code", at: place(of: key),
                    help: RuleLanguages.help(for: key.scalar?.string ?? ""))
                continue
            }
            entries.append((code, value))
        }
        return entries
    }

    /// `examples`: by language, `match` and `no-match` lists.
    mutating func examples(_ node: Node?, of id: String, isRecipe: Bool) -> [RuleExample] {
        var examples: [RuleExample] = []
        for (language, value) in byLanguage(node, "'examples'") {
            guard let mapping = mapping(value, "examples of a language") else { continue }
            let entries = entries(
                of: mapping, allowed: ["match", "no-match", "not-disguised"], required: [],
                at: place(of: value),
                what: "a language's examples")
            let exempt = exemptions(entries["not-disguised"])
            for (key, shouldMatch) in [("match", true), ("no-match", false)] {
                for text in texts(entries[key], "'\(key)'") {
                    let (plain, marks, fault) = ExampleMarks.parse(text.value)
                    if let fault {
                        report(
                            .wrongMarks, "a mark is open, empty or nested", at: text.place.moved(by: fault))
                    } else if !isRecipe, marks.isEmpty == shouldMatch {
                        let message =
                            shouldMatch ? "a match example marks no evidence" : "a no-match example has marks"
                        report(.wrongMarks, message, at: text.place)
                    }
                    examples.append(
                        RuleExample(
                            file: file.path, line: text.place.line, rule: id, isRecipe: isRecipe,
                            language: language,
                            shouldMatch: shouldMatch, text: plain, marks: marks, exempt: exempt))
                }
            }
        }
        return examples
    }

    /// `not-disguised`: disguises that examples are not tried in, each with a reason.
    mutating func exemptions(_ node: Node?) -> Set<ExampleVariant> {
        guard let mapping = mapping(node, "'not-disguised'") else { return [] }
        var exempt: Set<ExampleVariant> = []
        for (key, reason) in mapping {
            guard let variant = value(key, "disguise", { ExampleVariant(rawValue: $0) }) else { continue }
            if let text = text(reason, "the reason"), text.value.isEmpty {
                report(.wrongShape, "the reason is empty", at: text.place)
            }
            exempt.insert(variant)
        }
        return exempt
    }
}

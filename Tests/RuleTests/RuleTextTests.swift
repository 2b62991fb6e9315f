import Foundation
import LureScreen
import Testing

/// The texts of one rule or recipe in another language; see docs/pages.md.
private struct RuleText: Decodable {
    var title: String
    var why: String
    var ask: [String]?
    var falseAlarms: [String]?

    var all: [String] { [title, why] + (ask ?? []) + (falseAlarms ?? []) }
}

private struct RuleTexts: Decodable {
    var rules: [String: RuleText]
    var recipes: [String: RuleText]
}

private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("rules/texts")
private let textLanguages = ["ar", "hi", "id", "km", "th", "vi", "zh-Hans", "zh-Hant"]

private func texts(_ language: String) throws -> RuleTexts {
    let file = folder.appendingPathComponent("\(language).json")
    return try JSONDecoder().decode(RuleTexts.self, from: Data(contentsOf: file))
}

@Test("rules/texts names only rules and recipes that exist, each whole", arguments: textLanguages)
func wholeTexts(_ language: String) throws {
    let pack = try Screener().pack
    let texts = try texts(language)
    let rules = Dictionary(
        uniqueKeysWithValues: (0..<pack.ruleCount).map { (pack.ruleID($0), pack.rule($0)) })
    let recipes = Dictionary(
        uniqueKeysWithValues: (0..<pack.recipeCount).map { (pack.recipeID($0), pack.recipe($0)) })

    for (id, text) in texts.rules {
        let rule = try #require(rules[id], "\(language).json has \(id), which is no rule")
        #expect(text.ask?.count ?? 0 == rule.ask.count, "\(language).json: ask of \(id)")
        #expect(
            text.falseAlarms?.count ?? 0 == rule.falseAlarms.count, "\(language).json: falseAlarms of \(id)")
        #expect(!text.all.contains(""), "\(language).json: \(id) has an empty text")
        #expect(text.title != rule.title && text.why != rule.why, "\(language).json: \(id) is English")
    }
    for (id, text) in texts.recipes {
        let recipe = try #require(recipes[id], "\(language).json has \(id), which is no recipe")
        #expect(text.ask?.count ?? 0 == recipe.ask.count, "\(language).json: ask of \(id)")
        #expect(!text.all.contains(""), "\(language).json: \(id) has an empty text")
    }
}

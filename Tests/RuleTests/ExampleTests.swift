import Foundation
import LureRuleCompiler
import LureScreen
import Testing

private let rulesFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("rules").path

@Test("the rule files have no lint errors or warnings")
func lint() {
    let (_, diagnostics) = RuleSource.load(rulesFolder)

    #expect(diagnostics.map { $0.rendered() } == [])
}

@Test("every example fires on exactly its marks, also disguised", arguments: ExampleVariant.allCases)
func examples(_ variant: ExampleVariant) throws {
    let (source, _) = RuleSource.load(rulesFolder)
    let runner = ExampleRunner(screener: try Screener())

    let failures = source.examples.compactMap { runner.failure(of: $0, as: variant) }

    #expect(failures == [])
    #expect(source.examples.count > 300)
}

@Test("the honest offer that examples are buried in is there in every language, and fires no rule")
func honestOfferIsNeutral() throws {
    let (source, _) = RuleSource.load(rulesFolder)
    let screener = try Screener()

    for language in Set(source.examples.map(\.language)).sorted() {
        let offer = try #require(HonestOffer.text(in: language), "\(language)")
        let assessment = screener.assess(offer.opening + "\n" + offer.closing)
        let found = assessment.findings.map { screener.pack.rule($0.rule).id }
        #expect(found == [], "\(language)")
    }
}

@Test("every main language is exercised by at least twelve rules' examples")
func languages() {
    let (source, _) = RuleSource.load(rulesFolder)
    let main = ["en", "zh", "vi", "th", "id", "ms", "tl", "km", "hi", "hi-Latn", "ru", "ja", "ko"]
    for language in main {
        let rules = Set(source.examples.filter { $0.language == language && $0.shouldMatch }.map(\.rule))
        #expect(rules.count >= 12, "\(language) has examples in \(rules.count) rules")
    }
}

@Test("the bundled pack is what the rule files compile to; if not, run scripts/generate")
func freshness() throws {
    let bundled = rulesFolder + "/../Sources/LureBundle/pack.bin"
    let (source, _) = RuleSource.load(rulesFolder)

    #expect(FileManager.default.contents(atPath: bundled) == Data(try source.compile()))
}

@Test("the rule reference is what the rule files say; if not, run scripts/generate")
func reference() throws {
    let folder = rulesFolder + "/../docs/rules"
    let pages = RulePages(RuleSource.load(rulesFolder).0).files

    for (name, text) in pages {
        let written = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
        #expect(written == Data(text.utf8), "docs/rules/\(name)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(names) == Set(pages.map(\.name)))
}

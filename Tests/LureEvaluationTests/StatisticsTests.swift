import Foundation
import LureEvaluation
import LureRuleCompiler
import LureScreen
import Testing

@Test(
    "Wilson's interval for small and large samples",
    arguments: [
        (0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (90, 100, 0.8256, 0.9448),
    ])
func wilson(_ hits: Int, _ count: Int, _ lower: Double, _ upper: Double) {
    let interval = WilsonInterval(hits: hits, of: count)

    #expect(abs(interval.lower - lower) < 0.0001)
    #expect(abs(interval.upper - upper) < 0.0001)
}

@Test("nothing seen, nothing known")
func wilsonOfNothing() {
    #expect(WilsonInterval(hits: 0, of: 0).lower == 0)
    #expect(WilsonInterval(hits: 0, of: 0).upper == 1)
}

private let lines = """
    {"text": "Wire the training deposit first, then you start", "label": "lure", "kind": "offer"}
    {"text": "Cook wanted, meals included", "label": "legit", "kind": "offer"}
    {"text": "Police warn: never pay a training deposit", "label": 0, "kind": "warning"}

    {"text": "Lunch at noon?", "label": 0, "kind": "other"}
    {"text": "no label"}
    """

@Test("rows become texts of the five classes")
func classes() {
    let (texts, faults) = LabelledText.read(Data(lines.utf8), file: "rows.jsonl")

    #expect(texts.map(\.textClass) == [.lure, .offer, .report, .other, .unlabelled])
    #expect(faults.map(\.message) == [])
}

@Test(
    "bad rows are named with their line, without their text",
    arguments: [
        ("{\"text\": \"a\"", "the line is not a JSON object"), ("{\"label\": 1}", "the row has no \"text\""),
        ("{\"text\": \"a\", \"label\": \"spam\"}", "the label is none of lure, legit, 1 and 0"),
    ])
func faults(_ row: String, _ problem: String) {
    let (texts, faults) = LabelledText.read(Data("{\"text\": \"b\"}\n\(row)\n".utf8), file: "rows.jsonl")

    #expect(texts.count == 1)
    #expect(faults.map(\.message) == ["rows.jsonl:2: \(problem)"])
}

@Test("a rule counts the texts it fires on, and the bands it changes")
func ruleCounts() throws {
    let screener = try Screener()
    var statistics = RuleStatistics(screener)
    var scratch = screener.makeScratch()
    let texts = LabelledText.read(Data(lines.utf8), file: "rows.jsonl").0
    for text in texts { statistics.count(text, with: &scratch) }

    let row = try #require(statistics.rows.first { $0.id == "fee-training-deposit" })
    #expect(row.counts == [1, 0, 0, 0, 0])
    #expect(row.precision?.share == 1)
    #expect(statistics.textCounts == [1, 1, 1, 1, 1])
    #expect(statistics.bands.count == 5)
}

@Test("a muted rule is as good as absent")
func muted() throws {
    let screener = try Screener()
    let rule = try #require(
        (0..<screener.pack.ruleCount).first { screener.pack.ruleID($0) == "fee-training-deposit" })
    var options = Screener.Options()
    options.mutedRules = [rule]

    let text = "Wire the training deposit first, then you start"
    #expect(screener.assess(text).findings.contains { $0.rule == rule })
    #expect(!screener.assess(text, options: options).findings.contains { $0.rule == rule })
}

@Test("a form counts once a text, where its language is spoken")
func formCounts() throws {
    let source = RuleSource.shipped
    var statistics = try FormStatistics(source, screener: try Screener())
    statistics.count(LabelledText(text: "visa visa, we pay the visa", textClass: .lure))
    statistics.count(LabelledText(text: "Your visa is in the passport", textClass: .offer))

    let rows = statistics.rows.filter { $0.language == "en" && $0.owner == "visa" }
    let row = try #require(rows.first { $0.form == "visa" })
    #expect(row.counts == [1, 1, 0, 0, 0])
}

@Test("every rule has a time, and none without texts")
func ruleTiming() throws {
    let screener = try Screener()
    let texts = LabelledText.read(Data(lines.utf8), file: "rows.jsonl").0

    let timing = RuleTiming(screener, on: texts)

    #expect(timing.microseconds.count == screener.pack.ruleCount)
    #expect(timing.microseconds.allSatisfy { $0 >= 0 && $0.isFinite })
    #expect(RuleTiming(screener, on: []).microseconds.allSatisfy { $0 == 0 })
}

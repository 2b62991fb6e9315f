import Foundation
import Testing

@testable import LureRuleCompiler

private let rule = """
    id: %ID
    title: Asks for a locker fee
    severity: medium
    status: stable
    categories: [advance-fee]
    why: >
      A locker fee is asked.
    sources: [S21]
    false-alarms: [A gym.]
    ask: [Which locker?]
    phrases:
      en: ['locker fee']
    examples:
      en:
        match: ['Pay the «locker fee».']
        no-match: ['A locker.']
    """

private func overlay(_ files: [(path: String, text: String)]) -> (RuleSource, [Diagnostic]) {
    RuleSource.load(RuleFolder.shipped.overlaid(by: RuleFolder(files: files)))
}

@Test("a folder laid over the shipped rules adds a rule to them")
func addition() {
    let text = rule.replacingOccurrences(of: "%ID", with: "fee-locker")
    let (source, diagnostics) = overlay([("mine/fee/fee-locker.yml", text)])

    #expect(diagnostics.filter { $0.severity == .error } == [])
    #expect(source.rules.count == RuleSource.shipped.rules.count + 1)
    #expect(source.rules.contains { $0.id.value == "fee-locker" })
}

@Test("a rule of the same id takes the place of the shipped one")
func replacement() {
    let text = rule.replacingOccurrences(of: "%ID", with: "fee-training-deposit")
    let (source, diagnostics) = overlay([("mine/fee/fee-training-deposit.yml", text)])

    #expect(diagnostics.filter { $0.severity == .error } == [])
    #expect(source.rules.count == RuleSource.shipped.rules.count)
    #expect(source.rules.first { $0.id.value == "fee-training-deposit" }?.title == "Asks for a locker fee")
}

@Test("word forms and weights are added; a later weight outdoes an earlier one")
func forms() {
    let (source, diagnostics) = overlay([
        ("mine/concepts/en.tsv", "concept\tform\tkind\tnote\nfee\tlockermoney\tword\t\n"),
        ("mine/weights.tsv", "id\tweight\nfee-training-deposit\t0.125\n"),
    ])

    #expect(diagnostics.filter { $0.severity == .error } == [])
    #expect(source.conceptRows.contains { $0.form.value == "lockermoney" })
    #expect(source.weights["fee-training-deposit"] == 0.125)
}

@Test("an overlay with faults is refused whole, all faults named")
func refusal() {
    let text = rule.replacingOccurrences(of: "%ID", with: "fee-locker")
        .replacingOccurrences(of: "severity: medium", with: "severity: huge")
        .replacingOccurrences(of: "Pay the «locker fee».", with: "Pay the locker fee.")
    let (source, diagnostics) = overlay([("mine/fee/fee-locker.yml", text)])

    #expect(diagnostics.filter { $0.severity == .error }.map(\.code) == [.valueNotAllowed, .wrongMarks])
    #expect(throws: CompileFailure.faultyRules) { try source.compile() }
}

@Test("a folder that does not exist is a fault")
func absence() {
    let diagnostics = RuleSource.load("/nonexistent/rules").1

    #expect(diagnostics.map(\.code) == [.unreadableFile])
}

@Test("a folder without rule files is a fault, not an empty overlay")
func nothingInside() {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let diagnostics = RuleSource.load(folder.appendingPathComponent("Fixtures/numbers").path).1

    #expect(diagnostics.filter { $0.severity == .error }.map(\.message) == ["the folder holds no rule files"])
}

@Test("the command carries the rule files as they stand in the project; if not, run scripts/rule-sources")
func carried() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let inside = RuleFolder.shipped
    let outside = RuleFolder.read(root.appendingPathComponent("rules").path)

    #expect(inside.rules.map(\.path).sorted() == outside.rules.map(\.path).sorted())
    #expect(inside.recipes.map(\.path).sorted() == outside.recipes.map(\.path).sorted())
    #expect(inside.concepts.map(\.path).sorted() == outside.concepts.map(\.path).sorted())
    #expect(inside.rules.sorted { $0.path < $1.path } == outside.rules.sorted { $0.path < $1.path })
    #expect(inside.sources.map(\.path) == outside.sources.map(\.path))
}

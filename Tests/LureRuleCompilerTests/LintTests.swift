import Foundation
import Testing

@testable import LureRuleCompiler

private let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

private func read(_ path: String) -> String {
    FileManager.default.contents(atPath: fixtures.appendingPathComponent(path).path)
        .map { String(decoding: $0, as: UTF8.self) } ?? ""
}

/// A row of Fixtures/expected.tsv.
struct LintCase: CustomTestStringConvertible, Sendable {
    var fixture: String
    /// Where the file lies in the rule folder.
    var path: String
    /// `none` for a sound file.
    var code: String
    var place: String

    var testDescription: String { fixture }

    static let all: [LintCase] = read("expected.tsv").split(separator: "\n").dropFirst().map { row in
        let fields = row.split(separator: "\t").map(String.init)
        return LintCase(fixture: fields[0], path: fields[1], code: fields[2], place: fields[3])
    }
}

/// A sound folder, with one file put in or replaced.
private func folder(with path: String, _ text: String) -> RuleFolder {
    var files = [
        "rules/fee/fee-base.yml": read("base/fee-base.yml"), "rules/concepts/en.tsv": read("base/en.tsv"),
        "rules/concepts/README.md": read("base/README.md"), "docs/sources.md": read("base/sources.md"),
        "rules/people-words.tsv": read("base/people-words.tsv"),
    ]
    files[path] = text
    return RuleFolder(files: files.map { ($0.key, $0.value) })
}

@Test("each fixture has the one fault it is named for", arguments: LintCase.all)
func fixture(_ lint: LintCase) {
    let text = read(lint.fixture)
    let diagnostics = RuleSource.load(folder(with: lint.path, text)).1

    #expect(!text.isEmpty)
    // A folder this small lacks examples in most languages; only the cases made for that show it.
    let found = diagnostics.filter { !coverageCodes.contains($0.code) || $0.code.rawValue == lint.code }
    let expected = lint.code == "none" ? [] : ["\(lint.code) \(lint.path):\(lint.place)"]
    #expect(found.map { "\($0.code.rawValue) \($0.file):\($0.line):\($0.column)" } == expected)
}

/// Codes whose faults no single text file can show.
private let testedElsewhere: Set<LintCode> = [.unreadableFile, .repeatedID, .languageWithoutExamples]

private let coverageCodes: Set<LintCode> = [.languageWithoutExamples, .languageNeverExercised]

@Test("a rule owes examples in every main language that has words")
func exampleLanguages() {
    let words = "concept\tform\tkind\tnote\nfee\tphí\tword\t\n"
    let diagnostics = RuleSource.load(folder(with: "rules/concepts/vi.tsv", words)).1

    let found = diagnostics.filter { $0.code == .languageWithoutExamples }
    #expect(found.map(\.message) == ["no match or no no-match example in vi"])
    #expect(found.map(\.file) == ["rules/fee/fee-base.yml"])
}

@Test("every code has a fixture", arguments: LintCode.allCases)
func coverage(_ code: LintCode) {
    #expect(testedElsewhere.contains(code) || LintCase.all.contains { $0.code == code.rawValue })
}

@Test("an id that two files claim is reported for the second")
func repeatedID() {
    let text = read("base/fee-base.yml")
    let diagnostics = RuleSource.load(folder(with: "rules/pay/fee-base.yml", text)).1

    #expect(diagnostics.map(\.code) == [.repeatedID])
    #expect(diagnostics.map(\.file) == ["rules/pay/fee-base.yml"])
}

@Test("a file that is not UTF-8 is reported with its line")
func unreadable() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(
        "lint-\(UUID().uuidString)/rules")
    try FileManager.default.createDirectory(
        at: root.appendingPathComponent("fee"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root.deletingLastPathComponent()) }
    try Data("id: x\ntitle: ".utf8 + [0xFF, 0x0A]).write(to: root.appendingPathComponent("fee/fee-x.yml"))

    let diagnostics = RuleSource.load(root.path).1

    #expect(diagnostics.map(\.code) == [.unreadableFile])
    #expect(diagnostics.map(\.file) == ["rules/fee/fee-x.yml"])
    #expect(diagnostics.map(\.line) == [2])
}

@Test("all faults of all files are reported at once, in order")
func allAtOnce() {
    var text = read("base/fee-base.yml")
    text = text.replacingOccurrences(of: "severity: medium", with: "severity: huge")
    text = text.replacingOccurrences(of: "fee + before", with: "fee + befour | nought")
    let diagnostics = RuleSource.load(folder(with: "rules/fee/fee-base.yml", text)).1

    #expect(diagnostics.map(\.code) == [.valueNotAllowed, .unknownTerm, .unknownTerm])
}

@Test("a fault is shown with its place, its line, a caret and help")
func rendering() {
    let file = SourceFile(path: "rules/fee/fee-x.yml", text: "id: fee-x\nwhen:\n  - fee before\n")
    let diagnostic = Diagnostic(
        .conditionSyntax, "'before' is not expected here", at: Place(file, line: 3, column: 9))

    #expect(
        diagnostic.rendered() == """
            error[R010]: 'before' is not expected here
              rules/fee/fee-x.yml:3:9
            3 |   - fee before
              |         ^
            help: docs/rule-files.md describes the condition language
            """)
}

@Test("docs/lint-codes.md lists every code with its help")
func documentation() {
    let url = fixtures.appendingPathComponent("../../../docs/lint-codes.md")
    let text =
        FileManager.default.contents(atPath: url.path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    for code in LintCode.allCases {
        #expect(text.contains("| \(code.rawValue) |"), "docs/lint-codes.md lacks \(code.rawValue)")
        #expect(text.contains(code.help), "docs/lint-codes.md lacks the help of \(code.rawValue)")
    }
}

@Test("faulty rules don't become a pack")
func faulty() {
    let text = read("rules/fee-unknown-concept.yml")
    let source = RuleSource.load(folder(with: "rules/fee/fee-unknown-concept.yml", text)).0

    #expect(throws: CompileFailure.faultyRules) { try source.compile() }
}

@Test("examples keep their marks as spans of the unmarked text")
func marks() {
    let source = RuleSource.load(folder(with: "rules/fee/fee-base.yml", read("base/fee-base.yml"))).0

    let example = source.examples[1]
    #expect(example.text == "The fee is due before you go.")
    #expect(example.marks == [4..<7, 15..<21])
    #expect(example.line == 20)
    #expect(example.rule == "fee-base")
    #expect(source.examples.map(\.shouldMatch) == [true, true, true, false, false, false])
}

import Testing

@testable import LureRuleCompiler

private let rule = """
    id: fee-locker
    title: Asks for a locker fee
    severity: medium
    status: stable
    categories: [advance-fee]
    why: >
      A locker fee is asked.
    sources: [S01]
    false-alarms: [A gym.]
    ask: [Which locker?]
    when:
      - fee + before
    unless: ["no"]
    phrases:
      en: ['locker fee']
    examples:
      en:
        match: ['Pay the «locker fee» | now.', 'A «fee before» work.', '«Locker fee»']
        no-match: ['A locker.', 'No fee before work.', 'A fee.']
    """

private let source = RuleSource.load(
    RuleFolder(files: [
        ("rules/fee/fee-locker.yml", rule),
        (
            "rules/concepts/en.tsv",
            "concept\tform\tkind\tnote\nfee\tfee\tword\t\nbefore\tbefore\tword\t\nno\tno\tword\t\n"
        ),
        ("rules/concepts/vi.tsv", "concept\tform\tkind\tnote\nfee\tphí\tword\t\n"),
    ])
).0

@Test("a page says what a rule looks for, with the evidence of its examples in bold")
func page() throws {
    let pages = RulePages(source).files
    let page = try #require(pages.first { $0.name == "fee-locker.md" }?.text)

    #expect(pages.map(\.name) == ["README.md", "fee-locker.md"])
    #expect(
        page.contains(
            "# Asks for a locker fee\n\n`fee-locker` · Fees and debt · medium\n\nA locker fee is asked.\n"))
    #expect(page.contains("- `fee + before`\n\nunless it is negated\n"))
    #expect(page.contains("| en | Pay the **locker fee** \\| now. |\n"))
    #expect(page.contains("| en | No fee before work. |\n"))
}

@Test("the index leads to every rule")
func index() {
    #expect(
        RulePages(source).files[0].text.contains(
            "| [fee-locker](fee-locker.md) | Asks for a locker fee | medium |"))
}

@Test("coverage tells shown languages from those with words and those without")
func coverage() {
    let coverage = RuleCoverage(source)

    #expect(coverage.languages == ["en", "vi"])
    #expect(coverage.rows.map(\.id) == ["fee-locker"])
    #expect(coverage.rows[0].cells == [.shown, .none])
    #expect(coverage.totals.map(\.words) == [1, 0])
}

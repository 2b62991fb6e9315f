import LureScreen
import Testing

private let offer =
    "Hiring chatters in Sihanoukville, free ticket, salary 1500 USD per month, telegram @example_hr"

private func index(of rule: String, in screener: Screener) throws -> Int {
    try #require((0..<screener.pack.ruleCount).first { screener.pack.ruleID($0) == rule })
}

private func options(reporting rules: Int...) -> Screener.Options {
    var options = Screener.Options()
    options.reported = Set(rules)
    return options
}

@Test("a rule that a person reports becomes a finding without evidence and raises the risk")
func reportedFinding() throws {
    let screener = try Screener()
    let rule = try index(of: "doc-passport-handover", in: screener)
    let usual = screener.assess(offer)

    let reported = screener.assess(offer, options: options(reporting: rule))

    let finding = try #require(reported.findings.first { $0.rule == rule })
    #expect(finding.isReported && finding.evidence.isEmpty && finding.contribution > 0)
    #expect(
        reported.findings.filter { !$0.isReported }.map(\.rule).sorted()
            == usual.findings.map(\.rule).sorted())
    #expect(try #require(reported.risk) > #require(usual.risk))
}

@Test("a reported rule that the text shows too stays what the text shows")
func reportedAndFound() throws {
    let screener = try Screener()
    let rule = try index(of: "benefit-travel-covered", in: screener)
    let json = AssessmentJSON(screener: screener, detail: .full)
    let usual = screener.assess(offer)
    #expect(usual.findings.contains { $0.rule == rule })

    let reported = screener.assess(offer, options: options(reporting: rule))

    #expect(json.line(reported, of: Array(offer.utf8)) == json.line(usual, of: Array(offer.utf8)))
}

@Test("a question rises above low once the one who asks reports what was said")
func reportedQuestion() throws {
    let screener = try Screener()
    let question =
        "Is this job real? My cousin says: chat work in Poipet, free ticket, 1500 dollars, no experience, passport stays in the office. What do you think?"
    let usual = screener.assess(question)
    #expect(usual.kind == .question && usual.band == .low)

    let reported = screener.assess(
        question,
        options: options(
            reporting: try index(of: "doc-passport-handover", in: screener),
            try index(of: "benefit-travel-covered", in: screener)))

    #expect(reported.kind == .question)
    #expect(try #require(reported.band) > .low)
}

@Test("a muted rule stays muted when it is reported")
func reportedAndMuted() throws {
    let screener = try Screener()
    let rule = try index(of: "benefit-travel-covered", in: screener)
    var options = options(reporting: rule)
    options.mutedRules = [rule]

    let assessment = screener.assess(offer, options: options)

    #expect(!assessment.findings.contains { $0.rule == rule })
}

@Test("indices that are no rules, and context rules, report nothing")
func notReportable() throws {
    let screener = try Screener()
    let context = (0..<screener.pack.ruleCount).filter { screener.pack.rule($0).polarity == .context }
    #expect(!context.isEmpty)
    var options = options(reporting: -1, screener.pack.ruleCount, .max)
    options.reported.formUnion(context)
    let json = AssessmentJSON(screener: screener, detail: .full)
    let usual = screener.assess(offer)

    let reported = screener.assess(offer, options: options)

    #expect(json.line(reported, of: Array(offer.utf8)) == json.line(usual, of: Array(offer.utf8)))
}

@Test("a call for help stays one, without a score, whatever is reported")
func reportedDistress() throws {
    let screener = try Screener()
    let text =
        "Please help me, I am locked in a compound, they beat us and took my passport. Call the police."
    #expect(screener.assess(text).kind == .distress)
    var options = Screener.Options()
    options.reported = Set(0..<screener.pack.ruleCount)

    let assessment = screener.assess(text, options: options)

    #expect(assessment.kind == .distress)
    #expect(assessment.band == nil && assessment.risk == nil)
    #expect(assessment.findings.allSatisfy { $0.contribution == 0 })
}

@Test("recipes count reported rules")
func reportedRecipe() throws {
    let screener = try Screener()
    var options = Screener.Options()
    options.reported = Set(0..<screener.pack.ruleCount)
    let usual = screener.assess(offer)

    let assessment = screener.assess(offer, options: options)

    #expect(assessment.recipes.count > usual.recipes.count)
}

@Test("with any rules reported and muted every ledger adds up: 3,000 generated texts")
func reportedLedgers() throws {
    let screener = try Screener()
    var texts = NastyTexts(seed: 23)
    var scratch = screener.makeScratch()
    var random = SystemRandomNumberGenerator()
    var reported = 0
    for _ in 0..<3000 {
        let bytes = texts.next()
        var options = Screener.Options()
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            options.reported.insert(Int.random(in: 0..<screener.pack.ruleCount, using: &random))
        }
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            options.mutedRules.insert(Int.random(in: 0..<screener.pack.ruleCount, using: &random))
        }
        let assessment = bytes.withUnsafeBufferPointer {
            screener.assess($0, options: options, scratch: &scratch)
        }
        reported += assessment.findings.filter(\.isReported).count
        expectLedgerAddsUp(assessment, bytes)
        #expect(Set(assessment.findings.map(\.rule)).count == assessment.findings.count)
        #expect(assessment.findings.allSatisfy { !options.mutedRules.contains($0.rule) })
        #expect(assessment.findings.allSatisfy { $0.isReported == $0.evidence.isEmpty })
    }
    #expect(reported > 1000)
}

@Test(
    "places can be told in code points",
    arguments: [
        ("free ticket to Sihanoukville", 0), ("😀👩‍👩‍👧 free ticket to Sihanoukville", 7),
        ("é😀日 free ticket to Sihanoukville", 4),
    ])
func codePoints(_ text: String, _ first: Int) throws {
    let screener = try Screener()
    let json = AssessmentJSON(screener: screener, detail: .full, units: .codePoints)

    let line = String(decoding: json.line(screener.assess(text), of: Array(text.utf8)), as: UTF8.self)

    #expect(
        line.contains("\"evidence\":[{\"codepoints\":[\(first),\(first + 11)],\"text\":\"free ticket\"}]"))
    #expect(!line.contains("utf8") && !line.contains("utf16"))
}

@Test("in code points too every place is where its words are: 2,000 generated texts")
func codePointProperty() throws {
    let screener = try Screener()
    let both = AssessmentJSON(screener: screener, detail: .brief, units: [.utf16, .codePoints])
    var texts = NastyTexts(seed: 31)
    var places = 0
    for _ in 0..<2000 {
        let bytes = texts.next()
        let line = String(decoding: both.line(screener.assess(bytes), of: bytes), as: UTF8.self)
        let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        for match in line.matches(of: /"utf16":\[(\d+),(\d+)\],"codepoints":\[(\d+),(\d+)\]/) {
            places += 1
            for (units, points) in [(match.1, match.3), (match.2, match.4)] {
                let before = scalars[..<(Int(points) ?? 0)].reduce(0) { $0 + ($1.value >= 0x10000 ? 2 : 1) }
                #expect(before == Int(units), "\(bytes)")
            }
        }
    }
    #expect(places > 1000)
}

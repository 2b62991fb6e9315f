import LureRules
import LureText
import Testing

@testable import LureRuleCompiler

/// A pack that uses every part of the format.
private func fullRules() -> TinyRules {
    var rules = TinyRules()
    rules.add(
        "pay-a",
        when: ["keep > passport", "text: job + visa", "free ~2 ticket + not boss", "fact: age < 18"],
        unless: ["no", "question", "visa", "text: company"],
        more: """
            phrases:
              en: ['hand it over']
              zh: ['上交护照']
            regex:
              en:
                - {pattern: 'cross \\w+', literals: [cross]}
            """)
    rules.add("travel-b", when: ["ticket + free", "'fact: money per-month > 3x usual + job'"])
    rules.addUsualPay()
    rules.files.append(
        (
            "rules/recipes/both.yml",
            """
            id: both
            title: Both at once
            categories: [scam-compound]
            why: A reason.
            sources: [S01]
            ask: [Who?]
            core: {need: 2, of: [pay-*, travel-b]}
            boosters: [pay-a]
            band-floor: high
            examples: {}
            """
        ))
    rules.files.append(("rules/weights.tsv", "id\tweight\npay-a\t1.25\nboth\t-0.5\n"))
    rules.files.append(
        (
            "rules/thresholds.yml",
            """
            bands: {caution: {risk: 0.2, false-alarms: 0.04}, high: {risk: 0.6, false-alarms: 0.01}}
            prior: 0.1
            calibration: {slope: 0.9, intercept: -0.2}
            model-scale: 0.8
            offer-shift: 1.5
            """
        ))
    return rules
}

@Test("a pack gives back what was compiled into it")
func roundTrip() throws {
    let pack = try fullRules().pack()

    #expect((0..<pack.ruleCount).map { pack.rule($0).id } == ["pay-a", "travel-b"])
    let rule = pack.rule(0)
    #expect(rule.family == "pay")
    #expect(rule.title == "A title")
    #expect(rule.severity == .medium)
    #expect(rule.status == .stable)
    #expect(rule.polarity == .risk)
    #expect(pack.ruleWeight(0) == 1.25)
    #expect(pack.ruleWeight(1) == 0.8)
    #expect(pack.recipeCount == 1)
    #expect(pack.recipe(0).id == "both")
    #expect(pack.recipe(0).ask == ["Who?"])
    #expect(pack.recipe(0).floor == .high)
    #expect(pack.recipe(0).categories == CategorySet(.scamCompound))
    #expect(pack.recipeWeight(0) == -0.5)
    #expect(
        pack.thresholds
            == Thresholds(
                caution: 0.2, high: 0.6, cautionFalseAlarms: 0.04, highFalseAlarms: 0.01, prior: 0.1,
                calibrationSlope: 0.9, calibrationIntercept: -0.2, modelScale: 0.8, offerShift: 1.5))
}

@Test("the digest is the SHA-256 of the pack with its digest field zero")
func digest() throws {
    var bytes = try fullRules().load().0.compileDespiteFaults()
    let digest = try RulePack(ByteRegion(copying: bytes)).digest
    bytes.replaceSubrange(16..<28, with: [UInt8](repeating: 0, count: 12))

    #expect(digest == String(decoding: SHA256.hexadecimal(of: bytes, count: 12), as: UTF8.self))
}

@Test(
    "SHA-256 of known messages (FIPS 180-4 examples)",
    arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
func sha256(_ message: String, _ expected: String) {
    #expect(
        String(decoding: SHA256.hexadecimal(of: Array(message.utf8), count: 64), as: UTF8.self) == expected)
}

@Test("neither the order of files nor of rows changes a byte")
func determinism() throws {
    var rules = fullRules()
    let bytes = try rules.load().0.compileDespiteFaults()
    rules.files.reverse()
    for index in rules.files.indices where rules.files[index].path.hasSuffix(".tsv") {
        let lines = rules.files[index].text.split(separator: "\n")
        rules.files[index].text = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
    }

    #expect(try rules.load().0.compileDespiteFaults() == bytes)
}

@Test("recipes: enough groups met, shadow rules left out, exceptions heeded")
func recipes() throws {
    var rules = TinyRules()
    for id in ["pay-a", "pay-b", "travel-c", "mit-d"] {
        rules.add(id, when: [["pay-a": "passport", "pay-b": "visa", "travel-c": "ticket"][id] ?? "boss"])
    }
    rules.files.append(
        (
            "rules/recipes/mixed.yml",
            """
            id: mixed
            title: Mixed
            categories: []
            why: A reason.
            sources: []
            ask: []
            core: {need: 2, of: [pay-a | pay-b, travel-*]}
            boosters: [pay-b]
            unless: [mit-d]
            band-floor: none
            examples: {}
            """
        ))
    let pack = try rules.pack()
    func met(_ text: String) -> [RecipeHit] {
        var evaluator = RecipeEvaluator()
        var hits: [RecipeHit] = []
        evaluator.evaluate(TinyRun(pack, text).evaluation.hits, of: pack, into: &hits)
        return hits
    }

    #expect(met("passport ticket").map(\.boosterCount) == [0])
    #expect(met("visa ticket").map(\.boosterCount) == [1])
    #expect(met("passport visa").isEmpty)
    #expect(met("passport ticket boss").isEmpty)
}

@Test("any damaged pack is refused, or works", arguments: 0..<8)
func damage(_ seed: Int) throws {
    let sound = try fullRules().load().0.compileDespiteFaults()
    var random = SeededNumbers(state: UInt64(seed))
    var refused = 0
    for _ in 0..<500 {
        var bytes = sound
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
        case 1:
            let place = Int.random(in: 0..<bytes.count / 4, using: &random) * 4
            for offset in 0..<4 { bytes[place + offset] = UInt8.random(in: 0...255, using: &random) }
        default:
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
        }
        guard let pack = try? RulePack(ByteRegion(copying: bytes)) else {
            refused += 1
            continue
        }
        exercise(pack)
    }

    #expect(refused > 50)
}

/// Uses everything a pack offers; what it finds does not matter, only that it ends.
private func exercise(_ pack: RulePack) {
    let pay = Fact.Money(lower: 100, upper: 900, currency: .usd, period: .month)
    let facts = [
        Fact(kind: .age(lower: 16, upper: 16), span: TextSpan(start: 0, end: 4)),
        Fact(kind: .money(pay), span: TextSpan(start: 5, end: 13)),
    ]
    let text =
        "lowland keep passport job visa. free air ticket, no boss? hand it over. cross river 上交护照 company"
    let run = TinyRun(pack, text, facts: facts, disguises: [TextSpan(start: 5, end: 9)])
    var recipes: [RecipeHit] = []
    var evaluator = RecipeEvaluator()
    evaluator.evaluate(run.evaluation.hits, of: pack, into: &recipes)
    for hit in run.evaluation.hits { if let pay = hit.pay { _ = pack.text(of: pay) } }
    for rule in 0..<pack.ruleCount {
        _ = pack.rule(rule)
        _ = run.marked(rule: UInt16(rule))
    }
    for recipe in 0..<pack.recipeCount { _ = pack.recipe(recipe) }
    for concept in 0..<pack.conceptCount { _ = pack.conceptName(concept) }
}

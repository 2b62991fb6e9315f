import LureModel
import LureText
import Testing

private func feature(_ key: UInt64, at start: UInt32 = 0, _ group: FeatureGroup = .word) -> Feature {
    // Keys as features have them: spread over all bits.
    Feature(key: StableHash.mix(key), span: TextSpan(start: start, end: start + 3), group: group)
}

private func row(
    _ keys: [UInt64], lure: Bool, kind: TextKind = .offer, _ language: Language = .english
) -> ModelTrainer.Row {
    ModelTrainer.Row(
        features: keys.enumerated().map { feature($0.element, at: UInt32($0.offset * 4)) },
        language: language,
        isLure: lure, kind: kind)
}

/// Weights as counting gives them.
private let counted: TrainingPlan = {
    var plan = TrainingPlan.manyLanguages
    plan.refines = false
    return plan
}()

private func model(_ rows: [ModelTrainer.Row]) throws -> Model {
    try Model(ByteRegion(copying: ModelTrainer().fit(rows).bytes()))
}

private func lure(_ model: Model, _ keys: [UInt64]) -> Double {
    var score = ModelScore()
    var scratch = ModelScratch()
    model.score(keys.map { feature($0) }, scratch: &scratch, into: &score)
    return score.lure
}

@Test("a weight is the logarithm of how much more often a feature shows in lures")
func weights() throws {
    // Feature 1 shows in both lures, 2 in both honest texts, 3 in one of each.
    let rows = [
        row([1, 3], lure: true), row([1], lure: true), row([2, 3], lure: false), row([2], lure: false),
    ]
    let model = try Model(ByteRegion(copying: ModelTrainer(counted).fit(rows).bytes()))

    // Half a text of smoothing: ln((2 + 0.5) / (2 + 1) ÷ (0 + 0.5) / (2 + 1)) = ln 5; one known feature counts as
    // eight in the divisor.
    let expected = 1.6094379124341003 / Double(8).squareRoot()
    #expect((lure(model, [1]) - expected).magnitude < 1e-3)
    #expect((lure(model, [2]) + expected).magnitude < 1e-3)
    #expect(lure(model, [3]).magnitude < 1e-3)
    #expect(lure(model, [99]) == 0)
}

@Test("a language with more lures does not make its words signs of a lure")
func languageBalance() throws {
    // Thai rows: three lures, one honest text, all with the same word.
    let thai = [true, true, true, false].map { row([7], lure: $0, .thai) }
    let english = [true, false].map { row([1], lure: $0) }
    let model = try Model(ByteRegion(copying: ModelTrainer(counted).fit(thai + english).bytes()))

    #expect(lure(model, [7]).magnitude < 1e-3)
}

@Test("refining mends what counting gets wrong, and any order of rows gives the same bytes")
func refinement() throws {
    // Feature 7 shows as often in lures as in honest texts, so counting gives it nothing; beside 1 and 2 it tells.
    let rows = (0..<60).map { index in
        switch index % 4 {
        case 0: row([1, 2, 7], lure: false)
        case 1: row([8], lure: false)
        case 2: row([1, 2], lure: true)
        default: row([7, 9], lure: true)
        }
    }
    let before = try Model(ByteRegion(copying: ModelTrainer(counted).fit(rows).bytes()))
    let refined = try model(rows)

    #expect((lure(before, [1, 2]) - lure(before, [1, 2, 7])).magnitude < 0.01)
    #expect(lure(refined, [1, 2]) - lure(refined, [1, 2, 7]) > 0.3)
    #expect(ModelTrainer().fit(rows).bytes() == ModelTrainer().fit(rows.reversed()).bytes())
}

@Test("terms and intercept add up to the score")
func additivity() throws {
    let rows = (0..<40).map { (index: Int) -> ModelTrainer.Row in
        let keys = (0..<12).map { (n: Int) in UInt64((n * 7 + index * 3) % 30) }
        return row(keys, lure: index % 3 == 0)
    }
    let model = try model(rows)
    let features = (0..<30).map { feature(UInt64($0), at: UInt32($0 * 5)) }
    var score = ModelScore()
    var scratch = ModelScratch()
    model.score(features, scratch: &scratch, into: &score)

    let terms = model.terms(&scratch, limit: 100)

    #expect((terms.reduce(0) { $0 + $1.contribution } - score.lure).magnitude < 1e-9)
    #expect(
        zip(terms, terms.dropFirst()).allSatisfy { $0.contribution.magnitude >= $1.contribution.magnitude })
}

@Test("rows in any order give the same bytes")
func determinism() {
    var rows = (0..<60).map { (index: Int) -> ModelTrainer.Row in
        let keys = (0..<20).map { (n: Int) in UInt64((n * n + index * 5) % 50) }
        return row(keys, lure: index % 2 == 0, kind: index % 4 == 1 ? .warning : .offer)
    }
    let bytes = ModelTrainer().fit(rows).bytes()

    rows.reverse()
    #expect(ModelTrainer().fit(rows).bytes() == bytes)
    rows.swapAt(3, 40)
    #expect(ModelTrainer().fit(rows).bytes() == bytes)
}

@Test("kinds are told apart by their features")
func kinds() throws {
    let warnings = (0..<10).map { (n: Int) in row([1, UInt64(100 + n)], lure: false, kind: .warning) }
    let offers = (0..<10).map { (n: Int) in row([2, UInt64(200 + n)], lure: true) }
    let rows = warnings + offers
    let model = try model(rows)
    var score = ModelScore()
    var scratch = ModelScratch()
    model.score([feature(1)], scratch: &scratch, into: &score)

    #expect(score.kinds[Int(TextKind.warning.rawValue)] > score.kinds[Int(TextKind.offer.rawValue)])
}

@Test("lures are told from honest offers: what warnings and small talk say moves no weight of theirs")
func offersOnly() throws {
    let offers = [
        row([1, 3], lure: true), row([1], lure: true), row([2, 3], lure: false), row([2], lure: false),
    ]
    let others = (0..<8).map { row([1, 3], lure: false, kind: $0 % 2 == 0 ? .warning : .other) }
    let alone = try Model(ByteRegion(copying: ModelTrainer(counted).fit(offers).bytes()))
    let together = try Model(ByteRegion(copying: ModelTrainer(counted).fit(offers + others).bytes()))

    #expect(lure(alone, [1]) == lure(together, [1]))
    #expect(together.weighsKinds)
}

@Test("rows that don't say their kind teach lures, and nothing about kinds")
func unknownKinds() throws {
    let rows = (0..<20).map { (n: Int) in
        ModelTrainer.Row(
            features: [feature(UInt64(n % 2))], language: nil, isLure: n % 2 == 0, kind: nil)
    }
    let model = try Model(ByteRegion(copying: ModelTrainer(.ownRows).fit(rows).bytes()))
    var score = ModelScore()
    var scratch = ModelScratch()
    model.score([feature(0)], scratch: &scratch, into: &score)

    #expect(score.lure > 0.5)
    #expect(score.kinds.allSatisfy { $0 == score.kinds[0] })
    #expect(!model.weighsKinds)
    #expect(model.readsWordPairs)
}

@Test("only the most telling features stay where there are more than a plan allows")
func limit() {
    var plan = TrainingPlan.manyLanguages
    plan.featureLimit = 2
    // 1 and 2 tell all; 3 and 4 stand on both sides.
    let rows = (0..<20).map { (n: Int) in row([UInt64(1 + n % 2), 3, 4], lure: n % 2 == 0) }

    #expect(ModelTrainer(plan).fit(rows).featureCount == 2)
}

@Test("any damaged model is refused, or works", arguments: 0..<8)
func damage(_ seed: UInt64) {
    let rows = (0..<30).map { (n: Int) in row([UInt64(n % 7), UInt64(n % 5 + 10)], lure: n % 2 == 0) }
    let sound = ModelTrainer().fit(rows).bytes()
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    var refused = 0
    for _ in 0..<300 {
        var bytes = sound
        for _ in 0..<3 {
            state = StableHash.mix(state &+ 1)
            bytes[Int(state % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: state >> 32)
        }
        if state % 5 == 0 { bytes.removeLast(Int((state >> 20) % UInt64(bytes.count))) }
        guard let model = try? Model(ByteRegion(copying: bytes)) else {
            refused += 1
            continue
        }
        #expect(lure(model, [1, 2, 3]).isFinite)
    }
    #expect(refused > 20)
}

@Test("what is not a model says why")
func notAModel() {
    #expect(throws: PackError.truncated(offset: 0)) { try Model(ByteRegion(copying: [])) }
    #expect(throws: PackError.wrongSignature(offset: 0)) {
        try Model(ByteRegion(copying: [UInt8](repeating: 7, count: 500)))
    }
}

@Test("texts without a source of features are as if it had never been read")
func withoutSource() {
    let mixed = (0..<8).map { index in
        let isLure = index % 2 == 0
        return ModelTrainer.Row(
            features: [feature(isLure ? 1 : 2), feature(isLure ? 11 : 12, .concept)], language: .english,
            isLure: isLure, kind: .offer)
    }
    func encoded(_ rows: [ModelTrainer.Row]) -> EncodedTexts {
        var counts = FeatureCounts()
        for row in rows { counts.add(row.features, isLure: row.isLure) }
        var texts = EncodedTexts(counts.vocabulary(.manyLanguages))
        for row in rows {
            texts.append(row.features, language: row.language, isLure: row.isLure, kind: row.kind)
        }
        return texts
    }
    let words = mixed.map { row in
        var row = row
        row.features.removeAll { $0.group == .concept }
        return row
    }
    let all = Array(mixed.indices)

    let left = ModelTrainer().fit(encoded(mixed).without([.concept]), all).bytes()

    #expect(encoded(mixed).featureCount(of: .concept) == 2)
    #expect(left == ModelTrainer().fit(encoded(words), all).bytes())
    #expect(left != ModelTrainer().fit(encoded(mixed), all).bytes())
}

@Test("however many features there are, the counts of each are right")
func manyCounts() {
    var counts = FeatureCounts()
    // Feature k shows in every text whose number it divides.
    for text in 1...3000 {
        counts.add(
            (1...3000).filter { text % $0 == 0 }.map { feature(UInt64($0)) }
                + [feature(UInt64(10_000 + text)), feature(UInt64(20_000 + text))],
            isLure: text % 2 == 0)
    }

    // Twice or more: 1 to 1,500; the 7,500 others show once.
    #expect(counts.vocabulary(.manyLanguages).count == 1500)
}

import Testing

@testable import LureEvaluation

/// Texts from their scores: a capital letter is a lure, at least 1 flags as caution, at least 2 as high.
private func sample(_ texts: [(isLure: Bool, score: Double?)], prior: Double? = nil) -> Sample {
    Sample(
        texts.enumerated().map { index, text in
            Sample.Item(
                index: index, isLure: text.isLure, score: text.score, isCaution: (text.score ?? -9) >= 1,
                isHigh: (text.score ?? -9) >= 2)
        }, prior: prior)
}

private func isClose(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return abs(a - b) < 1e-9
}

private func expect(_ sample: Sample, _ expected: [Measure: Double?], weights: [Int32]? = nil) {
    let values = sample.values(weights)
    for (measure, value) in expected {
        let found = values[measure.rawValue]
        #expect(isClose(found, value), "\(measure.key) is \(found as Any), not \(value as Any)")
    }
}

private let mixed: [(isLure: Bool, score: Double?)] = [
    (true, 3), (false, 2), (true, 1.5), (true, 0), (false, -1), (false, -2), (false, -3),
]

@Test("precision, recall and false alarms count the bands")
func bands() {
    expect(
        sample(mixed),
        [
            .precisionCaution: 2.0 / 3, .recallCaution: 2.0 / 3, .f1Caution: 2.0 / 3,
            .falseAlarmsCaution: 0.25, .precisionHigh: 0.5, .recallHigh: 1.0 / 3, .f1High: 0.4,
            .falseAlarmsHigh: 0.25,
        ])
}

@Test("ranking measures agree with what is counted by hand")
func ranking() {
    // Pairs in the right order: 4 + 3 + 3 of 12. Precision at the lures: 1, 2/3, 3/4.
    expect(
        sample(mixed),
        [
            .rocAUC: 10.0 / 12, .averagePrecision: (1 + 2.0 / 3 + 0.75) / 3, .recallAt1: 1.0 / 3,
            .recallAt5: 1.0 / 3,
        ])
}

@Test("ties count half in the area and are passed whole by thresholds")
func ties() {
    let all = sample([(true, 1), (false, 1), (true, 1), (false, 1)])
    expect(all, [.rocAUC: 0.5, .averagePrecision: 0.5, .recallAt1: 0, .recallAt5: 0])

    let two = sample([(true, 2), (true, 1), (false, 1), (false, 0)])
    expect(two, [.rocAUC: 3.5 / 4, .averagePrecision: 0.5 + 0.5 * 2 / 3, .recallAt1: 0.5])
}

@Test("a text without a verdict ranks last and is never found by a threshold")
func withoutVerdict() {
    let all = sample([(true, nil), (true, 5), (false, 0)])
    expect(all, [.rocAUC: 0.5, .recallAt1: 0.5, .recallAt5: 0.5, .recallCaution: 0.5])
}

@Test("risks are those of the texts' own share of lures, or of a stated one")
func calibration() {
    let even = [(true, 0.0), (false, 0.0)].map { (isLure: $0.0, score: Optional($0.1)) }
    expect(sample(even), [.brier: 0.25])
    // At a share of 0.2 both risks are 0.2.
    expect(sample(even, prior: 0.2), [.brier: (0.64 + 0.04) / 2])
}

@Test("the calibration error is the mean distance of risk and share in bins of equal mass")
func calibrationError() {
    // Twenty texts at even odds, half of them lures: risk 0.5 and share 0 or 1 in bins of one class, 0.5 in others.
    let apart = (0..<20).map { (isLure: $0 < 10, score: Optional(0.0)) }
    expect(sample(apart), [.calibrationError: 0.5])
    let together = (0..<20).map { (isLure: $0 % 2 == 0, score: Optional(0.0)) }
    expect(sample(together), [.calibrationError: 0])
}

@Test("a weight of two is a text twice, a weight of none a text less")
func weights() {
    let weighted = sample(mixed).values([2, 1, 0, 1, 3, 1, 1])
    let repeated = sample([
        mixed[0], mixed[0], mixed[1], mixed[3], mixed[4], mixed[4], mixed[4], mixed[5], mixed[6],
    ])
    .values()

    // Brier and calibration keep the sample's own share of lures, so they are not compared.
    for measure in Measure.allCases where measure.rawValue < Measure.brier.rawValue {
        #expect(isClose(weighted[measure.rawValue], repeated[measure.rawValue]), "\(measure.key)")
    }
}

@Test("one class alone gives the shares it can give, and nothing else")
func oneClass() {
    expect(
        sample([(false, 3), (false, 0)]),
        [
            .falseAlarmsCaution: 0.5, .falseAlarmsHigh: 0.5, .recallCaution: nil, .precisionCaution: nil,
            .f1Caution: nil, .rocAUC: nil, .averagePrecision: nil, .brier: nil, .calibrationError: nil,
        ])
    expect(sample([(true, 3), (true, 0)]), [.recallCaution: 0.5, .falseAlarmsCaution: nil, .rocAUC: nil])
}

@Test("no texts give no numbers")
func nothing() {
    #expect(sample([]).values().allSatisfy { $0 == nil })
    #expect(sample([]).curve().isEmpty)
    #expect(sample([]).reliability(binCount: 10).isEmpty)
}

@Test("the curve ends with everything, and bins hold every text once")
func curves() {
    let all = sample(mixed)

    let last = all.curve().last
    #expect(last?.lures == 1 && last?.honest == 1)
    #expect(isClose(last?.precision, 3.0 / 7))
    #expect(all.histogram(binCount: 20).reduce(0) { $0 + $1.lures + $1.honest } == 7)
    #expect(all.reliability(binCount: 10).reduce(0) { $0 + $1.weight } == 7)
}

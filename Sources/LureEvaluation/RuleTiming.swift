import LureRules
public import LureScreen

/// What the condition of each rule costs, in microseconds a message.
///
/// Measured by running one rule alone on what was read off the texts, less the same without any rule; the least of
/// several rounds counts. The words of all rules are found in one walk before that, which is no rule's own share.
public struct RuleTiming: Sendable {
    /// By rule; never below 0.
    public private(set) var microseconds: [Double] = []
    /// The same for all rules together.
    public private(set) var together = 0.0

    /// More texts tell little more; of more, as many are taken at even distances.
    private static let sampleLimit = 2000
    private static let rounds = 5

    /// Measures on a sample of the texts; all 0 without texts.
    public init(_ screener: Screener, on texts: [LabelledText]) {
        let pack = screener.pack
        microseconds = [Double](repeating: 0, count: pack.ruleCount)
        guard !texts.isEmpty else { return }
        let count = min(texts.count, Self.sampleLimit)
        let inputs = (0..<count).map { Self.input(texts[$0 * texts.count / count], screener) }
        let stopped = pack.keepingRules { _ in false }
        let all = Self.time(pack, inputs)
        // The least of two: whatever else the machine does only adds.
        let idle = min(Self.time(stopped, inputs), Self.time(stopped, inputs))
        together = max(0, all - idle)
        for rule in 0..<pack.ruleCount {
            microseconds[rule] = max(0, Self.time(pack.keepingRules { $0 == rule }, inputs) - idle)
        }
    }

    private static func input(_ text: LabelledText, _ screener: Screener) -> RuleInput {
        let reading = screener.reading(of: Array(text.text.utf8))
        return RuleInput(
            text: reading.folded, segmentation: reading.segmentation, reading: reading.concepts,
            facts: reading.facts)
    }

    /// Microseconds a message.
    private static func time(_ pack: RulePack, _ inputs: [RuleInput]) -> Double {
        var evaluator = RuleEvaluator(pack)
        var evaluation = RuleEvaluation()
        var least = Double.infinity
        for _ in 0..<rounds {
            let start = ContinuousClock.now
            for input in inputs { evaluator.evaluate(input, into: &evaluation) }
            let spent = ContinuousClock.now - start
            least = min(least, spent / .microseconds(1))
        }
        return least / Double(inputs.count)
    }
}

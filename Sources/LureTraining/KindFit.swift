import CLureSupport
import LureModel
import LureRules
import LureText

/// How the kind of a text follows from the classifier's scores and the context rules that fired: one slope, an
/// intercept for each kind, and a vote for each context rule.
///
/// Fitted together by the likelihood of the right kind, with a normal prior on the votes centred on what their
/// severity says. Plain gradient ascent: few numbers, a smooth concave aim.
struct KindFit {
    private(set) var slope = 1.0
    private(set) var intercepts = [Double](repeating: 0, count: TextKind.allCases.count)
    /// By rule; 0 for rules that speak for no kind.
    private(set) var votes: [Double]
    private let kinds: [TextKind?]

    private static let voteDeviation = 1.0
    private static let steps = 600

    /// - Parameter scores: out of fold, uncalibrated.
    init(_ readings: [TextReading], _ scores: [ModelScore], pack: RulePack) {
        kinds = pack.traits.map(\.kind)
        let told = zip(readings, scores).compactMap { reading, score in
            reading.kind.map { Told(rules: reading.rules, kind: Int($0.rawValue), scores: score.kinds) }
        }
        let prior = pack.traits.map { $0.kind == nil ? 0 : $0.weight }
        votes = prior
        // Kinds weigh by the square root of their share, so that rare ones are not drowned.
        var sizes = [Double](repeating: 0, count: intercepts.count)
        for text in told { sizes[text.kind] += 1 }
        let weights = told.map { 1 / sizes[$0.kind].squareRoot() }
        let total = weights.reduce(0, +)
        for _ in 0..<Self.steps {
            var gradient = Gradient(kinds: intercepts.count, rules: votes.count)
            for (text, weight) in zip(told, weights) { gradient.add(text, weight / total, self) }
            slope = max(0, slope + 0.5 * gradient.slope)
            for kind in intercepts.indices { intercepts[kind] += 2 * gradient.intercepts[kind] }
            for rule in votes.indices where kinds[rule] != nil {
                let pull =
                    (prior[rule] - votes[rule])
                    / (Self.voteDeviation * Self.voteDeviation * Double(told.count))
                votes[rule] = max(0, votes[rule] + 8 * (gradient.votes[rule] + pull))
            }
        }
    }

    /// A text whose kind is known.
    private struct Told {
        let rules: [Int]
        let kind: Int
        let scores: [Double]
    }

    /// Scores with slope and intercepts in them.
    func calibrated(_ scores: [Double]) -> [Double] {
        intercepts.indices.map { intercepts[$0] + slope * scores[$0] }
    }

    /// Log-scores of the kinds.
    func logits(_ scores: [Double], _ fired: [Int]) -> [Double] {
        var logits = calibrated(scores)
        for rule in fired {
            if let kind = kinds[rule] { logits[Int(kind.rawValue)] += votes[rule] }
        }
        return logits
    }

    /// The likeliest kind of a row.
    /// - Parameter calibrated: scores with slope and intercepts in them.
    func kind(of reading: TextReading, _ calibrated: [Double]) -> TextKind {
        var logits = calibrated
        for rule in reading.rules {
            if let kind = kinds[rule] { logits[Int(kind.rawValue)] += votes[rule] }
        }
        return TextKind.allCases.max { logits[Int($0.rawValue)] < logits[Int($1.rawValue)] } ?? .other
    }

    private struct Gradient {
        var slope = 0.0
        var intercepts: [Double]
        var votes: [Double]

        init(kinds: Int, rules: Int) {
            intercepts = [Double](repeating: 0, count: kinds)
            votes = [Double](repeating: 0, count: rules)
        }

        mutating func add(_ text: Told, _ weight: Double, _ fit: KindFit) {
            let logits = fit.logits(text.scores, text.rules)
            let top = logits.max() ?? 0
            let powers = logits.map { lure_exp($0 - top) }
            let sum = powers.reduce(0, +)
            var errors = logits
            for kind in logits.indices {
                errors[kind] =
                    weight * ((kind == text.kind ? 1 : 0) - powers[kind] / sum)
                intercepts[kind] += errors[kind]
                slope += errors[kind] * text.scores[kind]
            }
            for rule in text.rules {
                if let kind = fit.kinds[rule] { votes[rule] += errors[Int(kind.rawValue)] }
            }
        }
    }
}

import LureModel
import LureRules
import LureScreen
import LureText

/// What stands on the classifier's raw scores: their calibration, votes for kinds, weights of rules and recipes.
/// Fitted on some texts as `TrainingRun` does, to judge others.
struct ScoreStack {
    /// What is said of a text.
    struct Verdict: Sendable {
        var kind: TextKind
        /// Of a lure, at even odds; what calls for help comes last, as it gets no score.
        var logOdds: Double
    }

    private let lure: (slope: Double, intercept: Double)
    private let kinds: KindFit
    private let fusion: FusionFit
    private let judgement: Judgement

    /// - Parameter raw: of each reading, by a model that has not seen its cluster, uncalibrated.
    init(_ readings: [TextReading], _ raw: [ModelScore], pack: RulePack, plan: TrainingPlan) {
        let lure = ClassifierFit.lureCalibration(readings, raw)
        let kinds = KindFit(readings, raw, pack: pack)
        fusion = FusionFit(
            readings, scores: raw.map { Self.calibrated($0, lure, kinds) }, votes: kinds.votes, pack: pack,
            deviation: plan.ruleDeviation)
        judgement = Judgement(pack, ruleWeights: fusion.rules, recipeWeights: fusion.recipes)
        (self.lure, self.kinds) = (lure, kinds)
    }

    func verdict(_ reading: TextReading, _ raw: ModelScore) -> Verdict {
        let score = Self.calibrated(raw, lure, kinds)
        let kind = judgement.kind(of: reading.rules, kindScores: score.kinds)
        guard kind != .distress else { return Verdict(kind: kind, logOdds: -.infinity) }
        return Verdict(
            kind: kind, logOdds: fusion.logOdds(reading, score, kind, weighsKinds: true, judgement))
    }

    private static func calibrated(
        _ raw: ModelScore, _ lure: (slope: Double, intercept: Double), _ kinds: KindFit
    ) -> ModelScore {
        var score = raw
        score.lure = lure.intercept + lure.slope * raw.lure
        score.kinds = kinds.calibrated(raw.kinds)
        return score
    }
}

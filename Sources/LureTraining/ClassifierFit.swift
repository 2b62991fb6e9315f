import LureModel
import LureRules
import LureText

/// The classifier with its calibration, and what models that had not seen a text say of it.
struct ClassifierFit {
    /// Scores of each calibration text, by a model fitted without the text's cluster.
    let outOfFold: [ModelScore]
    let model: ModelDraft
    /// By rule: what a context rule that fired adds to the score of its kind.
    let votes: [Double]
    let log: [String]

    init(_ texts: TrainingTexts, plan: TrainingPlan, pack: RulePack, kinds: BaseKinds?) {
        let trainer = ModelTrainer(plan)
        let readings = texts.calibration.map(\.reading)
        var raw = Self.outOfFold(texts, texts.encoded, trainer)
        let lure = Self.lureCalibration(readings, raw)
        var draft = trainer.fit(texts.encoded, Array(0..<texts.encoded.count))
            .calibrated(lureSlope: lure.slope, lureIntercept: lure.intercept)
        for index in raw.indices { raw[index].lure = lure.intercept + lure.slope * raw[index].lure }
        var log = ["classifier: \(texts.encoded.count) rows, \(draft.featureCount) features"]
        let scored = zip(readings, raw).filter { $0.0.isOffer }
        let area = Ranking.areaUnderCurve(scored.map { ($1.lure, $0.isLure) }) ?? 0
        if readings.contains(where: { $0.kind != nil }) {
            let fit = KindFit(readings, raw, pack: pack)
            votes = fit.votes
            draft = draft.calibrated(kindSlope: fit.slope, kindIntercepts: fit.intercepts)
            for index in raw.indices { raw[index].kinds = fit.calibrated(raw[index].kinds) }
            let told = readings.indices.filter { readings[$0].kind != nil }
            let right = told.filter { fit.kind(of: readings[$0], raw[$0].kinds) == readings[$0].kind }
            log.append(
                "classifier, out of fold: AUC \(rounded(area)) among offers, right kind \(right.count) of \(told.count)"
            )
        } else if let kinds {
            votes = kinds.votes
            draft = draft.adoptingKinds(
                of: kinds.model,
                counts: zip(raw, texts.calibration).map {
                    (here: $0.knownFeatures, there: $1.base.knownFeatures)
                })
            for index in raw.indices { raw[index].kinds = texts.calibration[index].base.kinds }
            log.append("classifier, out of fold: AUC \(rounded(area)) among offers; kinds are told as before")
        } else {
            votes = pack.traits.map(\.weight)
            log.append("classifier, out of fold: AUC \(rounded(area)) among offers; kinds are not told")
        }
        model = draft
        outOfFold = raw
        self.log = log
    }

    /// Scores of each calibration text by a model fitted without its fold, uncalibrated.
    /// - Parameter encoded: the texts, or the same with fewer features.
    static func outOfFold(
        _ texts: TrainingTexts, _ encoded: EncodedTexts, _ trainer: ModelTrainer
    ) -> [ModelScore] {
        var raw = [ModelScore](repeating: ModelScore(), count: texts.calibration.count)
        for fold in texts.folds {
            let draft = trainer.fit(encoded, fold.rest)
            for place in fold.held { raw[place] = draft.score(texts.calibration[place].row, of: encoded) }
        }
        return raw
    }

    /// Platt scaling at even odds among offers (Platt 1999): slope and intercept from the raw score to log-odds.
    static func lureCalibration(
        _ readings: [TextReading], _ raw: [ModelScore]
    ) -> (slope: Double, intercept: Double) {
        let offers = readings.indices.filter { readings[$0].isOffer }
        let lures = Double(offers.filter { readings[$0].isLure }.count)
        let honest = Double(offers.count) - lures
        let rows = offers.map { index in
            LogisticFit.Row(
                values: [(0, raw[index].lure), (1, 1)], isPositive: readings[index].isLure,
                weight: 0.5 * Double(offers.count) / (readings[index].isLure ? lures : honest))
        }
        let fit = LogisticFit([
            LogisticFit.Coefficient(mean: 1, deviation: 10, bound: .nonNegative),
            LogisticFit.Coefficient(mean: 0, deviation: 10),
        ]).fit(rows)
        return (fit[0], fit[1])
    }
}

/// How kinds are told where no text to learn from says its kind.
struct BaseKinds {
    let model: Model
    /// By rule, as in `ClassifierFit.votes`.
    let votes: [Double]
}

/// Three digits behind the point.
func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

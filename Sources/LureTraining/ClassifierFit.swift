import CLureSupport
import LureModel
import LureRules
import LureText

/// The classifier with its calibration, and what models that had not seen a row say of it.
struct ClassifierFit {
    /// Scores of each row, by a model fitted without the row's cluster.
    let outOfFold: [ModelScore]
    let model: [UInt8]
    /// By rule: what a context rule that fired adds to the score of its kind.
    let votes: [Double]
    let log: [String]

    init(_ readings: [CorpusReading], pack: RulePack) {
        let trainer = ModelTrainer()
        var scratch = ModelScratch()
        var raw = [ModelScore](repeating: ModelScore(), count: readings.count)
        for fold in 0..<TrainingRun.foldCount {
            let draft = trainer.fit(readings.filter { $0.fold != fold }.map(\.trainerRow))
            guard let model = try? Model(ByteRegion(copying: draft.bytes())) else { continue }
            for (index, reading) in readings.enumerated() where reading.fold == fold {
                model.score(reading.features, scratch: &scratch, into: &raw[index])
            }
        }
        let lure = Self.lureCalibration(readings, raw)
        let kinds = KindFit(readings, raw, pack: pack)
        votes = kinds.votes
        let all = trainer.fit(readings.map(\.trainerRow))
        model =
            all.calibrated(
                lureSlope: lure.slope, lureIntercept: lure.intercept, kindSlope: kinds.slope,
                kindIntercepts: kinds.intercepts
            ).bytes()
        outOfFold = raw.map { score in
            var score = score
            score.lure = lure.intercept + lure.slope * score.lure
            score.kinds = score.kinds.enumerated().map {
                kinds.intercepts[$0.offset] + kinds.slope * $0.element
            }
            return score
        }
        log = Self.log(readings, outOfFold, kinds, features: all.featureCount)
    }

    /// Platt scaling at even odds (Platt 1999): slope and intercept from the raw score to log-odds.
    private static func lureCalibration(
        _ readings: [CorpusReading], _ raw: [ModelScore]
    ) -> (slope: Double, intercept: Double) {
        let lures = Double(readings.filter { $0.row.label == .lure }.count)
        let honest = Double(readings.count) - lures
        let rows = readings.indices.map { index in
            let isLure = readings[index].row.label == .lure
            return LogisticFit.Row(
                values: [(0, raw[index].lure), (1, 1)], isPositive: isLure,
                weight: 0.5 * Double(readings.count) / (isLure ? lures : honest))
        }
        let fit = LogisticFit([
            LogisticFit.Coefficient(mean: 1, deviation: 10, bound: .nonNegative),
            LogisticFit.Coefficient(mean: 0, deviation: 10),
        ]).fit(rows)
        return (fit[0], fit[1])
    }

    private static func log(
        _ readings: [CorpusReading], _ scores: [ModelScore], _ kinds: KindFit, features: Int
    ) -> [String] {
        let scored = zip(readings, scores).map { ($1.lure, $0.row.label == .lure) }
        var right = 0
        for (reading, score) in zip(readings, scores)
        where kinds.kind(of: reading, score.kinds) == reading.row.kind {
            right += 1
        }
        let area = Ranking.areaUnderCurve(scored) ?? 0
        return [
            "classifier: \(readings.count) rows, \(features) features",
            "classifier, out of fold: AUC \(rounded(area)), right kind \(right) of \(readings.count)",
        ]
    }
}

/// Three digits behind the point.
func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

import CLureSupport
import LureModel
import LureText

/// The classifier with its calibration, and what models that had not seen a row say of it.
struct ClassifierFit {
    /// Scores of each row, by a model fitted without the row's cluster.
    let outOfFold: [ModelScore]
    let model: [UInt8]
    let log: [String]

    init(_ readings: [CorpusReading]) {
        let trainer = ModelTrainer()
        var raw = [ModelScore](repeating: ModelScore(), count: readings.count)
        for fold in 0..<TrainingRun.foldCount {
            let draft = trainer.fit(readings.filter { $0.fold != fold }.map(\.trainerRow))
            guard let model = try? Model(ByteRegion(copying: draft.bytes())) else { continue }
            for (index, reading) in readings.enumerated() where reading.fold == fold {
                model.score(reading.features, into: &raw[index])
            }
        }
        let lure = Self.lureCalibration(readings, raw)
        let kinds = Self.kindCalibration(readings, raw)
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
        log = Self.log(readings, outOfFold, features: all.featureCount)
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

    /// One slope for all kinds and an intercept for each, by the likelihood of the right kind.
    ///
    /// Plain gradient ascent: six numbers, a smooth concave aim.
    private static func kindCalibration(
        _ readings: [CorpusReading], _ raw: [ModelScore]
    ) -> (slope: Double, intercepts: [Double]) {
        var slope = 1.0
        var intercepts = [Double](repeating: 0, count: TextKind.allCases.count)
        for _ in 0..<400 {
            var slopeGradient = 0.0
            var gradients = [Double](repeating: 0, count: intercepts.count)
            for (reading, score) in zip(readings, raw) {
                let logits = intercepts.indices.map { intercepts[$0] + slope * score.kinds[$0] }
                let top = logits.max() ?? 0
                let powers = logits.map { lure_exp($0 - top) }
                let sum = powers.reduce(0, +)
                for index in logits.indices {
                    let target = index == Int(reading.row.kind.rawValue) ? 1.0 : 0
                    let error = target - powers[index] / sum
                    gradients[index] += error
                    slopeGradient += error * score.kinds[index]
                }
            }
            let count = Double(readings.count)
            slope = max(0, slope + 0.5 * slopeGradient / count)
            for index in intercepts.indices { intercepts[index] += 2 * gradients[index] / count }
        }
        return (slope, intercepts)
    }

    private static func log(_ readings: [CorpusReading], _ scores: [ModelScore], features: Int) -> [String] {
        let scored = zip(readings, scores).map { ($1.lure, $0.row.label == .lure) }
        var right = 0
        for (reading, score) in zip(readings, scores) {
            let best = TextKind.allCases.max { score.kinds[Int($0.rawValue)] < score.kinds[Int($1.rawValue)] }
            if best == reading.row.kind { right += 1 }
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

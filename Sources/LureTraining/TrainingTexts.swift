import LureModel
import LureScreen
import LureText

/// All texts to learn from, read and encoded.
struct TrainingTexts {
    /// A text that weights, calibration and thresholds are fitted to.
    struct Calibration {
        /// Its index in `encoded`.
        let row: Int
        let reading: TextReading
        let language: Language?
        /// What the model at hand before says of it.
        let base: ModelScore
    }

    let encoded: EncodedTexts
    let calibration: [Calibration]
    let folds: [Fold]

    struct Fold {
        /// Places in `calibration`.
        var held: [Int] = []
        /// Indices in `encoded` of all other texts.
        var rest: [Int] = []
    }

    /// Up to so many texts are all used for calibration, each scored by a model that has not seen its cluster; of
    /// more, about as many are held out.
    private static let calibrationLimit = 20_000
    private static let foldCount = 5
    /// Texts between two words on how far it is.
    private static let reportEvery = 4096

    /// Reads the source twice: once to choose features, once to encode the texts.
    init(
        _ source: TrainingSource, plan: TrainingPlan, screener: Screener, base: Screener?,
        progress: (TrainingProgress) -> Void
    ) throws {
        let reader = TextReader(screener, readsWordPairs: plan.readsWordPairs)
        var counts = FeatureCounts()
        var sizes = (lures: 0, honest: 0)
        try reader.forEach(of: source) { result in
            counts.add(result.features, isLure: result.text.isLure)
            if result.text.isLure { sizes.lures += 1 } else { sizes.honest += 1 }
            let count = sizes.lures + sizes.honest
            if count % Self.reportEvery == 0 { progress(.counting(count)) }
        }
        let total = sizes.lures + sizes.honest
        guard min(sizes.lures, sizes.honest) >= TrainingRun.minimumRows else {
            throw TrainingRun.Failure.oneSided(lures: sizes.lures, honest: sizes.honest)
        }
        let isLarge = total > Self.calibrationLimit
        let modulus = UInt64(isLarge ? max(2, total / Self.calibrationLimit) : Self.foldCount)
        var encoded = EncodedTexts(counts.vocabulary(plan))
        counts = FeatureCounts()
        var calibration: [Calibration] = []
        var scratch = ModelScratch()
        try reader.forEach(of: source) { result in
            let text = result.text
            if encoded.count % Self.reportEvery == 0 { progress(.encoding(encoded.count, of: total)) }
            encoded.append(result.features, language: text.language, isLure: text.isLure, kind: text.kind)
            guard !isLarge || result.reading.clusterHash % modulus == 0 else { return }
            var score = ModelScore()
            if text.kind == nil, let base {
                base.model.score(result.features, scratch: &scratch, into: &score)
            }
            calibration.append(
                Calibration(
                    row: encoded.count - 1, reading: result.reading, language: text.language, base: score))
        }
        self.encoded = encoded
        self.calibration = calibration
        folds = Self.folds(calibration, of: encoded.count, count: isLarge ? 1 : Int(modulus))
        progress(.fitting)
    }

    private static func folds(_ calibration: [Calibration], of total: Int, count: Int) -> [Fold] {
        var numbers = [Int](repeating: -1, count: total)
        var folds = [Fold](repeating: Fold(), count: count)
        for (place, text) in calibration.enumerated() {
            let number = Int(text.reading.clusterHash % UInt64(count))
            numbers[text.row] = number
            folds[number].held.append(place)
        }
        for row in 0..<total {
            for number in folds.indices where numbers[row] != number { folds[number].rest.append(row) }
        }
        return folds
    }

}

/// How far training is.
public enum TrainingProgress: Sendable {
    /// Texts read to choose features.
    case counting(Int)
    /// Texts read once more, of how many.
    case encoding(Int, of: Int)
    case fitting
}

import CLureSupport
import LureText

/// Fits a naive-Bayes classifier over present features, and refines it by its mistakes (`ModelRefiner`).
///
/// Each weight is the logarithm of how much more often a feature shows in texts of a class than in all others
/// (complement counts: Rennie et al., ICML 2003). Rows are weighted so that within each language lures and
/// the rest weigh the same: otherwise the words of a language with more lures would pass for signs of a lure.
/// The same rows, in any order, give the same bytes.
public struct ModelTrainer: Sendable {
    /// A labelled text.
    public struct Row: Sendable {
        public var features: [Feature]
        /// nil: not known; such rows are weighed together.
        public var language: Language?
        public var isLure: Bool
        /// nil: not known; the row then says nothing about kinds.
        public var kind: TextKind?

        public init(features: [Feature], language: Language?, isLure: Bool, kind: TextKind?) {
            self.features = features
            self.language = language
            self.isLure = isLure
            self.kind = kind
        }
    }

    /// Largest weight, in log-odds: one word must not decide.
    static let clip = 3.0

    private let plan: TrainingPlan

    public init(_ plan: TrainingPlan = .manyLanguages) { self.plan = plan }

    /// A model of `rows` with slopes 1 and intercepts 0; `calibrated` sets them.
    public func fit(_ rows: [Row]) -> ModelDraft {
        var counts = FeatureCounts()
        for row in rows { counts.add(row.features, isLure: row.isLure) }
        var texts = EncodedTexts(counts.vocabulary(plan))
        for row in rows {
            texts.append(row.features, language: row.language, isLure: row.isLure, kind: row.kind)
        }
        return fit(texts, Array(rows.indices))
    }

    /// A model of some of the texts.
    /// - Parameter rows: indices of texts.
    public func fit(_ texts: EncodedTexts, _ rows: [Int]) -> ModelDraft {
        let sizes = ClassSizes(texts, rows)
        let counted = weights(texts, rows, sizes)
        let refined = plan.refines ? ModelRefiner(counted).fit(texts, rows, sizes) : counted
        let clipped = refined.map { $0?.clamped(lowerBound: -Self.limits, upperBound: Self.limits) }
        return ModelDraft(clipped, of: texts.vocabulary, readsWordPairs: plan.readsWordPairs)
    }

    private static let limits = ClassVector(repeating: clip)

    /// By feature: the weights that counting gives, or nil if it shows in too few texts.
    private func weights(_ texts: EncodedTexts, _ rows: [Int], _ sizes: ClassSizes) -> [ClassVector?] {
        var counts = [ClassCounts](repeating: .zero, count: texts.vocabulary.count)
        var shown = [Int](repeating: 0, count: texts.vocabulary.count)
        for row in rows {
            let addend = sizes.counts(of: row, in: texts)
            for feature in texts.features(of: row) {
                counts[Int(feature)] &+= addend
                shown[Int(feature)] += 1
            }
        }
        return counts.indices.map { index in
            guard shown[index] >= texts.vocabulary.minimumCounts[index] else { return nil }
            return sizes.weights(of: counts[index], smoothing: plan.smoothing)
        }
    }
}

/// One number for each class, lure first, then the kinds; the rest of the lanes is 0.
typealias ClassVector = SIMD8<Double>

/// Weighted texts by class, lure first, then the kinds; then all texts, and all whose kind is known. Integers, so
/// that the order of rows can't matter.
typealias ClassCounts = SIMD8<Int64>

/// How much the texts at hand weigh, by class.
struct ClassSizes {
    /// Weight 1 as an integer.
    private static let one: Int64 = 1 << 20
    private static let allLane = 6
    private static let allKindsLane = 7
    /// By group and label.
    private var groups: [UInt16: Int64] = [:]
    private var total = ClassCounts.zero

    init(_ texts: EncodedTexts, _ rows: [Int]) {
        for row in rows { groups[Self.key(row, texts), default: 0] += 1 }
        for row in rows { total &+= counts(of: row, in: texts) }
    }

    private static func key(_ row: Int, _ texts: EncodedTexts) -> UInt16 {
        UInt16(texts.groups[row]) << 1 | (texts.isLure[row] ? 1 : 0)
    }

    /// Whether the kind of any text is known.
    var knowsKinds: Bool { total[Self.allKindsLane] > 0 }

    /// Makes both classes of a group weigh as much as the two together have rows, halved.
    func weight(of row: Int, in texts: EncodedTexts) -> Double {
        Double(integerWeight(row, texts)) / Double(Self.one)
    }

    private func integerWeight(_ row: Int, _ texts: EncodedTexts) -> Int64 {
        let key = Self.key(row, texts)
        let own = groups[key] ?? 1
        let sum = own + (groups[key ^ 1] ?? own)
        return Self.one * sum / (2 * own)
    }

    /// What a text adds to the counts of its features.
    func counts(of row: Int, in texts: EncodedTexts) -> ClassCounts {
        let weight = integerWeight(row, texts)
        var counts = ClassCounts.zero
        if texts.isLure[row] { counts[0] = weight }
        counts[Self.allLane] = weight
        if texts.kinds[row] >= 0 {
            counts[1 + Int(texts.kinds[row])] = weight
            counts[Self.allKindsLane] = weight
        }
        return counts
    }

    /// Log-odds for each class.
    func weights(of counts: ClassCounts, smoothing: Double) -> ClassVector {
        var weights = ClassVector.zero
        for lane in 0..<ModelFormat.classCount {
            let all = lane == 0 ? Self.allLane : Self.allKindsLane
            guard total[all] > 0 else { continue }
            let inside = rate(counts[lane], total[lane], smoothing)
            let outside = rate(counts[all] - counts[lane], total[all] - total[lane], smoothing)
            weights[lane] = lure_log(inside / outside)
        }
        let limit = ClassVector(repeating: ModelTrainer.clip)
        return weights.clamped(lowerBound: -limit, upperBound: limit)
    }

    private func rate(_ count: Int64, _ total: Int64, _ smoothing: Double) -> Double {
        let one = Double(Self.one)
        return (Double(count) / one + smoothing) / (Double(total) / one + 2 * smoothing)
    }
}

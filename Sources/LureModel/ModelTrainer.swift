import CLureSupport
import LureText

/// Fits a naive-Bayes classifier over present features for lures, and refines it by its mistakes (`ModelRefiner`),
/// which also learns what speaks for each kind of text.
///
/// Each weight for a lure is the logarithm of how much more often a feature shows in lures than in honest offers
/// (complement counts: Rennie et al., ICML 2003). Rows are weighted so that within each language both weigh the same:
/// otherwise the words of a language with more lures would pass for signs of a lure.
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

    /// Largest weight for a lure: one word must not decide.
    static let clip = 3.0
    /// Largest weights after refining; what kinds are told by is divided by the length of the text before it counts.
    private static let limits = ClassVector(clip, 12, 12, 12, 12, 12, 0, 0)

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

    /// A model of some of the texts. Where kinds are known, lures are told from honest offers only: how much a text
    /// reads like an offer is a question of its own (AUC of the two together 0.961, of one score for both 0.948).
    /// - Parameter rows: indices of texts.
    public func fit(_ texts: EncodedTexts, _ rows: [Int]) -> ModelDraft {
        let sizes = ClassSizes(texts, rows)
        let counted = weights(texts, rows, sizes)
        var refined = ModelRefiner(counted, surest: plan.surest).fit(texts, rows, sizes)
        if !plan.refines {
            for index in refined.indices {
                if let own = counted[index] { refined[index]?[0] = own[0] }
            }
        }
        let clipped = refined.map { $0?.clamped(lowerBound: -Self.limits, upperBound: Self.limits) }
        return ModelDraft(clipped, of: texts.vocabulary, plan: plan, weighsKinds: sizes.knowsKinds)
    }

    /// By feature: the weights that counting gives, or nil if it shows in too few texts. Kinds start from nothing:
    /// counts of rare kinds are too sure of themselves (kinds told right: 0.86 from there, 0.89 from nothing).
    private func weights(_ texts: EncodedTexts, _ rows: [Int], _ sizes: ClassSizes) -> [ClassVector?] {
        var counts = [OfferCounts](repeating: .zero, count: texts.vocabulary.count)
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
            var weights = ClassVector.zero
            weights[0] = sizes.lureWeight(of: counts[index], smoothing: plan.smoothing)
            return weights
        }
    }
}

/// One number for each class, lure first, then the kinds; the rest of the lanes is 0.
typealias ClassVector = SIMD8<Double>

/// Weighted lures, and weighted offers. Integers, so that the order of rows can't matter.
typealias OfferCounts = SIMD2<Int64>

/// How much the texts at hand weigh.
struct ClassSizes {
    /// Weight 1 as an integer.
    private static let one: Int64 = 1 << 20
    /// Texts that are offers, or may be, by group and label.
    private var offers: [UInt16: Int64] = [:]
    private var total = OfferCounts.zero
    /// Whether the kind of any text is known.
    let knowsKinds: Bool

    init(_ texts: EncodedTexts, _ rows: [Int]) {
        knowsKinds = rows.contains { texts.kinds[$0] >= 0 }
        for row in rows where texts.isOffer(row) { offers[Self.key(row, texts), default: 0] += 1 }
        for row in rows { total &+= counts(of: row, in: texts) }
    }

    private static func key(_ row: Int, _ texts: EncodedTexts) -> UInt16 {
        UInt16(texts.groups[row]) << 1 | (texts.isLure[row] ? 1 : 0)
    }

    /// By class: how much a text weighs; 0 where it says nothing.
    func weights(of row: Int, in texts: EncodedTexts) -> ClassVector {
        var weights = ClassVector(repeating: texts.kinds[row] < 0 ? 0 : 1)
        weights[0] = Double(offerWeight(row, texts)) / Double(Self.one)
        return weights
    }

    /// Makes both classes of a group weigh as much as the two together have rows, halved.
    private func offerWeight(_ row: Int, _ texts: EncodedTexts) -> Int64 {
        guard texts.isOffer(row) else { return 0 }
        let key = Self.key(row, texts)
        let own = offers[key] ?? 1
        let sum = own + (offers[key ^ 1] ?? own)
        return Self.one * sum / (2 * own)
    }

    /// What a text adds to the counts of its features.
    func counts(of row: Int, in texts: EncodedTexts) -> OfferCounts {
        let weight = offerWeight(row, texts)
        return OfferCounts(texts.isLure[row] ? weight : 0, weight)
    }

    /// How much a feature speaks for a lure, in log-odds.
    func lureWeight(of counts: OfferCounts, smoothing: Double) -> Double {
        let inside = rate(counts[0], total[0], smoothing)
        let outside = rate(counts[1] - counts[0], total[1] - total[0], smoothing)
        return max(-ModelTrainer.clip, min(ModelTrainer.clip, lure_log(inside / outside)))
    }

    private func rate(_ count: Int64, _ total: Int64, _ smoothing: Double) -> Double {
        let one = Double(Self.one)
        return (Double(count) / one + smoothing) / (Double(total) / one + 2 * smoothing)
    }
}

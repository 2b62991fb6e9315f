import CLureSupport
import LureText

/// What a classifier is made of, and how. Chosen by cross-validation over clusters; docs/model.md has the numbers.
public struct TrainingPlan: Hashable, Sendable {
    /// Texts of a class that a feature is taken to show in beforehand.
    public var smoothing: Double
    /// Texts a feature must show in.
    public var minimumCount = 2
    /// Pieces of runs are many: only common ones tell more than the chance of which texts they stand in.
    public var minimumCharacterCount: Int
    /// Features at most; the most telling stay.
    public var featureLimit: Int
    /// Whether two words in a row are a feature.
    public var readsWordPairs: Bool
    /// Known features up to which a text becomes surer by its length.
    public var surest: Double
    /// How far the weight of a rule may move from what its severity says, in log-odds.
    public var ruleDeviation: Double
    /// Whether weights for lures are refined by their mistakes (`ModelRefiner`) or left as counted; those for kinds are
    /// never counted.
    public var refines = true

    /// For a corpus of many languages with some hundred texts each, where pairs of words are too rare to tell
    /// anything (AUC 0.970 with them, 0.971 without).
    public static let manyLanguages = TrainingPlan(
        smoothing: 0.5, minimumCharacterCount: 20, featureLimit: 1 << 16, readsWordPairs: false,
        surest: 256, ruleDeviation: 0.5)

    /// For someone's own rows, many of one language.
    public static let ownRows = TrainingPlan(
        smoothing: 0.1, minimumCharacterCount: 5, featureLimit: 1 << 18, readsWordPairs: true,
        surest: 100_000, ruleDeviation: 1.5)
}

/// Counts in how many texts features show, so that those worth a weight can be chosen.
public struct FeatureCounts: Sendable {
    /// Features kept while counting; when there are more, the rarest are forgotten (lossy counting: Manku and
    /// Motwani, VLDB 2002), so that memory stays bounded however many rows there are.
    private static let limit = 6_000_000
    private var counts = CountTable()
    private var texts = 0
    private var lures = 0

    public init() {}

    /// - Parameter features: of one text, each once.
    public mutating func add(_ features: [Feature], isLure: Bool) {
        texts += 1
        if isLure { lures += 1 }
        counts.add(features, isLure: isLure)
        var rare: UInt32 = 1
        while counts.count > Self.limit {
            counts.keep { $0.texts > rare }
            rare += 1
        }
    }

    /// The features that a plan wants weights for.
    public func vocabulary(_ plan: TrainingPlan) -> Vocabulary {
        var kept = counts.filter { count in
            count.texts >= (count.group == .characters ? plan.minimumCharacterCount : plan.minimumCount)
        }
        if kept.count > plan.featureLimit {
            let order = kept.map { (telling: telling($0), entry: $0) }.sorted { a, b in
                a.telling != b.telling ? a.telling > b.telling : a.entry.key < b.entry.key
            }
            kept = order.prefix(plan.featureLimit).map { $0.entry }
        }
        kept.sort { $0.key < $1.key }
        return Vocabulary(
            keys: kept.map { $0.key }, groups: kept.map { $0.group },
            minimumCounts: kept.map {
                $0.group == .characters ? plan.minimumCharacterCount : plan.minimumCount
            })
    }

    /// How far a feature's texts are from the usual mix, all together.
    private func telling(_ count: CountTable.Entry) -> Double {
        let inside = (Double(count.lures) + 0.5) / (Double(lures) + 1)
        let outside = (Double(count.texts - count.lures) + 0.5) / (Double(texts - lures) + 1)
        return lure_log(inside / outside).magnitude * Double(count.texts)
    }
}

/// Features that get weights, by their index.
public struct Vocabulary: Sendable {
    /// Ascending.
    let keys: [UInt64]
    /// By feature: what it was read from.
    let groups: [FeatureGroup]
    /// By feature: texts it must show in to get a weight.
    let minimumCounts: [Int]
    private let indices: [UInt64: UInt32]

    init(keys: [UInt64], groups: [FeatureGroup], minimumCounts: [Int]) {
        self.keys = keys
        self.groups = groups
        self.minimumCounts = minimumCounts
        var indices: [UInt64: UInt32] = [:]
        indices.reserveCapacity(keys.count)
        for (index, key) in keys.enumerated() { indices[key] = UInt32(index) }
        self.indices = indices
    }

    public var count: Int { keys.count }

    func index(of key: UInt64) -> UInt32? { indices[key] }
}

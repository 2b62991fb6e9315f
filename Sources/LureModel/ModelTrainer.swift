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
        public var language: Language
        public var isLure: Bool
        public var kind: TextKind

        public init(features: [Feature], language: Language, isLure: Bool, kind: TextKind) {
            self.features = features
            self.language = language
            self.isLure = isLure
            self.kind = kind
        }
    }

    /// Texts of a class that a feature is taken to show in beforehand: half a text in a thousand.
    static let smoothing = 0.5
    /// Largest weight, in log-odds: one word must not decide.
    static let clip = 3.0
    /// Texts a feature must show in.
    static let minimumCount = 2
    /// Pieces of runs are many: only common ones tell more than the chance of which texts they stand in. Chosen by
    /// cross-validation over clusters (AUC 0.885 with 3, 0.901 with 20).
    static let minimumCharacterCount = 20
    static let featureLimit = 1 << 16

    private let refines: Bool

    /// - Parameter refines: whether to refine what counting gives.
    public init(refines: Bool = true) { self.refines = refines }

    /// A model of `rows` with slopes 1 and intercepts 0; `calibrated` sets them.
    public func fit(_ rows: [Row]) -> ModelDraft {
        let totals = Totals(rows)
        var counts: [UInt64: Count] = [:]
        for row in rows {
            let weight = totals.weight(of: row)
            for feature in row.features {
                counts[feature.key, default: Count(group: feature.group)].add(row, weight)
            }
        }
        var entries: [(key: UInt64, weights: [Double], texts: Int)] = []
        for key in counts.keys.sorted() {
            guard let count = counts[key], count.isKept else { continue }
            entries.append((key, totals.weights(of: count), count.texts))
        }
        if entries.count > Self.featureLimit {
            entries.sort { a, b in
                let sizes = (
                    a.weights[0].magnitude * Double(a.texts), b.weights[0].magnitude * Double(b.texts)
                )
                return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : a.key < b.key
            }
            entries.removeLast(entries.count - Self.featureLimit)
            entries.sort { $0.key < $1.key }
        }
        let counted = entries.map { ($0.key, $0.weights) }
        return ModelDraft(entries: refines ? refined(counted, rows, totals) : counted)
    }

    /// The entries with weights refined on the rows.
    private func refined(
        _ entries: [(UInt64, [Double])], _ rows: [Row], _ totals: Totals
    ) -> [(UInt64, [Double])] {
        var places: [UInt64: UInt32] = [:]
        for (index, entry) in entries.enumerated() { places[entry.0] = UInt32(index) }
        var known: [ModelRefiner.Row] = []
        for row in rows {
            known.append(
                ModelRefiner.Row(
                    features: row.features.compactMap { places[$0.key] }.sorted(), isLure: row.isLure,
                    kind: Int(row.kind.rawValue),
                    weight: Double(totals.weight(of: row)) / Double(Totals.one)))
        }
        // In an order that does not depend on the caller's.
        known.sort { a, b in
            if a.features != b.features { return a.features.lexicographicallyPrecedes(b.features) }
            return (a.kind, a.isLure ? 1 : 0) < (b.kind, b.isLure ? 1 : 0)
        }
        var refiner = ModelRefiner(entries.map { $0.1 })
        refiner.fit(known)
        return entries.enumerated().map { index, entry in
            (entry.0, refiner.weights(of: index).map { max(-Self.clip, min(Self.clip, $0)) })
        }
    }

    /// How often one feature shows, in weighted texts. Integers, so that the order of rows can't matter.
    private struct Count {
        let group: FeatureGroup
        var texts = 0
        var lures: Int64 = 0
        var all: Int64 = 0
        var kinds = [Int64](repeating: 0, count: TextKind.allCases.count)

        init(group: FeatureGroup) { self.group = group }

        mutating func add(_ row: Row, _ weight: Int64) {
            texts += 1
            all += weight
            if row.isLure { lures += weight }
            kinds[Int(row.kind.rawValue)] += weight
        }

        var isKept: Bool { texts >= (group == .characters ? minimumCharacterCount : minimumCount) }
    }

    /// Sizes of the classes.
    private struct Totals {
        /// Weight 1 as an integer.
        static let one: Int64 = 1 << 20
        private var classSizes: [UInt16: Int64] = [:]
        private var lures: Int64 = 0
        private var all: Int64 = 0
        private var kinds = [Int64](repeating: 0, count: TextKind.allCases.count)

        init(_ rows: [Row]) {
            for row in rows { classSizes[Self.classKey(row), default: 0] += 1 }
            for row in rows {
                let weight = weight(of: row)
                all += weight
                if row.isLure { lures += weight }
                kinds[Int(row.kind.rawValue)] += weight
            }
        }

        private static func classKey(_ row: Row) -> UInt16 {
            let language = row.language == .chineseTraditional ? Language.chineseSimplified : row.language
            return UInt16(language.rawValue) << 1 | (row.isLure ? 1 : 0)
        }

        /// Makes both classes of a language weigh as much as the two together have rows, halved.
        func weight(of row: Row) -> Int64 {
            let key = Self.classKey(row)
            let own = classSizes[key] ?? 1
            let sum = own + (classSizes[key ^ 1] ?? own)
            return Self.one * sum / (2 * own)
        }

        /// Log-odds for each class, lure first.
        func weights(of count: Count) -> [Double] {
            var weights = [ratio(count.lures, lures, count.all)]
            for kind in TextKind.allCases {
                weights.append(ratio(count.kinds[Int(kind.rawValue)], kinds[Int(kind.rawValue)], count.all))
            }
            return weights
        }

        private func ratio(_ inside: Int64, _ insideTotal: Int64, _ everywhere: Int64) -> Double {
            let one = Double(Self.one)
            func rate(_ count: Int64, _ total: Int64) -> Double {
                (Double(count) / one + ModelTrainer.smoothing)
                    / (Double(total) / one + 2 * ModelTrainer.smoothing)
            }
            let value = lure_log(rate(inside, insideTotal) / rate(everywhere - inside, all - insideTotal))
            return max(-ModelTrainer.clip, min(ModelTrainer.clip, value))
        }
    }
}

/// A fitted model before it is written: weights by feature, and the numbers that turn sums into log-odds.
public struct ModelDraft: Sendable {
    let entries: [(key: UInt64, weights: [Double])]
    private var numbers = ModelNumbers()

    init(entries: [(UInt64, [Double])]) { self.entries = entries.map { (key: $0.0, weights: $0.1) } }

    public var featureCount: Int { entries.count }

    /// The same weights with other slopes and intercepts.
    public func calibrated(
        lureSlope: Double, lureIntercept: Double, kindSlope: Double, kindIntercepts: [Double]
    ) -> ModelDraft {
        var copy = self
        copy.numbers.lureSlope = lureSlope
        copy.numbers.lureIntercept = lureIntercept
        copy.numbers.kindSlope = kindSlope
        copy.numbers.kindIntercepts = kindIntercepts
        return copy
    }

    /// The model file.
    public func bytes() -> [UInt8] {
        var slotCount = 16
        while slotCount < 2 * entries.count { slotCount *= 2 }
        var fingerprints = [UInt32](repeating: 0, count: slotCount)
        var weights = [[Int16]](
            repeating: [Int16](repeating: 0, count: ModelFormat.classCount), count: slotCount)
        for entry in entries {
            var index = Int(truncatingIfNeeded: entry.key) & (slotCount - 1)
            while fingerprints[index] != 0 { index = (index + 1) & (slotCount - 1) }
            fingerprints[index] = ModelFormat.fingerprint(entry.key)
            weights[index] = entry.weights.map { Int16(($0 / numbers.unit).rounded()) }
        }
        return file(fingerprints, weights)
    }

    private func file(_ fingerprints: [UInt32], _ weights: [[Int16]]) -> [UInt8] {
        var table: [UInt8] = []
        table.reserveCapacity(fingerprints.count * 16)
        for fingerprint in fingerprints { append(fingerprint, to: &table) }
        for slot in weights {
            for value in slot { append(UInt16(bitPattern: value), to: &table) }
        }
        var digest = table.withUnsafeBufferPointer { StableHash.hash($0.baseAddress!, count: $0.count) }
        for value in numbers.values { digest = StableHash.combine(digest, value.bitPattern) }
        var file: [UInt8] = []
        append(ModelFormat.signature, to: &file)
        append(ModelFormat.version, to: &file)
        append(ModelFormat.featureVersion, to: &file)
        append(UInt32(fingerprints.count), to: &file)
        append(UInt32(entries.count), to: &file)
        append(digest, to: &file)
        for value in numbers.values { append(value.bitPattern, to: &file) }
        while file.count < ModelFormat.headerCount { file.append(0) }
        return file + table
    }

    private func append<T: FixedWidthInteger>(_ value: T, to bytes: inout [UInt8]) {
        var rest = value
        for _ in 0..<MemoryLayout<T>.size {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}

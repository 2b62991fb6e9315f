import LureText

/// A fitted model before it is written: weights by feature, and the numbers that turn sums into log-odds.
public struct ModelDraft: Sendable {
    private let vocabulary: Vocabulary
    /// By feature of the vocabulary, in the file's unit; nil for those without weights.
    private var weights: [ClassVector?]
    private let readsWordPairs: Bool
    private let weighsKinds: Bool
    private var numbers = ModelNumbers()

    /// - Parameter weights: by feature of the vocabulary, in log-odds.
    init(_ weights: [ClassVector?], of vocabulary: Vocabulary, plan: TrainingPlan, weighsKinds: Bool) {
        numbers.surest = plan.surest
        let unit = numbers.unit
        self.weights = weights.map { ($0.map { $0 / unit })?.rounded(.toNearestOrAwayFromZero) }
        self.vocabulary = vocabulary
        readsWordPairs = plan.readsWordPairs
        self.weighsKinds = weighsKinds
    }

    public var featureCount: Int { weights.reduce(0) { $1 == nil ? $0 : $0 + 1 } }

    /// What the model will say of a text of the same vocabulary.
    public func score(_ row: Int, of texts: EncodedTexts) -> ModelScore {
        var score = ModelScore()
        var sums = ClassVector.zero
        for feature in texts.features(of: row) {
            guard let weights = weights[Int(feature)] else { continue }
            sums += weights
            score.knownFeatures += 1
        }
        let means = sums * (numbers.unit / numbers.divisor(score.knownFeatures))
        score.lure = numbers.lureIntercept + numbers.lureSlope * means[0]
        for kind in score.kinds.indices {
            score.kinds[kind] = numbers.kindIntercepts[kind] + numbers.kindSlope * means[1 + kind]
        }
        return score
    }

    /// The same weights with another slope and intercept for the lure score.
    public func calibrated(lureSlope: Double, lureIntercept: Double) -> ModelDraft {
        var copy = self
        copy.numbers.lureSlope = lureSlope
        copy.numbers.lureIntercept = lureIntercept
        return copy
    }

    /// The same with so much more in every lure score.
    public func raised(by shift: Double) -> ModelDraft {
        calibrated(lureSlope: numbers.lureSlope, lureIntercept: numbers.lureIntercept + shift)
    }

    /// The same weights with another slope and other intercepts for the kinds.
    public func calibrated(kindSlope: Double, kindIntercepts: [Double]) -> ModelDraft {
        var copy = self
        copy.numbers.kindSlope = kindSlope
        copy.numbers.kindIntercepts = kindIntercepts
        return copy
    }

    /// The same weights for lures; kinds are told as another model tells them, as far as both know a feature.
    /// - Parameter counts: known features of some texts, here and there.
    public func adoptingKinds(of model: Model, counts: [(here: Int, there: Int)]) -> ModelDraft {
        var copy = self
        let ratio = model.numbers.unit / numbers.unit
        for (index, key) in vocabulary.keys.enumerated() {
            guard let own = weights[index], let slot = model.slots.slot(of: key) else { continue }
            let known = model.weights[slot]
            let kinds = [known.offer, known.question, known.warning, known.distress, known.other]
            var changed = own
            for (lane, value) in kinds.enumerated() { changed[1 + lane] = (Double(value) * ratio).rounded() }
            copy.weights[index] = changed
        }
        // Sums are divided by more here, as more features are known.
        var ratios = 0.0
        for count in counts { ratios += numbers.divisor(count.here) / model.numbers.divisor(count.there) }
        copy.numbers.kindSlope =
            model.numbers.kindSlope * (counts.isEmpty ? 1 : ratios / Double(counts.count))
        copy.numbers.kindIntercepts = model.numbers.kindIntercepts
        return copy
    }

    // MARK: File

    /// The model file.
    public func bytes() -> [UInt8] {
        var slotCount = 16
        while slotCount < 2 * featureCount { slotCount *= 2 }
        var fingerprints = [UInt32](repeating: 0, count: slotCount)
        var slots = [ClassVector](repeating: .zero, count: slotCount)
        for (key, weights) in zip(vocabulary.keys, weights) {
            guard let weights else { continue }
            var index = Int(truncatingIfNeeded: key) & (slotCount - 1)
            while fingerprints[index] != 0 { index = (index + 1) & (slotCount - 1) }
            fingerprints[index] = ModelFormat.fingerprint(key)
            slots[index] = weights
        }
        return file(fingerprints, slots)
    }

    private func file(_ fingerprints: [UInt32], _ slots: [ClassVector]) -> [UInt8] {
        var table: [UInt8] = []
        table.reserveCapacity(fingerprints.count * 16)
        for fingerprint in fingerprints { append(fingerprint, to: &table) }
        for slot in slots {
            for lane in 0..<ModelFormat.classCount {
                append(UInt16(bitPattern: Int16(slot[lane])), to: &table)
            }
        }
        var digest = table.withUnsafeBufferPointer { StableHash.hash($0.baseAddress!, count: $0.count) }
        for value in numbers.values { digest = StableHash.combine(digest, value.bitPattern) }
        var file: [UInt8] = []
        append(ModelFormat.signature, to: &file)
        append(ModelFormat.version, to: &file)
        append(ModelFormat.featureVersion, to: &file)
        append(UInt32(fingerprints.count), to: &file)
        append(UInt32((readsWordPairs ? 1 : 0) | (weighsKinds ? 2 : 0)), to: &file)
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

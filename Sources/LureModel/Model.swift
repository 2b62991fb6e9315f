import LureText

/// A trained classifier: how much each feature speaks for a lure, and for each kind of text.
///
/// Naive Bayes over present features, length-normalised: the score is a slope times the mean weight of the known
/// features, where the mean's divisor is the square root of their number. So a long text does not become surer
/// merely by being long (Rennie et al., ICML 2003, section 4, use the norm of the weights to the same end).
public struct Model: Sendable {
    /// First 12 hexadecimal digits of a hash of the file's content.
    public let digest: String
    let numbers: ModelNumbers
    let slots: PackedTable<ModelSlot>
    let mask: Int

    /// Opens a model file; any bytes give a model that is safe to use, or an error.
    public init(_ region: ByteRegion) throws(PackError) {
        guard let signature = region.load(UInt64.self, at: 0) else { throw .truncated(offset: 0) }
        guard signature == ModelFormat.signature else { throw .wrongSignature(offset: 0) }
        for (offset, expected) in [
            (ModelFormat.versionOffset, ModelFormat.version),
            (ModelFormat.featureVersionOffset, ModelFormat.featureVersion),
        ] {
            guard let version = region.load(UInt32.self, at: offset) else { throw .truncated(offset: offset) }
            guard version == expected else { throw .unsupportedVersion(version, offset: offset) }
        }
        guard let count = region.load(UInt32.self, at: ModelFormat.slotCountOffset),
            let digestBits = region.load(UInt64.self, at: ModelFormat.digestOffset)
        else { throw .truncated(offset: ModelFormat.slotCountOffset) }
        guard count.nonzeroBitCount == 1, count <= 1 << 24 else {
            throw .invalidValue(offset: ModelFormat.slotCountOffset)
        }
        numbers = try Self.numbers(region)
        let size = Int(count) * MemoryLayout<ModelSlot>.stride
        guard let part = region.slice(at: ModelFormat.headerCount, count: size) else {
            throw .truncated(offset: region.count)
        }
        guard let table = part.table(of: ModelSlot.self) else {
            throw .misaligned(offset: ModelFormat.headerCount)
        }
        // Look-ups stop at an empty slot, so there must be one.
        guard (0..<table.count).contains(where: { table[$0].fingerprint == 0 }) else {
            throw .invalidValue(offset: ModelFormat.headerCount)
        }
        slots = table
        mask = Int(count) - 1
        digest = Self.hexadecimal(digestBits)
    }

    private static func numbers(_ region: ByteRegion) throws(PackError) -> ModelNumbers {
        var values: [Double] = []
        for index in 0..<ModelNumbers().values.count {
            let offset = ModelFormat.numbersOffset + 8 * index
            guard let bits = region.load(UInt64.self, at: offset) else { throw .truncated(offset: offset) }
            values.append(Double(bitPattern: bits))
        }
        let numbers = ModelNumbers(values: values)
        guard numbers.isSound else { throw .invalidValue(offset: ModelFormat.numbersOffset) }
        return numbers
    }

    private static func hexadecimal(_ bits: UInt64) -> String {
        var text = ""
        for shift in stride(from: 44, through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: bits >> UInt64(shift)) & 15
            text.unicodeScalars.append(Unicode.Scalar(digit < 10 ? 0x30 + digit : 0x57 + digit))
        }
        return text
    }

    /// The weights of a feature, or nil if the model does not know it.
    @inline(__always)
    func slot(of key: UInt64) -> ModelSlot? {
        let fingerprint = ModelFormat.fingerprint(key)
        var index = Int(truncatingIfNeeded: key) & mask
        while true {
            let slot = slots[index]
            if slot.fingerprint == fingerprint { return slot }
            if slot.fingerprint == 0 { return nil }
            index = (index &+ 1) & mask
        }
    }

    /// Scores a text by its features.
    public func score(_ features: [Feature], into score: inout ModelScore) {
        var lure = 0
        var kinds = (0, 0, 0, 0, 0)
        var known = 0
        score.lureWeights.removeAll(keepingCapacity: true)
        for feature in features {
            guard let slot = slot(of: feature.key) else {
                score.lureWeights.append(0)
                continue
            }
            score.lureWeights.append(slot.lure)
            known += 1
            lure += Int(slot.lure)
            kinds.0 += Int(slot.offer)
            kinds.1 += Int(slot.question)
            kinds.2 += Int(slot.warning)
            kinds.3 += Int(slot.distress)
            kinds.4 += Int(slot.other)
        }
        let mean = numbers.unit / Self.divisor(known)
        score.knownFeatures = known
        score.lure = numbers.lureIntercept + numbers.lureSlope * mean * Double(lure)
        setKind(.offer, kinds.0, mean, &score)
        setKind(.question, kinds.1, mean, &score)
        setKind(.warning, kinds.2, mean, &score)
        setKind(.distress, kinds.3, mean, &score)
        setKind(.other, kinds.4, mean, &score)
    }

    private func setKind(_ kind: TextKind, _ sum: Int, _ mean: Double, _ score: inout ModelScore) {
        let index = Int(kind.rawValue)
        score.kinds[index] = numbers.kindIntercepts[index] + numbers.kindSlope * mean * Double(sum)
    }

    /// The places that add most to the lure score, largest first by size.
    ///
    /// The terms of all places and the intercept together are `ModelScore.lure`. Features of one place that were
    /// read one after another (a word and its letters) make one term.
    /// - Parameters:
    ///   - score: of the same features.
    ///   - limit: at most so many.
    /// - Complexity: O(n × limit) in the number of features.
    public func terms(_ features: [Feature], _ score: ModelScore, limit: Int) -> [ModelTerm] {
        guard limit > 0, features.count == score.lureWeights.count else { return [] }
        var largest: [(span: TextSpan, weight: Int)] = []
        largest.reserveCapacity(limit + 1)
        var index = 0
        while index < features.count {
            let span = features[index].span
            var weight = 0
            repeat {
                weight += Int(score.lureWeights[index])
                index += 1
            } while index < features.count && features[index].span == span
            guard span.count > 0, weight != 0 else { continue }
            if largest.count == limit, weight.magnitude <= largest[limit - 1].weight.magnitude { continue }
            let place = largest.firstIndex { $0.weight.magnitude < weight.magnitude } ?? largest.count
            largest.insert((span, weight), at: place)
            if largest.count > limit { largest.removeLast() }
        }
        let factor = numbers.lureSlope * numbers.unit / Self.divisor(score.knownFeatures)
        return largest.map { ModelTerm(span: $0.span, contribution: Double($0.weight) * factor) }
    }

    /// Known features up to which a text becomes surer by its length.
    private static let surest = 256.0

    /// Square root of the number of known features; a text with very few of them counts as having eight. Beyond
    /// `surest` the divisor grows as the sum does: of a job posting of pages no chance surplus shall be made.
    static func divisor(_ known: Int) -> Double {
        let count = Double(max(known, 8))
        return count <= surest ? count.squareRoot() : count / surest.squareRoot()
    }
}

/// What a model says of a text.
public struct ModelScore: Sendable {
    /// Log-odds of a lure against the rest, at even odds.
    public var lure = 0.0
    /// Log-scores by `TextKind.rawValue`; only their differences mean something.
    public var kinds = [Double](repeating: 0, count: 5)
    /// Features the model has weights for.
    public var knownFeatures = 0
    /// By feature: its weight in the file's unit, 0 for one that is not known.
    var lureWeights: [Int16] = []

    public init() {}
}

/// What one place adds to the lure score.
public struct ModelTerm: Sendable {
    /// Place in the folded text; empty for what the text shows as a whole.
    public var span: TextSpan
    /// Log-odds.
    public var contribution: Double
}

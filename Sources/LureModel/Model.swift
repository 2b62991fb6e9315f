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
    /// Apart from the weights: most features of a text are not known, and these alone stay in the cache.
    private let fingerprints: PackedTable<UInt32>
    private let weights: PackedTable<ModelWeights>
    private let mask: Int

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
        fingerprints = try Self.table(region, at: ModelFormat.headerCount, count: Int(count))
        weights = try Self.table(
            region, at: ModelFormat.headerCount + 4 * Int(count), count: Int(count))
        // Look-ups stop at an empty slot, so there must be one.
        let table = fingerprints
        guard (0..<table.count).contains(where: { table[$0] == 0 }) else {
            throw .invalidValue(offset: ModelFormat.headerCount)
        }
        mask = Int(count) - 1
        digest = Self.hexadecimal(digestBits)
    }

    private static func table<T: BitwiseCopyable>(
        _ region: ByteRegion, at offset: Int, count: Int
    ) throws(PackError) -> PackedTable<T> {
        guard let part = region.slice(at: offset, count: count * MemoryLayout<T>.stride) else {
            throw .truncated(offset: region.count)
        }
        guard let table = part.table(of: T.self) else { throw .misaligned(offset: offset) }
        return table
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

    /// Where the weights of a feature stand, or nil if the model does not know it.
    @inline(__always)
    private func place(of key: UInt64) -> Int? {
        let fingerprint = ModelFormat.fingerprint(key)
        var index = Int(truncatingIfNeeded: key) & mask
        while true {
            let found = fingerprints[index]
            if found == fingerprint { return index }
            if found == 0 { return nil }
            index = (index &+ 1) & mask
        }
    }

    /// Scores a text by its features.
    public func score(_ features: [Feature], into score: inout ModelScore) {
        features.withUnsafeBufferPointer { self.score($0, into: &score) }
    }

    /// Scores a text by its features.
    public func score(_ features: UnsafeBufferPointer<Feature>, into score: inout ModelScore) {
        var lure = 0
        var kinds = (0, 0, 0, 0, 0)
        score.known.removeAll(keepingCapacity: true)
        for index in features.indices {
            guard let place = place(of: features[index].key) else { continue }
            let entry = weights[place]
            score.known.append(ModelScore.Known(feature: Int32(truncatingIfNeeded: index), lure: entry.lure))
            lure &+= Int(entry.lure)
            kinds.0 &+= Int(entry.offer)
            kinds.1 &+= Int(entry.question)
            kinds.2 &+= Int(entry.warning)
            kinds.3 &+= Int(entry.distress)
            kinds.4 &+= Int(entry.other)
        }
        let mean = numbers.unit / Self.divisor(score.knownFeatures)
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
    /// - Complexity: O(n × limit) in the number of known features, plus O(n) in that of all.
    public func terms(_ features: UnsafeBufferPointer<Feature>, _ score: ModelScore, limit: Int)
        -> [ModelTerm]
    {
        guard limit > 0, let last = score.known.last, Int(last.feature) < features.count else { return [] }
        var largest: [(span: TextSpan, weight: Int)] = []
        largest.reserveCapacity(limit + 1)
        score.known.withUnsafeBufferPointer { known in
            var index = 0
            while index < known.count {
                let span = features[Int(known[index].feature)].span
                var weight = 0
                repeat {
                    weight += Int(known[index].lure)
                    index += 1
                } while index < known.count && Self.isOnePlace(features, known[index - 1], known[index])
                guard span.count > 0, weight != 0 else { continue }
                if largest.count == limit, weight.magnitude <= largest[limit - 1].weight.magnitude {
                    continue
                }
                let place = largest.firstIndex { $0.weight.magnitude < weight.magnitude } ?? largest.count
                largest.insert((span, weight), at: place)
                if largest.count > limit { largest.removeLast() }
            }
        }
        let factor = numbers.lureSlope * numbers.unit / Self.divisor(score.knownFeatures)
        return largest.map { ModelTerm(span: $0.span, contribution: Double($0.weight) * factor) }
    }

    /// The same for features that were copied out of a scratch.
    public func terms(_ features: [Feature], _ score: ModelScore, limit: Int) -> [ModelTerm] {
        features.withUnsafeBufferPointer { terms($0, score, limit: limit) }
    }

    /// Whether all features from one to the other stand in the same place.
    private static func isOnePlace(
        _ features: UnsafeBufferPointer<Feature>, _ first: ModelScore.Known, _ last: ModelScore.Known
    ) -> Bool {
        let span = features[Int(first.feature)].span
        var index = Int(last.feature)
        while index > Int(first.feature) {
            if features[index].span != span { return false }
            index -= 1
        }
        return true
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
    /// Features the model has weights for, in their order.
    var known: [Known] = []

    struct Known: Sendable {
        /// Index among the text's features.
        var feature: Int32
        /// In the file's unit.
        var lure: Int16
    }

    /// Number of features the model has weights for.
    public var knownFeatures: Int { known.count }

    public init() {}
}

/// What one place adds to the lure score.
public struct ModelTerm: Sendable {
    /// Place in the folded text; empty for what the text shows as a whole.
    public var span: TextSpan
    /// Log-odds.
    public var contribution: Double
}

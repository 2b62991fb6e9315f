import LureText

/// What a model says of a text.
public struct ModelScore: Sendable {
    /// Log-odds of a lure against the rest, at even odds.
    public var lure = 0.0
    /// Log-scores by `TextKind.rawValue`; only their differences mean something.
    public var kinds = [Double](repeating: 0, count: 5)
    /// Number of features the model has weights for.
    public internal(set) var knownFeatures = 0

    public init() {}
}

/// What one place adds to the lure score.
public struct ModelTerm: Sendable {
    /// Place in the folded text; empty for what the text shows as a whole.
    public var span: TextSpan
    /// Log-odds.
    public var contribution: Double
}

extension Model {
    /// Scores a text.
    /// - Complexity: linear in the text and in the number of hits.
    public func score(_ input: FeatureInput, scratch: inout ModelScratch, into score: inout ModelScore) {
        scratch.known.begin(slotCount: slots.count)
        scratch.pairs.fit(input.conceptKeys, slots)
        let isDoubtful = withUnsafeMutablePointer(to: &scratch.pairs) { pairs in
            var sink = KnownSink(self, scratch.known, pairs)
            FeatureExtractor(readsWordPairs: readsWordPairs).read(input, &scratch.buffers, into: &sink)
            scratch.known = sink.known
            return sink.isDoubtful
        }
        if isDoubtful {
            let features = FeatureExtractor(readsWordPairs: readsWordPairs).all(of: input)
            features.withUnsafeBufferPointer { scratch.known.count($0, self) }
        } else {
            scratch.known.weigh(weights.address)
        }
        sum(scratch.known, into: &score)
    }

    /// Scores a text by its features.
    public func score(_ features: [Feature], scratch: inout ModelScratch, into score: inout ModelScore) {
        features.withUnsafeBufferPointer { scratch.known.count($0, self) }
        sum(scratch.known, into: &score)
    }

    private func sum(_ known: KnownFeatures, into score: inout ModelScore) {
        score.knownFeatures = known.count
        let mean = numbers.unit / numbers.divisor(known.count)
        score.lure = numbers.lureIntercept + numbers.lureSlope * mean * Double(known.sums.lure)
        setKind(.offer, known.sums.offer, mean, &score)
        setKind(.question, known.sums.question, mean, &score)
        setKind(.warning, known.sums.warning, mean, &score)
        setKind(.distress, known.sums.distress, mean, &score)
        setKind(.other, known.sums.other, mean, &score)
    }

    private func setKind(_ kind: TextKind, _ sum: Int, _ mean: Double, _ score: inout ModelScore) {
        let index = Int(kind.rawValue)
        score.kinds[index] = numbers.kindIntercepts[index] + numbers.kindSlope * mean * Double(sum)
    }

    /// The places that add most to the lure score of the text scored last, largest first by size.
    ///
    /// The terms of all places and the intercept together are `ModelScore.lure`. Features of one place that were
    /// read one after another (a word and its letters) make one term.
    /// - Parameter limit: at most so many.
    /// - Complexity: O(n × limit) in the number of known features.
    public func terms(_ scratch: inout ModelScratch, limit: Int) -> [ModelTerm] {
        guard limit > 0 else { return [] }
        let places = scratch.known.places
        scratch.largest.removeAll(keepingCapacity: true)
        // Size of the smallest of the largest terms, once there are enough of them.
        var threshold = 0
        for index in 0..<scratch.known.placeCount {
            let weight = places[index].lure
            guard weight > threshold || weight < -threshold else { continue }
            let span = TextSpan(place: places[index].span)
            guard span.count > 0 else { continue }
            scratch.insert(span, weight, limit: limit)
            if scratch.largest.count == limit { threshold = Int(scratch.largest[limit - 1].weight.magnitude) }
        }
        let factor = numbers.lureSlope * numbers.unit / numbers.divisor(scratch.known.count)
        return scratch.largest.map { ModelTerm(span: $0.span, contribution: Double($0.weight) * factor) }
    }

    /// Square root of the number of known features; a text with very few of them counts as having eight. Beyond
    /// `surest` the divisor grows as the sum does: of a job posting of pages no chance surplus shall be made.
    static func divisor(_ known: Int, surest: Double) -> Double {
        let count = Double(max(known, 8))
        return count <= surest ? count.squareRoot() : count / surest.squareRoot()
    }
}

extension ModelScratch {
    /// Puts a term in its place among the largest, behind those of the same size.
    @inline(never)
    fileprivate mutating func insert(_ span: TextSpan, _ weight: Int, limit: Int) {
        var place = largest.count
        largest.append((span, weight))
        while place > 0, largest[place - 1].weight.magnitude < weight.magnitude {
            largest[place] = largest[place - 1]
            place -= 1
        }
        largest[place] = (span, weight)
        if largest.count > limit { largest.removeLast() }
    }
}

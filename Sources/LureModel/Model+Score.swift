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
        FeatureExtractor().read(input, into: &scratch.buffers)
        let list = scratch.buffers.list
        scratch.known.take(UnsafeBufferPointer(start: list.features, count: list.count), slots)
        sum(scratch.known, into: &score)
    }

    /// Scores a text by its features.
    public func score(_ features: [Feature], scratch: inout ModelScratch, into score: inout ModelScore) {
        features.withUnsafeBufferPointer { scratch.known.take($0, slots) }
        sum(scratch.known, into: &score)
    }

    private func sum(_ known: KnownFeatures, into score: inout ModelScore) {
        var lure = 0
        var kinds = (0, 0, 0, 0, 0)
        for index in 0..<known.count {
            let entry = weights[Int(known.entries[index].slot)]
            known.entries[index].lure = entry.lure
            lure &+= Int(entry.lure)
            kinds.0 &+= Int(entry.offer)
            kinds.1 &+= Int(entry.question)
            kinds.2 &+= Int(entry.warning)
            kinds.3 &+= Int(entry.distress)
            kinds.4 &+= Int(entry.other)
        }
        score.knownFeatures = known.count
        let mean = numbers.unit / Self.divisor(known.count)
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

    /// The places that add most to the lure score of the text scored last, largest first by size.
    ///
    /// The terms of all places and the intercept together are `ModelScore.lure`. Features of one place that were
    /// read one after another (a word and its letters) make one term.
    /// - Parameter limit: at most so many.
    /// - Complexity: O(n × limit) in the number of known features.
    public func terms(_ scratch: inout ModelScratch, limit: Int) -> [ModelTerm] {
        guard limit > 0 else { return [] }
        let (entries, count) = (scratch.known.entries, scratch.known.count)
        scratch.largest.removeAll(keepingCapacity: true)
        // Size of the smallest of the largest terms, once there are enough of them.
        var threshold = 0
        var index = 0
        while index < count {
            let place = entries[index].place
            var weight = Int(entries[index].lure)
            index &+= 1
            while index < count, entries[index].continues {
                weight &+= Int(entries[index].lure)
                index &+= 1
            }
            guard weight > threshold || weight < -threshold else { continue }
            let span = TextSpan(place: place)
            guard span.count > 0 else { continue }
            scratch.insert(span, weight, limit: limit)
            if scratch.largest.count == limit { threshold = Int(scratch.largest[limit - 1].weight.magnitude) }
        }
        let factor = numbers.lureSlope * numbers.unit / Self.divisor(count)
        return scratch.largest.map { ModelTerm(span: $0.span, contribution: Double($0.weight) * factor) }
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

extension ModelScratch {
    /// Puts a term in its place among the largest, behind those of the same size.
    @inline(never)
    fileprivate mutating func insert(_ span: TextSpan, _ weight: Int, limit: Int) {
        let place = largest.firstIndex { $0.weight.magnitude < weight.magnitude } ?? largest.count
        largest.insert((span, weight), at: place)
        if largest.count > limit { largest.removeLast() }
    }
}

import LureText

/// Reads a message's features: what it speaks of (concepts, pairs of them, rules, facts), its shape, and its
/// words and characters.
///
/// Names of peoples and religions must be masked before (`PeopleMask`). Amounts, contacts and anything with a digit give no word features: what they say is in the facts,
/// and a model must not remember someone's number.
public struct FeatureExtractor: Sendable {
    /// Distinct concepts of one clause that are paired: at most 276 pairs, so the time stays linear in the text.
    static let pairedConcepts = 24

    public init() {}

    /// Reads the features of `input` into `scratch.features`; to score a text, `Model.score` needs no such list.
    /// - Complexity: linear in the text and in the number of hits.
    public func extract(_ input: FeatureInput, into scratch: inout FeatureScratch) {
        var buffers = FeatureBuffers()
        defer { buffers.deallocate() }
        read(input, into: &buffers)
        scratch.features.removeAll(keepingCapacity: true)
        var seen = Set<UInt64>()
        for index in 0..<buffers.list.count {
            let feature = buffers.list.features[index]
            if seen.insert(feature.key).inserted { scratch.features.append(feature) }
        }
    }

    /// Reads the features of `input` into `buffers.list`.
    func read(_ input: FeatureInput, into buffers: inout FeatureBuffers) {
        buffers.beginMessage()
        var list = buffers.list
        input.text.withUnsafeBufferPointer { text in
            addConcepts(input, into: &list)
            addPairs(input, into: &list)
            for rule in input.rules {
                list.add(FeatureKey.rule(rule.key), rule.span.start, rule.span.end, .rule)
            }
            FactFeatures.add(input.facts, into: &list)
            ShapeFeatures.add(input, text: text, &buffers.clauses, into: &list)
            mask(input.facts, in: &buffers.masks)
            buffers.masks.withUnsafeBufferPointer { masks in
                WordFeatures(text: text, language: input.language, masks: masks)
                    .add(input.segmentation.words, into: &list)
            }
        }
        buffers.list = list
    }

    private func addConcepts(_ input: FeatureInput, into list: inout FeatureList) {
        var out = list.room(for: input.concepts.count)
        input.conceptKeys.withUnsafeBufferPointer { keys in
            for hit in input.concepts where Int(hit.concept) < keys.count {
                let key = FeatureKey.concept(keys[Int(hit.concept)])
                out.add(key, hit.span.start, hit.span.end, .concept)
            }
        }
        list.end(out)
    }

    /// A concept of the clause at hand.
    private struct Partner {
        var key: UInt64
        var span: TextSpan
        var concept: UInt16
    }

    private func addPairs(_ input: FeatureInput, into list: inout FeatureList) {
        input.conceptKeys.withUnsafeBufferPointer { keys in
            withUnsafeTemporaryAllocation(of: Partner.self, capacity: Self.pairedConcepts) { partners in
                guard let partners = partners.baseAddress else { return }
                // The distinct concepts of the clause at hand.
                var count = 0
                var clause: UInt16 = 0
                // By the low bits of their numbers: where no bit is set, a concept is new.
                var present: UInt64 = 0
                for hit in input.concepts where Int(hit.concept) < keys.count {
                    if clause != hit.clause { (clause, count, present) = (hit.clause, 0, 0) }
                    guard count < Self.pairedConcepts else { continue }
                    let bit: UInt64 = 1 &<< UInt64(hit.concept & 63)
                    if present & bit != 0, Self.holds(partners, count, hit.concept) { continue }
                    present |= bit
                    let partner = Partner(
                        key: keys[Int(hit.concept)], span: hit.span, concept: hit.concept)
                    Self.addPairs(of: partner, with: partners, count, into: &list)
                    (partners + count).initialize(to: partner)
                    count += 1
                }
            }
        }
    }

    private static func holds(_ partners: UnsafePointer<Partner>, _ count: Int, _ concept: UInt16) -> Bool {
        for index in 0..<count where partners[index].concept == concept { return true }
        return false
    }

    private static func addPairs(
        of one: Partner, with partners: UnsafePointer<Partner>, _ count: Int, into list: inout FeatureList
    ) {
        var out = list.room(for: count)
        for index in 0..<count {
            let other = partners[index]
            out.add(
                FeatureKey.pair(one.key, other.key), min(one.span.start, other.span.start),
                max(one.span.end, other.span.end), .conceptPair)
        }
        list.end(out)
    }

    private func mask(_ facts: [Fact], in masks: inout [TextSpan]) {
        guard !facts.isEmpty else { return }
        for fact in facts { masks.append(fact.span) }
        masks.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    }
}

import LureText

/// Reads a message's features: what it speaks of (concepts, pairs of them, rules, facts), its shape, and its
/// words and characters.
///
/// Names of peoples and religions must be masked before (`PeopleMask`). Amounts, contacts and anything with a digit give no word features: what they say is in the facts,
/// and a model must not remember someone's number.
public struct FeatureExtractor: Sendable {
    /// Distinct concepts of one clause that are paired: at most 276 pairs, so the time stays linear in the text.
    static let pairedConcepts = 24

    /// Whether two words in a row are a feature too (`ModelTrainer.Plan`).
    private let readsWordPairs: Bool

    public init(readsWordPairs: Bool = false) { self.readsWordPairs = readsWordPairs }

    /// Reads the features of `input` into `scratch.features`; to score a text, `Model.score` needs no such list.
    /// - Complexity: linear in the text and in the number of hits.
    public func extract(_ input: FeatureInput, into scratch: inout FeatureScratch) {
        var seen = Set<UInt64>()
        scratch.features.removeAll(keepingCapacity: true)
        for feature in all(of: input) where seen.insert(feature.key).inserted {
            scratch.features.append(feature)
        }
    }

    /// All features of `input` in the order they are read, the same one again and again.
    func all(of input: FeatureInput) -> [Feature] {
        var buffers = FeatureBuffers()
        defer { buffers.deallocate() }
        var list = FeatureList()
        read(input, &buffers, into: &list)
        return list.features
    }

    /// Hands the features of `input` over to `sink`.
    @inline(__always)
    func read<Sink: FeatureSink>(
        _ input: FeatureInput, _ buffers: inout FeatureBuffers, into sink: inout Sink
    ) {
        buffers.beginMessage()
        input.text.withUnsafeBufferPointer { text in
            addConcepts(input, into: &sink)
            addPairs(input, into: &sink)
            for rule in input.rules {
                sink.add(FeatureKey.rule(rule.key), rule.span.start, rule.span.end, .rule)
            }
            FactFeatures.add(input.facts, into: &sink)
            ShapeFeatures.add(input, text: text, &buffers.clauses, into: &sink)
            mask(input.facts, in: &buffers.masks)
            buffers.masks.withUnsafeBufferPointer { masks in
                input.segmentation.words.withUnsafeBufferPointer { words in
                    WordFeatures(
                        text: text, language: input.language, masks: masks, readsPairs: readsWordPairs
                    ).add(words, into: &sink)
                }
            }
        }
    }

    /// Each concept; that it opens or closes the text; and that it is the first one new after another, which tells a
    /// story by its order and, unlike pairs, goes on over clauses. Only first mentions have an order, so repeating a
    /// phrase changes nothing.
    private func addConcepts<Sink: FeatureSink>(_ input: FeatureInput, into sink: inout Sink) {
        let last = UInt16(truncatingIfNeeded: max(0, input.segmentation.clauses.count - 1))
        var mentioned = ConceptSet()
        var before: ConceptHit?
        input.conceptKeys.withUnsafeBufferPointer { keys in
            input.concepts.withUnsafeBufferPointer { hits in
                for hit in hits where Int(hit.concept) < keys.count {
                    sink.addConcept(hit, keys, opens: hit.clause == 0, closes: hit.clause == last)
                    guard mentioned.insert(hit.concept) else { continue }
                    if let before {
                        sink.addStep(
                            from: before.concept, to: hit.concept, keys,
                            around: TextSpan(
                                start: min(before.span.start, hit.span.start),
                                end: max(before.span.end, hit.span.end)))
                    }
                    before = hit
                }
            }
        }
    }

    private func addPairs<Sink: FeatureSink>(_ input: FeatureInput, into sink: inout Sink) {
        input.conceptKeys.withUnsafeBufferPointer { keys in
            withUnsafeTemporaryAllocation(of: PairedConcept.self, capacity: Self.pairedConcepts) { partners in
                guard let partners = partners.baseAddress else { return }
                // The distinct concepts of the clause at hand.
                var count = 0
                var clause: UInt16 = 0
                // By the low bits of their numbers: where no bit is set, a concept is new.
                var present: UInt64 = 0
                for hit in input.concepts where Int(hit.concept) < keys.count {
                    if clause != hit.clause {
                        (clause, count, present) = (hit.clause, 0, 0)
                        sink.endClause()
                    }
                    guard count < Self.pairedConcepts else { continue }
                    let bit: UInt64 = 1 &<< UInt64(hit.concept & 63)
                    if present & bit != 0, Self.holds(partners, count, hit.concept) { continue }
                    present |= bit
                    let partner = PairedConcept(
                        key: keys[Int(hit.concept)], span: hit.span, concept: hit.concept)
                    sink.addPairs(of: partner, with: partners, count)
                    (partners + count).initialize(to: partner)
                    count += 1
                }
            }
        }
        sink.endPairs(input.concepts)
    }

    private static func holds(
        _ partners: UnsafePointer<PairedConcept>, _ count: Int, _ concept: UInt16
    ) -> Bool {
        for index in 0..<count where partners[index].concept == concept { return true }
        return false
    }

    private func mask(_ facts: [Fact], in masks: inout [TextSpan]) {
        guard !facts.isEmpty else { return }
        for fact in facts { masks.append(fact.span) }
        masks.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    }
}

/// Concepts by the low eight bits of their numbers.
private struct ConceptSet {
    private var bits = SIMD4<UInt64>.zero

    /// - Returns: whether it is new.
    mutating func insert(_ concept: UInt16) -> Bool {
        let lane = Int(concept >> 6 & 3)
        let bit: UInt64 = 1 &<< UInt64(concept & 63)
        guard bits[lane] & bit == 0 else { return false }
        bits[lane] |= bit
        return true
    }
}

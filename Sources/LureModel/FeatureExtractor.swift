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

    /// Reads `input` into `scratch.features`.
    /// - Complexity: linear in the text and in the number of hits.
    public func extract(_ input: FeatureInput, into scratch: inout FeatureScratch) {
        scratch.withNewMessage { table, masks in
            input.text.withUnsafeBufferPointer { text in
                addConcepts(input, into: &table)
                addPairs(input, into: &table)
                for rule in input.rules {
                    table.add(FeatureKey.rule(rule.key), rule.span.start, rule.span.end, .rule)
                }
                FactFeatures.add(input.facts, into: &table)
                ShapeFeatures.add(input, text: text, into: &table)
                mask(input.facts, in: &masks)
                masks.withUnsafeBufferPointer { masks in
                    WordFeatures(text: text, language: input.language, masks: masks)
                        .add(input.segmentation.words, into: &table)
                }
            }
        }
    }

    private func addConcepts(_ input: FeatureInput, into table: inout FeatureTable) {
        for hit in input.concepts {
            guard let key = key(of: hit, input) else { continue }
            table.add(FeatureKey.concept(key), hit.span.start, hit.span.end, .concept)
        }
    }

    private func addPairs(_ input: FeatureInput, into table: inout FeatureTable) {
        typealias Partner = (hit: ConceptHit, key: UInt64)
        withUnsafeTemporaryAllocation(of: Partner.self, capacity: Self.pairedConcepts) { partners in
            guard let partners = partners.baseAddress else { return }
            // The distinct concepts of the clause at hand.
            var count = 0
            hits: for hit in input.concepts {
                guard let key = key(of: hit, input) else { continue }
                if count > 0, partners[0].hit.clause != hit.clause { count = 0 }
                guard count < Self.pairedConcepts else { continue }
                for other in 0..<count where partners[other].hit.concept == hit.concept { continue hits }
                for other in 0..<count {
                    let span = partners[other].hit.span
                    table.add(
                        FeatureKey.pair(key, partners[other].key), min(hit.span.start, span.start),
                        max(hit.span.end, span.end), .conceptPair)
                }
                (partners + count).initialize(to: (hit, key))
                count += 1
            }
        }
    }

    /// The concept's key, or nil for a concept that the input gives no key for.
    private func key(of hit: ConceptHit, _ input: FeatureInput) -> UInt64? {
        Int(hit.concept) < input.conceptKeys.count ? input.conceptKeys[Int(hit.concept)] : nil
    }

    private func mask(_ facts: [Fact], in masks: inout [TextSpan]) {
        guard !facts.isEmpty else { return }
        for fact in facts { masks.append(fact.span) }
        masks.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    }
}

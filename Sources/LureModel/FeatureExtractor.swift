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
        scratch.beginMessage()
        input.text.withUnsafeBufferPointer { text in
            addConcepts(input, into: &scratch)
            addPairs(input, into: &scratch)
            for rule in input.rules {
                scratch.add(FeatureKey.rule(rule.key), rule.span.start, rule.span.end, .rule)
            }
            FactFeatures.add(input.facts, into: &scratch)
            ShapeFeatures.add(input, text: text, into: &scratch)
            maskFacts(input.facts, in: &scratch)
            WordFeatures(text: text, language: input.language)
                .add(input.segmentation.words, into: &scratch)
        }
    }

    private func addConcepts(_ input: FeatureInput, into scratch: inout FeatureScratch) {
        for hit in input.concepts {
            guard let key = key(of: hit, input) else { continue }
            scratch.add(FeatureKey.concept(key), hit.span.start, hit.span.end, .concept)
        }
    }

    private func addPairs(_ input: FeatureInput, into scratch: inout FeatureScratch) {
        scratch.clauseConcepts.removeAll(keepingCapacity: true)
        for hit in input.concepts {
            guard let key = key(of: hit, input) else { continue }
            if let first = scratch.clauseConcepts.first, first.clause != hit.clause {
                scratch.clauseConcepts.removeAll(keepingCapacity: true)
            }
            guard scratch.clauseConcepts.count < Self.pairedConcepts else { continue }
            guard !scratch.clauseConcepts.contains(where: { $0.concept == hit.concept }) else { continue }
            for other in 0..<scratch.clauseConcepts.count {
                let partner = scratch.clauseConcepts[other]
                scratch.add(
                    FeatureKey.pair(key, input.conceptKeys[Int(partner.concept)]),
                    min(hit.span.start, partner.span.start), max(hit.span.end, partner.span.end), .conceptPair
                )
            }
            scratch.clauseConcepts.append(hit)
        }
    }

    /// The concept's key, or nil for a concept that the input gives no key for.
    private func key(of hit: ConceptHit, _ input: FeatureInput) -> UInt64? {
        Int(hit.concept) < input.conceptKeys.count ? input.conceptKeys[Int(hit.concept)] : nil
    }

    private func maskFacts(_ facts: [Fact], in scratch: inout FeatureScratch) {
        guard !facts.isEmpty else { return }
        for fact in facts { scratch.masks.append(fact.span) }
        scratch.masks.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    }
}

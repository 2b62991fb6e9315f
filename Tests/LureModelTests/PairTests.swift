import LureModel
import LureText
import Testing

/// Random hits of few concepts in many clauses, so that pairs come again, share places and part others.
private func hits(_ seed: UInt64, clauses: Int, concepts: UInt64) -> [ConceptHit] {
    var state = seed
    var hits: [ConceptHit] = []
    for clause in 0..<clauses {
        var start = UInt32(clause * 20)
        state = StableHash.mix(state &+ 1)
        for _ in 0..<state % 9 {
            state = StableHash.mix(state &+ 1)
            hits.append(
                ConceptHit(
                    concept: UInt16(state % concepts), clause: UInt16(clause),
                    span: TextSpan(start: start, end: start + 1 + UInt32(state >> 20 & 3))))
            start += UInt32(state >> 30 & 1) * 2
        }
    }
    return hits
}

private func input(_ hits: [ConceptHit], _ keys: [UInt64], _ text: FoldedText) -> FeatureInput {
    var segmentation = Segmentation()
    Segmenter().segment(text, into: &segmentation)
    return FeatureInput(
        text: text.bytes, segmentation: segmentation, language: .english, concepts: hits, conceptKeys: keys)
}

@Test(
    "pairs that come again, unknown ones among them, weigh and part as their list says",
    arguments: [3, 20, 90], [4, 12, 40])
func recurringPairs(_ clauses: Int, _ concepts: UInt64) throws {
    let text = Folder().fold(String(repeating: "we hire typists. call us now! ", count: clauses))
    var scratch = ModelScratch()
    for seed in 0..<12 as Range<UInt64> {
        // Other keys in each round: what was remembered of one set of concepts must not serve another.
        let keys = (0..<concepts).map { StableHash.mix($0 &* 3 &+ seed / 4) }
        let input = input(hits(seed, clauses: clauses, concepts: concepts), keys, text)
        var found = FeatureScratch()
        FeatureExtractor().extract(input, into: &found)
        let known = found.features.filter { StableHash.mix($0.key &+ seed) % 3 != 0 }
        let rows = (0..<12).map { (n: Int) in
            ModelTrainer.Row(
                features: known.enumerated().filter { $0.offset % 5 != n % 5 }.map(\.element),
                language: .english, isLure: n % 3 == 0, kind: .offer)
        }
        let model = try Model(ByteRegion(copying: ModelTrainer().fit(rows).bytes()))
        var (atOnce, later) = (ModelScore(), ModelScore())
        for _ in 0..<2 {
            model.score(input, scratch: &scratch, into: &atOnce)
            let terms = model.terms(&scratch, limit: 200).map { "\($0.span) \($0.contribution)" }
            model.score(found.features, scratch: &scratch, into: &later)

            #expect(atOnce.knownFeatures == later.knownFeatures)
            #expect(atOnce.lure == later.lure)
            #expect(atOnce.kinds == later.kinds)
            #expect(terms == model.terms(&scratch, limit: 200).map { "\($0.span) \($0.contribution)" })
        }
    }
}

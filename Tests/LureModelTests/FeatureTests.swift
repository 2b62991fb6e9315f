import LureModel
import LureText
import Testing

private func features(of text: String, language: Language?, concepts: [ConceptHit] = []) -> [Feature] {
    let folded = Folder().fold(text)
    var segmentation = Segmentation()
    Segmenter().segment(folded, into: &segmentation)
    var scratch = FeatureScratch()
    FeatureExtractor().extract(
        FeatureInput(
            text: folded.bytes, segmentation: segmentation, language: language, concepts: concepts,
            conceptKeys: [11, 22, 33]),
        into: &scratch)
    return scratch.features
}

private func keys(_ features: [Feature], _ group: FeatureGroup) -> Set<UInt64> {
    Set(features.filter { $0.group == group }.map(\.key))
}

@Test("the same word in two languages is two features")
func languages() {
    let english = keys(features(of: "data entry", language: .english), .word)
    let malay = keys(features(of: "data entry", language: .malay), .word)

    #expect(!english.isEmpty)
    #expect(english.isDisjoint(with: malay))
}

@Test("a pair of concepts is the same in both orders, and only within a clause")
func pairs() {
    func pairs(_ a: UInt16, _ b: UInt16, clauses: (UInt16, UInt16)) -> Set<UInt64> {
        let hits = [
            ConceptHit(concept: a, clause: clauses.0, span: TextSpan(start: 0, end: 2)),
            ConceptHit(concept: b, clause: clauses.1, span: TextSpan(start: 3, end: 5)),
        ]
        return keys(features(of: "ab cd", language: .english, concepts: hits), .conceptPair)
    }

    #expect(pairs(0, 1, clauses: (0, 0)).count == 1)
    #expect(pairs(0, 1, clauses: (0, 0)) == pairs(1, 0, clauses: (0, 0)))
    #expect(pairs(0, 1, clauses: (0, 1)).isEmpty)
}

@Test("a clause said again adds no feature", arguments: ["We hire now!", "包吃包住。", "งานง่าย\n"])
func repetition(_ clause: String) {
    let once = Set(features(of: clause, language: .english).map(\.key))
    let often = Set(features(of: String(repeating: clause + " ", count: 50), language: .english).map(\.key))

    #expect(often == once)
}

@Test("numbers, handles and addresses give no word features")
func privacy() {
    #expect(keys(features(of: "0905550100 abc123 @name", language: .english), .word).isEmpty)
}

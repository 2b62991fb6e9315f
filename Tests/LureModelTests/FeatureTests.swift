import LureModel
import LureText
import Testing

private func features(
    of text: String, language: Language?, concepts: [ConceptHit] = [], readsWordPairs: Bool = false
) -> [Feature] {
    let folded = Folder().fold(text)
    var segmentation = Segmentation()
    Segmenter().segment(folded, into: &segmentation)
    var scratch = FeatureScratch()
    FeatureExtractor(readsWordPairs: readsWordPairs).extract(
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

@Test("the order of first mentions is a feature, over clauses too; mentions again change nothing")
func conceptSteps() {
    func steps(_ concepts: UInt16...) -> Set<UInt64> {
        let hits = concepts.enumerated().map { place, concept in
            ConceptHit(
                concept: concept, clause: UInt16(place),
                span: TextSpan(start: UInt32(place), end: UInt32(place + 1)))
        }
        return keys(features(of: "ab cd", language: .english, concepts: hits), .conceptStep)
    }

    #expect(steps(0, 1, 2).count == 2)
    #expect(steps(0, 1, 2).isSuperset(of: steps(0, 1)))
    #expect(steps(0, 1).isDisjoint(with: steps(1, 0)))
    #expect(steps(0, 1, 0, 1, 1, 0) == steps(0, 1))
    #expect(steps(0).isEmpty)
}

@Test("concepts of the first and of the last clause are features of their own")
func conceptPlaces() {
    func places(_ clause: UInt16) -> Set<UInt64> {
        let hit = ConceptHit(concept: 1, clause: clause, span: TextSpan(start: 0, end: 2))
        return keys(features(of: "ab. cd. ef.", language: .english, concepts: [hit]), .conceptPlace)
    }

    #expect(places(0).count == 1)
    #expect(places(1).isEmpty)
    #expect(places(2).count == 1)
    #expect(places(0).isDisjoint(with: places(2)))
}

@Test(
    "shape tells how a text asks, breaks and speaks",
    arguments: [
        ("we hire. call.", "we hire? call."), ("we hire? call.", "we hire. call?"),
        ("one two three four.", "one, two, three, four."), ("one. two.", "one.\ntwo."),
        ("mum: hello\nme: yes", "mum hello\nme yes"), ("\"one two\" he says", "one two he says"),
        ("one two.", "one two!"), ("one two three four five six. a", "one. two three four five six a"),
    ])
func shape(_ a: String, _ b: String) {
    #expect(
        keys(features(of: a, language: .english), .shape) != keys(features(of: b, language: .english), .shape)
    )
}

@Test("a sentence said again leaves the shape as it is")
func shapeOfRepetition() {
    let sentence = "Mum: one, two, \"three\"?\n"
    let once = keys(features(of: sentence, language: .english), .shape)
    let often = keys(features(of: String(repeating: sentence, count: 9), language: .english), .shape)

    #expect(once == often)
}

@Test("two words in a row are a feature where asked for, in their order, and not across a number")
func wordPairs() {
    func pairs(_ text: String) -> Set<UInt64> {
        keys(features(of: text, language: .english, readsWordPairs: true), .wordPair)
    }

    #expect(pairs("data entry work").count == 2)
    #expect(pairs("data entry work").isSuperset(of: pairs("data entry")))
    #expect(pairs("data entry").isDisjoint(with: pairs("entry data")))
    #expect(pairs("data 55501 entry").isEmpty)
    #expect(keys(features(of: "data entry work", language: .english), .wordPair).isEmpty)
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

@Test(
    "a text scored at once and its list of features scored later come to the same, terms and all",
    arguments: [
        ("We hire now! We hire now! Visit our office, we hire.", Language.english),
        ("재택 알바 모집 재택 알바를 모집합니다", .korean), ("งานง่ายรายได้ดี งานง่าย", .thai),
        ("高薪工作，包吃包住。高薪工作", .chineseSimplified), ("", .english),
    ], [TrainingPlan.manyLanguages, .ownRows])
func scoring(_ example: (text: String, language: Language), _ plan: TrainingPlan) throws {
    let (text, language) = example
    let hits = (0..<3).flatMap { (n: UInt16) in
        [
            ConceptHit(concept: n, clause: 0, span: TextSpan(start: 0, end: 2)),
            ConceptHit(concept: (n + 1) % 3, clause: 0, span: TextSpan(start: 0, end: 2)),
        ]
    }
    let found = features(of: text, language: language, concepts: hits, readsWordPairs: plan.readsWordPairs)
    let rows = (0..<40).map { (n: Int) in
        ModelTrainer.Row(
            features: found.enumerated().filter { $0.offset % 7 != n % 7 }.map(\.element),
            language: language,
            isLure: n % 3 == 0, kind: .offer)
    }
    let model = try Model(ByteRegion(copying: ModelTrainer(plan).fit(rows).bytes()))
    let folded = Folder().fold(text)
    var segmentation = Segmentation()
    Segmenter().segment(folded, into: &segmentation)
    let input = FeatureInput(
        text: folded.bytes, segmentation: segmentation, language: language, concepts: hits,
        conceptKeys: [11, 22, 33])
    var (atOnce, later) = (ModelScore(), ModelScore())
    var scratch = ModelScratch()

    // Twice: nothing of one message may be left for the next.
    for _ in 0..<2 {
        model.score(input, scratch: &scratch, into: &atOnce)
        let terms = model.terms(&scratch, limit: 5).map { "\($0.span) \($0.contribution)" }
        model.score(found, scratch: &scratch, into: &later)

        #expect(atOnce.knownFeatures == found.count)
        #expect(atOnce.lure == later.lure)
        #expect(atOnce.kinds == later.kinds)
        #expect(terms == model.terms(&scratch, limit: 5).map { "\($0.span) \($0.contribution)" })
    }
}

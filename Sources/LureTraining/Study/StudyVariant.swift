import LureModel

/// One way to learn, which the study compares with others.
struct StudyVariant: Sendable {
    enum Voices: Sendable { case rules, classifier, both }

    var name: String
    /// Sources that the classifier is not shown.
    var without: Set<FeatureGroup> = []
    /// Whether counted weights for lures are refined by their mistakes.
    var refines = true
    var voices = Voices.both

    static let everything = StudyVariant(name: "rules and classifier")

    /// In the order of the table; the first one is how it is shipped.
    static let all: [StudyVariant] =
        [
            everything,
            StudyVariant(name: "rules alone", voices: .rules),
            StudyVariant(name: "classifier alone", voices: .classifier),
            StudyVariant(name: "classifier alone, not shown rules", without: [.rule], voices: .classifier),
            StudyVariant(name: "lures counted only, not refined", refines: false),
            StudyVariant(
                name: "classifier alone, lures counted only", refines: false, voices: .classifier),
        ] + sources
        + [
            StudyVariant(name: "without words and characters", without: [.word, .characters]),
            StudyVariant(
                name: "without what all languages share",
                without: [.concept, .conceptPair, .conceptPlace, .conceptStep, .rule, .fact, .shape]),
        ]

    private static let sources: [StudyVariant] = [
        StudyVariant(name: "without concepts", without: [.concept]),
        StudyVariant(name: "without pairs of concepts", without: [.conceptPair]),
        StudyVariant(
            name: "without places and order of concepts", without: [.conceptPlace, .conceptStep]),
        StudyVariant(name: "without rules as features", without: [.rule]),
        StudyVariant(name: "without facts", without: [.fact]),
        StudyVariant(name: "without shape", without: [.shape]),
        StudyVariant(name: "without words", without: [.word]),
        StudyVariant(name: "without characters", without: [.characters]),
    ]
}

/// How well verdicts tell lures from honest texts, and kinds from each other.
struct StudyMeasures: Sendable {
    let area: Double
    let recallAtOnePercent: Double
    let recallAtFivePercent: Double
    /// The log-odds that 5 % of the honest texts reach.
    let fivePercentThreshold: Double
    /// Share of texts whose kind is told right.
    let rightKinds: Double
    /// Area under the curve among offers, by the classifier's score for lures alone; nil without classifier.
    var areaAmongOffers: Double?

    init(_ readings: [TextReading], _ verdicts: [ScoreStack.Verdict]) {
        let scored = zip(readings, verdicts).map { (score: $1.logOdds, isPositive: $0.isLure) }
        area = Ranking.areaUnderCurve(scored) ?? .nan
        recallAtOnePercent = Ranking.threshold(scored, falseAlarmRate: 0.01)?.recall ?? .nan
        let five = Ranking.threshold(scored, falseAlarmRate: 0.05)
        recallAtFivePercent = five?.recall ?? .nan
        fivePercentThreshold = five?.threshold ?? .nan
        let right = zip(readings, verdicts).count { $0.kind == $1.kind }
        rightKinds = Double(right) / Double(max(1, readings.count))
    }
}

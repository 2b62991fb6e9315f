import LureModel
import LureRules
import LureScreen
import LureText

/// What each part of what is learned brings, and what a language that was never seen costs, by cross-validation over
/// clusters on the project's rows. Rows of the test split are never read. The same input gives the same bytes.
///
/// Everything is out of fold: the classifier has not seen the text's cluster, and the weights that stand on its scores
/// are fitted on the other folds.
public struct TrainingStudy: Sendable {
    /// Tables for docs/model.md.
    public let markdown: String

    /// - Parameters:
    ///   - folder: a rule folder.
    ///   - data: a folder in the project's own format.
    ///   - made: what was learned from the same input, as one sentence.
    public init(rules folder: String, data: String, made: String) throws {
        let bench = try StudyBench(rules: folder, data: data)
        let variants = inParallel(StudyVariant.all.count) { bench.outcome(StudyVariant.all[$0]) }
        let raw = variants[0].raw
        let languages = bench.languages
        let unseen = inParallel(languages.count) { bench.withoutLanguage(languages[$0], raw) }
        markdown = StudyTables(bench, made: made).markdown(
            zip(StudyVariant.all, variants).map { ($0, $1.measures) },
            ordinary: variants[0].verdicts, languages: Array(zip(languages, unseen)))
    }
}

/// The texts, read once, and what is tried on them.
struct StudyBench: Sendable {
    struct Outcome: Sendable {
        var raw: [ModelScore]
        var verdicts: [ScoreStack.Verdict]
        var measures: StudyMeasures
    }

    let texts: TrainingTexts
    let readings: [TextReading]
    private let pack: RulePack
    private let plan = TrainingPlan.manyLanguages

    init(rules folder: String, data: String) throws {
        let (corpus, faults) = Corpus.load(data)
        guard faults.isEmpty else { throw TrainingRun.Failure.data(faults) }
        let draft = try TrainingRun.draft(TrainingRun.rules(folder))
        texts = try TrainingTexts(
            TrainingSource(corpus.rows(in: [.train, .dev])), plan: plan, screener: draft, base: nil,
            progress: { _ in })
        pack = draft.pack
        readings = texts.calibration.map(\.reading)
    }

    // MARK: Variants

    func outcome(_ variant: StudyVariant) -> Outcome {
        var plan = plan
        plan.refines = variant.refines
        let encoded = variant.without.isEmpty ? texts.encoded : texts.encoded.without(variant.without)
        let isSilent = variant.voices == .rules
        let raw =
            isSilent
            ? readings.map { _ in ModelScore() }
            : ClassifierFit.outOfFold(texts, encoded, ModelTrainer(plan))
        let readings = variant.voices == .classifier ? readings.map { $0.withoutFindings() } : readings
        var verdicts = [ScoreStack.Verdict](
            repeating: ScoreStack.Verdict(kind: .other, logOdds: 0), count: readings.count)
        for fold in texts.folds {
            let held = Set(fold.held)
            let rest = readings.indices.filter { !held.contains($0) }
            let stack = ScoreStack(rest.map { readings[$0] }, rest.map { raw[$0] }, pack: pack, plan: plan)
            for place in fold.held { verdicts[place] = stack.verdict(readings[place], raw[place]) }
        }
        var measures = StudyMeasures(readings, verdicts)
        if !isSilent {
            measures.areaAmongOffers = Ranking.areaUnderCurve(
                zip(readings, raw).filter { $0.0.isOffer }.map { ($1.lure, $0.isLure) })
        }
        return Outcome(raw: raw, verdicts: verdicts, measures: measures)
    }

    // MARK: Languages

    /// Languages of the texts; both Chinese scripts are one, as they are for the classifier.
    var languages: [Language] {
        Language.allCases.filter { language in
            language != .chineseTraditional && texts.calibration.contains { Self.of($0) == language }
        }
    }

    private static func of(_ text: TrainingTexts.Calibration) -> Language? {
        text.language == .chineseTraditional ? .chineseSimplified : text.language
    }

    /// Places of a language's texts.
    func places(_ language: Language) -> [Int] {
        texts.calibration.indices.filter { Self.of(texts.calibration[$0]) == language }
    }

    /// What is said of a language's texts, in their order, by a model and weights fitted without any of them and
    /// without the texts of other languages that tell the same.
    /// - Parameter raw: scores of all texts out of fold, which calibration and weights are fitted to.
    func withoutLanguage(_ language: Language, _ raw: [ModelScore]) -> [ScoreStack.Verdict] {
        let held = places(language)
        let clusters = Set(held.map { readings[$0].clusterHash })
        let rest = readings.indices.filter { !clusters.contains(readings[$0].clusterHash) }
        let model = ModelTrainer(plan).fit(texts.encoded, rest.map { texts.calibration[$0].row })
        let stack = ScoreStack(rest.map { readings[$0] }, rest.map { raw[$0] }, pack: pack, plan: plan)
        return held.map { place in
            stack.verdict(
                readings[place], model.score(texts.calibration[place].row, of: texts.encoded))
        }
    }
}

import LureModel
import LureRuleCompiler
import LureRules
import LureScreen
import LureText

/// Fits everything that is learned: the classifier, the rules' weights, calibration and thresholds.
///
/// 1. The rules compile to a pack with default weights; every row is read with it.
/// 2. The classifier is fitted on all rows; what it says of a row for the steps below comes from a model that
///    has not seen the row's cluster (five folds).
/// 3. Rule and recipe weights and the model's scale are fitted together by penalised logistic regression, each
///    rule's prior centred on what its severity says.
/// 4. Thresholds are the lowest risks that stated shares of honest rows stay below.
///
/// Rows of the project's test split are never read. The same input gives the same bytes.
public struct TrainingRun: Sendable {
    public let model: [UInt8]
    public let pack: [UInt8]
    public let weights: String
    public let thresholds: String
    /// What it came to, for people.
    public let log: [String]

    /// Why training can't go on.
    public enum Failure: Error, Sendable {
        case rules([String])
        case data([DataFault])
        /// Too few lures or honest texts to learn from.
        case oneSided(lures: Int, honest: Int)
        case internalFormat(PackError)
    }

    /// Lures and honest rows needed at least.
    public static let minimumRows = 20
    static let cautionFalseAlarms = 0.05
    static let highFalseAlarms = 0.01

    /// Fits on the train and dev rows of a folder in the project's own format, with the rules of another.
    public init(rules folder: String, data: String) throws {
        let (corpus, faults) = Corpus.load(data)
        guard faults.isEmpty else { throw Failure.data(faults) }
        // All these rows say their kind; what is built in need not even load.
        try self.init(
            Self.rules(folder), TrainingSource(corpus.rows(in: [.train, .dev])), plan: .manyLanguages,
            base: nil,
            progress: { _ in })
    }

    /// Fits on someone's own texts.
    /// - Parameters:
    ///   - folder: a rule folder, as `RuleSource.load` takes it; nil: the built-in rules.
    ///   - progress: hears how far it is.
    public init(
        rules folder: String?, source texts: TrainingSource, plan: TrainingPlan = .ownRows,
        progress: (TrainingProgress) -> Void = { _ in }
    ) throws {
        try self.init(
            Self.rules(folder), texts, plan: plan, base: Self.screener(pack: nil, model: nil),
            progress: progress)
    }

    /// - Parameter base: tells kinds where texts don't say theirs.
    private init(
        _ rules: RuleSource, _ texts: TrainingSource, plan: TrainingPlan, base: Screener?,
        progress: (TrainingProgress) -> Void
    ) throws {
        var source = rules
        let draft = try Self.draft(source)
        let read = try TrainingTexts(texts, plan: plan, screener: draft, base: base, progress: progress)
        let classifier = ClassifierFit(
            read, plan: plan, pack: draft.pack,
            kinds: base.map { BaseKinds(model: $0.model, votes: Self.votes(of: draft.pack, as: $0.pack)) })
        let fusion = FusionFit(
            read.calibration.map(\.reading), scores: classifier.outOfFold, votes: classifier.votes,
            pack: draft.pack, deviation: plan.ruleDeviation)
        model = classifier.model.raised(by: fusion.modelShift).bytes()

        source.setLearned(weights: fusion.weights(of: draft.pack), thresholds: fusion.thresholds)
        pack = try source.compiled()
        weights = fusion.weightFile(of: draft.pack)
        thresholds = fusion.thresholdFile
        log = classifier.log + fusion.log
    }

    /// A screener without learned numbers, so that what is learned can't depend on what was learned before.
    static func draft(_ rules: RuleSource) throws -> Screener {
        var source = rules
        source.setLearned(weights: [:], thresholds: Thresholds())
        return try screener(pack: source.compiled(), model: ModelTrainer().fit([]).bytes())
    }

    static func rules(_ folder: String?) throws -> RuleSource {
        guard let folder else { return RuleSource.shipped }
        let (source, diagnostics) = RuleSource.load(folder)
        let errors = diagnostics.filter { $0.severity == .error }.map { $0.rendered() }
        guard errors.isEmpty else { throw Failure.rules(errors) }
        return source
    }

    private static func screener(pack: [UInt8]?, model: [UInt8]?) throws -> Screener {
        do throws(Screener.LoadError) {
            return try Screener(pack: pack, model: model)
        } catch {
            switch error {
            case .pack(let cause), .model(let cause): throw Failure.internalFormat(cause)
            }
        }
    }

    /// By rule of `pack`: what it adds to the score of its kind in `base`, or by its severity if it is not there.
    private static func votes(of pack: RulePack, as base: RulePack) -> [Double] {
        var known: [String: Double] = [:]
        for rule in 0..<base.ruleCount { known[base.ruleID(rule)] = base.traits[rule].weight }
        return (0..<pack.ruleCount).map { known[pack.ruleID($0)] ?? pack.traits[$0].weight }
    }
}

extension RuleSource {
    fileprivate func compiled() throws -> [UInt8] {
        do throws(CompileFailure) {
            return try compile()
        } catch {
            throw TrainingRun.Failure.rules(["the pack can't be written: \(error)"])
        }
    }
}

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
/// Rows of the test split are never read. The same input gives the same bytes.
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

    static let foldCount = 5
    /// Lures and honest rows needed at least.
    static let minimumRows = 20
    static let cautionFalseAlarms = 0.05
    static let highFalseAlarms = 0.01

    public init(rules folder: String, data: String) throws(Failure) {
        var (source, diagnostics) = RuleSource.load(folder)
        let errors = diagnostics.filter { $0.severity == .error }.map { $0.rendered() }
        guard errors.isEmpty else { throw .rules(errors) }
        let (corpus, faults) = Corpus.load(data)
        guard faults.isEmpty else { throw .data(faults) }
        let rows = corpus.rows(in: [.train, .dev])
        let lures = rows.filter { $0.label == .lure }.count
        guard lures >= Self.minimumRows, rows.count - lures >= Self.minimumRows else {
            throw .oneSided(lures: lures, honest: rows.count - lures)
        }

        // A pack without learned numbers, so that what is learned can't depend on what was learned before.
        source.setLearned(weights: [:], thresholds: Thresholds())
        let reader = try Self.reader(source)
        let readings = rows.map { CorpusReading($0, with: reader) }
        let classifier = ClassifierFit(readings, pack: reader.pack)
        let fusion = FusionFit(
            readings, scores: classifier.outOfFold, votes: classifier.votes, pack: reader.pack)

        source.setLearned(weights: fusion.weights(of: reader.pack), thresholds: fusion.thresholds)
        do throws(CompileFailure) {
            pack = try source.compile()
        } catch {
            throw .rules(["the pack can't be written: \(error)"])
        }
        model = classifier.model
        weights = fusion.weightFile(of: reader.pack)
        thresholds = fusion.thresholdFile
        log = classifier.log + fusion.log
    }

    private static func reader(_ source: RuleSource) throws(Failure) -> Screener {
        let bytes: [UInt8]
        do throws(CompileFailure) {
            bytes = try source.compile()
        } catch {
            throw .rules(["the pack can't be written: \(error)"])
        }
        do throws(Screener.LoadError) {
            return try Screener(pack: bytes, model: ModelTrainer().fit([]).bytes())
        } catch {
            switch error {
            case .pack(let cause), .model(let cause): throw .internalFormat(cause)
            }
        }
    }
}

/// What was read off one row.
struct CorpusReading: Sendable {
    let row: DataRow
    let features: [Feature]
    /// Indices of rules that fired and count.
    let rules: [Int]
    let recipes: [Int]
    let carriesOwnOffer: Bool

    init(_ row: DataRow, with screener: Screener) {
        self.row = row
        let reading = screener.reading(of: Array(row.text.utf8))
        features = reading.features.features
        rules = reading.rules.hits.filter { !$0.isShadow }.map { Int($0.rule) }
        recipes = reading.recipes.map { Int($0.recipe) }
        carriesOwnOffer = screener.carriesOwnOffer(reading)
    }

    var trainerRow: ModelTrainer.Row {
        ModelTrainer.Row(
            features: features, language: row.language, isLure: row.label == .lure, kind: row.kind)
    }

    /// The fold of the row's cluster.
    var fold: Int { Int(StableHash.hash(row.cluster, seed: 17) % UInt64(TrainingRun.foldCount)) }
}

import Foundation
import LureRules

/// All rule files of a folder, parsed: what the linter judges and the compiler turns into a pack.
public struct RuleSource: Sendable {
    /// By id.
    public internal(set) var rules: [RuleFile] = []
    /// By id.
    public internal(set) var recipes: [RecipeFile] = []
    public internal(set) var conceptRows: [ConceptRow] = []
    /// Concept ids, defined or used, sorted.
    public internal(set) var concepts: [String] = []
    public internal(set) var weights: [String: Double] = [:]
    public internal(set) var thresholds = Thresholds()
    var usualPay = UsualPayFile()
    /// Faults that keep the pack from being built.
    var hasErrors = false

    /// Examples of all rules and recipes.
    public var examples: [RuleExample] { rules.flatMap(\.examples) + recipes.flatMap(\.examples) }

    init() {}

    /// Replaces what `weights.tsv` and `thresholds.yml` say.
    public mutating func setLearned(weights: [String: Double], thresholds: Thresholds) {
        self.weights = weights
        self.thresholds = thresholds
    }

    /// Reads a rule folder: `concepts/`, a folder for each family, `recipes/`, `weights.tsv`, `thresholds.yml`;
    /// sources are looked up in `../docs/sources.md`. A folder without `thresholds.yml` is laid over the shipped
    /// rules: it adds rules, recipes, forms and weights, and outdoes those of the same id.
    /// - Returns: what could be read, and every fault of every file, in order.
    public static func load(_ directory: String) -> (RuleSource, [Diagnostic]) {
        load(RuleFolder.read(directory))
    }

    /// The project's own rules.
    public static let shipped = load(RuleFolder.shipped).0

    static func load(_ folder: RuleFolder) -> (RuleSource, [Diagnostic]) {
        var diagnostics = folder.diagnostics
        var source = RuleSource()
        for file in folder.rules {
            if let rule = RuleFileParser.parse(file, into: &diagnostics) { source.rules.append(rule) }
        }
        for file in folder.recipes {
            if let recipe = RecipeFile.parse(file, into: &diagnostics) { source.recipes.append(recipe) }
        }
        for file in folder.concepts { source.conceptRows += ConceptFile.parse(file, into: &diagnostics) }
        source.rules.sort { ($0.id.value, $0.id.place.file.path) < ($1.id.value, $1.id.place.file.path) }
        source.recipes.sort { ($0.id.value, $0.id.place.file.path) < ($1.id.value, $1.id.place.file.path) }
        let weights = folder.weights.flatMap { WeightFile.parse($0, into: &diagnostics) }
        for entry in weights { source.weights[entry.id.value] = entry.weight }
        if let file = folder.thresholds { source.thresholds = ThresholdFile.parse(file, into: &diagnostics) }
        if let file = folder.usualPay { source.usualPay = UsualPayFile.parse(file, into: &diagnostics) }
        let defined = folder.conceptReadmes.flatMap { ConceptFile.definedConcepts(in: $0) }
        let isDefined = !folder.conceptReadmes.isEmpty
        source.concepts = Set(isDefined ? defined : source.conceptRows.map(\.concept.value)).sorted()
        var lint = Linter(source, folder: folder, weights: weights.map(\.id))
        lint.run()
        diagnostics += lint.diagnostics
        if let overlay = folder.overlay {
            // Whoever lays files over the shipped ones hears of these only what breaks.
            diagnostics.removeAll { $0.severity == .warning && !overlay.contains($0.file) }
        }
        diagnostics.sort(by: Diagnostic.precedes)
        source.hasErrors = diagnostics.contains { $0.severity == .error }
        return (source, diagnostics)
    }
}

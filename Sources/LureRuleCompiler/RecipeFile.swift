import LureRules
import Yams

/// A recipe as its file says it.
public struct RecipeFile: Sendable {
    public var id: Located<String>
    public var title = ""
    public var categories: CategorySet = []
    public var why = ""
    public var sources: [Located<String>] = []
    public var ask: [Located<String>] = []
    public var need = 0
    public var core: [[Located<String>]] = []
    public var boosters: [[Located<String>]] = []
    public var unless: [[Located<String>]] = []
    public var floor = BandFloor.none
    public var examples: [RuleExample] = []

    private static let keys = [
        "id", "title", "categories", "why", "sources", "ask", "core", "boosters", "unless", "band-floor",
        "examples",
    ]
    private static let requiredKeys = [
        "id", "title", "categories", "why", "sources", "ask", "core", "band-floor", "examples",
    ]

    /// The recipe, as far as it can be read; nil if there is no id to speak of it.
    static func parse(_ file: SourceFile, into diagnostics: inout [Diagnostic]) -> RecipeFile? {
        var reader = YAMLReader(file)
        defer { diagnostics += reader.diagnostics }
        guard let root = reader.root() else { return nil }
        let entries = reader.entries(
            of: root, allowed: keys, required: requiredKeys, at: Place(file), what: "a recipe")
        guard let id = reader.text(entries["id"], "'id'") else { return nil }
        var recipe = RecipeFile(id: id)
        recipe.title = reader.text(entries["title"], "'title'")?.value ?? ""
        let why = reader.text(entries["why"], "'why'")?.value ?? ""
        recipe.why = why.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        recipe.categories = reader.categories(entries["categories"])
        recipe.sources = reader.texts(entries["sources"], "'sources'")
        recipe.ask = reader.texts(entries["ask"], "'ask'")
        recipe.floor = reader.value(entries["band-floor"], "band-floor") { BandFloor(name: $0) } ?? .none
        recipe.boosters = reader.texts(entries["boosters"], "'boosters'").map(choices)
        recipe.unless = reader.texts(entries["unless"], "'unless'").map(choices)
        recipe.examples = reader.examples(entries["examples"], of: id.value, isRecipe: true)
        if let core = reader.mapping(entries["core"], "'core'") {
            let parts = reader.entries(
                of: core, allowed: ["need", "of"], required: ["need", "of"], at: id.place, what: "'core'")
            recipe.core = reader.texts(parts["of"], "'of'").map(choices)
            if let need = reader.number(parts["need"], "'need'") {
                recipe.need = Int(exactly: need.value) ?? 0
                if recipe.need < 1 || recipe.need > recipe.core.count {
                    reader.report(
                        .impossibleCore, "\(recipe.need) of \(recipe.core.count) items are needed",
                        at: need.place)
                }
            }
        }
        return recipe
    }

    /// The rules an item names, separated by `|`.
    private static func choices(_ item: Located<String>) -> [Located<String>] {
        var choices: [Located<String>] = []
        var column = 0
        for part in item.value.split(separator: "|", omittingEmptySubsequences: false) {
            let lead = part.prefix { $0 == " " }.count
            let name = part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
            choices.append(Located(String(name), at: item.place.moved(by: column + lead)))
            column += part.unicodeScalars.count + 1
        }
        return choices
    }
}

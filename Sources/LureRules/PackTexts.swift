import LureText

/// The words people read, decoded from the pack only when asked for.
struct PackTexts: Sendable {
    let concepts: [String]
    let families: [String]
    private let strings: ByteRegion
    private let lists: PackedTable<UInt32>
    private let rules: PackedTable<UInt32>
    private let recipes: PackedTable<UInt32>

    init(_ sections: PackSections) throws(PackError) {
        strings = sections.region(.strings)
        lists = try sections.words(.lists, stride: PackFormat.Stride.string)
        rules = try sections.words(.rules, stride: PackFormat.Stride.rule)
        recipes = try sections.words(.recipes, stride: PackFormat.Stride.recipe)
        concepts = try Self.names(in: .concepts, sections)
        families = try Self.names(in: .families, sections)
        guard concepts.count >= FactConcept.count, concepts.count <= PackFormat.conceptLimit else {
            throw packFault(at: sections.offset(.concepts))
        }
        guard families.count <= Int(UInt8.max) else { throw packFault(at: sections.offset(.families)) }
    }

    private static func names(
        in section: PackFormat.Section, _ sections: PackSections
    ) throws(PackError) -> [String] {
        let table = try sections.words(section, stride: PackFormat.Stride.string)
        guard table.count / PackFormat.Stride.string <= PackFormat.conceptLimit else {
            throw packFault(at: sections.offset(section))
        }
        var names: [String] = []
        for index in stride(from: 0, to: table.count, by: PackFormat.Stride.string) {
            guard
                let bytes = sections.region(.strings).slice(
                    at: Int(table[index]), count: Int(table[index + 1]))
            else { throw packFault(at: sections.offset(section) + 4 * index) }
            names.append(bytes.string())
        }
        return names
    }

    var ruleCount: Int { rules.count / PackFormat.Stride.rule }
    var recipeCount: Int { recipes.count / PackFormat.Stride.recipe }

    func ruleText(_ rule: Int, field: Int) -> String { text(rules, rule * PackFormat.Stride.rule + field) }
    func ruleList(_ rule: Int, field: Int) -> [String] { list(rules, rule * PackFormat.Stride.rule + field) }
    func recipeText(_ recipe: Int, field: Int) -> String {
        text(recipes, recipe * PackFormat.Stride.recipe + field)
    }
    func recipeList(_ recipe: Int, field: Int) -> [String] {
        list(recipes, recipe * PackFormat.Stride.recipe + field)
    }

    /// The string whose offset and count stand at `place`; empty if the pack's numbers lead nowhere.
    func text(_ table: PackedTable<UInt32>, _ place: Int) -> String {
        strings.slice(at: Int(table[place]), count: Int(table[place + 1]))?.string() ?? ""
    }

    private func list(_ table: PackedTable<UInt32>, _ place: Int) -> [String] {
        let first = Int(table[place])
        let count = Int(table[place + 1])
        let limit = lists.count / PackFormat.Stride.string
        guard first <= limit, count <= limit - first else { return [] }
        return (first..<first + count).map { text(lists, $0 * PackFormat.Stride.string) }
    }
}

/// Places of a rule record's fields, in words, in the order `RulePackWriter` appends them.
enum RuleField {
    static let id = 0
    static let title = 2
    static let why = 4
    static let traits = 6
    static let categories = 7
    static let ask = 8
    static let falseAlarms = 10
    static let sources = 12
    static let alternatives = 14
    static let unlessInClause = 16
    static let unlessInText = 18
    static let unlessFlags = 20
    static let weight = 21
}

/// Places of a recipe record's fields, in words.
enum RecipeField {
    static let id = 0
    static let title = 2
    static let why = 4
    static let traits = 6
    static let need = 7
    static let ask = 8
    static let sources = 10
    static let core = 12
    static let boosters = 14
    static let unless = 16
    static let weight = 18
}

public import LurePatterns
public import LureText

/// A compiled rule set: concepts with their forms, rules, recipes, weights and thresholds.
///
/// The large sections (forms, automaton, texts) are read in place. Everything that serves as an index is checked
/// once, here: any bytes give a pack that is safe to use, or an error.
public struct RulePack: Sendable {
    /// First 12 hexadecimal digits of the SHA-256 of the pack (computed with this field zero).
    public let digest: String
    public let thresholds: Thresholds
    /// By rule index.
    public let traits: [RuleTraits]
    /// By recipe index.
    public let recipeTraits: [RecipeTraits]
    public let families: [String]
    /// A key for each concept that stays the same from pack to pack: the hash of its name.
    public let conceptKeys: [UInt64]
    public let automaton: LiteralAutomaton
    /// Expressions of rules; shared by all workers, each with its own `RegexScratch`.
    public let patterns: RegexSet

    private(set) var program: RuleProgram
    let recipeProgram: RecipeProgram
    /// Rule of each regex.
    let regexRules: [UInt16]
    let forms: PackedTable<UInt32>
    let formTargets: PackedTable<UInt32>
    let spellings: SpellingTable
    /// Forms and phrases the automaton looks for.
    public let formCount: Int
    /// Index of the concept `no`, if the pack has one.
    let negation: UInt16?
    let usualPay: UsualPay
    let texts: PackTexts

    public init(_ region: ByteRegion) throws(PackError) {
        let sections = try PackSections(region)
        let texts = try PackTexts(sections)
        let loader = try PackLoader(sections, texts: texts)
        let forms = try loader.forms()
        self.forms = forms.table
        formTargets = forms.targets
        spellings = try loader.spellings()
        formCount = forms.table.count / PackFormat.Stride.form
        let rules = try loader.rules()
        traits = rules.traits
        program = rules.program
        let recipes = try loader.recipes()
        recipeTraits = recipes.traits
        recipeProgram = recipes.program
        let regexes = try loader.regexes()
        regexRules = regexes.rules
        patterns = RegexSet(regexes.patterns)
        thresholds = try loader.thresholds()
        usualPay = try loader.usualPay()
        automaton = try LiteralAutomaton(sections.region(.automaton))
        digest = sections.digest
        families = texts.families
        conceptKeys = texts.concepts.map { StableHash.hash($0) }
        negation = texts.concepts.firstIndex(of: "no").map { UInt16($0) }
        self.texts = texts
    }

    public var conceptCount: Int { conceptKeys.count }

    /// The pack with all rules stopped but some; indices stay as they are.
    package func keepingRules(where isKept: (Int) -> Bool) -> RulePack {
        var pack = self
        pack.program.keepRules(where: isKept)
        return pack
    }

    public func conceptName(_ index: Int) -> String { texts.concepts[index] }

    /// - Complexity: O(n) in the number of concepts.
    public func concept(named name: String) -> UInt16? {
        texts.concepts.firstIndex(of: name).map { UInt16($0) }
    }

    /// - Complexity: O(n) in the number of rules.
    public func rule(named id: String) -> UInt16? {
        traits.indices.first { ruleID($0) == id }.map { UInt16($0) }
    }
}

/// What judgement needs to know of a rule.
public struct RuleTraits: Sendable {
    /// Index in `RulePack.families`.
    public var family: UInt8
    public var severity: Severity
    public var status: RuleStatus
    public var polarity: Polarity
    /// For context rules: the sort of text it speaks for.
    public var kind: TextKind?
    public var categories: CategorySet
    /// Learned log-odds that a text is a lure, given that the rule fired.
    public var weight: Double
}

/// What judgement needs to know of a recipe.
public struct RecipeTraits: Sendable {
    public var categories: CategorySet
    public var floor: BandFloor
    /// Learned log-odds, on top of its rules' weights.
    public var weight: Double
}

public import LureText

/// All that a pack tells people of a rule.
public struct RuleInfo: Sendable {
    public var id: String
    public var family: String
    public var title: String
    public var severity: Severity
    public var status: RuleStatus
    public var polarity: Polarity
    /// For context rules: the sort of text it speaks for.
    public var kind: TextKind?
    public var categories: CategorySet
    public var why: String
    public var ask: [String]
    public var falseAlarms: [String]
    /// As in docs/sources.md.
    public var sources: [String]
}

/// All that a pack tells people of a recipe.
public struct RecipeInfo: Sendable {
    public var id: String
    public var title: String
    public var categories: CategorySet
    public var floor: BandFloor
    public var why: String
    public var ask: [String]
    /// As in docs/sources.md.
    public var sources: [String]
}

extension RulePack {
    public var ruleCount: Int { traits.count }
    public var recipeCount: Int { recipeTraits.count }

    /// Learned log-odds that a text is a lure, given that the rule fired.
    public func ruleWeight(_ index: Int) -> Double { traits[index].weight }

    /// Learned log-odds of a recipe, on top of its rules' weights.
    public func recipeWeight(_ index: Int) -> Double { recipeTraits[index].weight }

    /// The id of rule `index`.
    public func ruleID(_ index: Int) -> String { texts.ruleText(index, field: RuleField.id) }

    /// The id of recipe `index`.
    public func recipeID(_ index: Int) -> String { texts.recipeText(index, field: RecipeField.id) }

    /// Rule `index`; its texts are decoded anew at each call.
    public func rule(_ index: Int) -> RuleInfo {
        let trait = traits[index]
        return RuleInfo(
            id: ruleID(index), family: families[Int(trait.family)],
            title: texts.ruleText(index, field: RuleField.title), severity: trait.severity,
            status: trait.status,
            polarity: trait.polarity, kind: trait.kind, categories: trait.categories,
            why: texts.ruleText(index, field: RuleField.why),
            ask: texts.ruleList(index, field: RuleField.ask),
            falseAlarms: texts.ruleList(index, field: RuleField.falseAlarms),
            sources: texts.ruleList(index, field: RuleField.sources))
    }

    /// Recipe `index`; its texts are decoded anew at each call.
    public func recipe(_ index: Int) -> RecipeInfo {
        RecipeInfo(
            id: recipeID(index), title: texts.recipeText(index, field: RecipeField.title),
            categories: recipeTraits[index].categories, floor: recipeTraits[index].floor,
            why: texts.recipeText(index, field: RecipeField.why),
            ask: texts.recipeList(index, field: RecipeField.ask),
            sources: texts.recipeList(index, field: RecipeField.sources))
    }
}

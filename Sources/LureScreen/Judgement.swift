import LureRules
import LureText

/// What judging needs to know of each rule and recipe, laid out flat.
///
/// Only here do facts about a text meet weights: rules never know the score.
struct Judgement: Sendable {
    /// What a further finding of one family counts, by its place in the order of weights: half of the one
    /// before. So a family adds at most twice its strongest finding.
    static let familyDecay = 0.5

    struct RuleTraits: Sendable {
        var family: Int
        var weight: Double
        var severity: Severity
        var polarity: Polarity
        var counts: Bool
        var kind: TextKind?
        var categories: CategorySet
    }

    struct RecipeTraits: Sendable {
        var weight: Double
        var floor: BandFloor
        var categories: CategorySet
    }

    let rules: [RuleTraits]
    let recipes: [RecipeTraits]
    let familyCount: Int
    let thresholds: Thresholds

    init(_ pack: RulePack) {
        var families: [String] = []
        rules = (0..<pack.ruleCount).map { index in
            let rule = pack.rule(index)
            let family: Int
            if let known = families.firstIndex(of: rule.family) {
                family = known
            } else {
                family = families.count
                families.append(rule.family)
            }
            return RuleTraits(
                family: family, weight: pack.ruleWeight(index), severity: rule.severity,
                polarity: rule.polarity, counts: rule.status == .stable, kind: rule.kind,
                categories: rule.categories)
        }
        recipes = (0..<pack.recipeCount).map { index in
            let recipe = pack.recipe(index)
            return RecipeTraits(
                weight: pack.recipeWeight(index), floor: recipe.floor, categories: recipe.categories)
        }
        familyCount = families.count
        thresholds = pack.thresholds
    }

    /// Log-odds each fired rule adds, in the order of `fired`; saturating within families, rounded.
    ///
    /// - Parameter mitigates: whether findings that speak against risk may count.
    func contributions(of fired: [Int], mitigates: Bool) -> [Double] {
        var result = [Double](repeating: 0, count: fired.count)
        let order = fired.indices.sorted { a, b in
            let first = rules[fired[a]].weight.magnitude
            let second = rules[fired[b]].weight.magnitude
            return first != second ? first > second : fired[a] < fired[b]
        }
        var factors = [Double](repeating: 1, count: familyCount)
        for place in order {
            let rule = rules[fired[place]]
            guard rule.counts, rule.polarity == .risk || (rule.polarity == .mitigating && mitigates) else { continue }
            result[place] = LogOdds.rounded(rule.weight * factors[rule.family])
            factors[rule.family] *= Self.familyDecay
        }
        return result
    }

    /// Whether a rule of severity high or critical fired: nothing mitigates those.
    func forbidsMitigation(_ fired: [Int]) -> Bool {
        fired.contains { rules[$0].polarity == .risk && rules[$0].counts && rules[$0].severity >= .high }
    }

    /// Whether the findings carry a `high` band: three families, or two with one rule of severity high, or one
    /// rule of severity critical.
    func opensHighBand(_ fired: [Int]) -> Bool {
        var families: UInt64 = 0
        var hasHigh = false
        for index in fired where rules[index].polarity == .risk && rules[index].counts {
            families |= 1 << UInt64(rules[index].family & 63)
            if rules[index].severity == .critical { return true }
            if rules[index].severity == .high { hasHigh = true }
        }
        return families.nonzeroBitCount >= (hasHigh ? 2 : 3)
    }

    /// Families of risk findings.
    func familyCount(of fired: [Int]) -> Int {
        var families: UInt64 = 0
        for index in fired where rules[index].polarity == .risk && rules[index].counts {
            families |= 1 << UInt64(rules[index].family & 63)
        }
        return families.nonzeroBitCount
    }

    /// What a text is a lure for: categories whose findings add at least 40 % of the strongest one's, strongest
    /// first.
    func categories(findings: [Finding], recipes met: [RecipeFinding]) -> [Category] {
        var sums = [Double](repeating: 0, count: Category.allCases.count)
        func add(_ categories: CategorySet, _ contribution: Double) {
            let members = categories.members
            // A rule that serves many categories says little about which.
            for category in members { sums[Int(category.rawValue)] += contribution / Double(members.count) }
        }
        for finding in findings where finding.contribution > 0 {
            add(rules[finding.rule].categories, finding.contribution)
        }
        for finding in met where finding.contribution > 0 {
            add(recipes[finding.recipe].categories, finding.contribution)
        }
        let largest = sums.max() ?? 0
        guard largest > 0 else { return [] }
        return Category.allCases.filter { sums[Int($0.rawValue)] >= 0.4 * largest }
            .sorted { (sums[Int($0.rawValue)], $1.rawValue) > (sums[Int($1.rawValue)], $0.rawValue) }
    }
}

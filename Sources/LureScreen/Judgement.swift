import LureRules
import LureText

/// What judging needs to know of each rule and recipe, laid out flat.
///
/// Only here do facts about a text meet weights: rules never know the score.
package struct Judgement: Sendable {
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

    package init(_ pack: RulePack) {
        self.init(
            pack, ruleWeights: pack.traits.map { $0.weight },
            recipeWeights: pack.recipeTraits.map { $0.weight })
    }

    /// With other weights than the pack's own.
    package init(_ pack: RulePack, ruleWeights: [Double], recipeWeights: [Double]) {
        var rules: [RuleTraits] = []
        for (trait, weight) in zip(pack.traits, ruleWeights) {
            rules.append(
                RuleTraits(
                    family: Int(trait.family), weight: weight, severity: trait.severity,
                    polarity: trait.polarity, counts: trait.status == .stable, kind: trait.kind,
                    categories: trait.categories))
        }
        self.rules = rules
        var recipes: [RecipeTraits] = []
        for (trait, weight) in zip(pack.recipeTraits, recipeWeights) {
            recipes.append(RecipeTraits(weight: weight, floor: trait.floor, categories: trait.categories))
        }
        self.recipes = recipes
        familyCount = pack.families.count
        thresholds = pack.thresholds
    }

    // MARK: Kind

    /// What sort of text it is: what the classifier makes of it, plus the votes of the rules that recognise kinds.
    ///
    /// A call for help that no rule supports must lead clearly: the help page in place of an answer about a job
    /// advert would be a fault too.
    package func kind(of fired: [Int], kindScores: [Double]) -> TextKind {
        var best = TextKind.offer
        var second = TextKind.offer
        var scores = (best: -Double.infinity, second: -Double.infinity)
        for kind in TextKind.allCases {
            var score = kindScores[Int(kind.rawValue)]
            for index in fired where rules[index].kind == kind && rules[index].counts {
                score += rules[index].weight
            }
            if score > scores.best {
                (second, scores.second) = (best, scores.best)
                (best, scores.best) = (kind, score)
            } else if score > scores.second {
                (second, scores.second) = (kind, score)
            }
        }
        guard best == .distress, scores.best - scores.second < Self.unsupportedDistressLead else {
            return best
        }
        return fired.contains { rules[$0].kind == .distress && rules[$0].counts } ? best : second
    }

    /// Lead in log-odds that a call for help needs if only the classifier speaks for it.
    private static let unsupportedDistressLead = 1.5

    /// Whether findings add up for a text of this kind. A warning is only scored for an offer of its own; in
    /// distress there is no score.
    package func counts(kind: TextKind, carriesOwnOffer: Bool) -> Bool {
        switch kind {
        case .distress: false
        case .warning: carriesOwnOffer
        default: true
        }
    }

    // MARK: Contributions

    /// Log-odds each fired rule adds, in the order of `fired`; saturating within families, rounded.
    ///
    /// - Parameter mitigates: whether findings that speak against risk may count.
    package func contributions(of fired: [Int], mitigates: Bool) -> [Double] {
        var result = factors(of: fired)
        for (place, index) in fired.enumerated() {
            let counts = mitigates || rules[index].polarity == .risk
            result[place] = counts ? LogOdds.rounded(rules[index].weight * result[place]) : 0
        }
        return result
    }

    /// What share of its weight each fired rule adds: 1 for the weightiest of its family, then halves.
    package func factors(of fired: [Int]) -> [Double] {
        var result = [Double](repeating: 0, count: fired.count)
        let order = fired.indices.sorted { a, b in
            let first = rules[fired[a]].weight.magnitude
            let second = rules[fired[b]].weight.magnitude
            return first != second ? first > second : fired[a] < fired[b]
        }
        var factors = [Double](repeating: 1, count: familyCount)
        for place in order {
            let rule = rules[fired[place]]
            guard rule.counts, rule.polarity != .context else { continue }
            result[place] = factors[rule.family]
            factors[rule.family] *= Self.familyDecay
        }
        return result
    }

    /// Whether a rule of severity high or critical fired: nothing mitigates those.
    package func forbidsMitigation(_ fired: [Int]) -> Bool {
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

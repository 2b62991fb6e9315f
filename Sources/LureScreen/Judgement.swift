import CLureSupport
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
        /// Place among all rules by size of weight, heaviest first, then by index.
        var rank = 0

        /// Whether it adds to a score, and so weakens what is lighter of its family.
        var addsUp: Bool { counts && polarity != .context }
    }

    struct RecipeTraits: Sendable {
        var weight: Double
        var floor: BandFloor
        var categories: CategorySet
    }

    let rules: [RuleTraits]
    let recipes: [RecipeTraits]
    private let placeConcepts: [UInt16]
    /// The rule that finds disguised words; -1 if there is none. Honest texts have such too: it adds to other signs,
    /// and alone it raises no alarm.
    package let disguiseRule: Int
    let thresholds: Thresholds
    /// Log-odds of the pack's own prior.
    let priorLogOdds: Double

    package init(_ pack: RulePack) {
        self.init(
            pack, ruleWeights: pack.traits.map { $0.weight },
            recipeWeights: pack.recipeTraits.map { $0.weight })
    }

    /// With other weights than the pack's own.
    package init(
        _ pack: RulePack, ruleWeights: [Double], recipeWeights: [Double], offerShift: Double? = nil
    ) {
        var rules: [RuleTraits] = []
        for (trait, weight) in zip(pack.traits, ruleWeights) {
            rules.append(
                RuleTraits(
                    family: Int(trait.family), weight: weight, severity: trait.severity,
                    polarity: trait.polarity, counts: trait.status == .stable, kind: trait.kind,
                    categories: trait.categories))
        }
        let order = rules.indices.sorted { a, b in
            let first = rules[a].weight.magnitude
            let second = rules[b].weight.magnitude
            return first != second ? first > second : a < b
        }
        for (rank, index) in order.enumerated() { rules[index].rank = rank }
        self.rules = rules
        var recipes: [RecipeTraits] = []
        for (trait, weight) in zip(pack.recipeTraits, recipeWeights) {
            recipes.append(RecipeTraits(weight: weight, floor: trait.floor, categories: trait.categories))
        }
        self.recipes = recipes
        disguiseRule =
            (0..<pack.ruleCount).first { pack.ruleID($0) == "channel-obfuscated-text" } ?? -1
        placeConcepts = Self.placeNames.compactMap { pack.concept(named: $0) }
        var thresholds = pack.thresholds
        if let offerShift { thresholds.offerShift = offerShift }
        self.thresholds = thresholds
        priorLogOdds = LogOdds.of(pack.thresholds.prior)
    }

    /// Concepts that name places.
    private static let placeNames = [
        "hub-place", "border-town", "risk-country", "gateway", "golden-triangle",
    ]

    /// Whether the classifier alone speaks, of a text that is no offer and names a place: it knows the places from
    /// lures most of all, and a place alone is no sign.
    func restsOnPlaces(kind: TextKind, _ fired: [Int], _ concepts: ConceptReading) -> Bool {
        guard kind == .other, !fired.contains(where: isSign) else { return false }
        return concepts.hits.contains { placeConcepts.contains($0.concept) }
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
            let score = score(of: kind, fired, kindScores)
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

    /// What the classifier and the rules that recognise kinds say for a kind.
    private func score(of kind: TextKind, _ fired: [Int], _ kindScores: [Double]) -> Double {
        var score = kindScores[Int(kind.rawValue)]
        for index in fired where rules[index].kind == kind && rules[index].counts {
            score += rules[index].weight
        }
        return score
    }

    /// What log-odds of a lure among offers lose because the text may be no offer at all, at most 0: with q the
    /// probability of an offer and p that of a lure if it is one, log-odds of p become those of q × p.
    ///
    /// - Parameter logit: log-odds of p.
    package func kindShare(_ logit: Double, of fired: [Int], kindScores: [Double]) -> Double {
        let odds = offerLogOdds(of: fired, kindScores: kindScores) + thresholds.offerShift
        let others = min(lure_exp(min(50, -odds)), Self.largestOdds)
        // ln q - ln(1 + (1 - q) e^logit), where q = 1 / (1 + others).
        let share = -lure_log(1 + others) - lure_log(1 + others / (1 + others) * lure_exp(min(50, logit)))
        return LogOdds.rounded(share)
    }

    /// Log-odds that a text is an offer, as kinds are told.
    package func offerLogOdds(of fired: [Int], kindScores: [Double]) -> Double {
        let offer = score(of: .offer, fired, kindScores)
        var others = 0.0
        for kind in TextKind.allCases where kind != .offer {
            others += lure_exp(min(50, score(of: kind, fired, kindScores) - offer))
        }
        return -lure_log(max(others, 1e-20))
    }

    /// Odds against an offer: no text is so surely none.
    private static let largestOdds = 1000.0

    /// Lead in log-odds that a call for help needs if only the classifier speaks for it.
    private static let unsupportedDistressLead = 1.5

    /// Whether a text of this kind may get a band above `low`: a warning or a question only for an offer that it
    /// carries whole, with a contact; in distress there is no band.
    package func mayRise(_ kind: TextKind, carriesOwnOffer: Bool) -> Bool {
        switch kind {
        case .distress: false
        case .warning, .question: carriesOwnOffer
        default: true
        }
    }

    /// Whether it matters how much a text reads like an offer: a report that may rise carries an offer of its own.
    package func weighsKind(_ kind: TextKind, mayRise: Bool) -> Bool {
        switch kind {
        case .warning, .question: !mayRise
        default: true
        }
    }

    // MARK: Contributions

    /// Log-odds each fired rule adds, in the order of `fired`; saturating within families, rounded.
    ///
    /// - Parameter mitigates: whether findings that speak against risk may count.
    package func contributions(of fired: [Int], mitigates: Bool) -> [Double] {
        fired.indices.map { contribution(at: $0, of: fired, mitigates: mitigates) }
    }

    /// The same of one fired rule, by its place.
    func contribution(at place: Int, of fired: [Int], mitigates: Bool) -> Double {
        let rule = rules[fired[place]]
        guard mitigates || rule.polarity == .risk else { return 0 }
        return LogOdds.rounded(rule.weight * factor(at: place, of: fired))
    }

    /// What share of its weight each fired rule adds: 1 for the weightiest of its family, then halves.
    package func factors(of fired: [Int]) -> [Double] {
        fired.indices.map { factor(at: $0, of: fired) }
    }

    /// - Complexity: O(n) in the number of rules that fired: a handful, and never more than the pack has.
    private func factor(at place: Int, of fired: [Int]) -> Double {
        let rule = rules[fired[place]]
        guard rule.addsUp else { return 0 }
        var factor = 1.0
        for index in fired {
            let other = rules[index]
            if other.family == rule.family, other.rank < rule.rank, other.addsUp, index != disguiseRule {
                factor *= Self.familyDecay
            }
        }
        return factor
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
        for index in fired where isSign(index) { families |= 1 << UInt64(rules[index].family & 63) }
        return families.nonzeroBitCount
    }

    /// Whether a rule counts and finds a risk in what a text says, not in how it is written.
    private func isSign(_ index: Int) -> Bool {
        rules[index].polarity == .risk && rules[index].counts && index != disguiseRule
    }

    /// Adds what a text is a lure for: categories whose findings add at least 40 % of the strongest one's,
    /// strongest first.
    func addCategories(to answer: inout FlatAssessment) {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: Category.allCases.count) { sums in
            sums.initialize(repeating: 0)
            for finding in answer.findings where finding.contribution > 0 {
                Self.add(finding.contribution, to: rules[finding.rule].categories, sums)
            }
            for finding in answer.recipes where finding.contribution > 0 {
                Self.add(finding.contribution, to: recipes[finding.recipe].categories, sums)
            }
            let least = 0.4 * (sums.max() ?? 0)
            guard least > 0 else { return }
            while let best = Self.largest(of: sums, atLeast: least) {
                if let category = Category(rawValue: UInt8(best)) { answer.categories.append(category) }
                sums[best] = -1
            }
        }
    }

    private static func add(
        _ contribution: Double, to categories: CategorySet, _ sums: UnsafeMutableBufferPointer<Double>
    ) {
        // A rule that serves many categories says little about which.
        let share = contribution / Double(categories.rawValue.nonzeroBitCount)
        for index in sums.indices where categories.rawValue >> UInt8(index) & 1 == 1 { sums[index] += share }
    }

    /// The first of the largest sums, or nil if none reaches `least`.
    private static func largest(of sums: UnsafeMutableBufferPointer<Double>, atLeast least: Double) -> Int? {
        var best: Int?
        for index in sums.indices where sums[index] >= least && sums[index] > best.map({ sums[$0] }) ?? 0 {
            best = index
        }
        return best
    }
}

import LureModel
import LureRules
import LureScreen
import LureText

/// Weights of rules and recipes, the scale of the model, calibration and thresholds, fitted together.
struct FusionFit {
    private(set) var rules: [Double]
    private(set) var recipes: [Double]
    private(set) var thresholds = Thresholds()
    /// What is added to the classifier's lure score, so that at even odds it and the findings are even among offers.
    private(set) var modelShift = 0.0
    private(set) var log: [String] = []

    /// Fitting and ordering of findings in a family depend on each other; they settle in a few rounds.
    private static let rounds = 4

    /// - Parameter deviation: how far a weight may move from what its severity says, in log-odds.
    init(_ readings: [TextReading], scores: [ModelScore], votes: [Double], pack: RulePack, deviation: Double)
    {
        rules = zip(pack.traits, votes).map { $0.kind == nil ? $0.weight : $1 }
        recipes = pack.recipeTraits.map(\.weight)
        let start = (rules, recipes)
        let judgement = Judgement(pack, ruleWeights: rules, recipeWeights: recipes)
        let kinds = zip(readings, scores).map { judgement.kind(of: $0.rules, kindScores: $1.kinds) }
        let offers = readings.indices.filter { readings[$0].isOffer }
        var scale = 1.0
        var intercept = 0.0
        for _ in 0..<Self.rounds {
            let judgement = Judgement(pack, ruleWeights: rules, recipeWeights: recipes)
            let rows = offers.map { index in
                Self.row(readings[index], scores[index], kinds[index], judgement, rules.count, recipes.count)
            }
            let fit = LogisticFit(Self.coefficients(pack, start, deviation)).fit(Self.balanced(rows))
            rules = Array(fit[..<rules.count])
            recipes = Array(fit[rules.count..<rules.count + recipes.count])
            scale = fit[fit.count - 2]
            intercept = fit[fit.count - 1]
        }
        rules = rules.map(LogOdds.rounded)
        recipes = recipes.map(LogOdds.rounded)
        thresholds.modelScale = LogOdds.rounded(scale)
        modelShift = thresholds.modelScale > 0 ? intercept / thresholds.modelScale : 0
        let weighsKinds = readings.contains { $0.kind != nil }
        var fitted = Judgement(pack, ruleWeights: rules, recipeWeights: recipes)
        thresholds.offerShift = LogOdds.rounded(Self.offerShift(readings, scores, fitted))
        fitted = Judgement(
            pack, ruleWeights: rules, recipeWeights: recipes, offerShift: thresholds.offerShift)
        let sums = readings.indices.map { index in
            logOdds(readings[index], scores[index], kinds[index], weighsKinds: weighsKinds, fitted)
        }
        thresholds.calibrationIntercept = LogOdds.rounded(Self.level(sums, readings))
        setThresholds(readings, sums)
    }

    private static func coefficients(
        _ pack: RulePack, _ start: (rules: [Double], recipes: [Double]), _ deviation: Double
    ) -> [LogisticFit.Coefficient] {
        let rules = zip(pack.traits, start.rules).map { trait, weight in
            switch trait.polarity {
            case .risk: LogisticFit.Coefficient(mean: weight, deviation: deviation, bound: .nonNegative)
            case .mitigating: LogisticFit.Coefficient(mean: weight, deviation: deviation, bound: .nonPositive)
            // Votes for a kind; no row gives them a value here, so they stay as they are.
            case .context: LogisticFit.Coefficient(mean: weight, deviation: deviation)
            }
        }
        let recipes = start.recipes.map {
            LogisticFit.Coefficient(mean: $0, deviation: deviation, bound: .nonNegative)
        }
        return rules + recipes + [
            LogisticFit.Coefficient(mean: 0.7, deviation: 0.5, bound: .nonNegative),
            LogisticFit.Coefficient(mean: 0, deviation: 5),
        ]
    }

    private static func row(
        _ reading: TextReading, _ score: ModelScore, _ kind: TextKind, _ judgement: Judgement,
        _ ruleCount: Int,
        _ recipeCount: Int
    ) -> LogisticFit.Row {
        var values: [(coefficient: Int, value: Double)] = []
        if kind != .distress {
            let factors = judgement.factors(of: reading.rules)
            for (place, rule) in reading.rules.enumerated() { values.append((rule, factors[place])) }
            for recipe in reading.recipes { values.append((ruleCount + recipe, 1)) }
        }
        values.append((ruleCount + recipeCount, score.lure))
        values.append((ruleCount + recipeCount + 1, 1))
        return LogisticFit.Row(values: values, isPositive: reading.isLure, weight: 1)
    }

    /// Both classes weigh the same, so that the intercept stands for even odds.
    private static func balanced(_ rows: [LogisticFit.Row]) -> [LogisticFit.Row] {
        let lures = Double(rows.filter(\.isPositive).count)
        let honest = Double(rows.count) - lures
        return rows.map { row in
            var row = row
            row.weight = 0.5 * Double(rows.count) / (row.isPositive ? lures : honest)
            return row
        }
    }

    /// Log-odds of a lure at even odds, before calibration: as `Screener` adds them up.
    /// - Parameter judgement: by the fitted weights.
    func logOdds(
        _ reading: TextReading, _ score: ModelScore, _ kind: TextKind, weighsKinds: Bool,
        _ judgement: Judgement
    ) -> Double {
        var sum = LogOdds.rounded((score.lure + modelShift) * thresholds.modelScale)
        let mayRise = judgement.mayRise(kind, carriesOwnOffer: reading.carriesOwnOffer)
        var disguise = 0.0
        if kind != .distress {
            let mitigates = !judgement.forbidsMitigation(reading.rules)
            let contributions = judgement.contributions(of: reading.rules, mitigates: mitigates)
            sum += contributions.reduce(0, +)
            for (rule, contribution) in zip(reading.rules, contributions)
            where rule == judgement.disguiseRule {
                disguise += contribution
            }
            for recipe in reading.recipes { sum += recipes[recipe] }
        }
        guard weighsKinds, judgement.weighsKind(kind, mayRise: mayRise) else { return sum }
        return sum + judgement.kindShare(sum - disguise, of: reading.rules, kindScores: score.kinds)
    }

    /// What must be added to the log-odds of an offer, as kinds are told, so that they fit the texts at hand.
    private static func offerShift(
        _ readings: [TextReading], _ scores: [ModelScore], _ judgement: Judgement
    ) -> Double {
        let told = readings.indices.filter { readings[$0].kind != nil }
        guard told.contains(where: { readings[$0].isOffer }), told.contains(where: { !readings[$0].isOffer })
        else { return 0 }
        let rows = told.map { index in
            let odds = judgement.offerLogOdds(of: readings[index].rules, kindScores: scores[index].kinds)
            return LogisticFit.Row(
                values: [(0, odds), (1, 1)], isPositive: readings[index].isOffer, weight: 1)
        }
        return levelOf(rows)
    }

    /// What must be added to log-odds so that they fit all texts, not only offers, at even odds.
    private static func level(_ sums: [Double], _ readings: [TextReading]) -> Double {
        let rows = zip(sums, readings).map {
            LogisticFit.Row(values: [(0, $0), (1, 1)], isPositive: $1.isLure, weight: 1)
        }
        return levelOf(balanced(rows))
    }

    /// The intercept of rows of log-odds and 1; their slope is as good as fixed at 1.
    private static func levelOf(_ rows: [LogisticFit.Row]) -> Double {
        let slope = LogisticFit.Coefficient(mean: 1, deviation: 1e-6)
        return LogisticFit([slope, LogisticFit.Coefficient(mean: 0, deviation: 5)]).fit(rows)[1]
    }

    private mutating func setThresholds(_ readings: [TextReading], _ sums: [Double]) {
        let shift = LogOdds.of(thresholds.prior) + thresholds.calibrationIntercept
        let scored = zip(readings, sums).map { (score: shift + $1, isPositive: $0.isLure) }
        log.append("rules and classifier, out of fold: AUC \(rounded(Ranking.areaUnderCurve(scored) ?? 0))")
        for (rate, name) in [
            (TrainingRun.cautionFalseAlarms, "caution"), (TrainingRun.highFalseAlarms, "high"),
        ] {
            guard let found = Ranking.threshold(scored, falseAlarmRate: rate) else { continue }
            // Upwards, so that the stated rate holds.
            let risk = (LogOdds.probability(of: found.threshold) * 10_000).rounded(.up) / 10_000
            if name == "caution" {
                (thresholds.caution, thresholds.cautionFalseAlarms) = (risk, rate)
            } else {
                (thresholds.high, thresholds.highFalseAlarms) = (max(risk, thresholds.caution), rate)
            }
            log.append(
                "\(name): risk \(risk), recall \(rounded(found.recall)) at \(rate) false alarms, before the gate"
            )
        }
    }

    // MARK: Files

    func weights(of pack: RulePack) -> [String: Double] {
        var weights: [String: Double] = [:]
        for (index, weight) in rules.enumerated() { weights[pack.ruleID(index)] = weight }
        for (index, weight) in recipes.enumerated() { weights[pack.recipeID(index)] = weight }
        return weights
    }

    /// `rules/weights.tsv`.
    func weightFile(of pack: RulePack) -> String {
        let rows = weights(of: pack).sorted { $0.key < $1.key }
        return "id\tweight\n" + rows.map { "\($0.key)\t\($0.value)\n" }.joined()
    }

    /// `rules/thresholds.yml`.
    var thresholdFile: String {
        """
        # Written by `lurescreen train`; see scripts/generate. Risks at the prior; false alarms are shares of the
        # honest training rows, out of fold, before the gate.
        bands:
          caution: {risk: \(thresholds.caution), false-alarms: \(thresholds.cautionFalseAlarms)}
          high: {risk: \(thresholds.high), false-alarms: \(thresholds.highFalseAlarms)}
        prior: \(thresholds.prior)
        calibration: {slope: \(thresholds.calibrationSlope), intercept: \(thresholds.calibrationIntercept)}
        model-scale: \(thresholds.modelScale)
        offer-shift: \(thresholds.offerShift)

        """
    }
}

import LureScreen

/// Texts in the order of their scores, ready to be measured many times with different weights.
///
/// Weights are how often a text was drawn; every measure takes a text of weight 2 as two texts.
struct Sample: Sendable {
    /// What is needed of one text.
    struct Item {
        /// Its place in the weights.
        var index: Int
        var isLure: Bool
        /// Evidence in log-odds at even odds; nil: no verdict, ranked below all others.
        var score: Double?
        var isCaution: Bool
        var isHigh: Bool
    }

    private let items: [Item]
    /// Risk at the sample's prior, in the items' order; those without a verdict, at the end, have none.
    private let risks: [Double]
    /// Whether the item scores more than the next one.
    private let endsTie: [Bool]

    /// - Parameter prior: share of lures to state risks at; nil: the sample's own.
    init(_ unsorted: [Item], prior: Double?) {
        let items = unsorted.sorted {
            let (a, b) = ($0.score ?? -.infinity, $1.score ?? -.infinity)
            return a == b ? $0.index < $1.index : a > b
        }
        self.items = items
        let share = Double(items.filter(\.isLure).count) / Double(max(1, items.count))
        let prior = prior ?? share
        let shift = prior > 0 && prior < 1 ? LogOdds.of(prior) : nil
        risks = items.prefix { $0.score != nil }.compactMap { item in
            guard let shift, let score = item.score else { return nil }
            return LogOdds.probability(of: score + shift)
        }
        endsTie = items.indices.map { index in
            index + 1 == items.count || items[index].score != items[index + 1].score
        }
    }

    var count: Int { items.count }

    /// All measures, by `Measure`; nil where the texts can't tell.
    /// - Parameter weights: by the items' `index`; nil: each text once.
    func values(_ weights: [Int32]? = nil) -> [Double?] {
        var values = [Double?](repeating: nil, count: Measure.allCases.count)
        func set(_ measure: Measure, _ value: Double?) { values[measure.rawValue] = value }
        let counts = Counts(items, weights)
        let caution = counts.caution
        set(.recallCaution, Self.ratio(caution.lures, counts.all.lures))
        set(.falseAlarmsCaution, Self.ratio(caution.honest, counts.all.honest))
        let high = counts.high
        set(.recallHigh, Self.ratio(high.lures, counts.all.lures))
        set(.falseAlarmsHigh, Self.ratio(high.honest, counts.all.honest))
        // With one class only, precision would say which class it is.
        if counts.all.lures > 0, counts.all.honest > 0 {
            set(.precisionCaution, Self.ratio(caution.lures, caution.lures + caution.honest))
            set(.f1Caution, counts.f1(caution))
            set(.precisionHigh, Self.ratio(high.lures, high.lures + high.honest))
            set(.f1High, counts.f1(high))
            let ranking = ranking(counts.all, weights)
            set(.rocAUC, ranking.area)
            set(.averagePrecision, ranking.averagePrecision)
            set(.recallAt1, ranking.recallAt1)
            set(.recallAt5, ranking.recallAt5)
            set(.brier, brier(weights))
            set(.calibrationError, calibrationError(weights))
        }
        return values
    }

    /// Numerator and denominator of a share, for one that has no spread.
    func hits(_ measure: Measure) -> (hits: Int, count: Int)? {
        let counts = Counts(items, nil)
        let pair: (Double, Double)
        switch measure {
        case .precisionCaution: pair = (counts.caution.lures, counts.caution.lures + counts.caution.honest)
        case .precisionHigh: pair = (counts.high.lures, counts.high.lures + counts.high.honest)
        case .recallCaution: pair = (counts.caution.lures, counts.all.lures)
        case .recallHigh: pair = (counts.high.lures, counts.all.lures)
        case .falseAlarmsCaution: pair = (counts.caution.honest, counts.all.honest)
        case .falseAlarmsHigh: pair = (counts.high.honest, counts.all.honest)
        default: return nil
        }
        return (Int(pair.0), Int(pair.1))
    }

    static func ratio(_ part: Double, _ whole: Double) -> Double? { whole > 0 ? part / whole : nil }

    // MARK: Counts

    private struct Pair {
        var lures = 0.0
        var honest = 0.0
    }

    /// Texts by class: all, those flagged at least `caution`, those flagged `high`.
    private struct Counts {
        var all = Pair()
        var caution = Pair()
        var high = Pair()

        init(_ items: [Item], _ weights: [Int32]?) {
            for item in items {
                let weight = weights.map { Double($0[item.index]) } ?? 1
                let path = item.isLure ? \Pair.lures : \Pair.honest
                all[keyPath: path] += weight
                if item.isCaution { caution[keyPath: path] += weight }
                if item.isHigh { high[keyPath: path] += weight }
            }
        }

        /// nil without lures or flagged texts: there is nothing to balance.
        func f1(_ flagged: Pair) -> Double? {
            Sample.ratio(2 * flagged.lures, all.lures + flagged.lures + flagged.honest)
        }
    }

    // MARK: Ranking

    private struct Ranking {
        var area = 0.0
        var averagePrecision = 0.0
        var recallAt1 = 0.0
        var recallAt5 = 0.0
    }

    /// Walks the scores downwards, one tie at a time. Ties count half in the area, and whole in the others.
    private func ranking(_ all: Pair, _ weights: [Int32]?) -> Ranking {
        var ranking = Ranking()
        var seen = Pair()
        var tie = Pair()
        for (place, item) in items.enumerated() {
            let weight = weights.map { Double($0[item.index]) } ?? 1
            if item.isLure { tie.lures += weight } else { tie.honest += weight }
            guard endsTie[place] else { continue }
            ranking.area += tie.honest * (seen.lures + tie.lures / 2)
            seen.lures += tie.lures
            seen.honest += tie.honest
            if tie.lures > 0 {
                ranking.averagePrecision +=
                    tie.lures / all.lures * seen.lures / (seen.lures + seen.honest)
            }
            // A text without a verdict can't be flagged at any threshold.
            if item.score != nil {
                if seen.honest <= 0.01 * all.honest { ranking.recallAt1 = seen.lures / all.lures }
                if seen.honest <= 0.05 * all.honest { ranking.recallAt5 = seen.lures / all.lures }
            }
            tie = Pair()
        }
        ranking.area /= all.lures * all.honest
        return ranking
    }

    // MARK: Calibration

    private func brier(_ weights: [Int32]?) -> Double? {
        var sum = 0.0
        var total = 0.0
        for (place, risk) in risks.enumerated() {
            let weight = weights.map { Double($0[items[place].index]) } ?? 1
            let error = risk - (items[place].isLure ? 1 : 0)
            sum += weight * error * error
            total += weight
        }
        return Self.ratio(sum, total)
    }

    private func calibrationError(_ weights: [Int32]?) -> Double? {
        let bins = reliability(weights, binCount: 10)
        let total = bins.reduce(0) { $0 + $1.weight }
        let sum = bins.reduce(0) { $0 + $1.weight * abs($1.risk - $1.share) }
        return Self.ratio(sum, total)
    }

    /// A bin of texts of similar risk.
    struct Bin {
        var weight = 0.0
        /// Mean risk.
        var risk = 0.0
        /// Share of lures.
        var share = 0.0
    }

    /// Bins of equal mass, from the lowest risk; a text stands whole in the bin of its middle.
    func reliability(_ weights: [Int32]? = nil, binCount: Int) -> [Bin] {
        func weight(_ place: Int) -> Double { weights.map { Double($0[items[place].index]) } ?? 1 }
        var total = 0.0
        for place in risks.indices { total += weight(place) }
        var bins = [Bin](repeating: Bin(), count: binCount)
        guard total > 0 else { return [] }
        var passed = 0.0
        for place in risks.indices.reversed() {
            let weight = weight(place)
            let bin = min(binCount - 1, Int((passed + weight / 2) / total * Double(binCount)))
            passed += weight
            bins[bin].weight += weight
            bins[bin].risk += weight * risks[place]
            if items[place].isLure { bins[bin].share += weight }
        }
        return bins.filter { $0.weight > 0 }.map {
            Bin(weight: $0.weight, risk: $0.risk / $0.weight, share: $0.share / $0.weight)
        }
    }

    // MARK: Curves

    /// Shares of lures and honest texts that rank at least so high, at the end of each tie, from the top.
    func curve() -> [(lures: Double, honest: Double, precision: Double)] {
        let lures = Double(items.filter(\.isLure).count)
        let honest = Double(items.count) - lures
        guard lures > 0, honest > 0 else { return [] }
        var seen = Pair()
        var points: [(lures: Double, honest: Double, precision: Double)] = []
        for (place, item) in items.enumerated() {
            if item.isLure { seen.lures += 1 } else { seen.honest += 1 }
            if endsTie[place] {
                points.append(
                    (seen.lures / lures, seen.honest / honest, seen.lures / (seen.lures + seen.honest)))
            }
        }
        return points
    }

    /// Texts by risk in bins of equal width, from 0 to 1.
    func histogram(binCount: Int) -> [(lures: Int, honest: Int)] {
        var bins = [(lures: Int, honest: Int)](repeating: (0, 0), count: binCount)
        for (place, risk) in risks.enumerated() {
            let bin = min(binCount - 1, Int(risk * Double(binCount)))
            if items[place].isLure { bins[bin].lures += 1 } else { bins[bin].honest += 1 }
        }
        return bins
    }
}

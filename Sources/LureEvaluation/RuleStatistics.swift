public import LureScreen

/// What each rule and recipe of a screener does on texts.
public struct RuleStatistics: Sendable {
    public struct Row: Sendable {
        public var id: String
        public var isRecipe: Bool
        /// Texts it fired on, by `LabelledText.Class`.
        public var counts = [Int](repeating: 0, count: LabelledText.Class.allCases.count)
        /// Texts whose band would be another without it.
        public var changedBands = 0
        /// How often it fired together with each other rule, by index.
        public var together: [Int]

        public var total: Int { counts.reduce(0, +) }

        /// Share of lures among the labelled texts it fired on, and its interval; nil if there are none.
        public var precision: (share: Double, interval: WilsonInterval)? {
            let lures = counts[LabelledText.Class.lure.rawValue]
            let labelled = total - counts[LabelledText.Class.unlabelled.rawValue]
            guard labelled > 0 else { return nil }
            return (Double(lures) / Double(labelled), WilsonInterval(hits: lures, of: labelled))
        }

        /// The rule it fires together with most, and the share of its own texts that is.
        public func closest(among rows: [Row]) -> (id: String, share: Double)? {
            guard total > 0, let most = together.max(), most > 0, let index = together.firstIndex(of: most)
            else { return nil }
            return (rows[index].id, Double(most) / Double(total))
        }
    }

    /// Texts of each class that were read.
    public private(set) var textCounts = [Int](repeating: 0, count: LabelledText.Class.allCases.count)
    /// Rules, then recipes, in the pack's order.
    public private(set) var rows: [Row]
    /// Bands of the texts, in order; nil for distress.
    public private(set) var bands: [Band?] = []

    private let screener: Screener
    private let ruleCount: Int

    public init(_ screener: Screener) {
        let pack = screener.pack
        self.screener = screener
        ruleCount = pack.ruleCount
        let together = [Int](repeating: 0, count: pack.ruleCount)
        rows = (0..<pack.ruleCount).map { Row(id: pack.ruleID($0), isRecipe: false, together: together) }
        rows += (0..<pack.recipeCount).map { Row(id: pack.recipeID($0), isRecipe: true, together: together) }
    }

    /// Screens one text, and once more without each rule that fired on it.
    public mutating func count(_ text: LabelledText, with scratch: inout Screener.Scratch) {
        textCounts[text.textClass.rawValue] += 1
        let bytes = Array(text.text.utf8)
        let assessment = assess(bytes, &scratch)
        bands.append(assessment.band)
        let rules = assessment.findings.map(\.rule)
        for rule in rules {
            rows[rule].counts[text.textClass.rawValue] += 1
            for other in rules where other != rule { rows[rule].together[other] += 1 }
            if assess(bytes, &scratch, without: rule).band != assessment.band { rows[rule].changedBands += 1 }
        }
        for recipe in assessment.recipes {
            let row = ruleCount + recipe.recipe
            rows[row].counts[text.textClass.rawValue] += 1
            for rule in rules { rows[row].together[rule] += 1 }
        }
    }

    private func assess(
        _ bytes: [UInt8], _ scratch: inout Screener.Scratch, without rule: Int? = nil
    ) -> Assessment {
        var options = Screener.Options()
        if let rule { options.mutedRules = [rule] }
        return bytes.withUnsafeBufferPointer { screener.assess($0, options: options, scratch: &scratch) }
    }
}

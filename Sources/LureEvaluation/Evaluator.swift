import LureRuleCompiler
public import LureScreen
import LureText

/// Screens labelled texts and measures what came of it.
///
/// What is flagged is told by bands, as people see them; curves, ranking and calibration go by the risk behind them.
public struct Evaluator: Sendable {
    public var bootstrap = Bootstrap()
    /// Share of lures to measure calibration at; nil: the texts' own.
    public var prior: Double?
    /// Mistakes of each sort to list.
    public var mistakeLimit = 20
    /// Whether mistakes carry their texts, which are personal data.
    public var showsTexts = false
    /// Lures and honest texts that a language needs to stand alone.
    public static let languageMinimum = 30

    public init() {}

    /// Measures a screener, and a second one side by side.
    public func evaluate(
        _ rows: [EvaluationRow], with screener: Screener, against second: Screener? = nil
    ) -> Evaluation {
        let verdicts = screener.verdicts(on: rows.lazy.map(\.text))
        var evaluation = evaluate(
            rows, verdicts, provenance: screener.provenance, packPrior: screener.pack.thresholds.prior)
        if let second { evaluation.comparison = compare(rows, verdicts, second) }
        return evaluation
    }

    /// Measures verdicts that were given already.
    func evaluate(
        _ rows: [EvaluationRow], _ verdicts: [Verdict], provenance: Screener.Provenance, packPrior: Double
    ) -> Evaluation {
        let labelled = rows.indices.filter { rows[$0].isLure != nil }
        let (rows, all) = (labelled.map { rows[$0] }, (rows, verdicts))
        let verdicts = labelled.map { verdicts[$0] }
        let meter = meter(rows, verdicts)
        let sample = Sample(meter.items, prior: prior)
        var evaluation = Evaluation(
            provenance: provenance, corpus: Self.digest(of: all.0), bands: Self.bands(all.0, all.1),
            slices: Self.slices(rows, meter), shares: Self.shares(rows, meter),
            kinds: Self.kinds(all.0, all.1), curves: Self.curves(sample), mistakes: [], missedLures: 0,
            falseAlarms: 0, resamples: bootstrap.resampleCount, seed: bootstrap.seed, prior: prior)
        addMistakes(rows, verdicts, packPrior, to: &evaluation)
        return evaluation
    }

    private func meter(_ rows: [EvaluationRow], _ verdicts: [Verdict]) -> SliceMeter {
        SliceMeter(
            items: Self.items(rows, verdicts), clusters: rows.map(\.cluster), prior: prior,
            bootstrap: bootstrap)
    }

    private static func items(_ rows: [EvaluationRow], _ verdicts: [Verdict]) -> [Sample.Item] {
        zip(rows, verdicts).enumerated().map { index, pair in
            Sample.Item(
                index: index, isLure: pair.0.isLure ?? false, score: pair.1.score,
                isCaution: pair.1.isCaution, isHigh: pair.1.isHigh)
        }
    }

    /// First 12 hexadecimal digits of the SHA-256 of ids, labels and texts: it names a corpus in reports.
    public static func digest(of rows: [EvaluationRow]) -> String {
        var bytes: [UInt8] = []
        for row in rows {
            bytes += row.id.utf8
            bytes += row.isLure.map { $0 ? [0, 1, 0] : [0, 0, 0] } ?? [0, 2, 0]
            bytes += row.text.utf8
            bytes.append(0)
        }
        return String(decoding: SHA256.hexadecimal(of: bytes, count: 12), as: UTF8.self)
    }

    private static func bands(_ rows: [EvaluationRow], _ verdicts: [Verdict]) -> [Evaluation.BandCounts] {
        var counts = ["lures", "honest", "unlabelled"].map { Evaluation.BandCounts(name: $0) }
        for (row, verdict) in zip(rows, verdicts) {
            counts[row.isLure.map { $0 ? 0 : 1 } ?? 2].add(verdict)
        }
        return counts.filter { $0.total > 0 }
    }

    // MARK: Parts

    private static func slices(_ rows: [EvaluationRow], _ meter: SliceMeter) -> [Slice] {
        var slices = [meter.slice(.all, "all", Array(rows.indices))]
        let languages = grouped(rows.indices) { rows[$0].language }
        var pooled: [ScriptGroup: [String]] = [:]
        for (language, indices) in languages {
            let slice = meter.slice(.language, language, indices)
            slices.append(slice)
            if slice.lures < Evaluator.languageMinimum || slice.honest < Evaluator.languageMinimum {
                pooled[ScriptGroup.commonest(indices.map { rows[$0].text }), default: []].append(language)
            }
        }
        for group in ScriptGroup.allCases {
            guard let members = pooled[group] else { continue }
            let indices = rows.indices.filter { rows[$0].language.map(members.contains) ?? false }
            var slice = meter.slice(.pooled, group.rawValue, indices)
            slice.members = members
            slices.append(slice)
        }
        for (split, indices) in grouped(rows.indices, by: { rows[$0].split }) {
            slices.append(meter.slice(.split, split, indices))
        }
        return slices
    }

    private static func shares(_ rows: [EvaluationRow], _ meter: SliceMeter) -> [FlagShare] {
        let categories = Set(rows.filter { $0.isLure == true }.flatMap(\.categories)).sorted()
        var shares = categories.map { category in
            let indices = rows.indices.filter {
                rows[$0].isLure == true && rows[$0].categories.contains(category)
            }
            return meter.share(.category, category, indices)
        }
        let honest = rows.indices.filter { rows[$0].isLure == false }
        guard honest.contains(where: { rows[$0].kind != nil }) else { return shares }
        for (name, kinds) in Self.honestKinds {
            let indices = honest.filter { rows[$0].kind.map(kinds.contains) ?? false }
            if !indices.isEmpty { shares.append(meter.share(.honest, name, indices)) }
        }
        return shares
    }

    private static let honestKinds: [(String, [TextKind])] = [
        ("honest offers", [.offer]), ("warnings and questions", [.warning, .question]),
        ("warnings", [.warning]), ("questions", [.question]), ("distress", [.distress]), ("other", [.other]),
    ]

    /// Indices by a name, names sorted; those without one are left out.
    private static func grouped(_ indices: Range<Int>, by name: (Int) -> String?) -> [(String, [Int])] {
        var groups: [String: [Int]] = [:]
        for index in indices {
            if let name = name(index) { groups[name, default: []].append(index) }
        }
        return groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    // MARK: Kinds, curves, mistakes

    private static func kinds(_ rows: [EvaluationRow], _ verdicts: [Verdict]) -> Evaluation.KindTable? {
        let none = [Int](repeating: 0, count: TextKind.allCases.count)
        var table = Evaluation.KindTable(counts: none.map { _ in none })
        for (row, verdict) in zip(rows, verdicts) {
            if let kind = row.kind { table.counts[Int(kind.rawValue)][Int(verdict.kind.rawValue)] += 1 }
        }
        return table.total > 0 ? table : nil
    }

    private static func curves(_ sample: Sample) -> Evaluation.Curves {
        let ranking = sample.curve()
        guard !ranking.isEmpty else { return Evaluation.Curves() }
        return Evaluation.Curves(
            ranking: ranking,
            reliability: sample.reliability(binCount: 10).map { ($0.risk, $0.share, Int($0.weight)) },
            histogram: sample.histogram(binCount: 20))
    }

    private func addMistakes(
        _ rows: [EvaluationRow], _ verdicts: [Verdict], _ packPrior: Double, to evaluation: inout Evaluation
    ) {
        func score(_ index: Int) -> Double { verdicts[index].score ?? -.infinity }
        let missed = rows.indices.filter { rows[$0].isLure == true && !verdicts[$0].isCaution }
            .sorted { (score($0), $0) < (score($1), $1) }
        let alarms = rows.indices.filter { rows[$0].isLure == false && verdicts[$0].isCaution }
            .sorted {
                if verdicts[$0].isHigh != verdicts[$1].isHigh { return verdicts[$0].isHigh }
                return score($0) == score($1) ? $0 < $1 : score($0) > score($1)
            }
        evaluation.missedLures = missed.count
        evaluation.falseAlarms = alarms.count
        evaluation.mistakes = (missed.prefix(mistakeLimit) + alarms.prefix(mistakeLimit)).map { index in
            let (row, verdict) = (rows[index], verdicts[index])
            return Evaluation.Mistake(
                id: row.id, isLure: row.isLure == true, kind: row.kind, language: row.language,
                band: verdict.band,
                risk: verdict.score.map { LogOdds.probability(of: $0 + LogOdds.of(prior ?? packPrior)) },
                rules: verdict.rules, text: showsTexts ? row.text : nil)
        }
    }

    // MARK: Side by side

    private func compare(
        _ rows: [EvaluationRow], _ verdicts: [Verdict], _ second: Screener
    ) -> Evaluation.Comparison {
        let labelled = rows.indices.filter { rows[$0].isLure != nil }
        let rows = labelled.map { rows[$0] }
        let first = labelled.map { verdicts[$0] }
        let others = second.verdicts(on: rows.lazy.map(\.text))
        func count(lure: Bool, gained: Bool) -> Int {
            rows.indices.filter {
                rows[$0].isLure == lure && first[$0].isCaution == !gained && others[$0].isCaution == gained
            }.count
        }
        let items = Self.items(rows, others)
        return Evaluation.Comparison(
            provenance: second.provenance,
            values: meter(rows, others).slice(.all, "all", Array(rows.indices)).values,
            curves: Self.curves(Sample(items, prior: prior)),
            differences: meter(rows, first).differences(to: items),
            luresGained: count(lure: true, gained: true), luresLost: count(lure: true, gained: false),
            alarmsGained: count(lure: false, gained: true), alarmsLost: count(lure: false, gained: false))
    }
}

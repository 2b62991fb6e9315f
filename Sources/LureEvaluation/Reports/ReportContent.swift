import LureScreen
import LureText

/// What a report is called, and when it was made, if that is to be told.
public struct ReportHeading: Sendable {
    public var title = "Evaluation"
    /// Free text; nil: reports carry no date, so that the same input gives the same bytes.
    public var date: String?

    public init() {}
}

/// A table of a report, its cells as people read them.
public struct ReportTable: Sendable {
    public var title: String
    public var note: String?
    public var columns: [String]
    public var rows: [[String]]
    /// Columns from the left that hold words, not numbers.
    public var wordColumns = 1
}

/// What all written reports say, without saying how it looks.
public struct ReportContent: Sendable {
    public let heading: ReportHeading
    public let evaluation: Evaluation
    /// Whether tables are kept short and narrow, for a terminal.
    let isCompact: Bool

    public init(_ evaluation: Evaluation, heading: ReportHeading = ReportHeading(), isCompact: Bool = false) {
        self.evaluation = evaluation
        self.heading = heading
        self.isCompact = isCompact
    }

    /// What was measured with what, as pairs.
    public var facts: [(String, String)] {
        let all = evaluation.slices.first
        var facts = [
            ("Texts", evaluation.bands.map { "\($0.total) \($0.name)" }.joined(separator: ", ")),
            ("Set-up", Self.setUp(evaluation.provenance)),
        ]
        if let comparison = evaluation.comparison {
            facts.append(("Against", Self.setUp(comparison.provenance)))
        }
        if evaluation.resamples > 0 {
            facts.append(
                (
                    "Intervals",
                    "95 %, percentile bootstrap, \(evaluation.resamples) resamples of \(all?.clusters ?? 0) clusters, seed \(evaluation.seed)"
                ))
        }
        facts.append(("Corpus", evaluation.corpus))
        if let date = heading.date { facts.append(("Date", date)) }
        return facts
    }

    private static func setUp(_ provenance: Screener.Provenance) -> String {
        "rules \(provenance.rules), model \(provenance.model), engine \(provenance.engine)"
    }

    /// All tables that the texts give, in the order of reading.
    public var tables: [ReportTable] {
        [
            measures, bands, shares(.category, "Lures by category", "lures"),
            shares(.honest, "False alarms by kind of honest text", "texts"),
            slices(
                .language, "By language",
                "Under 30 lures or honest texts a number says little; see the pooled table."),
            slices(.pooled, "Languages with few texts, pooled by script", nil),
            slices(.split, "By split", nil),
            kinds, disguises, mistakes,
        ].compactMap { $0 }
    }

    /// How to read the numbers.
    public static let notes = [
        "Flagged means the band people see: caution or more, or high. Curves, ranking and calibration go by the risk behind it; a text without a verdict ranks below all others and is left out of calibration.",
        "Brier score and calibration error are measured at the share of lures among these texts (or at --prior), by an exact shift of the log-odds.",
        "Intervals draw clusters of texts with replacement. Where none or all are flagged nothing varies, and Wilson's interval is given instead.",
        "n/a: the texts can't tell, for example because one class is missing.",
    ]

    // MARK: Tables

    private var measures: ReportTable? {
        guard let all = evaluation.slices.first, all.lures + all.honest > 0 else { return nil }
        var table = ReportTable(
            title: "Measures", note: nil, columns: ["measure", "value", "95 % interval"], rows: [])
        if evaluation.comparison != nil { table.columns += ["against", "difference", "95 % interval"] }
        for measure in Measure.allCases {
            let value = all[measure]
            var row = [
                measure.title, Cell.value(value, measure.isShare), Cell.interval(value, measure.isShare),
            ]
            if let comparison = evaluation.comparison {
                let difference = comparison.differences[measure.rawValue]
                row += [
                    Cell.value(comparison.values[measure.rawValue], measure.isShare),
                    Cell.signed(difference, measure.isShare), Cell.interval(difference, measure.isShare),
                ]
            }
            table.rows.append(row)
        }
        if let comparison = evaluation.comparison {
            table.note =
                "The difference is the second set-up less the first, on the same resamples. It flags \(comparison.luresGained) more lures and \(comparison.luresLost) fewer; honest texts: \(comparison.alarmsGained) newly flagged, \(comparison.alarmsLost) no longer."
        }
        return table
    }

    private var bands: ReportTable? {
        ReportTable(
            title: "Bands", note: nil,
            columns: ["texts", "all", "high", "caution", "low", "no verdict", "distress"],
            rows: evaluation.bands.map { counts in
                [counts.name]
                    + [
                        counts.total, counts.high, counts.caution, counts.low, counts.insufficient,
                        counts.distress,
                    ].map(String.init)
            })
    }

    private func shares(_ sort: FlagShare.Sort, _ title: String, _ what: String) -> ReportTable? {
        let own = evaluation.shares.filter { $0.sort == sort }
        guard !own.isEmpty else { return nil }
        return ReportTable(
            title: title, note: nil,
            columns: [sort == .category ? "category" : "kind", what, "caution or more", "high"],
            rows: own.map { [$0.name, String($0.count), Cell.full($0.caution), Cell.full($0.high)] })
    }

    private func slices(_ sort: Slice.Sort, _ title: String, _ note: String?) -> ReportTable? {
        let own = evaluation.slices.filter { $0.sort == sort }
        guard !own.isEmpty else { return nil }
        let measures: [Measure] =
            isCompact
            ? [.recallCaution, .falseAlarmsCaution, .rocAUC]
            : [.recallCaution, .falseAlarmsCaution, .recallHigh, .falseAlarmsHigh, .recallAt1, .rocAUC]
        return ReportTable(
            title: title, note: note,
            columns: [sort == .split ? "split" : "language", "lures", "honest"] + measures.map(Self.column),
            rows: own.map { slice in
                [name(slice), String(slice.lures), String(slice.honest)]
                    + measures.map { Cell.full(slice[$0], isShare: $0.isShare) }
            })
    }

    private func name(_ slice: Slice) -> String {
        if slice.members.isEmpty { return slice.name }
        if isCompact { return "\(slice.name), \(slice.members.count) languages" }
        return "\(slice.name) (\(slice.members.joined(separator: ", ")))"
    }

    private static func column(_ measure: Measure) -> String {
        measure == .rocAUC ? measure.title : measure.title.prefix(1).lowercased() + measure.title.dropFirst()
    }

    private var kinds: ReportTable? {
        guard let table = evaluation.kinds else { return nil }
        return ReportTable(
            title: "Kinds: as labelled (rows) and as told (columns)",
            note: "Told right: \(table.right) of \(table.total).",
            columns: ["kind"] + TextKind.allCases.map(\.name),
            rows: zip(TextKind.allCases, table.counts).filter { $0.1.contains { $0 > 0 } }
                .map { kind, counts in [kind.name] + counts.map(String.init) })
    }

    private var disguises: ReportTable? {
        guard !evaluation.disguises.isEmpty else { return nil }
        let groups = ScriptGroup.allCases.filter { group in
            !isCompact
                && evaluation.disguises.contains {
                    $0.groups.contains { $0.group == group && $0.part.flagged > 0 }
                }
        }
        return ReportTable(
            title: "Disguises",
            note:
                "Recall kept: of the lures that are flagged as written and that the disguise changes, the share still flagged (Wilson's interval). New false alarms: honest texts flagged only in disguise.",
            columns: ["disguise", "lures", "recall kept", "new false alarms"] + groups.map(\.rawValue),
            rows: evaluation.disguises.map { outcome in
                let all = outcome.all
                return [
                    outcome.method.title, String(all.flagged), Cell.full(all.recallKept),
                    "\(all.alarmsNew) of \(all.honest)",
                ]
                    + groups.map { group in
                        let part = outcome.groups.first { $0.group == group }?.part
                        return part.map { Cell.value($0.recallKept, true) + " of \($0.flagged)" } ?? "–"
                    }
            })
    }

    private var mistakes: ReportTable? {
        let limit = isCompact ? 5 : Int.max
        let mistakes =
            evaluation.mistakes.filter(\.isLure).prefix(limit)
            + evaluation.mistakes.filter { !$0.isLure }.prefix(limit)
        guard !mistakes.isEmpty else { return nil }
        let showsTexts = !isCompact && mistakes.contains { $0.text != nil }
        return ReportTable(
            title: "Worst mistakes",
            note:
                "\(evaluation.missedLures) lures are not flagged, \(evaluation.falseAlarms) honest texts are; the worst of each are listed.",
            columns: ["text", "is", "language", "band", "rules that weighed most", "risk"]
                + (showsTexts ? ["words"] : []),
            rows: mistakes.map { mistake in
                [
                    mistake.id,
                    mistake.isLure ? "lure" : "honest" + (mistake.kind.map { " \($0.name)" } ?? ""),
                    mistake.language ?? "–", mistake.band?.name ?? "distress",
                    mistake.rules.joined(separator: ", "), mistake.risk.map { Cell.fixed($0, 3) } ?? "–",
                ] + (showsTexts ? [mistake.text ?? ""] : [])
            }, wordColumns: 5)
    }
}

/// Numbers as people read them.
enum Cell {
    static func value(_ measured: Measured?, _ isShare: Bool) -> String {
        guard let measured else { return "n/a" }
        return isShare ? fixed(measured.value * 100, 1) + " %" : fixed(measured.value, 3)
    }

    static func signed(_ measured: Measured?, _ isShare: Bool) -> String {
        guard let measured else { return "n/a" }
        let sign = measured.value > 0 ? "+" : ""
        // A difference of two shares is in points, not in per cent of either.
        return sign + (isShare ? fixed(measured.value * 100, 1) + " points" : value(measured, false))
    }

    static func interval(_ measured: Measured?, _ isShare: Bool) -> String {
        guard let interval = measured?.interval else { return "n/a" }
        let digits = isShare ? 1 : 3
        let scale = isShare ? 100.0 : 1
        return "\(fixed(interval.lower * scale, digits)) to \(fixed(interval.upper * scale, digits))"
    }

    /// Value and interval in one cell.
    static func full(_ measured: Measured?, isShare: Bool = true) -> String {
        guard measured != nil else { return "n/a" }
        let text = value(measured, isShare)
        return measured?.interval == nil ? text : "\(text) (\(interval(measured, isShare)))"
    }

    /// A number with that many decimals.
    static func fixed(_ number: Double, _ digits: Int) -> String {
        guard digits > 0 else { return String(Int(number.rounded())) }
        let scale = (0..<digits).reduce(1) { product, _ in product * 10 }
        let scaled = Int((abs(number) * Double(scale)).rounded())
        let fraction = String(scaled % scale)
        let sign = number < 0 && scaled > 0 ? "−" : ""
        let zeros = String(repeating: "0", count: digits - fraction.count)
        return "\(sign)\(scaled / scale).\(zeros)\(fraction)"
    }
}

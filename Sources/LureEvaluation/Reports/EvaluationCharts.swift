/// The four charts of a report.
struct EvaluationCharts {
    let evaluation: Evaluation

    /// None if one class is missing.
    var all: [Chart] {
        evaluation.curves.ranking.isEmpty ? [] : [precisionRecall, roc, reliability, histogram]
    }

    private static let shares = [0, 0.25, 0.5, 0.75, 1].map { ($0, "\(Int($0 * 100)) %") }
    private var curves: Evaluation.Curves { evaluation.curves }

    private func value(_ measure: Measure) -> String {
        Cell.value(evaluation.slices.first?[measure], measure.isShare)
    }

    /// Points that stand for the bands.
    private var bandPoints: [(name: String, recall: Measured?, precision: Measured?, alarms: Measured?)] {
        guard let all = evaluation.slices.first else { return [] }
        return [
            ("caution", all[.recallCaution], all[.precisionCaution], all[.falseAlarmsCaution]),
            ("high", all[.recallHigh], all[.precisionHigh], all[.falseAlarmsHigh]),
        ]
    }

    private static func precisionLine(_ curves: Evaluation.Curves) -> [(Double, Double)] {
        let line = curves.ranking.map { ($0.lures, $0.precision) }
        return line.prefix(1).map { (0, $0.1) } + line
    }

    private static func rocLine(_ curves: Evaluation.Curves) -> [(Double, Double)] {
        [(0, 0)] + curves.ranking.map { ($0.honest, $0.lures) }
    }

    /// The curve of the second set-up, where there is one, and that of the first upon it.
    private func lines(_ points: (Evaluation.Curves) -> [(Double, Double)]) -> [Chart.Shape] {
        let second = evaluation.comparison.map { Chart.Shape.line(points($0.curves), style: "second") }
        return [second, .line(points(curves), style: "first")].compactMap { $0 }
    }

    /// Where a band stands on a curve; nil where one of its shares can't be said.
    private static func dot(
        _ band: String, across: (name: String, share: Measured?), up: (name: String, share: Measured?)
    ) -> Chart.Shape? {
        guard let x = across.share, let y = up.share else { return nil }
        return .dot(
            x.value, y.value, style: band,
            label: "\(band): \(across.name) \(Cell.value(x, true)), \(up.name) \(Cell.value(y, true))")
    }

    private var precisionRecall: Chart {
        let dots = bandPoints.compactMap { point in
            Self.dot(point.name, across: ("recall", point.recall), up: ("precision", point.precision))
        }
        return Chart(
            title: "Precision and recall", across: "recall", up: "precision", ticksAcross: Self.shares,
            ticksUp: Self.shares, shapes: lines(Self.precisionLine) + dots, legend: legend,
            description: "Precision against recall; average precision \(value(.averagePrecision))")
    }

    private var roc: Chart {
        let dots = bandPoints.compactMap { point in
            Self.dot(point.name, across: ("false alarms", point.alarms), up: ("recall", point.recall))
        }
        return Chart(
            title: "Recall and false alarms (ROC)", across: "false alarms", up: "recall",
            ticksAcross: Self.shares, ticksUp: Self.shares,
            shapes: [.line([(0, 0), (1, 1)], style: "even")] + lines(Self.rocLine) + dots, legend: legend,
            description: "Recall against false alarms; area under the curve \(value(.rocAUC))")
    }

    private var legend: [(style: String, name: String)] {
        let names = [
            ("first", "by risk"), ("second", "the second set-up"), ("caution", "caution or more"),
            ("high", "high"),
        ]
        return names.filter { $0.0 != "second" || evaluation.comparison != nil }
    }

    private var reliability: Chart {
        let points = curves.reliability
        let dots: [Chart.Shape] = points.map {
            .dot(
                $0.risk, $0.share, style: "first",
                label:
                    "risk \(Cell.fixed($0.risk * 100, 1)) %, lures \(Cell.fixed($0.share * 100, 1)) % of \($0.count)"
            )
        }
        return Chart(
            title: "Reliability: risk and what came of it", across: "mean risk", up: "share of lures",
            ticksAcross: Self.shares, ticksUp: Self.shares,
            shapes: [
                .line([(0, 0), (1, 1)], style: "even"),
                .line(points.map { ($0.risk, $0.share) }, style: "first"),
            ] + dots,
            description:
                "Share of lures by mean risk in ten bins; calibration error \(value(.calibrationError))")
    }

    private var histogram: Chart {
        let bins = curves.histogram
        let lures = Double(max(1, bins.reduce(0) { $0 + $1.lures }))
        let honest = Double(max(1, bins.reduce(0) { $0 + $1.honest }))
        let shares = bins.map { (Double($0.lures) / lures, Double($0.honest) / honest) }
        let top = max(0.01, shares.reduce(0) { max($0, $1.0, $1.1) })
        let width = 1 / Double(max(1, bins.count))
        let bars = shares.enumerated().flatMap { place, pair -> [Chart.Shape] in
            let start = Double(place) * width
            return [
                .bar(from: start, to: start + width / 2, height: pair.1 / top, style: "honest"),
                .bar(from: start + width / 2, to: start + width, height: pair.0 / top, style: "lure"),
            ]
        }
        return Chart(
            title: "Risks of lures and honest texts", across: "risk", up: "share of the class",
            ticksAcross: Self.shares,
            ticksUp: [0, 0.5, 1].map { ($0, "\(Cell.fixed($0 * top * 100, 0)) %") }, shapes: bars,
            legend: [(style: "honest", name: "honest texts"), (style: "lure", name: "lures")],
            description: "Shares of lures and of honest texts by risk in twenty bins")
    }
}

import Foundation
import LureText

/// The study's results as Markdown.
struct StudyTables {
    private let bench: StudyBench
    private let made: String

    init(_ bench: StudyBench, made: String) {
        self.bench = bench
        self.made = made
    }

    func markdown(
        _ variants: [(variant: StudyVariant, measures: StudyMeasures)], ordinary: [ScoreStack.Verdict],
        languages: [(language: Language, verdicts: [ScoreStack.Verdict])]
    ) -> String {
        let lures = bench.readings.count(where: \.isLure)
        let offers = bench.readings.count(where: \.isOffer)
        let clusters = Set(bench.readings.map(\.clusterHash)).count
        return """
            \(made) Learned from: \(lures) lures and \(bench.readings.count - lures) honest texts in \(clusters) \
            clusters of the training and development splits; \(offers) are offers.

            ### What each part brings

            \(table(variants))
            ### A language never seen

            \(table(ordinary, languages, threshold: variants[0].measures.fivePercentThreshold))
            """
    }

    private func table(_ variants: [(variant: StudyVariant, measures: StudyMeasures)]) -> String {
        let rows = variants.map { variant, measures in
            [
                variant.name, area(measures.area), share(measures.recallAtOnePercent),
                share(measures.recallAtFivePercent), share(measures.rightKinds),
                measures.areaAmongOffers.map(area) ?? "n/a",
            ]
        }
        let columns = [
            "learned with", "ROC-AUC", "recall at 1 %", "recall at 5 %", "right kind",
            "classifier's ROC-AUC among offers",
        ]
        return render([columns] + rows)
    }

    private func table(
        _ ordinary: [ScoreStack.Verdict], _ languages: [(language: Language, verdicts: [ScoreStack.Verdict])],
        threshold: Double
    ) -> String {
        var rows: [[String]] = []
        for (language, unseen) in languages {
            let places = bench.places(language)
            let readings = places.map { bench.readings[$0] }
            let lures = readings.count(where: \.isLure)
            let seen = LanguageMeasures(readings, places.map { ordinary[$0] }, threshold)
            let blind = LanguageMeasures(readings, unseen, threshold)
            let name = language == .chineseSimplified ? "zh" : language.code
            rows.append([
                name, "\(lures)", "\(readings.count - lures)", area(seen.area), area(blind.area),
                share(seen.recall), share(blind.recall), share(seen.falseAlarms), share(blind.falseAlarms),
            ])
        }
        let columns = [
            "language", "lures", "honest", "ROC-AUC", "unseen", "recall", "unseen", "false alarms", "unseen",
        ]
        return render([columns] + rows)
    }

    private func render(_ rows: [[String]]) -> String {
        var lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
        let marks = rows[0].indices.map { $0 == 0 ? "---" : "--:" }
        lines.insert("|" + marks.joined(separator: "|") + "|", at: 1)
        return lines.joined(separator: "\n") + "\n"
    }

    private func area(_ value: Double) -> String {
        value.isNaN ? "n/a" : String(format: "%.3f", value)
    }

    private func share(_ value: Double) -> String {
        value.isNaN ? "n/a" : String(format: "%.1f %%", 100 * value)
    }
}

/// Of one language, at a threshold that all languages share.
private struct LanguageMeasures {
    let area: Double
    let recall: Double
    let falseAlarms: Double

    init(_ readings: [TextReading], _ verdicts: [ScoreStack.Verdict], _ threshold: Double) {
        let scored = zip(readings, verdicts).map { (score: $1.logOdds, isPositive: $0.isLure) }
        area = Ranking.areaUnderCurve(scored) ?? .nan
        func reached(_ isLure: Bool) -> Double {
            let all = scored.filter { $0.isPositive == isLure }
            return Double(all.count { $0.score >= threshold }) / Double(all.count)
        }
        (recall, falseAlarms) = (reached(true), reached(false))
    }
}

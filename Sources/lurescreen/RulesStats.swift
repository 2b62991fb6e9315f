import ArgumentParser
import Foundation
import LureEvaluation
import LureScreen

extension Rules {
    struct Stats: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Measure each rule on labelled texts.",
            discussion: """
                For each rule: texts it fires on by class; its precision with the 95 % interval after Wilson; how many \
                bands would change without it; microseconds a message that its condition takes, run alone; the rule it fires \
                together with most. With --against, the texts whose \
                band differs under other rules.
                """)

        @OptionGroup var screening: ScreeningOptions
        @OptionGroup var labelled: LabelledFiles

        @Option(
            help: ArgumentHelp("A rule folder to compare with, read as --rules is.", valueName: "folder"))
        var against: String?

        func run() throws {
            let (texts, isComplete) = try labelled.read()
            let screener = try screening.makeScreener()
            let statistics = measure(texts, screener)
            let timing = RuleTiming(screener, on: texts)
            try printOut(Self.heading(screener, statistics, timing) + Self.table(statistics, timing))
            if let against {
                var other = screening
                other.rules = against
                other.pack = nil
                let others = measure(texts, try other.makeScreener())
                try printOut(Self.comparison(texts, statistics.bands, others.bands, against))
            }
            if !isComplete { throw ExitCode(2) }
        }

        private func measure(_ texts: [LabelledText], _ screener: Screener) -> RuleStatistics {
            var statistics = RuleStatistics(screener)
            var scratch = screener.makeScratch()
            for text in texts { statistics.count(text, with: &scratch) }
            return statistics
        }

        private static func heading(
            _ screener: Screener, _ statistics: RuleStatistics, _ timing: RuleTiming
        ) -> String {
            let pack = screener.pack
            let texts = zip(LabelledText.Class.allCases, statistics.textCounts).filter { $0.1 > 0 }
                .map { "\($0.1) \($0.0.name)" }.joined(separator: ", ")
            return """
                \(pack.ruleCount) rules, \(pack.recipeCount) recipes, \(pack.conceptCount) concepts, \
                \(pack.formCount) literals, \(pack.patterns.count) expressions
                \(texts)
                conditions of all rules: \(microseconds(timing.together)) µs a message


                """
        }

        private static func table(_ statistics: RuleStatistics, _ timing: RuleTiming) -> String {
            let width = (statistics.rows.map(\.id.count).max() ?? 0) + 2
            var text = "rule".padded(to: width)
            text += "  lure offer report other   none  precision (95 %)   changed     µs  most often with\n"
            for (index, row) in statistics.rows.enumerated() {
                text += row.id.padded(to: width)
                for (count, columns) in zip(row.counts, [6, 6, 7, 6, 7]) {
                    text += String(count).rightAligned(to: columns)
                }
                if let (share, interval) = row.precision {
                    text += "  " + percent(share).rightAligned(to: 4)
                    text += " (\(percent(interval.lower))–\(percent(interval.upper)))".padded(to: 13)
                } else {
                    text += "  " + "–".rightAligned(to: 4).padded(to: 17)
                }
                text += String(row.changedBands).rightAligned(to: 8)
                let time = row.isRecipe ? "–" : microseconds(timing.microseconds[index])
                text += time.rightAligned(to: 7)
                if let (id, share) = row.closest(among: statistics.rows) {
                    text += "  \(id) \(percent(share))"
                }
                text += "\n"
            }
            return text
        }

        /// With two digits behind the point.
        private static func microseconds(_ value: Double) -> String { String(format: "%.2f", value) }

        private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

        /// Texts by class whose band rises or falls under the other rules.
        private static func comparison(
            _ texts: [LabelledText], _ own: [Band?], _ others: [Band?], _ name: String
        ) -> String {
            func isFlagged(_ band: Band?) -> Bool { band.map { $0 >= .caution } ?? false }
            var text = "\nagainst \(name):\n"
            for textClass in LabelledText.Class.allCases {
                let indices = texts.indices.filter { texts[$0].textClass == textClass }
                if indices.isEmpty { continue }
                let gained = indices.filter { !isFlagged(own[$0]) && isFlagged(others[$0]) }
                let lost = indices.filter { isFlagged(own[$0]) && !isFlagged(others[$0]) }
                text += "  \(textClass.name): \(gained.count) newly flagged\(places(gained)), "
                text += "\(lost.count) no longer flagged\(places(lost))\n"
            }
            return text
        }

        /// Numbers of the first few texts, from 1, in reading order.
        private static func places(_ indices: [Int]) -> String {
            if indices.isEmpty { return "" }
            let shown = indices.prefix(10).map { "#\($0 + 1)" }.joined(separator: " ")
            return " (\(shown)\(indices.count > 10 ? " …" : ""))"
        }
    }
}

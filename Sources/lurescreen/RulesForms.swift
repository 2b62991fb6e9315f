import ArgumentParser
import LureEvaluation
import LureRuleCompiler
import LureScreen

extension Rules {
    struct Forms: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show in how many texts of each class each word form or phrase stands.",
            discussion: """
                Columns: lures, honest offers, warnings and questions, other texts, unlabelled, language, concept or rule, \
                form. Forms that stand in no text are left out unless --all or --idle is given.
                """)

        @OptionGroup var location: Location
        @OptionGroup var labelled: LabelledFiles

        @Option(help: "Only forms of this concept, or phrases of this rule.")
        var concept: String?

        @Option(help: "Only forms of this language.")
        var language: String?

        @Flag(help: "Phrases of rules instead of word forms of concepts.")
        var phrases = false

        @Flag(help: "Also forms that stand in no text.")
        var all = false

        @Flag(help: "Only forms that stand in no text and in no example of a rule.")
        var idle = false

        func run() throws {
            let (source, screener) = try location.sourceAndScreener()
            let (texts, isComplete) = try labelled.read()
            var statistics: FormStatistics
            do {
                statistics = try FormStatistics(
                    source, of: phrases ? .phrases : .forms, screener: screener)
            } catch {
                printError("error: \(location.rules): the forms do not fit together (\(error))")
                throw ExitCode(2)
            }
            for text in texts { statistics.count(text) }
            if idle {
                for example in source.examples {
                    statistics.count(LabelledText(text: example.text, textClass: .unlabelled))
                }
            }
            try printOut(
                "lure\toffer\treport\tother\tunlabelled\tlanguage\t\(phrases ? "rule" : "concept")\tform\n")
            for row in statistics.rows.sorted(by: { $0.total > $1.total }) where isShown(row) {
                let counts = row.counts.map(String.init).joined(separator: "\t")
                try printOut("\(counts)\t\(row.language)\t\(row.owner)\t\(row.form)\n")
            }
            if !isComplete { throw ExitCode(2) }
        }

        private func isShown(_ row: FormStatistics.Row) -> Bool {
            (idle ? row.total == 0 : all || row.total > 0) && concept.map { $0 == row.owner } ?? true
                && language.map { $0 == row.language } ?? true
        }
    }
}

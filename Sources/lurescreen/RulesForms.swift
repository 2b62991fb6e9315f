import ArgumentParser
import LureEvaluation
import LureRuleCompiler
import LureScreen

extension Rules {
    struct Forms: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show in how many texts of each class each word form stands.",
            discussion: """
                Columns: lures, honest offers, warnings and questions, other texts, unlabelled, language, concept, \
                form. Forms that stand in no text are left out unless --all is given.
                """)

        @OptionGroup var location: Location
        @OptionGroup var labelled: LabelledFiles

        @Option(help: "Only forms of this concept.")
        var concept: String?

        @Option(help: "Only forms of this language.")
        var language: String?

        @Flag(help: "Also forms that stand in no text.")
        var all = false

        func run() throws {
            let (source, _) = RuleSource.load(location.rules)
            let pack = try location.compiled()
            let (texts, isComplete) = try labelled.read()
            var statistics: FormStatistics
            do {
                statistics = try FormStatistics(source, screener: try Screener(pack: pack, model: nil))
            } catch {
                printError("error: \(location.rules): the forms do not fit together (\(error))")
                throw ExitCode(2)
            }
            for text in texts { statistics.count(text) }
            try printOut("lure\toffer\treport\tother\tunlabelled\tlanguage\tconcept\tform\n")
            for row in statistics.rows.sorted(by: { $0.total > $1.total }) {
                guard all || row.total > 0, concept == nil || concept == row.concept,
                    language == nil || language == row.language
                else { continue }
                let counts = row.counts.map(String.init).joined(separator: "\t")
                try printOut("\(counts)\t\(row.language)\t\(row.concept)\t\(row.form)\n")
            }
            if !isComplete { throw ExitCode(2) }
        }
    }
}

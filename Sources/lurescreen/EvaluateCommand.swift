import ArgumentParser
import LureBatch
import LureEvaluation
import LureScreen

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure how well labelled texts are told apart.",
        discussion: """
            Reads JSON lines or CSV with a text and a label in each row, screens the texts and prints precision, recall, \
            ranking and calibration with 95 % intervals; by language, category, kind and split where rows name them. \
            The same input gives the same bytes. Rows that can't be read are named by file and line, all others are \
            measured, and the exit status is 2.
            """)

    @Argument(help: ArgumentHelp("Labelled texts; - is standard input.", valueName: "file"))
    var files: [String] = []

    @OptionGroup(title: "Rows") var fields: RowOptions
    @OptionGroup(title: "What screens") var screening: ScreeningOptions
    @OptionGroup(title: "Side by side") var against: AgainstOptions

    @Option(help: "Measure only rows of this split; may be repeated.")
    var split: [String] = []

    @Option(help: "Resamples for the intervals; 0 for none.")
    var resamples = 1000

    @Option(help: "Seed of the resampling.")
    var seed: UInt64 = 1

    @Flag(help: "Also write the texts in disguise, and say how many lures are still found.")
    var disguises = false

    @Option(help: ArgumentHelp("Write everything as JSON.", valueName: "file"))
    var json: String?

    @Option(help: ArgumentHelp("Write a report in Markdown.", valueName: "file"))
    var markdown: String?

    @Option(help: ArgumentHelp("Write a report as one HTML page with charts.", valueName: "file"))
    var report: String?

    @Option(help: "Heading of the reports.")
    var title = "Evaluation"

    @Option(help: "Date to print in the reports; by default they carry none.")
    var date: String?

    @Option(help: "Mistakes of each sort to list.")
    var worst = 20

    @Flag(help: "Show the texts of the worst mistakes in the reports. They may be personal data.")
    var showTexts = false

    @Flag(help: "No summary on standard output.")
    var quiet = false

    func validate() throws {
        if files.isEmpty {
            throw ValidationError(
                "Give a file of labelled texts, for example training-data/en.jsonl, or - for standard input.")
        }
        if !(0...100_000).contains(resamples) {
            throw ValidationError("--resamples must lie between 0 and 100000.")
        }
        if worst < 0 { throw ValidationError("--worst must not be negative.") }
    }

    func run() throws {
        let (rows, isComplete) = try readRows()
        let screener = try screening.makeScreener()
        var evaluation = evaluator.evaluate(
            rows, with: screener, against: try against.makeScreener(beside: screening))
        if disguises { evaluation.disguises = DisguiseTrial(screener).outcomes(on: rows) }
        try write(evaluation)
        if !isComplete { throw ExitCode(2) }
    }

    private var evaluator: Evaluator {
        var evaluator = Evaluator()
        evaluator.bootstrap.resampleCount = resamples
        evaluator.bootstrap.seed = seed
        evaluator.prior = screening.prior
        evaluator.mistakeLimit = worst
        evaluator.showsTexts = showTexts
        return evaluator
    }

    /// The rows to measure; faults go to standard error.
    private func readRows() throws -> (rows: [EvaluationRow], isComplete: Bool) {
        var reader = RowReader(fields.fields)
        for file in files {
            let name = file == "-" ? "standard input" : file
            reader.read(try readInput(file), file: name, format: fields.format)
        }
        for fault in reader.faults { printError("error: \(fault.message)") }
        if reader.unknownKinds > 0 {
            printError(
                "note: \(reader.unknownKinds) rows have a kind that is none of offer, question, warning, distress and other; they are measured without it"
            )
        }
        var rows = reader.rows
        if !split.isEmpty { rows = rows.filter { $0.split.map(split.contains) ?? false } }
        guard !rows.isEmpty else {
            printError("error: there is no row to measure\(split.isEmpty ? "" : " in this split")")
            throw ExitCode(2)
        }
        return (rows, reader.faults.isEmpty)
    }

    private func write(_ evaluation: Evaluation) throws {
        var heading = ReportHeading()
        heading.title = title
        heading.date = date
        let content = ReportContent(evaluation, heading: heading)
        if let json { try writeFile(Array(EvaluationJSON(evaluation, heading: heading).text.utf8), to: json) }
        if let markdown { try writeFile(Array(MarkdownReport(content).text.utf8), to: markdown) }
        if let report { try writeFile(Array(HTMLReport(content).text.utf8), to: report) }
        if !quiet { try printOut(PlainReport(evaluation).text) }
    }
}

/// A second set-up; what is not given is as in the first.
struct AgainstOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A model to compare with.", valueName: "file"))
    var againstModel: String?

    @Option(help: ArgumentHelp("A rule pack to compare with.", valueName: "file"))
    var againstPack: String?

    @Option(help: ArgumentHelp("A rule folder to compare with, read as --rules is.", valueName: "folder"))
    var againstRules: String?

    func validate() throws {
        if againstRules != nil && againstPack != nil {
            throw ValidationError("Give --against-rules or --against-pack, not both.")
        }
    }

    /// nil if there is nothing to compare with.
    func makeScreener(beside first: ScreeningOptions) throws -> Screener? {
        guard againstModel != nil || againstPack != nil || againstRules != nil else { return nil }
        var second = first
        if let againstModel { second.model = againstModel }
        if againstPack != nil || againstRules != nil {
            second.pack = againstPack
            second.rules = againstRules
        }
        return try second.makeScreener()
    }
}

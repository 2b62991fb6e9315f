import ArgumentParser
import Foundation
import LureBatch
import LureEvaluation
import LureScreen
import LureTraining

struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Fit the model, the rules' weights and the calibration from labelled texts.",
        discussion: """
            With files: learns from your own rows (JSON lines or CSV with a text and a label each) and writes model.bin, \
            pack.bin, weights.tsv, thresholds.yml and report.md into the output folder; `check`, `scan` and `evaluate` \
            take them with --model and --pack. Rows whose split is test are left out. The files are read twice, and \
            never kept in memory as a whole but for the text of one.

            Without files: learns from the project's own training texts and rules, and writes rules/weights.tsv and \
            rules/thresholds.yml too.

            The same input gives the same bytes.
            """)

    @Argument(help: ArgumentHelp("Your own labelled texts.", valueName: "file"))
    var files: [String] = []

    @OptionGroup(title: "Rows") var fields: RowOptions

    @Option(
        help: ArgumentHelp(
            "The rule folder; without thresholds.yml in it, it is laid over the built-in rules. (default: the built-in rules; without files: rules)",
            valueName: "folder"))
    var rules: String?

    @Option(help: ArgumentHelp("The folder of the project's training texts.", valueName: "folder"))
    var data = "training-data"

    @Option(help: ArgumentHelp("Where to write what was learned; made if missing.", valueName: "folder"))
    var output: String

    @Option(
        help: ArgumentHelp(
            "Write tables of what each part of the model brings, by cross-validation, between the two comments of this Markdown file (docs/model.md), or as a new file. Only without files of your own.",
            valueName: "file"))
    var study: String?

    @Flag(help: "No progress, and no summary on standard error.")
    var quiet = false

    func validate() throws {
        if files.contains("-") {
            throw ValidationError("The rows are read twice, so standard input will not do; give a file.")
        }
        if study != nil, !files.isEmpty {
            throw ValidationError(
                "--study is made from the project's own training texts; leave the files out.")
        }
    }

    func run() throws {
        if files.isEmpty { try learnFromProject() } else { try learnFromOwnRows() }
    }

    private func learnFromProject() throws {
        let folder = rules ?? "rules"
        let run = try learned(from: data) { try TrainingRun(rules: folder, data: data) }
        if !quiet { for line in run.log { printError(line) } }
        try writeFile(run.model, to: output + "/model.bin")
        try writeFile(run.pack, to: output + "/pack.bin")
        try writeFile(Array(run.weights.utf8), to: folder + "/weights.tsv")
        try writeFile(Array(run.thresholds.utf8), to: folder + "/thresholds.yml")
        if let study {
            let tables = try learned(from: data) {
                try TrainingStudy(rules: folder, data: data, made: try made(run)).markdown
            }
            try writeFile(Array(placed(tables, in: study).utf8), to: study)
        }
    }

    /// What was learned, by its digests: a test compares them with what is shipped.
    private func made(_ run: TrainingRun) throws -> String {
        let learned = try Screener(pack: run.pack, model: run.model).provenance
        return "Rules `\(learned.rules)`, model `\(learned.model)`."
    }

    private static let marks = (
        begin: "<!-- study: written by train --study -->", end: "<!-- end of study -->"
    )

    /// The file with the tables in their place, or the tables alone.
    private func placed(_ tables: String, in path: String) -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let begin = text.range(of: Self.marks.begin),
            let end = text.range(of: Self.marks.end, range: begin.upperBound..<text.endIndex)
        else { return "\(Self.marks.begin)\n\n\(tables)\n\(Self.marks.end)\n" }
        return "\(text[..<begin.upperBound])\n\n\(tables)\n\(text[end.lowerBound...])"
    }

    private func learnFromOwnRows() throws {
        for file in files { try checkReadable(file) }
        let rows = OwnRows(files, fields)
        let meter = TrainingMeter(isShown: !quiet && FileDescriptor.standardError.isTerminal)
        let run = try learned(from: files.joined(separator: ", ")) {
            try TrainingRun(rules: rules, source: rows.source, progress: meter.show)
        }
        meter.clear()
        let log = rows.log + run.log
        if !quiet { for line in log { printError(line) } }
        try makeFolder(output)
        try writeFile(run.model, to: output + "/model.bin")
        try writeFile(run.pack, to: output + "/pack.bin")
        try writeFile(Array(run.weights.utf8), to: output + "/weights.tsv")
        try writeFile(Array(run.thresholds.utf8), to: output + "/thresholds.yml")
        try writeFile(Array(report(log).utf8), to: output + "/report.md")
        if !rows.isComplete { throw ExitCode(2) }
    }

    private func report(_ log: [String]) -> String {
        """
        # What was learned

        \(log.map { "- \($0)" }.joined(separator: "\n"))

        Measured on the rows learned from, each scored by a model that had not seen it or its cluster. For numbers \
        on other rows: `lurescreen evaluate FILE --model model.bin --pack pack.bin`.

        """
    }

    /// What training gives; faults end the command with status 2.
    private func learned<Result>(from name: String, _ run: () throws -> Result) throws -> Result {
        do {
            return try run()
        } catch let failure as TrainingRun.Failure {
            for line in describe(failure, name) { printError(line) }
            throw ExitCode(2)
        }
    }

    private func describe(_ failure: TrainingRun.Failure, _ name: String) -> [String] {
        switch failure {
        case .rules(let faults): faults
        case .data(let faults): faults.map { "error: \($0.message)" }
        case .oneSided(let lures, let honest):
            [
                "error: \(name): \(lures) lures and \(honest) honest texts are too few of one sort to learn from; both need at least \(TrainingRun.minimumRows). Say with --label-field and --positive which labels mean a lure."
            ]
        case .internalFormat(let cause): ["error: the fitted files do not load (\(cause))"]
        }
    }

    private func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            printError("error: \(path): the folder can't be made; give --output another one")
            throw ExitCode(2)
        }
    }
}

import ArgumentParser
import Foundation
import LureBatch
import LureEvaluation
import LureText
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

    @Flag(help: "No progress, and no summary on standard error.")
    var quiet = false

    func validate() throws {
        if files.contains("-") {
            throw ValidationError("The rows are read twice, so standard input will not do; give a file.")
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
    }

    private func learnFromOwnRows() throws {
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
    private func learned(from name: String, _ run: () throws -> TrainingRun) throws -> TrainingRun {
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

/// Someone's own rows, as training goes through them; faults are printed the first time only.
private final class OwnRows {
    private let files: [String]
    private let fields: RowOptions
    private var faults = 0
    private var unlabelled = 0
    private var leftOut = 0
    private var rounds = 0

    private static let batchSize = 4096

    init(_ files: [String], _ fields: RowOptions) {
        self.files = files
        self.fields = fields
    }

    var source: TrainingSource { TrainingSource { body in try self.forEachBatch(body) } }

    /// Whether every row could be used.
    var isComplete: Bool { faults == 0 && unlabelled == 0 }

    var log: [String] {
        var log: [String] = []
        if faults > 0 { log.append("rows that can't be read, not used: \(faults)") }
        if unlabelled > 0 {
            log.append(
                "rows without a label in \"\(fields.labelField)\", not used: \(unlabelled)")
        }
        if leftOut > 0 { log.append("rows of the test split, left out: \(leftOut)") }
        return log
    }

    private func forEachBatch(_ body: ([TrainingText]) -> Void) throws {
        let isFirst = rounds == 0
        rounds += 1
        for file in files {
            var reader = RowReader(fields.fields)
            reader.read(try readFile(file), file: file, format: fields.format, batch: Self.batchSize) {
                rows in
                body(
                    rows.compactMap { row in
                        if row.split == "test" {
                            if isFirst { leftOut += 1 }
                            return nil
                        }
                        guard let isLure = row.isLure else {
                            if isFirst { unlabelled += 1 }
                            return nil
                        }
                        return TrainingText(
                            text: row.text, isLure: isLure, kind: row.kind,
                            language: row.language.flatMap { Language(code: $0) }, cluster: row.cluster)
                    })
            }
            guard isFirst else { continue }
            for fault in reader.faults { printError("error: \(fault.message)") }
            faults += reader.faults.count
        }
    }
}

/// Shows on a terminal how far training is.
private final class TrainingMeter {
    private let isShown: Bool

    init(isShown: Bool) { self.isShown = isShown }

    func show(_ progress: TrainingProgress) {
        guard isShown else { return }
        switch progress {
        case .counting(let count): write("choosing features: \(count) rows")
        case .encoding(let count, let total): write("reading: \(count) of \(total) rows")
        case .fitting: write("fitting")
        }
    }

    func clear() { if isShown { write("") } }

    /// Over what stands in the line.
    private func write(_ text: String) {
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }
}

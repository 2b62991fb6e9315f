import ArgumentParser
import LureTraining

struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fit the model, the rules' weights and the calibration from labelled texts.",
        discussion: """
            Reads the rules and the training texts, and writes rules/weights.tsv, rules/thresholds.yml, the model and \
            the pack. The same input gives the same bytes.
            """)

    @OptionGroup var location: Rules.Location

    @Option(help: ArgumentHelp("The folder of training texts.", valueName: "folder"))
    var data = "training-data"

    @Option(help: ArgumentHelp("Where to write model.bin and pack.bin.", valueName: "folder"))
    var output: String

    func run() throws {
        let run: TrainingRun
        do throws(TrainingRun.Failure) {
            run = try TrainingRun(rules: location.rules, data: data)
        } catch {
            for line in describe(error) { printError(line) }
            throw ExitCode(2)
        }
        for line in run.log { printError(line) }
        try writeFile(run.model, to: output + "/model.bin")
        try writeFile(run.pack, to: output + "/pack.bin")
        try writeFile(Array(run.weights.utf8), to: location.rules + "/weights.tsv")
        try writeFile(Array(run.thresholds.utf8), to: location.rules + "/thresholds.yml")
    }

    private func describe(_ failure: TrainingRun.Failure) -> [String] {
        switch failure {
        case .rules(let faults): faults
        case .data(let faults): faults.map { "error: \($0.message)" }
        case .oneSided(let lures, let honest):
            [
                "error: \(data): \(lures) lures and \(honest) honest texts are too few of one sort to learn from"
            ]
        case .internalFormat(let cause): ["error: the fitted files do not load (\(cause))"]
        }
    }
}

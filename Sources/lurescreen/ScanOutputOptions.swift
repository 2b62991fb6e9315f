import ArgumentParser
import LureBatch
import LureScreen

/// What `scan` writes.
struct ScanOutputOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .long],
        help:
            "Write the answers to a file instead of standard output; packed if its name ends in .gz or .zst.")
    var output: String?

    @Option(
        name: .customLong("to"),
        help: """
            Output format: auto (csv for a file named so, else jsonl), jsonl, csv (the row's columns, then band, risk, \
            kind and reasons) or brief (short JSON lines).
            """)
    var format = OutputFormat.auto

    @Option(help: "Write rows that can't be read to a file, as JSON lines, instead of standard error.")
    var errorsTo: String?

    @Option(help: "Write what the scan came to into a file, as JSON.")
    var summary: String?

    @Option(help: "Leave out answers below this band: insufficient, low, caution or high.")
    var minBand: MinimumBand?

    @Option(help: "How much evidence: full (with the words), brief (places only) or none.")
    var evidence = EvidenceDetail.full

    @Flag(help: "Go on where an interrupted scan with the same output and options stood.")
    var resume = false

    @Option(help: ArgumentHelp("Seconds between checkpoints.", valueName: "seconds"))
    var checkpointSeconds = 2.0

    enum OutputFormat: String, CaseIterable, ExpressibleByArgument { case auto, jsonl, csv, brief }
    enum EvidenceDetail: String, CaseIterable, ExpressibleByArgument { case full, brief, none }
    enum MinimumBand: String, CaseIterable, ExpressibleByArgument { case insufficient, low, caution, high }

    func validate() throws {
        if !(checkpointSeconds >= 0) {
            throw ValidationError("--checkpoint-seconds must be 0 or more.")
        }
        if let output, output == errorsTo || output == summary {
            throw ValidationError("--output, --errors-to and --summary must be different files.")
        }
    }

    func apply(to options: inout ScanOptions) {
        options.packing = output.flatMap { Compression(name: $0) }
        let name = output ?? ""
        let isTable = [".csv", ".csv.gz", ".csv.zst"].contains { name.hasSuffix($0) }
        options.output =
            ScanOptions.OutputFormat(rawValue: format.rawValue) ?? (isTable ? .csv : .jsonl)
        options.minimumBand = minBand.flatMap { Band(name: $0.rawValue) }
        options.evidence = AssessmentJSON.Detail(rawValue: evidence.rawValue) ?? .full
    }
}

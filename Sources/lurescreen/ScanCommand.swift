import ArgumentParser
import LureBatch
import LureScreen
import LureText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

struct ScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Assess many messages: JSON lines, CSV, lines, mails or folders of texts, in input order.",
        discussion: """
            Files packed with gzip or zstd are unpacked; folders are read with all they hold. Rows that can't be read \
            are reported on standard error (or in --errors-to) with file, line and reason; all others are answered, \
            and the exit status is 2. A scan with --output that was interrupted, even by a crash, goes on with \
            --resume and ends with the same bytes. docs/scanning.md says more.
            """)

    @Argument(help: "Files, folders or patterns to read; - or none for standard input.")
    var files: [String] = []

    @OptionGroup(title: "Input") var input: ScanInputOptions
    @OptionGroup(title: "Output") var result: ScanOutputOptions
    @OptionGroup(title: "Campaigns") var campaigns: ScanCampaignOptions

    @Option(help: "Workers; by default one for each core.")
    var jobs: Int?

    @Flag(help: "No summary and no progress on standard error.")
    var quiet = false

    @Flag(help: "Tell how many nanoseconds a row each stage takes, in the summary.")
    var timings = false

    @OptionGroup var screening: ScreeningOptions

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must lie between 1 and 256.") }
        if result.resume && result.output == nil {
            throw ValidationError("--resume needs --output: only what was written to a file can go on.")
        }
        if result.resume && (campaigns.group || campaigns.contacts != nil) {
            throw ValidationError(
                "--resume does not go with --group or --contacts: what they count is not kept; begin anew.")
        }
        if let contacts = campaigns.contacts,
            [result.output, result.errorsTo, result.summary].contains(contacts)
        {
            throw ValidationError(
                "--contacts must be another file than --output, --errors-to and --summary.")
        }
    }

    func run() throws {
        Interruption.watch()
        let screener = try screening.makeScreener()
        let inputs = files.isEmpty ? ["-"] : files
        let scan = Scan(screener: screener, options: try options(), jobs: jobs ?? coreCount())
        let report = ScanReport(showsProgress: !quiet && FileDescriptor.standardError.isTerminal)
        let summary: ScanSummary
        do throws(Scan.Stop) {
            summary = try scan.run(plan(inputs), events: report.events)
        } catch {
            report.clearProgress()
            throw report.end(
                after: error, plan: plan(inputs), keepsCheckpoint: scan.keepsCheckpoint(plan(inputs)))
        }
        report.clearProgress()
        report.finish(listed: result.errorsTo != nil)
        if let path = result.summary { try writeFile(summary.json(screener: screener), to: path) }
        if !quiet { printError(ScanReport.describe(summary, screener)) }
        if summary.faults > 0 || !summary.unreadableInputs.isEmpty { throw ExitCode(2) }
    }

    private func plan(_ inputs: [String]) -> Scan.Plan {
        var plan = Scan.Plan(inputs: inputs)
        plan.output = result.output
        plan.errors = result.errorsTo
        plan.contacts = campaigns.contacts
        plan.isResumed = result.resume
        plan.checkpointInterval = result.checkpointSeconds
        plan.otherOutputs = [result.summary].compactMap { $0 }
        return plan
    }

    private func options() throws -> ScanOptions {
        var options = ScanOptions()
        input.apply(to: &options)
        result.apply(to: &options)
        try campaigns.apply(to: &options)
        options.timesStages = timings
        options.screening = screening.options
        options.screening.termLimit = options.evidence == .full && options.output == .jsonl ? 3 : 0
        return options
    }

    private func coreCount() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

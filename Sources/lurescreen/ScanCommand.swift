import ArgumentParser
import LureBatch
import LureScreen
import LureText
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

struct ScanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan",
        abstract: "Assess many messages: JSON lines in, JSON lines out, in input order.",
        discussion: """
            Rows that can't be read are reported on standard error (or in --errors-to) with file, line and reason; \
            all others are answered, and the exit status is 2.
            """)

    @Argument(help: "Files to read; - or none for standard input.")
    var files: [String] = []

    @Option(help: "Input format: auto (by file name), jsonl, or lines (each line is a text).")
    var format = InputFormat.auto

    @Option(help: "Field that holds the text; repeat it to join several (title, then body).")
    var textField: [String] = []

    @Option(help: "Field that becomes the answer's id; rows without it get their line number.")
    var idField = "id"

    @Option(help: "Field to carry over into the answer's \"kept\" object; may be repeated.")
    var keep: [String] = []

    @Option(help: "Workers; by default one for each core.")
    var jobs: Int?

    @Option(
        name: [.customShort("o"), .long], help: "Write the answers to a file instead of standard output.")
    var output: String?

    @Option(help: "Write rows that can't be read to a file, as JSON lines, instead of standard error.")
    var errorsTo: String?

    @Option(help: "Leave out answers below this band: insufficient, low, caution or high.")
    var minBand: MinimumBand?

    @Option(help: "How much evidence: full (with the words), brief (places only) or none.")
    var evidence = EvidenceDetail.full

    @Flag(help: "No summary on standard error.")
    var quiet = false

    @OptionGroup var screening: ScreeningOptions

    enum InputFormat: String, CaseIterable, ExpressibleByArgument { case auto, jsonl, lines }
    enum EvidenceDetail: String, CaseIterable, ExpressibleByArgument { case full, brief, none }
    enum MinimumBand: String, CaseIterable, ExpressibleByArgument { case insufficient, low, caution, high }

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must lie between 1 and 256.") }
    }

    func run() async throws {
        let screener = try screening.makeScreener()
        let inputs = files.isEmpty ? ["-"] : files
        let faults = try FaultLog(path: errorsTo)
        let target = try openOutput()
        defer { if output != nil { target.close() } }
        let scan = Scan(screener: screener, options: options(for: inputs), jobs: jobs ?? coreCount())
        let sink = Scan.Sink(
            output: target, report: { faults.add($0) },
            reportInput: { file, error in printError("error: \(file): \(error.message)") })
        let summary: ScanSummary
        do throws(Scan.OutputError) {
            summary = try await scan.run(inputs, to: sink)
        } catch {
            if error.cause.isBrokenPipe { return }
            printError("error: \(output ?? "standard output"): \(error.cause.message)")
            throw ExitCode(2)
        }
        faults.finish()
        if !quiet { printError(describe(summary)) }
        if summary.faults > 0 || !summary.unreadableInputs.isEmpty { throw ExitCode(2) }
    }

    private func openOutput() throws -> FileDescriptor {
        guard let output else { return .standardOutput }
        do throws(SystemError) {
            return try FileDescriptor.create(output)
        } catch {
            printError("error: \(output): \(error.message)")
            throw ExitCode(2)
        }
    }

    private func options(for inputs: [String]) -> ScanOptions {
        var options = ScanOptions()
        let plainText = inputs.allSatisfy { $0.hasSuffix(".txt") }
        options.format = format == .lines || (format == .auto && plainText) ? .lines : .jsonl
        if !textField.isEmpty { options.textFields = textField }
        options.idField = idField
        options.keptFields = keep
        options.minimumBand = minBand.flatMap { Band(name: $0.rawValue) }
        options.evidence = AssessmentJSON.Detail(rawValue: evidence.rawValue) ?? .full
        options.screening = screening.options
        options.screening.termLimit = evidence == .full ? 3 : 0
        return options
    }

    private func describe(_ summary: ScanSummary) -> String {
        var parts = ["\(summary.rows) rows"]
        for band in Band.allCases.reversed() where summary.rows(in: band) > 0 {
            parts.append("\(summary.rows(in: band)) \(band.name)")
        }
        if summary.rows(of: .distress) > 0 { parts.append("\(summary.rows(of: .distress)) distress") }
        if summary.faults > 0 { parts.append("\(summary.faults) unreadable rows") }
        if !summary.unreadableInputs.isEmpty {
            parts.append("\(summary.unreadableInputs.count) unreadable inputs")
        }
        return parts.joined(separator: " · ")
    }

    private func coreCount() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// Tells of rows that could not be read: the first ten on standard error, or all of them in a file.
private final class FaultLog: Sendable {
    private static let shownLimit = 10
    private let file: FileDescriptor?
    private let path: String?
    private let count = Mutex(0)

    init(path: String?) throws {
        self.path = path
        guard let path else {
            file = nil
            return
        }
        do throws(SystemError) {
            file = try FileDescriptor.create(path)
        } catch {
            printError("error: \(path): \(error.message)")
            throw ExitCode(2)
        }
    }

    func add(_ fault: RowFault) {
        let number = count.withLock { count in
            count += 1
            return count
        }
        if let file {
            var line = JSONBuffer()
            line.raw("{\"file\":")
            line.string(fault.file)
            line.raw(",\"line\":")
            line.integer(fault.line)
            line.raw(",\"reason\":")
            line.string(fault.message)
            line.raw("}\n")
            do throws(SystemError) {
                try file.write(line.bytes)
            } catch {
                printError("error: \(path ?? ""): \(error.message)")
            }
        } else if number <= Self.shownLimit {
            printError("error: \(fault.message)")
        }
    }

    func finish() {
        let total = count.withLock { $0 }
        if let file {
            file.close()
        } else if total > Self.shownLimit {
            printError("error: \(total - Self.shownLimit) more rows like these; --errors-to FILE lists all")
        }
    }
}

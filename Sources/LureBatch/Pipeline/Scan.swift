import LureScreen

/// Screens files of rows on all cores; answers come out in input order, in bounded memory.
///
/// One task reads blocks of whole lines, `jobs` workers answer them, and finished blocks are written as soon as
/// all before them are. At most two blocks a worker are under way, so memory does not grow with the input.
public struct Scan: Sendable {
    let screener: Screener
    let options: ScanOptions
    let jobs: Int

    public init(screener: Screener, options: ScanOptions, jobs: Int) {
        self.screener = screener
        self.options = options
        self.jobs = max(1, jobs)
    }

    /// Where answers and faults go.
    public struct Sink: Sendable {
        public var output: FileDescriptor
        /// Called with each row that could not be answered, in input order.
        public var report: @Sendable (RowFault) -> Void
        /// Called with each input that could not be read.
        public var reportInput: @Sendable (_ file: String, SystemError) -> Void

        public init(
            output: FileDescriptor, report: @escaping @Sendable (RowFault) -> Void,
            reportInput: @escaping @Sendable (_ file: String, SystemError) -> Void
        ) {
            self.output = output
            self.report = report
            self.reportInput = reportInput
        }
    }

    /// The answers could not be written.
    public struct OutputError: Error, Sendable {
        public var cause: SystemError
    }

    /// Screens every input ("-" is standard input) and says what it came to.
    ///
    /// Inputs that can't be read are reported and skipped.
    public func run(_ inputs: [String], to sink: Sink) async throws(OutputError) -> ScanSummary {
        var run = ScanRun(scan: self, sink: sink)
        for input in inputs {
            if let fault = try await answerAll(of: input, in: &run) {
                run.summary.unreadableInputs.append(input)
                sink.reportInput(input, fault)
            }
        }
        return run.summary
    }

    /// Answers one input; returns what kept it from being read, or nil.
    private func answerAll(of input: String, in run: inout ScanRun) async throws(OutputError) -> SystemError?
    {
        if input == "-" { return try await run.answerAll(of: .standardInput, named: input) }
        let file: FileDescriptor
        do {
            file = try FileDescriptor.openForReading(input)
        } catch {
            return error
        }
        defer { file.close() }
        return try await run.answerAll(of: file, named: input)
    }
}

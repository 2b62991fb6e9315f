import LureScreen

/// Screens many rows on all cores; answers come out in input order, in bounded memory.
///
/// One thread reads blocks of whole rows and writes answered ones as soon as all before them are written; `jobs` workers
/// answer them. At most two blocks a worker and two more are under way, so memory does not grow with the input.
public struct Scan: Sendable {
    let screener: Screener
    let options: ScanOptions
    let jobs: Int

    public init(screener: Screener, options: ScanOptions, jobs: Int) {
        self.screener = screener
        self.options = options
        self.jobs = max(1, jobs)
    }

    /// What to read and where to write.
    public struct Plan: Sendable {
        /// Files, folders, patterns; "-" is standard input.
        public var inputs: [String]
        /// nil: standard output, which can't be resumed.
        public var output: String?
        /// JSON lines of rows that can't be answered; nil: they are reported to `Events.report`.
        public var errors: String?
        /// Contacts of rows of band caution or more: CSV, or a STIX bundle if it is named `.json`.
        public var contacts: String?
        /// Whether to go on where an interrupted scan with the same output stood.
        public var isResumed = false
        /// Seconds between checkpoints; 0: one after each block.
        public var checkpointInterval = 2.0
        /// Other files that folders among the inputs are not to give.
        public var otherOutputs: [String] = []

        public init(inputs: [String]) { self.inputs = inputs }
    }

    /// Called in input order, on the thread that runs the scan.
    public struct Events {
        /// A row that could not be answered, unless the plan names a file for them.
        public var report: (RowFault) -> Void
        /// An input that could not be read, or not to its end.
        public var reportInput: (_ name: String, InputFault) -> Void
        public var progress: (Progress) -> Void

        public init(
            report: @escaping (RowFault) -> Void, reportInput: @escaping (_ name: String, InputFault) -> Void,
            progress: @escaping (Progress) -> Void = { _ in }
        ) {
            self.report = report
            self.reportInput = reportInput
            self.progress = progress
        }
    }

    /// How far a scan is.
    public struct Progress: Sendable {
        /// Rows answered, those of the interrupted scan it goes on with included.
        public var rows: Int
        /// Rows answered in this run.
        public var rowsOfRun: Int
        /// Seconds since the beginning.
        public var seconds: Double
        /// Share of the inputs' bytes that are read, 0…1; nil if their size is not known.
        public var share: Double?
        /// The share this run began with.
        public var firstShare: Double
    }

    /// Whether a scan can go on after it was stopped. Groups and counts of contacts are not kept in checkpoints.
    public func keepsCheckpoint(_ plan: Plan) -> Bool {
        plan.output != nil && !options.groupsRows && plan.contacts == nil
    }

    /// Why a scan ended before its inputs did.
    public enum Stop: Error, Sendable {
        /// The output can't be written; nil is standard output.
        case output(String?, SystemError)
        /// A signal asked to stop.
        case interrupted(rows: Int)
        /// An input that was there is no longer readable.
        case inputLost(String, InputFault)
        /// Another process writes this output.
        case busy(String)
        /// The checkpoint belongs to a scan with other inputs, options, rules or model.
        case otherScan(checkpoint: String)
        case badCheckpoint(String)
        /// Not the input the interrupted scan read.
        case inputChanged(String)
    }

    /// Screens every input and says what it came to.
    ///
    /// Inputs that can't be read are reported and passed over. With an output file, an input that is lost on the way
    /// stops the scan instead, so that it can go on when the input is back.
    public func run(_ plan: Plan, events: Events) throws(Stop) -> ScanSummary {
        let run = try ScanRun(self, plan, events)
        return try run.finish()
    }
}

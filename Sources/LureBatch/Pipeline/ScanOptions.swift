import LureScreen

/// How rows are read and answered.
public struct ScanOptions: Sendable {
    /// nil: by the name of each input, else by its content.
    public var format: RowFormat?
    /// Between the fields of CSV; nil: a tab for `.tsv`, else what the first line shows.
    public var separator: UInt8?
    /// A name iconv knows; nil: UTF-8, or what a byte order mark says.
    public var encoding: String?
    /// Fields joined by a line break to the text that is screened, in this order; nil: `text`, of mails `subject` and
    /// `text`.
    public var textFields: [String]?
    /// Field whose value becomes the answer's id; rows without it are named by their line.
    public var idField = "id"
    /// Fields carried over as they stand.
    public var keptFields: [String] = []
    public var output = OutputFormat.jsonl
    /// What the output is packed as; each block is a member (gzip) or frame (zstd) of its own.
    public var packing: Compression?
    /// Answers below this band are left out; nil keeps all. Distress, which has no band, is never left out.
    public var minimumBand: Band?
    public var evidence = AssessmentJSON.Detail.full
    /// Whether near-duplicates and rows that name the same contact are put into groups; every answer is then written in a
    /// second pass, with its group.
    public var groupsRows = false
    /// Most rows that are grouped; it takes 130 bytes of memory a row.
    public var groupRowLimit = 1 << 24
    /// Whether the summary of groups may show wording and contacts of texts, which are personal data.
    public var showsTexts = false
    /// Whether contacts of rows of band caution or more are collected.
    public var collectsContacts = false
    /// Contacts that are not exported, join no rows and are not named in the summary.
    public var deniedContacts = ContactDenyList()
    public var screening = Screener.Options()
    /// Whether the time each stage takes is measured; it costs about a microsecond a row.
    public var timesStages = false
    /// Bytes of a block: how much a worker takes at once, and the distance of possible checkpoints.
    public var blockSize = 1 << 18
    /// Longest row taken in, in bytes; longer ones are reported and passed over.
    public var rowLimit = 1 << 24

    /// Writes a row that can't be answered at its place among the answers; nil: such rows are listed apart.
    package var writesFault: (@Sendable (RowFault, inout JSONBuffer) -> Void)?

    public enum RowFormat: String, CaseIterable, Sendable { case jsonl, csv, tsv, lines, text, mbox }

    public enum OutputFormat: String, CaseIterable, Sendable {
        /// Whole answers, schema 1.
        case jsonl
        /// The columns of the row, then band, risk, kind and reasons.
        case csv
        /// One short JSON object a row: id, kind, band, risk, and the rules that add to the risk.
        case brief
    }

    public init() {}

    var limits: BlockReader.Limits {
        BlockReader.Limits(block: max(64, blockSize), record: max(64, rowLimit))
    }
}

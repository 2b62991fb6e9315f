/// Why an input could not be read, or not to its end.
public enum InputFault: Error, Equatable, Sendable {
    case system(SystemError)
    /// The file ends before the size it had when it was opened.
    case shrunk
    /// The archive ends in the middle.
    case truncated(Compression)
    case corrupt(Compression)
    /// A zstd frame that wants more memory than 128 MiB to be unpacked.
    case windowTooLarge
    case unknownEncoding(String)
    /// A CSV file without the column that holds the text.
    case noColumn(String, found: [String])
    /// A CSV file whose columns are not those of the first one, where all columns are carried over.
    case otherColumns
    /// A CSV file whose first line is not a record.
    case badHeader(RowFault.CSVProblem)
    case folderLoop
    /// Not what an interrupted scan read.
    case otherContent
    case noMatch

    /// Whether the system stopped giving bytes that may be there again later.
    public var mayPass: Bool {
        switch self {
        case .system, .shrunk: true
        default: false
        }
    }

    /// Whether the file is not there.
    var isMissing: Bool {
        if case .system(let error) = self { return error.isMissing }
        return false
    }

    public var message: String {
        switch self {
        case .system(let error): error.message
        case .shrunk: "became shorter while it was read"
        case .truncated(let kind):
            "the \(kind.rawValue) archive ends too early; the rows before its end are answered"
        case .corrupt(let kind):
            "the \(kind.rawValue) archive is damaged; the rows before the damage are answered"
        case .windowTooLarge:
            "the zstd archive needs more than 128 MiB to be unpacked; pack it again without --long or --ultra"
        case .unknownEncoding(let name):
            "encoding \(name) is not known here; `iconv -l` lists the names that are"
        case .noColumn(let name, let found):
            "no column \"\(name)\"; name the one that holds the text with --text-field (columns: \(found.joined(separator: ", ")))"
        case .otherColumns:
            "its columns are not those of the first file; name the columns to carry over with --keep"
        case .badHeader(let problem): "the line with the column names: \(problem.message)"
        case .folderLoop: "this folder leads back to itself and was not entered again"
        case .otherContent: "its content is not what the interrupted scan read"
        case .noMatch: "no file matches"
        }
    }
}

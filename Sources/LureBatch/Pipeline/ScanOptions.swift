import LureScreen

/// How rows are read and answered.
public struct ScanOptions: Sendable {
    public enum Format: String, CaseIterable, Sendable {
        /// One JSON object a line.
        case jsonl
        /// Each line is a text.
        case lines
    }

    public var format = Format.jsonl
    /// Fields joined by a line break to the text that is screened, in this order.
    public var textFields = ["text"]
    /// Field whose value becomes the answer's id; rows without it are numbered.
    public var idField = "id"
    /// Fields carried over as they stand.
    public var keptFields: [String] = []
    /// Answers below this band are left out; nil keeps all.
    public var minimumBand: Band?
    public var evidence = AssessmentJSON.Detail.full
    public var screening = Screener.Options()

    public init() {}
}

/// A row that could not be answered.
public struct RowFault: Error, Equatable, Sendable {
    /// Name of the input as given by the user; "-" for standard input.
    public var file: String
    /// 1-based.
    public var line: Int
    public var reason: Reason

    public enum Reason: Equatable, Sendable {
        case json(JSONFault)
        case missingField(String)
        case notText(String)
        case tooLong(limit: Int)
    }

    /// "file:line: what is wrong; what to do", without any of the row's text.
    public var message: String {
        switch reason {
        case .json(let fault): "\(file):\(line):\(fault.column): \(fault.problem.message)"
        case .missingField(let name):
            "\(file):\(line): no field \"\(name)\"; name the field that holds the text with --text-field"
        case .notText(let name):
            "\(file):\(line): field \"\(name)\" is not a string; name the field that holds the text with --text-field"
        case .tooLong(let limit): "\(file):\(line): the line is longer than \(limit) bytes and was skipped"
        }
    }
}

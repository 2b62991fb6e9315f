/// A row that could not be answered.
public struct RowFault: Error, Equatable, Sendable {
    /// Name of the input as given by the user; "-" for standard input.
    public var file: String
    /// 1-based.
    public var line: Int
    public var reason: Reason

    public enum Reason: Equatable, Sendable {
        case json(JSONFault)
        case read(ReadProblem)
        case missingField(String)
        case notText(String)
    }

    /// What keeps a row from being cut out of its input.
    public enum ReadProblem: Equatable, Sendable {
        case tooLong(limit: Int)
        case csv(CSVProblem)

        public var message: String {
            switch self {
            case .tooLong(let limit): "the row is longer than \(limit) bytes and was passed over"
            case .csv(let problem): problem.message
            }
        }
    }

    /// Where a CSV record breaks RFC 4180.
    public enum CSVProblem: Error, Equatable, Sendable {
        case unclosedQuote
        case textAfterQuote
        case fieldCount(found: Int, expected: Int)

        public var message: String {
            switch self {
            case .unclosedQuote: "a quoted field is not closed; double the quotes inside fields"
            case .textAfterQuote: "text after the closing quote of a field; double the quotes inside fields"
            case .fieldCount(let found, let expected):
                "\(found) fields, but the first line names \(expected) columns"
            }
        }
    }

    /// "file:line: what is wrong; what to do", without any of the row's text.
    public var message: String {
        if case .json(let fault) = reason {
            return "\(file):\(line):\(fault.column): \(fault.problem.message)"
        }
        return "\(file):\(line): \(problem)"
    }

    private var problem: String {
        switch reason {
        case .json(let fault): fault.problem.message
        case .read(let problem): problem.message
        case .missingField(let name):
            "no field \"\(name)\"; name the field that holds the text with --text-field"
        case .notText(let name):
            "field \"\(name)\" is not a string; name the field that holds the text with --text-field"
        }
    }
}

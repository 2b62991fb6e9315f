import LureText

/// A labelled text and what else its row says of it.
public struct EvaluationRow: Sendable {
    /// The row's own id, or `<file>:<line>`.
    public var id: String
    public var text: String
    /// Whether the label means a lure; nil: not labelled.
    public var isLure: Bool?
    public var kind: TextKind?
    public var language: String?
    public var categories: [String]
    public var split: String?
    /// Rows that tell the same thing; they are drawn together when intervals are made.
    public var cluster: String?

    public init(
        id: String, text: String, isLure: Bool?, kind: TextKind? = nil, language: String? = nil,
        categories: [String] = [], split: String? = nil, cluster: String? = nil
    ) {
        self.id = id
        self.text = text
        self.isLure = isLure
        self.kind = kind
        self.language = language
        self.categories = categories
        self.split = split
        self.cluster = cluster
    }
}

/// Where a row keeps what, and which labels mean a lure. The defaults are those of `training-data/`.
public struct RowFields: Sendable {
    /// Several are joined with a line break (title, then body).
    public var text = ["text"]
    public var label = "label"
    public var id = "id"
    public var language = "language"
    public var category = "categories"
    public var kind = "kind"
    public var split = "split"
    public var cluster = "cluster"
    /// Labels that mean a lure, compared without case; every other label then means an honest text. Empty: `lure`
    /// and 1 mean a lure, `legit` and 0 an honest text, and anything else is a fault.
    public var positiveLabels: [String] = []

    public init() {}
}

/// How rows are written.
public enum RowFormat: String, CaseIterable, Sendable {
    /// By the file's name, else by its first sign.
    case auto
    case jsonl, csv, tsv
}

/// A row that can't be read. Never holds words of the row: they are personal data.
public struct RowFault: Error, Hashable, Sendable {
    public var file: String
    /// From 1; of a row over several lines the first.
    public var line: Int
    public var problem: Problem

    public enum Problem: Hashable, Sendable {
        case notUTF8
        case notAnObject
        case missingText(field: String)
        case unknownLabel(field: String)
        case missingColumn(field: String)
        case wrongFieldCount(found: Int, expected: Int)
        case unclosedQuote
        case textAfterQuote
        case unreadable
    }

    public var message: String { "\(file):\(line): \(problem.text)" }
}

extension RowFault.Problem {
    /// What is wrong, and what to do.
    public var text: String {
        switch self {
        case .notUTF8: "the row is not UTF-8; convert the file, for example with iconv"
        case .notAnObject: "the line is not a JSON object"
        case .missingText(let field): "the row has no text in \"\(field)\"; name the field with --text-field"
        case .unknownLabel(let field):
            "\"\(field)\" is none of lure, legit, 1 and 0; say with --positive which labels mean a lure"
        case .missingColumn(let field):
            "the first line names no column \"\(field)\"; name the columns there, or say with --text-field which one it is"
        case .wrongFieldCount(let found, let expected):
            "the row has \(found) fields, the first line has \(expected); quote fields that hold separators"
        case .unclosedQuote: "a quote is opened and never closed; double quotes inside a quoted field"
        case .textAfterQuote: "something follows a closing quote; double quotes inside a quoted field"
        case .unreadable: "the file can't be read"
        }
    }
}

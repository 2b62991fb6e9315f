import LureText

/// One labelled text of `training-data/` (its README.md says what a row must be).
public struct DataRow: Hashable, Sendable {
    public enum Label: String, Sendable { case lure, legit }
    public enum Split: String, CaseIterable, Sendable { case train, dev, test }

    public var id: String
    public var text: String
    public var kind: TextKind
    public var label: Label
    public var categories: [String]
    public var language: Language
    public var channel: String
    /// What the label rests on: indicator ids for a lure, else why the text is honest.
    public var basis: String
    /// Rows that tell the same thing; never torn apart by splits.
    public var cluster: String
    public var split: Split
}

/// What is wrong with a row, and where.
public struct DataFault: Error, Hashable, Sendable {
    public var file: String
    /// 1-based.
    public var line: Int
    public var problem: String

    public var message: String { "\(file):\(line): \(problem)" }
}

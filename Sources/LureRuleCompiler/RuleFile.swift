import LureRules
import LureText

/// A rule as its file says it.
public struct RuleFile: Sendable {
    public var id: Located<String>
    public var title = ""
    public var severity = Severity.low
    public var status = RuleStatus.shadow
    public var categories: CategorySet = []
    public var kind: TextKind?
    public var why = ""
    public var sources: [Located<String>] = []
    public var falseAlarms: [Located<String>] = []
    public var ask: [Located<String>] = []
    public var when: [Condition] = []
    public var unless: [Exception] = []
    public var phrases: [Phrase] = []
    public var regexes: [Regex] = []
    public var examples: [RuleExample] = []

    public struct Phrase: Sendable {
        public var language: String
        public var text: Located<String>

        /// As it is looked for; nil if nothing is left after folding.
        public var literal: FoldedForm? { FoldedForm(text.value, .word, language) }
    }

    public struct Regex: Sendable {
        public var language: String
        public var pattern: Located<String>
        public var literals: [Located<String>]
    }

    /// Folder of the file.
    public var family: String { id.place.file.folder }

    public var polarity: Polarity {
        switch family {
        case "mit": .mitigating
        case "ctx": .context
        default: .risk
        }
    }

    /// Folders that hold rules.
    public static let families = [
        "pay", "role", "dest", "travel", "control", "fee", "channel", "rec", "target", "urg", "proc", "task",
        "marr",
        "resale", "mit", "ctx",
    ]
}

import LurePatterns
import LureText

/// A rule pack as plain values: what the compiler hands to `RulePackWriter`.
///
/// Indices count in `concepts`, `rules` and `regexes` of the same contents.
public struct RulePackContents: Sendable {
    /// Concept names; the first are `FactConcept.names`.
    public var concepts: [String] = FactConcept.names
    public var forms: [Form] = []
    public var families: [String] = []
    public var rules: [Rule] = []
    public var regexes: [Regex] = []
    public var recipes: [Recipe] = []
    public var thresholds = Thresholds()
    public var usualPay: [UsualPayRow] = []
    /// Indices of concepts beside which pay is not compared.
    public var silentOnPay: [Int] = []
    /// Units of a currency for one US dollar.
    public var rates: [Fact.Currency: Double] = [:]

    public init() {}

    /// A literal and what it stands for.
    public struct Form: Sendable {
        public var literal: [UInt8]
        public var boundary: Boundary
        public var languages: LanguageSet
        public var targets: [Target]
        /// How it is written with accents; without any it may always be.
        public var spellings: [Spelling]

        public init(
            literal: [UInt8], boundary: Boundary, languages: LanguageSet, targets: [Target],
            spellings: [Spelling] = []
        ) {
            self.literal = literal
            self.boundary = boundary
            self.languages = languages
            self.targets = targets
            self.spellings = spellings
        }
    }

    public enum Target: Hashable, Sendable {
        /// - Parameter isSingleHan: the form is one Han character, which counts only outside longer forms.
        case concept(Int, isSingleHan: Bool)
        /// A phrase of the rule.
        case phrase(rule: Int)
        /// A literal that a match of the regex must hold.
        case regex(Int)
    }

    public struct Regex: Sendable {
        public var rule: Int
        public var source: String

        public init(rule: Int, source: String) {
            self.rule = rule
            self.source = source
        }
    }

    public struct Rule: Sendable {
        public var id = ""
        public var title = ""
        public var why = ""
        /// Index in `families`.
        public var family = 0
        public var severity = Severity.low
        public var status = RuleStatus.stable
        public var polarity = Polarity.risk
        public var kind: TextKind?
        public var categories: CategorySet = []
        public var ask: [String] = []
        public var falseAlarms: [String] = []
        public var sources: [String] = []
        public var weight = 0.0
        public var alternatives: [Alternative] = []
        public var unless = Unless()

        public init() {}
    }

    /// One alternative of `when`.
    public enum Alternative: Sendable {
        case together(scope: Scope, slots: [Slot])
        /// A comparison, and what must stand anywhere in the text besides.
        case fact(FactTest, with: [Slot])
    }

    public enum Scope: UInt8, Sendable { case clause, text }

    /// What is usually paid for a month's work in a country.
    public struct UsualPayRow: Sendable {
        /// Index of the country's concept.
        public var country: Int
        public var amount: Double
        public var currency: Fact.Currency
        /// What it is, as people read it after "about 7 times".
        public var label: String

        public init(country: Int, amount: Double, currency: Fact.Currency, label: String) {
            self.country = country
            self.amount = amount
            self.currency = currency
            self.label = label
        }
    }

    /// A term, or several of which one is enough.
    public struct Slot: Sendable {
        public enum Link: Hashable, Sendable {
            case none
            /// Stands after the slot before it.
            case after
            /// At most so many words between it and the slot before it.
            case within(Int)
        }

        public var concepts: [Int]
        public var link: Link
        /// None of the concepts may stand in the clause.
        public var isAbsent: Bool

        public init(concepts: [Int], link: Link = .none, isAbsent: Bool = false) {
            self.concepts = concepts
            self.link = link
            self.isAbsent = isAbsent
        }
    }

    /// What keeps a match from counting.
    public struct Unless: Sendable {
        public var negation = false
        public var question = false
        /// Concepts in the clause of the match.
        public var inClause: [Int] = []
        /// Concepts anywhere in the text.
        public var inText: [Int] = []

        public init() {}
    }

    public struct Recipe: Sendable {
        public var id = ""
        public var title = ""
        public var why = ""
        public var categories: CategorySet = []
        public var ask: [String] = []
        public var sources: [String] = []
        public var floor = BandFloor.none
        public var weight = 0.0
        /// Groups of the core that must be met.
        public var need = 0
        /// Rules by group; one that fired meets its group.
        public var core: [[Int]] = []
        public var boosters: [[Int]] = []
        /// Rules that keep the recipe from being met.
        public var unless: [Int] = []

        public init() {}
    }
}

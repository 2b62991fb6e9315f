import LureRules
import LureText

/// The answer for one message: what kind of text it is, how far it matches documented patterns, on which words,
/// and how the number came about.
public struct Assessment: Sendable {
    public var kind: TextKind
    /// nil for `distress`: a person in danger gets help, not a score.
    public var band: Band?
    /// Calibrated probability at `prior`, in 0…1; nil for `distress` and when `band` is `insufficient`.
    public var risk: Double?
    /// Why there is no verdict, when `band` is `insufficient`.
    public var insufficient: Insufficiency?
    /// The language most of the text is in; nil when it can't be told.
    public var language: Language?
    /// What it would be a lure for, strongest first; empty below `caution`.
    public var categories: [Category]
    /// Rules that fired, by size of their contribution.
    public var findings: [Finding]
    /// Indices in the pack's recipes that were met.
    public var recipes: [RecipeFinding]
    public var model: ModelShare
    public var ledger: Ledger
    public var contacts: [Contact]
    /// What a limit kept from being looked at. A limit is never a clean result.
    public var unevaluated: [Unevaluated]

    public enum Insufficiency: UInt8, Sendable {
        case tooLittleText, unsupportedLanguage

        public var name: String {
            switch self {
            case .tooLittleText: "too-little-text"
            case .unsupportedLanguage: "unsupported-language"
            }
        }
    }
}

/// Words of the original text that a finding rests on.
public struct Evidence: Hashable, Sendable {
    /// UTF-8 bytes of the original text.
    public var utf8: TextSpan
    /// The same place in UTF-16 units.
    public var utf16: TextSpan

    public init(utf8: TextSpan, utf16: TextSpan) {
        self.utf8 = utf8
        self.utf16 = utf16
    }
}

/// One rule that fired.
public struct Finding: Sendable {
    /// Index of the rule in the pack.
    public var rule: Int
    /// Log-odds it adds; 0 when it weighs nothing here (shadow rules, context, texts that only report).
    public var contribution: Double
    public var evidence: [Evidence]
    /// Whether a person says it applies (`Screener.Options.reported`) and the text does not show it; then there is
    /// no evidence.
    public var isReported = false
    /// How the pay named compares with what is usual, if that is part of the finding;
    /// `RulePack.text(of:)` says it in words.
    public var pay: PayComparison?
}

/// One recipe that was met.
public struct RecipeFinding: Sendable {
    /// Index of the recipe in the pack.
    public var recipe: Int
    public var contribution: Double
}

/// What the classifier adds, and the words it rests on most.
public struct ModelShare: Sendable {
    public var contribution: Double
    /// Part of the contribution, at most 0: what is lost because the text may be no offer at all.
    public var kindShare: Double
    /// Largest first by size; empty unless asked for.
    public var terms: [Term]

    public struct Term: Sendable {
        public var place: Evidence
        public var contribution: Double
    }
}

/// A way to reach someone that the text names.
public struct Contact: Sendable {
    public var channel: Fact.Channel
    /// Normalised: a handle without "@", a number as digits.
    public var value: String
    public var place: Evidence
}

/// Something that was not looked at.
public enum Unevaluated: Hashable, Sendable {
    /// A rule whose pattern hit a limit, by its index.
    case rule(Int)
    /// Everything from this UTF-8 offset on: the message is longer than the limit.
    case beyond(Int)
}

/// The sum behind a risk: `logit` is the sum of the other lines, and risk = 1 / (1 + e^-logit).
public struct Ledger: Hashable, Sendable {
    /// Log-odds of the stated share of lures among what is screened.
    public var prior: Double
    public var findings: Double
    public var recipes: Double
    public var model: Double
    /// What calibration adds to make the risk an observed frequency.
    public var calibration: Double

    public var logit: Double { prior + findings + recipes + model + calibration }

    public init(prior: Double, findings: Double, recipes: Double, model: Double, calibration: Double) {
        self.prior = prior
        self.findings = findings
        self.recipes = recipes
        self.model = model
        self.calibration = calibration
    }
}

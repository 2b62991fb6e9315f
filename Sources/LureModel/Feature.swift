import LureText

/// Something a text shows, as the classifier sees it: present or not, however often.
public struct Feature: Hashable, Sendable {
    /// Stable across machines and releases; what the model file is keyed by.
    public var key: UInt64
    /// The first place that shows it, in the folded text; empty for what the text shows as a whole.
    public var span: TextSpan
    public var group: FeatureGroup

    @inlinable
    public init(key: UInt64, span: TextSpan, group: FeatureGroup) {
        self.key = key
        self.span = span
        self.group = group
    }
}

/// What a feature was read from.
public enum FeatureGroup: UInt8, CaseIterable, Sendable {
    case concept, conceptPair, rule, fact, shape, word, characters, wordPair, conceptPlace, conceptStep

    /// Whether the feature belongs to one language, so that its weight must be learned within that language.
    @inlinable public var isLanguageBound: Bool {
        switch self {
        case .word, .characters, .wordPair: true
        case .concept, .conceptPair, .conceptPlace, .conceptStep, .rule, .fact, .shape: false
        }
    }
}

/// A rule that fired, by the stable hash of its id.
public struct FiredRule: Hashable, Sendable {
    public var key: UInt64
    /// Place in the folded text.
    public var span: TextSpan

    @inlinable
    public init(key: UInt64, span: TextSpan) {
        self.key = key
        self.span = span
    }
}

/// What features are read from: one message after folding, segmentation and matching. Places count in the
/// folded text.
public struct FeatureInput: Sendable {
    /// Folded bytes.
    public var text: [UInt8]
    public var segmentation: Segmentation
    /// nil: no language was recognised; words then share nothing with any language.
    public var language: Language?
    /// In order of their start.
    public var concepts: [ConceptHit]
    /// `StableHash` of the concept's name, by concept index.
    public var conceptKeys: [UInt64]
    public var rules: [FiredRule]
    public var facts: [Fact]

    public init(
        text: [UInt8], segmentation: Segmentation, language: Language?, concepts: [ConceptHit] = [],
        conceptKeys: [UInt64] = [], rules: [FiredRule] = [], facts: [Fact] = []
    ) {
        self.text = text
        self.segmentation = segmentation
        self.language = language
        self.concepts = concepts
        self.conceptKeys = conceptKeys
        self.rules = rules
        self.facts = facts
    }
}

extension Feature {
    /// `span` as one number, quick to compare.
    @inline(__always)
    var place: UInt64 { span.place }
}

extension TextSpan {
    @inline(__always)
    var place: UInt64 { UInt64(start) | UInt64(end) << 32 }

    @inline(__always)
    init(place: UInt64) {
        self.init(start: UInt32(truncatingIfNeeded: place), end: UInt32(truncatingIfNeeded: place >> 32))
    }
}

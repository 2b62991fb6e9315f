public import LureText

/// A rule that fired.
public struct RuleHit: Hashable, Sendable {
    /// Index in the pack.
    public var rule: UInt16
    /// Runs and is counted, but weighs nothing.
    public var isShadow: Bool
    /// Its evidence in `RuleEvaluation.spans`.
    var firstSpan: UInt32
    var spanCount: UInt32
    /// How the pay named compares, if that is what made it fire.
    public var pay: PayComparison?
}

extension RuleHit {
    /// A rule that a person says applies: it has no evidence.
    package init(reported rule: Int, isShadow: Bool) {
        self.init(rule: UInt16(rule), isShadow: isShadow, firstSpan: 0, spanCount: 0, pay: nil)
    }
}

/// Which rules fired, and where. Its buffers are used again for the next text.
public struct RuleEvaluation: Sendable {
    /// By rule.
    public internal(set) var hits: [RuleHit] = []
    /// Rules of which some part hit a limit: not finding them means nothing.
    public internal(set) var unevaluated: [UInt16] = []
    var spans: [TextSpan] = []

    /// Spans reported of one rule at most.
    public static let spanLimit = 8

    public init() {}

    /// Places in the folded text that made the rule fire, in order, without overlap; at most `spanLimit`.
    public func evidence(of hit: RuleHit) -> ArraySlice<TextSpan> {
        spans[Int(hit.firstSpan)..<Int(hit.firstSpan + hit.spanCount)]
    }

    /// The evidence of all hits, in the order of `hits`, to be read in place.
    public var allSpans: [TextSpan] { spans }

    /// Where the evidence of a hit stands in `allSpans`.
    public func spanRange(of hit: RuleHit) -> Range<Int> {
        Int(hit.firstSpan)..<Int(hit.firstSpan + hit.spanCount)
    }

    /// Takes rules out, as if they had not fired.
    package mutating func mute(_ rules: Set<Int>) { hits.removeAll { rules.contains(Int($0.rule)) } }

    mutating func removeAll() {
        hits.removeAll(keepingCapacity: true)
        unevaluated.removeAll(keepingCapacity: true)
        spans.removeAll(keepingCapacity: true)
    }
}

public import LureScreen
public import LureText

/// What a screener said of a text, as far as measuring needs it.
public struct Verdict: Sendable {
    public var kind: TextKind
    /// nil for distress.
    public var band: Band?
    /// Evidence in log-odds, without any prior; nil where there is no verdict.
    public var score: Double?
    public var language: Language?
    /// Ids of the rules that weighed most, at most three.
    public var rules: [String]

    public var isCaution: Bool { band.map { $0 >= .caution } ?? false }
    public var isHigh: Bool { band == .high }

    public init(
        kind: TextKind, band: Band?, score: Double?, language: Language? = nil, rules: [String] = []
    ) {
        self.kind = kind
        self.band = band
        self.score = score
        self.language = language
        self.rules = rules
    }
}

extension Screener {
    /// What the screener says of each text, in order.
    func verdicts(on texts: some Sequence<String>) -> [Verdict] {
        var scratch = makeScratch()
        return texts.map { verdict(on: $0, &scratch) }
    }

    func verdict(on text: String, _ scratch: inout Scratch) -> Verdict {
        let bytes = Array(text.utf8)
        let assessment = bytes.withUnsafeBufferPointer { assess($0, scratch: &scratch) }
        return Verdict(
            kind: assessment.kind, band: assessment.band,
            score: assessment.risk.map { _ in assessment.ledger.logit - assessment.ledger.prior },
            language: assessment.language,
            rules: assessment.findings.filter { $0.contribution > 0 }.prefix(3)
                .map { pack.ruleID($0.rule) })
    }
}

import LureRules
import LureText

/// An assessment laid out flat, in arrays that are used again for the next message; `Assessment` says what its
/// fields mean.
struct FlatAssessment: Sendable {
    struct Finding: Sendable {
        var rule: Int
        var contribution: Double
        /// Its places in `evidence`.
        var places: Range<Int>
        var isReported = false
        var pay: PayComparison?
    }

    var kind = TextKind.other
    var band: Band?
    var risk: Double?
    var insufficient: Assessment.Insufficiency?
    var language: Language?
    var categories: [Category] = []
    var findings: [Finding] = []
    var evidence: [Evidence] = []
    var recipes: [RecipeFinding] = []
    var modelContribution = 0.0
    /// Part of it.
    var kindShare = 0.0
    var terms: [ModelShare.Term] = []
    var ledger = Ledger(prior: 0, findings: 0, recipes: 0, model: 0, calibration: 0)
    var contacts: [Contact] = []
    var unevaluated: [Unevaluated] = []
    /// Whether the part of the message that was read is known to be well-formed UTF-8.
    var isWellFormed = false

    init() {}

    init(_ assessment: Assessment) {
        kind = assessment.kind
        band = assessment.band
        risk = assessment.risk
        insufficient = assessment.insufficient
        language = assessment.language
        categories = assessment.categories
        for finding in assessment.findings {
            let first = evidence.count
            evidence += finding.evidence
            findings.append(
                Finding(
                    rule: finding.rule, contribution: finding.contribution, places: first..<evidence.count,
                    isReported: finding.isReported, pay: finding.pay))
        }
        recipes = assessment.recipes
        modelContribution = assessment.model.contribution
        kindShare = assessment.model.kindShare
        terms = assessment.model.terms
        ledger = assessment.ledger
        contacts = assessment.contacts
        unevaluated = assessment.unevaluated
    }

    /// Empties the arrays and keeps their buffers; takes the verdict back.
    mutating func removeAll() {
        band = nil
        risk = nil
        insufficient = nil
        kindShare = 0
        Self.empty(&categories)
        Self.empty(&findings)
        Self.empty(&evidence)
        Self.empty(&recipes)
        Self.empty(&terms)
        Self.empty(&contacts)
        Self.empty(&unevaluated)
    }

    /// Most arrays are empty already, and to empty one costs a call.
    @inline(__always)
    private static func empty<T>(_ array: inout [T]) {
        if !array.isEmpty { array.removeAll(keepingCapacity: true) }
    }

    /// Adds a finding in its place: by size of the contribution, then by rule.
    mutating func insert(_ finding: Finding) {
        findings.append(finding)
        findings.withUnsafeMutableBufferPointer { sorted in
            var place = sorted.count - 1
            while place > 0, Self.comes(finding, before: sorted[place - 1]) {
                sorted[place] = sorted[place - 1]
                place -= 1
            }
            sorted[place] = finding
        }
    }

    private static func comes(_ finding: Finding, before other: Finding) -> Bool {
        let first = finding.contribution.magnitude
        let second = other.contribution.magnitude
        return first != second ? first > second : finding.rule < other.rule
    }
}

extension Assessment {
    init(_ flat: FlatAssessment) {
        self.init(
            kind: flat.kind, band: flat.band, risk: flat.risk, insufficient: flat.insufficient,
            language: flat.language, categories: flat.categories,
            findings: flat.findings.map { finding in
                Finding(
                    rule: finding.rule, contribution: finding.contribution,
                    evidence: Array(flat.evidence[finding.places]), isReported: finding.isReported,
                    pay: finding.pay)
            },
            recipes: flat.recipes,
            model: ModelShare(
                contribution: flat.modelContribution, kindShare: flat.kindShare, terms: flat.terms),
            ledger: flat.ledger, contacts: flat.contacts, unevaluated: flat.unevaluated)
    }
}

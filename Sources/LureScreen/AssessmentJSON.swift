import LureRules
import LureText

/// Writes assessments as JSON, schema 1 (docs/assessment.schema.json).
///
/// Log-odds have at most 4 digits behind the point and add up exactly; prior, logit and risk have up to 10.
public struct AssessmentJSON: Sendable {
    /// How much evidence an answer carries.
    public enum Detail: String, Sendable {
        /// Places and their words.
        case full
        /// Places only.
        case brief
        /// Rules only.
        case none
    }

    /// What names the answer.
    public struct Row {
        /// The id as JSON, copied as it stands; nil: `number` becomes the id.
        public var id: UnsafeBufferPointer<UInt8>?
        public var number: Int?

        public init(id: UnsafeBufferPointer<UInt8>? = nil, number: Int? = nil) {
            self.id = id
            self.number = number
        }
    }

    private let detail: Detail
    /// Per rule, everything of a finding up to its contribution.
    private let findingHeads: [[UInt8]]
    private let ruleIDs: [[UInt8]]
    private let recipeIDs: [[UInt8]]
    private let provenance: [UInt8]

    public init(screener: Screener, detail: Detail) {
        self.detail = detail
        findingHeads = (0..<screener.pack.ruleCount).map { index in
            let rule = screener.pack.rule(index)
            var json = JSONBuffer()
            json.raw("{\"rule\":")
            json.string(rule.id)
            json.raw(",\"family\":")
            json.string(rule.family)
            json.raw(",\"title\":")
            json.string(rule.title)
            json.raw(",\"severity\":")
            json.string(rule.severity.name)
            if rule.status == .shadow { json.raw(",\"shadow\":true") }
            json.raw(",\"contribution\":")
            return json.bytes
        }
        ruleIDs = (0..<screener.pack.ruleCount).map { Self.quoted(screener.pack.ruleID($0)) }
        recipeIDs = (0..<screener.pack.recipeCount).map { Self.quoted(screener.pack.recipeID($0)) }
        let versions = screener.provenance
        var json = JSONBuffer()
        json.raw(",\"provenance\":{\"engine\":")
        json.string(versions.engine)
        json.raw(",\"rules\":")
        json.string(versions.rules)
        json.raw(",\"model\":")
        json.string(versions.model)
        json.raw("}")
        provenance = json.bytes
    }

    private static func quoted(_ text: String) -> [UInt8] {
        var json = JSONBuffer()
        json.string(text)
        return json.bytes
    }

    /// One answer as a whole object, without a line feed.
    public func line(_ assessment: Assessment, of message: [UInt8]) -> [UInt8] {
        var output: [UInt8] = [UInt8(ascii: "{")]
        message.withUnsafeBufferPointer { append(assessment, of: $0, row: Row(), to: &output) }
        output.append(UInt8(ascii: "}"))
        return output
    }

    /// Appends the members of an answer, without the braces around them.
    public func append(
        _ assessment: Assessment, of message: UnsafeBufferPointer<UInt8>, row: Row, to output: inout [UInt8]
    ) {
        var json = JSONBuffer(continuing: &output)
        appendVerdict(assessment, row, &json)
        appendFindings(assessment, message, &json)
        appendModel(assessment, message, &json)
        appendLedger(assessment.ledger, &json)
        appendContacts(assessment, message, &json)
        appendUnevaluated(assessment, &json)
        json.raw(provenance)
        output = json.finish()
    }

    private func appendVerdict(_ assessment: Assessment, _ row: Row, _ json: inout JSONBuffer) {
        json.raw("\"schema\":1")
        if let id = row.id {
            json.raw(",\"id\":")
            json.raw(id)
        } else if let number = row.number {
            json.raw(",\"id\":")
            json.integer(number)
        }
        json.raw(",\"kind\":")
        json.string(assessment.kind.name)
        json.raw(",\"band\":")
        if let band = assessment.band { json.string(band.name) } else { json.raw("null") }
        if let reason = assessment.insufficient {
            json.raw(",\"insufficient\":")
            json.string(reason.name)
        }
        json.raw(",\"risk\":")
        if let risk = assessment.risk { json.decimal(risk, places: 10) } else { json.raw("null") }
        json.raw(",\"language\":")
        if let language = assessment.language { json.string(language.code) } else { json.raw("null") }
        json.raw(",\"categories\":[")
        for (index, category) in assessment.categories.enumerated() {
            if index > 0 { json.raw(",") }
            json.string(category.name)
        }
        json.raw("]")
    }

    private func appendFindings(
        _ assessment: Assessment, _ message: UnsafeBufferPointer<UInt8>, _ json: inout JSONBuffer
    ) {
        json.raw(",\"findings\":[")
        for (index, finding) in assessment.findings.enumerated() {
            if index > 0 { json.raw(",") }
            json.raw(findingHeads[finding.rule])
            json.decimal(finding.contribution, places: 4)
            if detail != .none {
                json.raw(",\"evidence\":[")
                for (place, evidence) in finding.evidence.enumerated() {
                    if place > 0 { json.raw(",") }
                    json.raw("{")
                    appendPlace(evidence, message, &json)
                    json.raw("}")
                }
                json.raw("]")
            }
            json.raw("}")
        }
        json.raw("],\"recipes\":[")
        for (index, finding) in assessment.recipes.enumerated() {
            if index > 0 { json.raw(",") }
            json.raw(recipeIDs[finding.recipe])
        }
        json.raw("]")
    }

    private func appendPlace(
        _ place: Evidence, _ message: UnsafeBufferPointer<UInt8>, _ json: inout JSONBuffer
    ) {
        json.raw("\"utf8\":[")
        json.integer(Int(place.utf8.start))
        json.raw(",")
        json.integer(Int(place.utf8.end))
        json.raw("],\"utf16\":[")
        json.integer(Int(place.utf16.start))
        json.raw(",")
        json.integer(Int(place.utf16.end))
        json.raw("]")
        guard detail == .full else { return }
        json.raw(",\"text\":")
        json.string(UnsafeBufferPointer(rebasing: message[Int(place.utf8.start)..<Int(place.utf8.end)]))
    }

    private func appendModel(
        _ assessment: Assessment, _ message: UnsafeBufferPointer<UInt8>, _ json: inout JSONBuffer
    ) {
        json.raw(",\"model\":{\"contribution\":")
        json.decimal(assessment.model.contribution, places: 4)
        json.raw(",\"terms\":[")
        for (index, term) in assessment.model.terms.enumerated() {
            if index > 0 { json.raw(",") }
            json.raw("{")
            appendPlace(term.place, message, &json)
            json.raw(",\"contribution\":")
            json.decimal(term.contribution, places: 4)
            json.raw("}")
        }
        json.raw("]}")
    }

    private func appendLedger(_ ledger: Ledger, _ json: inout JSONBuffer) {
        json.raw(",\"ledger\":{\"prior\":")
        json.decimal(ledger.prior, places: 10)
        json.raw(",\"findings\":")
        json.decimal(ledger.findings, places: 4)
        json.raw(",\"recipes\":")
        json.decimal(ledger.recipes, places: 4)
        json.raw(",\"model\":")
        json.decimal(ledger.model, places: 4)
        json.raw(",\"calibration\":")
        json.decimal(ledger.calibration, places: 4)
        json.raw(",\"logit\":")
        json.decimal(ledger.logit, places: 10)
        json.raw("}")
    }

    private func appendContacts(
        _ assessment: Assessment, _ message: UnsafeBufferPointer<UInt8>, _ json: inout JSONBuffer
    ) {
        json.raw(",\"contacts\":[")
        for (index, contact) in assessment.contacts.enumerated() {
            if index > 0 { json.raw(",") }
            json.raw("{\"type\":")
            json.string(contact.channel.name)
            json.raw(",\"value\":")
            json.string(contact.value)
            json.raw(",")
            appendPlace(contact.place, message, &json)
            json.raw("}")
        }
        json.raw("]")
    }

    private func appendUnevaluated(_ assessment: Assessment, _ json: inout JSONBuffer) {
        json.raw(",\"unevaluated\":[")
        for (index, gap) in assessment.unevaluated.enumerated() {
            if index > 0 { json.raw(",") }
            switch gap {
            case .rule(let rule):
                json.raw("{\"rule\":")
                json.raw(ruleIDs[rule])
                json.raw("}")
            case .beyond(let offset):
                json.raw("{\"beyond\":")
                json.integer(offset)
                json.raw("}")
            }
        }
        json.raw("]")
    }
}

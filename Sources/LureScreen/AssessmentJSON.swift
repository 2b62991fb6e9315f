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

    /// In what units places are told.
    public struct OffsetUnits: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let utf8 = OffsetUnits(rawValue: 1)
        public static let utf16 = OffsetUnits(rawValue: 2)
        /// Unicode code points, as Python counts; an ill-formed sequence counts as one.
        public static let codePoints = OffsetUnits(rawValue: 4)
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
    private let units: OffsetUnits
    /// For what it says of pay.
    private let pack: RulePack
    /// Per rule, everything of a finding up to its contribution.
    private let findingHeads: JSONPieces
    private let ruleIDs: JSONPieces
    private let recipeIDs: JSONPieces
    /// Names as JSON strings, by raw value.
    private let kinds = JSONPieces(count: TextKind.allCases.count) { $1.string(TextKind.allCases[$0].name) }
    private let bands = JSONPieces(count: Band.allCases.count) { $1.string(Band.allCases[$0].name) }
    private let languages = JSONPieces(count: Language.allCases.count) {
        $1.string(Language.allCases[$0].code)
    }
    private let categories = JSONPieces(count: Category.allCases.count) {
        $1.string(Category.allCases[$0].name)
    }
    private let channels = JSONPieces(count: Fact.Channel.allCases.count) {
        $1.string(Fact.Channel.allCases[$0].name)
    }
    private let provenance: [UInt8]

    /// - Parameter units: no unit at all means UTF-8.
    public init(screener: Screener, detail: Detail, units: OffsetUnits = [.utf8, .utf16]) {
        self.detail = detail
        self.units = units.isEmpty ? [.utf8] : units
        let pack = screener.pack
        self.pack = pack
        findingHeads = JSONPieces(count: pack.ruleCount) { index, json in
            let rule = pack.rule(index)
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
        }
        ruleIDs = JSONPieces(count: pack.ruleCount) { $1.string(pack.ruleID($0)) }
        recipeIDs = JSONPieces(count: pack.recipeCount) { $1.string(pack.recipeID($0)) }
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

    /// One answer as a whole object, without a line feed.
    public func line(_ assessment: Assessment, of message: [UInt8]) -> [UInt8] {
        var json = JSONBuffer()
        json.raw("{")
        message.withUnsafeBufferPointer { append(FlatAssessment(assessment), of: $0, row: Row(), to: &json) }
        json.raw("}")
        return json.bytes
    }

    /// Appends the members of the answer that `scratch` holds since `message` was screened with it, without the
    /// braces around them.
    public func append(
        _ scratch: borrowing Screener.Scratch, of message: UnsafeBufferPointer<UInt8>, row: Row,
        to json: inout JSONBuffer
    ) {
        append(scratch.answer, of: message, row: row, to: &json)
    }

    private func append(
        _ answer: FlatAssessment, of message: UnsafeBufferPointer<UInt8>, row: Row, to json: inout JSONBuffer
    ) {
        let text = Text(
            bytes: message, isWellFormed: answer.isWellFormed,
            pairs: units.contains(.codePoints) ? SurrogatePairs(message) : SurrogatePairs())
        appendVerdict(answer, row, &json)
        appendFindings(answer, text, &json)
        appendModel(answer, text, &json)
        appendLedger(answer.ledger, &json)
        appendContacts(answer, text, &json)
        appendUnevaluated(answer, &json)
        provenance.withUnsafeBufferPointer { json.raw($0) }
    }

    /// The message that an answer is about.
    private struct Text {
        var bytes: UnsafeBufferPointer<UInt8>
        var isWellFormed: Bool
        var pairs: SurrogatePairs
    }

    private func appendVerdict(_ answer: FlatAssessment, _ row: Row, _ json: inout JSONBuffer) {
        json.raw("\"schema\":1")
        if let id = row.id {
            json.raw(",\"id\":")
            json.raw(id)
        } else if let number = row.number {
            json.raw(",\"id\":")
            json.integer(number)
        }
        json.raw(",\"kind\":")
        kinds.append(Int(answer.kind.rawValue), to: &json)
        json.raw(",\"band\":")
        if let band = answer.band { bands.append(Int(band.rawValue), to: &json) } else { json.raw("null") }
        if let reason = answer.insufficient {
            json.raw(",\"insufficient\":")
            json.string(reason.name)
        }
        json.raw(",\"risk\":")
        if let risk = answer.risk { json.decimal(risk, places: 10) } else { json.raw("null") }
        json.raw(",\"language\":")
        if let language = answer.language {
            languages.append(Int(language.rawValue), to: &json)
        } else {
            json.raw("null")
        }
        json.raw(",\"categories\":[")
        var isFirst = true
        for category in answer.categories {
            if !isFirst { json.raw(",") }
            isFirst = false
            categories.append(Int(category.rawValue), to: &json)
        }
        json.raw("]")
    }

    private func appendFindings(
        _ answer: FlatAssessment, _ text: Text, _ json: inout JSONBuffer
    ) {
        json.raw(",\"findings\":[")
        var isFirst = true
        for finding in answer.findings {
            if !isFirst { json.raw(",") }
            isFirst = false
            findingHeads.append(finding.rule, to: &json)
            json.decimal(finding.contribution, places: 4)
            if finding.isReported { json.raw(",\"reported\":true") }
            if let pay = finding.pay {
                json.raw(",\"note\":")
                json.string(pack.text(of: pay))
            }
            if detail != .none {
                json.raw(",\"evidence\":[")
                for index in finding.places {
                    if index > finding.places.lowerBound { json.raw(",") }
                    json.raw("{")
                    appendPlace(answer.evidence[index], text, &json)
                    json.raw("}")
                }
                json.raw("]")
            }
            json.raw("}")
        }
        json.raw("],\"recipes\":[")
        isFirst = true
        for finding in answer.recipes {
            if !isFirst { json.raw(",") }
            isFirst = false
            recipeIDs.append(finding.recipe, to: &json)
        }
        json.raw("]")
    }

    private func appendPlace(_ place: Evidence, _ text: Text, _ json: inout JSONBuffer) {
        if units == [.utf8, .utf16] {
            json.place(place)
        } else {
            appendSpans(of: place, text, &json)
        }
        guard detail == .full else { return }
        json.raw(",\"text\":")
        let words = UnsafeBufferPointer(
            rebasing: text.bytes[Int(place.utf8.start)..<Int(place.utf8.end)])
        json.string(words, isWellFormed: text.isWellFormed)
    }

    /// In any units.
    private func appendSpans(of place: Evidence, _ text: Text, _ json: inout JSONBuffer) {
        var isFirst = true
        if units.contains(.utf8) { append("\"utf8\":[", place.utf8, &isFirst, &json) }
        if units.contains(.utf16) { append("\"utf16\":[", place.utf16, &isFirst, &json) }
        if units.contains(.codePoints) {
            append("\"codepoints\":[", text.pairs.codePoints(place), &isFirst, &json)
        }
    }

    private func append(
        _ name: StaticString, _ span: TextSpan, _ isFirst: inout Bool, _ json: inout JSONBuffer
    ) {
        if !isFirst { json.raw(",") }
        isFirst = false
        json.raw(name)
        json.integer(Int(span.start))
        json.raw(",")
        json.integer(Int(span.end))
        json.raw("]")
    }

    private func appendModel(
        _ answer: FlatAssessment, _ text: Text, _ json: inout JSONBuffer
    ) {
        json.raw(",\"model\":{\"contribution\":")
        json.decimal(answer.modelContribution, places: 4)
        json.raw(",\"kind\":")
        json.decimal(answer.kindShare, places: 4)
        json.raw(",\"terms\":[")
        var isFirst = true
        for term in answer.terms {
            if !isFirst { json.raw(",") }
            isFirst = false
            json.raw("{")
            appendPlace(term.place, text, &json)
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
        _ answer: FlatAssessment, _ text: Text, _ json: inout JSONBuffer
    ) {
        json.raw(",\"contacts\":[")
        var isFirst = true
        for contact in answer.contacts {
            if !isFirst { json.raw(",") }
            isFirst = false
            json.raw("{\"type\":")
            channels.append(Int(contact.channel.rawValue), to: &json)
            json.raw(",\"value\":")
            json.string(contact.value)
            json.raw(",")
            appendPlace(contact.place, text, &json)
            json.raw("}")
        }
        json.raw("]")
    }

    private func appendUnevaluated(_ answer: FlatAssessment, _ json: inout JSONBuffer) {
        json.raw(",\"unevaluated\":[")
        var isFirst = true
        for gap in answer.unevaluated {
            if !isFirst { json.raw(",") }
            isFirst = false
            switch gap {
            case .rule(let rule):
                json.raw("{\"rule\":")
                ruleIDs.append(rule, to: &json)
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

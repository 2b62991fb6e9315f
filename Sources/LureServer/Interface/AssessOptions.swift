import LureScreen

/// What the query of `/v1/assess` asks for.
struct AssessOptions: Sendable {
    var screening = Screener.Options()
    var detail = AssessmentJSON.Detail.full
    var units: AssessmentJSON.OffsetUnits = [.utf8, .utf16]
    var hasSignature = false

    static let termLimit = 50

    init(_ query: Query, _ limits: ServerLimits) throws(Problem) {
        screening.sizeLimit = limits.text
        screening.prior = try Self.prior(query)
        let terms = try query.choice("terms", "a whole number from 0 to \(Self.termLimit)") { value in
            Int(value).flatMap { (0...Self.termLimit).contains($0) ? $0 : nil }
        }
        screening.termLimit = terms ?? 0
        detail = try Self.detail(query) ?? .full
        if let list = query["offsets"] { units = try Self.units(list) }
        hasSignature = try query.flag("signature")
    }

    static func prior(_ query: Query) throws(Problem) -> Double? {
        try query.choice("prior", "a number between 0 and 1, for example 0.05") { value in
            Double(value).flatMap { $0 > 0 && $0 < 1 ? $0 : nil }
        }
    }

    static func detail(_ query: Query) throws(Problem) -> AssessmentJSON.Detail? {
        try query.choice("evidence", "full, brief or none") { AssessmentJSON.Detail(rawValue: $0) }
    }

    private static func units(_ list: String) throws(Problem) -> AssessmentJSON.OffsetUnits {
        var units: AssessmentJSON.OffsetUnits = []
        for name in list.split(separator: ",", omittingEmptySubsequences: false) {
            switch name {
            case "utf8": units.insert(.utf8)
            case "utf16": units.insert(.utf16)
            case "codepoints": units.insert(.codePoints)
            default:
                throw .parameter("offsets", "one or more of utf8, utf16 and codepoints, with commas between")
            }
        }
        return units
    }
}

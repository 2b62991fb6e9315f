/// A JSON value with its members in a given order; numbers are rounded, so that files differ only where results do.
indirect enum JSONValue {
    case null
    case text(String)
    case integer(Int)
    /// Rounded to six decimals.
    case number(Double)
    case boolean(Bool)
    case list([JSONValue])
    case object([(String, JSONValue)])

    static func optional(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    static func optional(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }

    /// Indented by two spaces a level; short lists and objects of plain values stand in one line.
    func written(_ depth: Int = 0) -> String {
        switch self {
        case .null: "null"
        case .text(let text): Self.quoted(text)
        case .integer(let number): String(number)
        case .number(let number): Self.rounded(number)
        case .boolean(let flag): flag ? "true" : "false"
        case .list(let values): Self.block("[", values.map { $0.written(depth + 1) }, "]", depth, isFlat)
        case .object(let members):
            Self.block(
                "{", members.map { "\(Self.quoted($0)): \($1.written(depth + 1))" }, "}", depth, isFlat)
        }
    }

    private var isFlat: Bool {
        switch self {
        case .list(let values): values.allSatisfy(\.isPlain)
        case .object(let members): members.count <= 5 && members.allSatisfy(\.1.isPlain)
        default: true
        }
    }

    private var isPlain: Bool {
        switch self {
        case .list(let values): values.isEmpty
        case .object: false
        default: true
        }
    }

    private static func block(
        _ open: String, _ parts: [String], _ close: String, _ depth: Int, _ isFlat: Bool
    ) -> String {
        if parts.isEmpty { return open + close }
        if isFlat { return open + parts.joined(separator: ", ") + close }
        let space = String(repeating: "  ", count: depth + 1)
        return "\(open)\n\(space)\(parts.joined(separator: ",\n\(space)"))\n\(space.dropLast(2))\(close)"
    }

    private static func rounded(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        let rounded = (number * 1_000_000).rounded() / 1_000_000
        return rounded == 0 ? "0.0" : "\(rounded)"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            default:
                if scalar.value < 0x20 {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}

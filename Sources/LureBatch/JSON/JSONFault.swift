/// What is wrong with a JSON line, and where.
public struct JSONFault: Error, Equatable, Sendable {
    /// 1-based byte column in the line.
    public var column: Int
    public var problem: Problem

    public init(column: Int, problem: Problem) {
        self.column = column
        self.problem = problem
    }

    public enum Problem: Equatable, Sendable {
        case notAnObject, unexpectedEnd, unexpectedCharacter, expectedColon, expectedCommaOrEnd, expectedKey
        case badEscape, loneSurrogate, controlCharacterInString, badNumber, badLiteral, tooDeep,
            trailingCharacters

        /// For people, in lower case.
        public var message: String {
            switch self {
            case .notAnObject: "expected a JSON object that begins with {"
            case .unexpectedEnd: "the line ends inside the JSON object"
            case .unexpectedCharacter: "unexpected character"
            case .expectedColon: "expected : after the field name"
            case .expectedCommaOrEnd: "expected , or the closing bracket"
            case .expectedKey: "expected a field name in double quotes"
            case .badEscape: "unknown escape in a string"
            case .loneSurrogate: "half of a surrogate pair in a string"
            case .controlCharacterInString: "raw control character in a string"
            case .badNumber: "malformed number"
            case .badLiteral: "expected true, false or null"
            case .tooDeep: "nested deeper than 128 levels"
            case .trailingCharacters: "characters after the JSON object"
            }
        }
    }
}

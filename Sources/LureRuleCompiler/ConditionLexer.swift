/// A token of the condition language.
enum ConditionToken: Equatable {
    case term(String)
    case plus, bar, after, not
    /// `~N`: at most so many words between.
    case within(Int)
    /// Something no token begins with.
    case stray(String)
}

/// Cuts a condition into tokens, each with its place.
enum ConditionLexer {
    static func tokens(of text: Located<String>) -> [Located<ConditionToken>] {
        let scalars = Array(text.value.unicodeScalars)
        var tokens: [Located<ConditionToken>] = []
        var index = 0
        while index < scalars.count {
            let start = index
            let scalar = scalars[index]
            index += 1
            let token: ConditionToken
            switch scalar {
            case " ", "\t", "\n": continue
            case "+": token = .plus
            case "|": token = .bar
            case ">": token = .after
            case "~":
                while index < scalars.count, isDigit(scalars[index]) { index += 1 }
                let digits = string(scalars[start + 1..<index])
                // Distances beyond this can't be told from "in the same clause".
                token = Int(digits).flatMap { $0 <= 200 ? .within($0) : nil } ?? .stray("~" + digits)
            case _ where isWord(scalar):
                while index < scalars.count, isWord(scalars[index]) { index += 1 }
                let word = string(scalars[start..<index])
                token = word == "not" ? .not : .term(word)
            default: token = .stray(string(scalars[start..<index]))
            }
            tokens.append(Located(token, at: text.place.moved(by: start)))
        }
        return tokens
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || isDigit(scalar) || scalar == "-"
    }
}

/// A text and what a rule or recipe must find in it.
public struct RuleExample: Hashable, Sendable {
    /// The file it stands in.
    public var file: String
    /// From 1.
    public var line: Int
    /// Id of the rule or recipe.
    public var rule: String
    public var isRecipe: Bool
    /// As the key in the file.
    public var language: String
    public var shouldMatch: Bool
    /// Without marks.
    public var text: String
    /// The spans marked with «», in UTF-8 offsets of `text`, ascending.
    public var marks: [Range<Int>]
    /// Disguises in which it need not be recognised; the file says why.
    public var exempt: Set<ExampleVariant> = []
}

/// Takes the marks off an example's text.
enum ExampleMarks {
    /// The text without marks, the spans they enclosed, and the offset in scalars of the first wrong mark.
    static func parse(_ marked: String) -> (text: String, marks: [Range<Int>], fault: Int?) {
        var text = ""
        var marks: [Range<Int>] = []
        var open: Int?
        var fault: Int?
        for (offset, scalar) in marked.unicodeScalars.enumerated() {
            switch scalar {
            case "«":
                if open != nil { fault = fault ?? offset }
                open = text.utf8.count
            case "»":
                if let start = open, start < text.utf8.count {
                    marks.append(start..<text.utf8.count)
                } else {
                    fault = fault ?? offset
                }
                open = nil
            default: text.unicodeScalars.append(scalar)
            }
        }
        if open != nil { fault = fault ?? max(0, marked.unicodeScalars.count - 1) }
        return (text, marks, fault)
    }
}

/// A fault in the rule files: what, where, and how to mend it.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: Int, Sendable {
        case warning, error
    }

    public var code: LintCode
    public var message: String
    public var file: String
    /// From 1.
    public var line: Int
    /// From 1, in Unicode scalars.
    public var column: Int
    /// The line of the file, or empty.
    public var excerpt: String
    public var help: String

    public var severity: Severity { code.severity }

    /// - Parameter help: replaces the code's own, where more can be said.
    public init(_ code: LintCode, _ message: String, at place: Place, help: String? = nil) {
        self.code = code
        self.message = message
        file = place.file.path
        line = place.line
        column = place.column
        let lines = place.file.lines
        excerpt = place.line >= 1 && place.line <= lines.count ? lines[place.line - 1] : ""
        self.help = help ?? code.help
    }

    /// The fault as a terminal shows it: heading, place, source line with a caret, help.
    public func rendered() -> String {
        let name = severity == .error ? "error" : "warning"
        var text = "\(name)[\(code.rawValue)]: \(message)\n  \(file):\(line):\(column)\n"
        if !excerpt.isEmpty {
            let number = "\(line)"
            // Wide letters can't be aligned by counting; the column above stays exact.
            let indent = String(repeating: " ", count: max(0, column - 1))
            let margin = String(repeating: " ", count: number.count)
            text += "\(number) | \(excerpt)\n\(margin) | \(indent)^\n"
        }
        return text + "help: \(help)"
    }
}

extension Diagnostic {
    /// By file, then place, then code: the order in which a person mends them.
    static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
        (a.file, a.line, a.column, a.code.rawValue, a.message)
            < (b.file, b.line, b.column, b.code.rawValue, b.message)
    }
}

/// A report in Markdown.
public struct MarkdownReport: Sendable {
    private let content: ReportContent

    public init(_ content: ReportContent) { self.content = content }

    public var text: String {
        var text = "# \(Self.escaped(content.heading.title))\n\n"
        for (name, value) in content.facts { text += "- \(name): \(Self.escaped(value))\n" }
        for table in content.tables {
            text += "\n## \(table.title)\n\n"
            if let note = table.note { text += "\(note)\n\n" }
            text += Self.table(table)
        }
        text += "\n## How to read this\n\n"
        for note in ReportContent.notes { text += "- \(note)\n" }
        return text
    }

    static func table(_ table: ReportTable) -> String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        let marks = table.columns.indices.map {
            $0 < table.wordColumns || $0 >= Self.lastNumber(table) ? "---" : "--:"
        }
        return line(table.columns.map(escaped)) + "|" + marks.joined(separator: "|") + "|\n"
            + table.rows.map { line($0.map(escaped)) }.joined()
    }

    /// Texts at the end of a table of mistakes are words again.
    private static func lastNumber(_ table: ReportTable) -> Int {
        table.columns.last == "words" ? table.columns.count - 1 : table.columns.count
    }

    /// The text with everything that Markdown or HTML would obey made harmless, in one line.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\t": result += " "
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "|", "*", "_", "`", "[", "]", "\\", "#", "~": result += "\\" + String(scalar)
            default:
                if scalar.isObeyed { result += "\u{FFFD}" } else { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Whether a reader's screen would act on it instead of showing it: control characters, direction overrides.
    var isObeyed: Bool {
        switch value {
        case 0x0A, 0x09: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

/// A short report for a terminal.
public struct PlainReport: Sendable {
    private let content: ReportContent

    public init(_ evaluation: Evaluation) { content = ReportContent(evaluation, isCompact: true) }

    public var text: String {
        var text = ""
        for (name, value) in content.facts { text += "\(Self.padded(name, 10)) \(value)\n" }
        for table in content.tables {
            text += "\n\(table.title)\n"
            if let note = table.note { text += Self.wrapped(note) }
            text += Self.table(table)
        }
        return text
    }

    static func table(_ table: ReportTable) -> String {
        let lines = [table.columns] + table.rows.map { $0.map(printable) }
        let widths = table.columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { cells in
            let line = cells.indices.map { column in
                column < table.wordColumns
                    ? padded(cells[column], widths[column])
                    : String(repeating: " ", count: max(0, widths[column] - cells[column].count))
                        + cells[column]
            }.joined(separator: "  ")
            return "  " + line.trimmedRight + "\n"
        }.joined()
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// Ids and languages are strangers' words: nothing in them may drive the terminal.
    private static func printable(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            result.unicodeScalars.append(scalar.isObeyed || scalar == "\n" ? "\u{FFFD}" : scalar)
        }
        return result
    }

    private static func wrapped(_ note: String) -> String {
        var lines = [""]
        for word in note.split(separator: " ") {
            if lines[lines.count - 1].count + word.count > 90 { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return lines.map { "  \($0)\n" }.joined()
    }
}

extension String {
    fileprivate var trimmedRight: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

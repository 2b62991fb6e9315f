import LurePatterns
import LureText

/// One row of `rules/concepts/<lang>.tsv`.
public struct ConceptRow: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case word, stem, phrase

        /// A phrase ends where its last word ends; in scripts without spaces words have no ends to keep.
        var boundary: Boundary { self == .stem ? .stem : .word }
    }

    public var concept: Located<String>
    public var form: Located<String>
    public var kind: Kind
    /// Name of the file: a language code.
    public var language: String

    /// What is looked for in folded texts, and the languages it speaks for; nil if nothing is left after folding.
    public var literal: FoldedForm? { FoldedForm(form.value, kind.boundary, language) }
}

/// Reads concept files.
enum ConceptFile {
    private static let header = ["concept", "form", "kind", "note"]

    static func parse(_ file: SourceFile, into diagnostics: inout [Diagnostic]) -> [ConceptRow] {
        guard RuleLanguages.set(for: file.stem) != nil else {
            diagnostics.append(
                Diagnostic(
                    .valueNotAllowed, "'\(file.stem)' is no language code", at: Place(file),
                    help: "name the file after a language code, as in zh.tsv"))
            return []
        }
        var rows: [ConceptRow] = []
        rows.reserveCapacity(file.lines.count)
        for (index, line) in file.lines.enumerated() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if index == 0 {
                if fields != header {
                    fault("the first row must be: concept, form, kind, note", 1, file, &diagnostics)
                }
                continue
            }
            if line.isEmpty { continue }
            guard fields.count == header.count || fields.count == header.count - 1 else {
                fault("\(fields.count) columns instead of \(header.count)", index + 1, file, &diagnostics)
                continue
            }
            guard let kind = ConceptRow.Kind(rawValue: fields[2]) else {
                fault("'\(fields[2])' is no kind", index + 1, file, &diagnostics)
                continue
            }
            let place = Place(file, line: index + 1)
            rows.append(
                ConceptRow(
                    concept: Located(fields[0], at: place),
                    form: Located(fields[1], at: place.moved(by: fields[0].unicodeScalars.count + 1)),
                    kind: kind, language: file.stem))
        }
        return rows
    }

    private static func fault(
        _ message: String, _ line: Int, _ file: SourceFile, _ diagnostics: inout [Diagnostic]
    ) {
        diagnostics.append(Diagnostic(.malformedRow, message, at: Place(file, line: line)))
    }

    /// The ids that `rules/concepts/README.md` defines: the first cell of each table row, in backquotes.
    static func definedConcepts(in readme: SourceFile) -> [String] {
        readme.lines.compactMap { line in
            guard line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") else { return nil }
            return String(line[line.index(line.startIndex, offsetBy: 3)..<end])
        }
    }
}

import Foundation
import LureText

/// Labelled texts of a folder, in the order of file names and lines.
public struct Corpus: Sendable {
    public var rows: [DataRow]

    public init(rows: [DataRow]) { self.rows = rows }

    /// Reads every `<language>.jsonl` of a folder.
    /// - Returns: what could be read, and every fault of every row.
    public static func load(_ directory: String) -> (Corpus, [DataFault]) {
        var rows: [DataRow] = []
        var faults: [DataFault] = []
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted()
        if !names.contains(where: { $0.hasSuffix(".jsonl") }) {
            faults.append(
                DataFault(file: directory, line: 1, problem: "there is no .jsonl file in this folder"))
        }
        for name in names where name.hasSuffix(".jsonl") {
            let path = "\(directory)/\(name)"
            guard let content = FileManager.default.contents(atPath: path) else {
                faults.append(DataFault(file: path, line: 1, problem: "the file can't be read"))
                continue
            }
            let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() where !line.isEmpty {
                switch RowDecoder.decode(Data(line)) {
                case .success(let row): rows.append(row)
                case .failure(let problem):
                    faults.append(DataFault(file: path, line: index + 1, problem: problem.text))
                }
            }
        }
        return (Corpus(rows: rows), faults)
    }

    /// Rows of some splits.
    public func rows(in splits: Set<DataRow.Split>) -> [DataRow] { rows.filter { splits.contains($0.split) } }
}

/// Turns a line into a row.
enum RowDecoder {
    struct Problem: Error {
        var text: String
    }

    private struct Line: Decodable {
        var id: String
        var text: String
        var kind: String
        var label: String
        var categories: [String]
        var language: String
        var channel: String
        var basis: String
        var cluster: String
        var split: String
    }

    static func decode(_ line: Data) -> Result<DataRow, Problem> {
        let decoded: Line
        do {
            decoded = try JSONDecoder().decode(Line.self, from: line)
        } catch DecodingError.keyNotFound(let key, _) {
            return .failure(Problem(text: "the row has no \"\(key.stringValue)\""))
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            let key = context.codingPath.first?.stringValue ?? "row"
            return .failure(Problem(text: "\"\(key)\" is of the wrong type"))
        } catch {
            return .failure(Problem(text: "the line is not a JSON object"))
        }
        guard let kind = TextKind(name: decoded.kind) else {
            return .failure(Problem(text: "unknown kind \"\(decoded.kind)\""))
        }
        guard let label = DataRow.Label(rawValue: decoded.label) else {
            return .failure(Problem(text: "the label is neither lure nor legit"))
        }
        guard let language = Language(code: decoded.language) else {
            return .failure(Problem(text: "unknown language \"\(decoded.language)\""))
        }
        guard let split = DataRow.Split(rawValue: decoded.split) else {
            return .failure(Problem(text: "the split is none of train, dev and test; run scripts/splits"))
        }
        return .success(
            DataRow(
                id: decoded.id, text: decoded.text, kind: kind, label: label, categories: decoded.categories,
                language: language, channel: decoded.channel, basis: decoded.basis, cluster: decoded.cluster,
                split: split))
    }
}

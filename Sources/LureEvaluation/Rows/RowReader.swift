import Foundation
import LureText

/// Reads labelled rows from JSON lines, CSV or TSV.
public struct RowReader: Sendable {
    public private(set) var rows: [EvaluationRow] = []
    public private(set) var faults: [RowFault] = []
    /// Rows whose kind is none that a text can have; they are read, without a kind.
    public private(set) var unknownKinds = 0

    private let fields: RowFields
    private let positives: Set<String>

    public init(_ fields: RowFields = RowFields()) {
        self.fields = fields
        positives = Set(fields.positiveLabels.map { $0.lowercased() })
    }

    /// Reads a file's content; rows and faults are added to those read before.
    public mutating func read(_ content: [UInt8], file: String, format: RowFormat = .auto) {
        read(content, file: file, format: format, batch: .max) { _ in }
    }

    /// Reads a file's content and hands its rows over, so many at a time, instead of keeping them; faults are kept.
    /// - Parameter firstLine: the number of the content's first line in its file, which may be read piece by piece if
    ///   it is of JSON lines.
    public mutating func read(
        _ content: [UInt8], file: String, format: RowFormat = .auto, batch size: Int, firstLine: Int = 1,
        _ body: ([EvaluationRow]) -> Void
    ) {
        func handOver(_ reader: inout RowReader, atLeast count: Int) {
            guard size < .max, reader.rows.count >= count else { return }
            body(reader.rows)
            reader.rows.removeAll(keepingCapacity: true)
        }
        switch Self.told(format, file, content) {
        case .csv:
            readRecords(content, file, separator: UInt8(ascii: ",")) { handOver(&$0, atLeast: size) }
        case .tsv:
            readRecords(content, file, separator: UInt8(ascii: "\t")) { handOver(&$0, atLeast: size) }
        case .jsonl, .auto:
            readLines(content, file, firstLine) { handOver(&$0, atLeast: size) }
        }
        handOver(&self, atLeast: 1)
    }

    /// How a file is written, by its name or its beginning.
    public static func told(_ format: RowFormat, _ file: String, _ content: [UInt8]) -> RowFormat {
        if format != .auto { return format }
        if file.hasSuffix(".csv") { return .csv }
        if file.hasSuffix(".tsv") { return .tsv }
        if file.hasSuffix(".jsonl") || file.hasSuffix(".ndjson") { return .jsonl }
        let first = content.first { !" \t\r\n\u{FEFF}".utf8.contains($0) }
        return first == UInt8(ascii: "{") || first == nil ? .jsonl : .csv
    }

    // MARK: JSON lines

    private mutating func readLines(
        _ content: [UInt8], _ file: String, _ firstLine: Int, afterEach: (inout RowReader) -> Void
    ) {
        let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
            let object = try? JSONSerialization.jsonObject(with: Data(line))
            guard let members = object as? [String: Any] else {
                let isUTF8 = String(validating: line, as: UTF8.self) != nil
                faults.append(
                    RowFault(file: file, line: firstLine + index, problem: isUTF8 ? .notAnObject : .notUTF8))
                continue
            }
            add(file, firstLine + index) { Self.values(members[$0]) }
            afterEach(&self)
        }
    }

    /// The strings of a JSON value: of a list each, of a number as it is written.
    private static func values(_ value: Any?) -> [String] {
        switch value {
        case let text as String: [text]
        case let number as NSNumber: [number.stringValue]
        case let list as [Any]: list.flatMap { values($0) }
        default: []
        }
    }

    // MARK: Records

    private mutating func readRecords(
        _ content: [UInt8], _ file: String, separator: UInt8, afterEach: (inout RowReader) -> Void
    ) {
        var records = CSVRecords(content, separator: separator)
        guard let header = records.next() else { return }
        var columns: [String: Int] = [:]
        for (index, name) in header.fields.enumerated() {
            let name = String(decoding: name, as: UTF8.self).trimmingCharacters(in: .whitespaces)
            if columns[name] == nil { columns[name] = index }
        }
        for field in fields.text where columns[field] == nil {
            faults.append(
                RowFault(
                    file: file, line: header.line, problem: header.problem ?? .missingColumn(field: field)))
            return
        }
        while let record = records.next() {
            read(record, columns, header.fields.count, file)
            afterEach(&self)
        }
    }

    private mutating func read(
        _ record: CSVRecords.Record, _ columns: [String: Int], _ count: Int, _ file: String
    ) {
        var problem = record.problem
        if problem == nil, record.fields.count != count {
            problem = .wrongFieldCount(found: record.fields.count, expected: count)
        }
        let values = record.fields.map { String(validating: $0, as: UTF8.self) }
        if problem == nil, values.contains(nil) { problem = .notUTF8 }
        if let problem {
            faults.append(RowFault(file: file, line: record.line, problem: problem))
            return
        }
        add(file, record.line) { name in
            guard let column = columns[name], let value = values[column] else { return [] }
            return [value]
        }
    }

    // MARK: Rows

    /// Adds the row whose fields `value` gives; a missing one gives nothing.
    private mutating func add(_ file: String, _ line: Int, _ value: (String) -> [String]) {
        func first(_ field: String) -> String? { value(field).first.flatMap { $0.isEmpty ? nil : $0 } }
        let parts = fields.text.flatMap { value($0) }.filter { !$0.isEmpty }
        guard !parts.isEmpty else {
            let field = fields.text.joined(separator: "\", \"")
            faults.append(RowFault(file: file, line: line, problem: .missingText(field: field)))
            return
        }
        var isLure: Bool?
        if let label = first(fields.label) {
            isLure = meansLure(label)
            guard isLure != nil else {
                faults.append(
                    RowFault(file: file, line: line, problem: .unknownLabel(field: fields.label)))
                return
            }
        }
        let kind = first(fields.kind)
        let known = kind.flatMap { TextKind(name: $0) }
        if kind != nil, known == nil { unknownKinds += 1 }
        rows.append(
            EvaluationRow(
                id: first(fields.id) ?? "\(file):\(line)", text: parts.joined(separator: "\n"),
                isLure: isLure, kind: known, language: first(fields.language),
                categories: value(fields.category).flatMap(Self.names), split: first(fields.split),
                cluster: first(fields.cluster)))
    }

    private func meansLure(_ label: String) -> Bool? {
        let label = label.lowercased()
        if !positives.isEmpty { return positives.contains(label) }
        switch label {
        case "lure", "1", "true": return true
        case "legit", "0", "false": return false
        default: return nil
        }
    }

    /// Categories in one field of a CSV stand between commas, semicolons, bars or spaces.
    private static func names(_ list: String) -> [String] {
        list.split { ",;| ".contains($0) }.map(String.init)
    }
}

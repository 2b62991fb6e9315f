import LureScreen

/// What is taken from one row: its text, its id, the fields to carry over. Buffers are used again for the next row.
struct RowReading: ~Copyable {
    /// A field that was joined to the text.
    struct Part {
        /// Index in the source's `textFields`.
        var field: Int
        /// Its bytes in the text.
        var bytes: Range<Int>
    }

    private(set) var objects = JSONObjectReader()
    private(set) var mail = MailReader()
    /// The joined text, unless `direct` says where it stands in the row.
    private(set) var text: [UInt8] = []
    /// Where the text stands in the row as it is: nothing to undo, nothing to join.
    private(set) var direct: Range<Int>?
    private(set) var parts: [Part] = []
    /// The id as a JSON value in the row.
    private(set) var idRange: Range<Int>?
    /// The id as a JSON value, where the row has none in JSON; empty if there is none.
    private(set) var id: [UInt8] = []
    private let idField: [UInt8]
    private var fieldNames: [[UInt8]] = []

    init(options: ScanOptions) { idField = Array(options.idField.utf8) }

    mutating func begin(_ source: RowSource) { fieldNames = source.textFields.map { Array($0.utf8) } }

    mutating func read(
        _ row: UnsafeBufferPointer<UInt8>, fields: ArraySlice<CSVScanner.Field>, of source: RowSource
    ) throws(RowFault.Reason.Failure) {
        text.removeAll(keepingCapacity: true)
        parts.removeAll(keepingCapacity: true)
        id.removeAll(keepingCapacity: true)
        (direct, idRange) = (nil, nil)
        switch source.format {
        case .jsonl: try readObject(row, source)
        case .csv: try readRecord(row, fields, source)
        case .lines, .text: direct = 0..<row.count
        case .mbox: try readMail(row, source)
        }
    }

    // MARK: JSON

    private mutating func readObject(
        _ row: UnsafeBufferPointer<UInt8>, _ source: RowSource
    ) throws(RowFault.Reason.Failure) {
        do throws(JSONFault) {
            try objects.read(row)
        } catch {
            throw .init(.json(error))
        }
        for index in fieldNames.indices {
            guard let member = member(fieldNames[index], row) else { continue }
            if member.type == .literal, member.value.count == 4,
                row[member.value.lowerBound] == UInt8(ascii: "n")
            {
                continue
            }
            guard member.type == .string else { throw .init(.notText(source.textFields[index])) }
            let inside = member.value.lowerBound + 1..<member.value.upperBound - 1
            let raw = UnsafeBufferPointer(rebasing: row[inside])
            if fieldNames.count == 1, firstIndex(of: UInt8(ascii: "\\"), in: raw, from: 0) == raw.count {
                direct = inside
                parts.append(Part(field: index, bytes: 0..<raw.count))
            } else {
                append(index) { JSONText.appendUnescaped(raw, to: &$0) }
            }
        }
        guard !parts.isEmpty else { throw .init(.missingField(source.textFields.first ?? "text")) }
        if let id = member(idField, row), id.type == .string || id.type == .number { idRange = id.value }
    }

    /// The first member of the row last read that has this name.
    func member(_ name: [UInt8], _ row: UnsafeBufferPointer<UInt8>) -> JSONObjectReader.Member? {
        for member in objects.members
        where JSONText.equals(UnsafeBufferPointer(rebasing: row[member.key]), name) {
            return member
        }
        return nil
    }

    // MARK: CSV

    private mutating func readRecord(
        _ row: UnsafeBufferPointer<UInt8>, _ fields: ArraySlice<CSVScanner.Field>, _ source: RowSource
    ) throws(RowFault.Reason.Failure) {
        guard fields.count == source.columns.count else {
            throw .init(.read(.csv(.fieldCount(found: fields.count, expected: source.columns.count))))
        }
        for (index, column) in source.textColumns.enumerated() {
            let field = fields[fields.startIndex + column]
            if source.textColumns.count == 1, !field.hasDoubledQuotes {
                direct = field.content
            } else {
                append(index) { CSVScanner.appendText(of: field, in: row, to: &$0) }
            }
        }
        if let column = source.idColumn {
            let field = fields[fields.startIndex + column]
            if !field.hasDoubledQuotes {
                JSONText.appendString(UnsafeBufferPointer(rebasing: row[field.content]), to: &id)
            } else {
                var value: [UInt8] = []
                CSVScanner.appendText(of: field, in: row, to: &value)
                value.withUnsafeBufferPointer { JSONText.appendString($0, to: &id) }
            }
        }
    }

    // MARK: Mail

    private mutating func readMail(
        _ row: UnsafeBufferPointer<UInt8>, _ source: RowSource
    ) throws(RowFault.Reason.Failure) {
        mail.read(row)
        for index in fieldNames.indices {
            guard let value = mail.value(of: fieldNames[index]) else { continue }
            append(index) { $0.append(contentsOf: value) }
        }
        guard !parts.isEmpty else { throw .init(.missingField(source.textFields.first ?? "text")) }
        if let value = mail.value(of: idField) {
            value.withUnsafeBufferPointer { JSONText.appendString($0, to: &id) }
        }
    }

    private mutating func append(_ field: Int, _ write: (inout [UInt8]) -> Void) {
        if !parts.isEmpty { text.append(0x0A) }
        let start = text.count
        write(&text)
        parts.append(Part(field: field, bytes: start..<text.count))
    }
}

extension RowFault.Reason {
    /// A reason on its way to the place that knows file and line.
    struct Failure: Error {
        var reason: RowFault.Reason
        init(_ reason: RowFault.Reason) { self.reason = reason }
    }
}

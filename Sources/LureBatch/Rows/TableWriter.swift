import LureScreen

/// Writes answers as CSV: the columns of the row as they were, then band, risk, kind and reasons.
struct TableWriter: Sendable {
    /// How a table looks; decided by the first input and kept for all.
    struct Layout: Equatable, Sendable {
        var separator = UInt8(ascii: ",")
        var hasReturns = false
        /// Names of all columns of the first input, where all are carried over.
        var columns: [String]?
        /// The first line of the table, line break and all.
        var header: [UInt8] = []
    }

    /// One row on its way into the table.
    struct Row {
        var record: Block.Record
        var line: UnsafeBufferPointer<UInt8>
        var bytes: UnsafeBufferPointer<UInt8>
        var fields: [CSVScanner.Field]
        var source: RowSource
    }

    private let keptFields: [[UInt8]]
    private let idField: [UInt8]

    init(options: ScanOptions) {
        keptFields = options.keptFields.map { Array($0.utf8) }
        idField = Array(options.idField.utf8)
    }

    /// The layout that the first input leads to.
    /// - Parameter header: its line with the names of columns as written, if it is CSV.
    static func layout(
        options: ScanOptions, format: RecordFormat, header: [UInt8], columns: [String]
    ) -> Layout {
        var layout = Layout()
        var names: [String] = []
        if case .csv(let separator) = format {
            layout.separator = separator
            layout.hasReturns = header.suffix(2) == [0x0D, 0x0A]
        }
        if format.isCSV, options.keptFields.isEmpty {
            layout.columns = columns
            names = columns
            layout.header = header
            while let last = layout.header.last, last == 0x0A || last == 0x0D { layout.header.removeLast() }
        } else {
            names = [options.idField] + options.keptFields.filter { $0 != options.idField }
            for (index, name) in names.enumerated() {
                if index > 0 { layout.header.append(layout.separator) }
                appendCell(Array(name.utf8), layout.separator, to: &layout.header)
            }
        }
        let groups = options.groupsRows ? ["group", "group_size", "group_first"] : []
        for name in ["band", "risk", "kind", "reasons"] + groups {
            layout.header.append(layout.separator)
            let isTaken = names.contains(name)
            layout.header += Array((isTaken ? "lurescreen_" + name : name).utf8)
        }
        layout.header += layout.hasReturns ? [0x0D, 0x0A] : [0x0A]
        return layout
    }

    func append(
        _ answer: Assessment, _ row: Row, _ reading: borrowing RowReading, _ screener: Screener,
        to output: inout JSONBuffer
    ) {
        let layout = row.source.layout
        if layout.columns != nil {
            appendColumns(row, to: &output)
        } else {
            appendID(row, reading, to: &output)
            for index in keptFields.indices where keptFields[index] != idField {
                appendKept(index, row, reading, to: &output)
            }
        }
        output.byte(layout.separator)
        output.bytes(answer.band?.name ?? "")
        output.byte(layout.separator)
        if let risk = answer.risk { output.decimal(risk, places: 4) }
        output.byte(layout.separator)
        output.bytes(answer.kind.name)
        output.byte(layout.separator)
        var reasons = ""
        for finding in answer.findings where finding.contribution > 0 {
            if !reasons.isEmpty { reasons += "; " }
            reasons += screener.pack.rule(finding.rule).title
        }
        appendCell(Array(reasons.utf8), row, to: &output)
        if layout.hasReturns { output.byte(0x0D) }
        output.byte(0x0A)
    }

    /// All fields of a CSV row, as they were.
    private func appendColumns(_ row: Row, to output: inout JSONBuffer) {
        let fields = row.fields[row.record.firstField..<row.record.firstField + row.record.fieldCount]
        if case .csv(let separator) = row.source.format, separator == row.source.layout.separator,
            let first = fields.first, let last = fields.last
        {
            let range = first.raw.lowerBound..<last.raw.upperBound
            output.raw(UnsafeBufferPointer(rebasing: row.bytes[range]))
            return
        }
        for (index, field) in fields.enumerated() {
            if index > 0 { output.byte(row.source.layout.separator) }
            append(field, row, to: &output)
        }
    }

    private func appendID(_ row: Row, _ reading: borrowing RowReading, to output: inout JSONBuffer) {
        if row.source.format.isCSV, let column = row.source.idColumn {
            append(row.fields[row.record.firstField + column], row, to: &output)
        } else if let place = reading.idRange {
            appendCell(Self.text(ofJSON: UnsafeBufferPointer(rebasing: row.line[place])), row, to: &output)
        } else if let id = row.source.id ?? (reading.id.isEmpty ? nil : reading.id) {
            appendCell(id.withUnsafeBufferPointer { Self.text(ofJSON: $0) }, row, to: &output)
        } else {
            output.integer(row.record.line)
        }
    }

    private func appendKept(
        _ index: Int, _ row: Row, _ reading: borrowing RowReading, to output: inout JSONBuffer
    ) {
        output.byte(row.source.layout.separator)
        switch row.source.format {
        case .csv:
            append(row.fields[row.record.firstField + row.source.keptColumns[index]], row, to: &output)
        case .jsonl:
            guard let member = reading.member(keptFields[index], row.line) else { return }
            appendCell(
                Self.text(ofJSON: UnsafeBufferPointer(rebasing: row.line[member.value])), row, to: &output)
        case .mbox: appendCell(reading.mail.value(of: keptFields[index]) ?? [], row, to: &output)
        case .lines, .text: return
        }
    }

    /// A CSV field as it was; anew only where the table has another separator.
    private func append(_ field: CSVScanner.Field, _ row: Row, to output: inout JSONBuffer) {
        if case .csv(let separator) = row.source.format,
            separator == row.source.layout.separator || field.isQuoted
        {
            output.raw(UnsafeBufferPointer(rebasing: row.bytes[field.raw]))
            return
        }
        appendCell(Array(row.bytes[field.content]), row, to: &output)
    }

    /// What a string means; other JSON values as written.
    private static func text(ofJSON value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard value.first == 0x22, value.count >= 2 else { return Array(value) }
        var text: [UInt8] = []
        JSONText.appendUnescaped(UnsafeBufferPointer(rebasing: value[1..<value.count - 1]), to: &text)
        return text
    }

    private func appendCell(_ text: [UInt8], _ row: Row, to output: inout JSONBuffer) {
        var cell: [UInt8] = []
        Self.appendCell(text, row.source.layout.separator, to: &cell)
        cell.withUnsafeBufferPointer { output.raw($0) }
    }

    /// A field as RFC 4180 wants it: quoted only where it must be.
    static func appendCell(_ text: [UInt8], _ separator: UInt8, to output: inout [UInt8]) {
        let isPlain = text.allSatisfy { $0 != separator && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D }
        if isPlain {
            output += text
            return
        }
        output.append(0x22)
        for byte in text {
            if byte == 0x22 { output.append(0x22) }
            output.append(byte)
        }
        output.append(0x22)
    }
}

extension JSONBuffer {
    /// Bytes of a text as they are.
    fileprivate mutating func bytes(_ text: String) {
        var copy = text
        copy.withUTF8 { raw($0) }
    }
}

import LureScreen
import LureText

/// Answers the rows of one block after another; one for each worker, with buffers of its own.
package struct RowScreener: ~Copyable {
    private let screener: Screener
    private let options: ScanOptions
    private let keptFields: [[UInt8]]
    private let writer: AssessmentJSON
    private let table: TableWriter
    private var scratch: Screener.Scratch
    private var row: RowReading
    private var spanFields = SpanFields()
    /// Names of the source's text fields as JSON strings.
    private var fieldNames: [[UInt8]] = []
    /// Answers of the block so far.
    private var output = JSONBuffer()
    private var packer: Packer?
    private var notes: RowNoter
    /// Of the row answered last.
    private var band: Band?
    private var isWritten = false

    package init(screener: Screener, options: ScanOptions) {
        self.screener = screener
        self.options = options
        table = TableWriter(options: options)
        keptFields = options.keptFields.map { Array($0.utf8) }
        writer = AssessmentJSON(screener: screener, detail: options.evidence)
        scratch = screener.makeScratch()
        if options.timesStages { scratch.times = StageTimes(clock: monotonicNanoseconds) }
        row = RowReading(options: options)
        packer = options.packing.map { Packer($0) }
        notes = RowNoter(options)
    }

    /// Answers every record of a block, in order.
    package mutating func answer(_ block: Block) {
        output.removeAll()
        guard let source = block.source else { return }
        row.begin(source)
        fieldNames = source.textFields.map { name in
            var json: [UInt8] = []
            Array(name.utf8).withUnsafeBufferPointer { JSONText.appendString($0, to: &json) }
            return json
        }
        let bytes = block.content
        scratch.times?.start()
        for record in block.records {
            do throws(RowFault.Reason.Failure) {
                if let problem = record.problem { throw .init(.read(problem)) }
                try answer(record, bytes, source, block)
                if notes.isNeeded { note(record, source, block) }
                scratch.times?.end(.answer)
            } catch {
                let fault = RowFault(file: source.name, line: record.line, reason: error.reason)
                if let write = options.writesFault {
                    write(fault, &output)
                } else {
                    block.faults.append(fault)
                }
            }
        }
        block.output = output.bytes
        if let times = scratch.times?.take() { block.stageTimes = times }
        if options.groupsRows { return notes.finish(block) }
        if let packed = packer?.pack(block.output) { block.output = packed }
    }

    private mutating func answer(
        _ record: Block.Record, _ bytes: UnsafeBufferPointer<UInt8>, _ source: RowSource, _ block: Block
    ) throws(RowFault.Reason.Failure) {
        let line = UnsafeBufferPointer(rebasing: bytes[record.start..<record.end])
        // Fields count from the beginning of the block.
        let fields = block.fields[record.firstField..<record.firstField + record.fieldCount]
        try row.read(source.format.isCSV ? bytes : line, fields: fields, of: source)
        if let place = row.direct {
            let whole = source.format.isCSV ? bytes : line
            write(UnsafeBufferPointer(rebasing: whole[place]), record, line, bytes, source, block)
        } else {
            let (start, count) = row.text.withUnsafeBufferPointer { ($0.baseAddress, $0.count) }
            // The text stays where it is until the next row is read.
            write(UnsafeBufferPointer(start: start, count: count), record, line, bytes, source, block)
        }
    }

    private mutating func write(
        _ text: UnsafeBufferPointer<UInt8>, _ record: Block.Record, _ line: UnsafeBufferPointer<UInt8>,
        _ bytes: UnsafeBufferPointer<UInt8>, _ source: RowSource, _ block: Block
    ) {
        scratch.times?.end(.row)
        guard options.output == .jsonl else {
            // Only the public form of an answer tells risk and reasons.
            let answer = screener.assess(text, options: options.screening, scratch: &scratch)
            guard count(answer.kind, answer.band, block) else { return }
            if options.output == .brief { return writeBrief(answer, record, line, source) }
            let place = TableWriter.Row(
                record: record, line: line, bytes: bytes, fields: block.fields, source: source)
            table.append(answer, place, row, screener, to: &output)
            return
        }
        let outcome = screener.screen(text, options: options.screening, scratch: &scratch)
        if count(outcome.kind, outcome.band, block) { writeObject(text, record, line, bytes, source, block) }
    }

    /// Counts an answer; false if it is to be left out of the output.
    private mutating func count(_ kind: TextKind, _ band: Band?, _ block: Block) -> Bool {
        block.tally.count(kind, band, scratch.reading)
        let row = band.map { Int($0.rawValue) } ?? Band.allCases.count
        block.outcomes[row * TextKind.allCases.count + Int(kind.rawValue)] += 1
        (self.band, isWritten) = (band, true)
        guard let minimum = options.minimumBand, let band, band < minimum else { return true }
        block.tally.omitted += 1
        isWritten = false
        return false
    }

    /// Keeps what groups and the export of contacts need of the row just answered.
    private mutating func note(_ record: Block.Record, _ source: RowSource, _ block: Block) {
        // A group is put in before the brace or the line break that ends the answer.
        let end = options.output == .csv && !source.layout.hasReturns ? 1 : 2
        let place = isWritten ? output.count - end : nil
        notes.add(scratch.reading, RowNoter.Answer(band: band, line: record.line, place: place), to: block)
    }

    // MARK: JSON

    private mutating func writeObject(
        _ text: UnsafeBufferPointer<UInt8>, _ record: Block.Record, _ line: UnsafeBufferPointer<UInt8>,
        _ bytes: UnsafeBufferPointer<UInt8>, _ source: RowSource, _ block: Block
    ) {
        output.byte(UInt8(ascii: "{"))
        if source.textFields.count > 1 {
            var answer = JSONBuffer()
            Self.append(writer, scratch, row, text, record, line, source, to: &answer)
            spanFields.read(text, row.parts, names: fieldNames)
            spanFields.append(
                answer.bytes, of: text, isCut: text.count > options.screening.sizeLimit, to: &output)
        } else {
            Self.append(writer, scratch, row, text, record, line, source, to: &output)
        }
        if !keptFields.isEmpty { appendKept(line, bytes, record, source, block) }
        output.raw("}\n")
    }

    /// Static, so that the output can be written while the rest is read.
    private static func append(
        _ writer: AssessmentJSON, _ scratch: borrowing Screener.Scratch, _ row: borrowing RowReading,
        _ text: UnsafeBufferPointer<UInt8>, _ record: Block.Record, _ line: UnsafeBufferPointer<UInt8>,
        _ source: RowSource, to json: inout JSONBuffer
    ) {
        if let place = row.idRange {
            let id = UnsafeBufferPointer(rebasing: line[place])
            writer.append(scratch, of: text, row: .init(id: id, number: record.line), to: &json)
        } else if !row.id.isEmpty || source.id != nil {
            (row.id.isEmpty ? source.id ?? [] : row.id).withUnsafeBufferPointer {
                writer.append(scratch, of: text, row: .init(id: $0), to: &json)
            }
        } else {
            writer.append(scratch, of: text, row: .init(number: record.line), to: &json)
        }
    }

    private mutating func appendKept(
        _ line: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, _ record: Block.Record,
        _ source: RowSource, _ block: Block
    ) {
        var isFirst = true
        for index in keptFields.indices {
            switch source.format {
            case .jsonl:
                guard let member = row.member(keptFields[index], line) else { continue }
                beginKept(&isFirst)
                output.byte(0x22)
                output.raw(UnsafeBufferPointer(rebasing: line[member.key]))
                output.raw("\":")
                output.raw(UnsafeBufferPointer(rebasing: line[member.value]))
            case .csv:
                beginKept(&isFirst)
                output.string(options.keptFields[index])
                output.raw(":")
                let field = block.fields[record.firstField + source.keptColumns[index]]
                appendString(field, bytes)
            case .mbox:
                guard let value = row.mail.value(of: keptFields[index]) else { continue }
                beginKept(&isFirst)
                output.string(options.keptFields[index])
                output.raw(":")
                value.withUnsafeBufferPointer { output.string($0) }
            case .lines, .text: return
            }
        }
        if !isFirst { output.byte(UInt8(ascii: "}")) }
    }

    private mutating func beginKept(_ isFirst: inout Bool) {
        if isFirst { output.raw(",\"kept\":{") } else { output.raw(",") }
        isFirst = false
    }

    private mutating func appendString(_ field: CSVScanner.Field, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard field.hasDoubledQuotes else {
            output.string(UnsafeBufferPointer(rebasing: bytes[field.content]))
            return
        }
        var text: [UInt8] = []
        CSVScanner.appendText(of: field, in: bytes, to: &text)
        text.withUnsafeBufferPointer { output.string($0) }
    }

    // MARK: Brief

    private mutating func writeBrief(
        _ answer: Assessment, _ record: Block.Record, _ line: UnsafeBufferPointer<UInt8>, _ source: RowSource
    ) {
        output.raw("{\"id\":")
        if let place = row.idRange {
            output.raw(UnsafeBufferPointer(rebasing: line[place]))
        } else if let id = row.id.isEmpty ? source.id : row.id {
            id.withUnsafeBufferPointer { output.raw($0) }
        } else {
            output.integer(record.line)
        }
        output.raw(",\"kind\":")
        output.string(answer.kind.name)
        output.raw(",\"band\":")
        if let band = answer.band { output.string(band.name) } else { output.raw("null") }
        output.raw(",\"risk\":")
        if let risk = answer.risk { output.decimal(risk, places: 4) } else { output.raw("null") }
        output.raw(",\"rules\":[")
        var isFirst = true
        for finding in answer.findings where finding.contribution > 0 {
            if !isFirst { output.raw(",") }
            isFirst = false
            output.string(screener.pack.ruleID(finding.rule))
        }
        output.raw("]}\n")
    }
}

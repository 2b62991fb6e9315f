import LureScreen

/// Answers the rows of one block after another; one for each worker, with buffers of its own.
struct RowScreener: ~Copyable {
    private let screener: Screener
    private let options: ScanOptions
    private let textFields: [[UInt8]]
    private let idField: [UInt8]
    private let keptFields: [[UInt8]]
    private let writer: AssessmentJSON
    private var scratch: Screener.Scratch
    private var reader = JSONObjectReader()
    private var text: [UInt8] = []
    /// Answers of the block so far.
    private var output = JSONBuffer()

    init(screener: Screener, options: ScanOptions) {
        self.screener = screener
        self.options = options
        textFields = options.textFields.map { Array($0.utf8) }
        idField = Array(options.idField.utf8)
        keptFields = options.keptFields.map { Array($0.utf8) }
        writer = AssessmentJSON(screener: screener, detail: options.evidence)
        scratch = screener.makeScratch()
    }

    /// Answers every line of a block, in order.
    mutating func answer(_ block: LineBlockReader.Block, file: String, lineLimit: Int) -> BlockAnswer {
        var answer = BlockAnswer()
        output.removeAll()
        for line in block.droppedLines {
            answer.faults.append(RowFault(file: file, line: line, reason: .tooLong(limit: lineLimit)))
        }
        block.bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            var number = block.firstLine
            while start < bytes.count {
                let end = firstIndex(of: 0x0A, in: bytes, from: start)
                let line = trimmed(UnsafeBufferPointer(rebasing: bytes[start..<end]))
                if !line.isEmpty {
                    do throws(RowFault) {
                        try answerRow(line, number, file, &answer)
                    } catch {
                        answer.faults.append(error)
                    }
                }
                start = end + 1
                number += 1
            }
        }
        answer.output = output.bytes
        return answer
    }

    private func trimmed(_ line: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var end = line.count
        while end > 0, line[end - 1] == 0x0D || line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
        return UnsafeBufferPointer(rebasing: line[..<end])
    }

    private mutating func answerRow(
        _ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ file: String, _ answer: inout BlockAnswer
    ) throws(RowFault) {
        var id: Range<Int>?
        if options.format == .jsonl {
            id = try readObject(line, number, file)
        } else {
            text.removeAll(keepingCapacity: true)
            text.append(contentsOf: line)
        }
        let outcome = text.withUnsafeBufferPointer { bytes in
            screener.screen(bytes, options: options.screening, scratch: &scratch)
        }
        answer.count(outcome)
        if let minimum = options.minimumBand, let band = outcome.band, band < minimum { return }
        output.byte(UInt8(ascii: "{"))
        let start = AssessmentJSON.Row(
            id: id.map { UnsafeBufferPointer(rebasing: line[$0]) }, number: number)
        text.withUnsafeBufferPointer { bytes in
            writer.append(scratch, of: bytes, row: start, to: &output)
        }
        appendKeptFields(line)
        output.raw("}\n")
    }

    /// Reads the text of a JSON row into `text`.
    /// - Returns: where the id stands, if the row has one.
    private mutating func readObject(
        _ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ file: String
    ) throws(RowFault) -> Range<Int>? {
        do throws(JSONFault) {
            try reader.read(line)
        } catch {
            throw RowFault(file: file, line: number, reason: .json(error))
        }
        text.removeAll(keepingCapacity: true)
        var found = false
        for (index, name) in textFields.enumerated() {
            guard let member = member(name, line), member.value.count != 4 || member.type != .literal else {
                continue
            }
            guard member.type == .string else {
                throw RowFault(file: file, line: number, reason: .notText(options.textFields[index]))
            }
            if found { text.append(0x0A) }
            found = true
            let inside = member.value.lowerBound + 1..<member.value.upperBound - 1
            JSONText.appendUnescaped(UnsafeBufferPointer(rebasing: line[inside]), to: &text)
        }
        guard found else {
            throw RowFault(
                file: file, line: number, reason: .missingField(options.textFields.first ?? "text"))
        }
        guard let id = member(idField, line), id.type == .string || id.type == .number else { return nil }
        return id.value
    }

    private func member(_ name: [UInt8], _ line: UnsafeBufferPointer<UInt8>) -> JSONObjectReader.Member? {
        for member in reader.members
        where JSONText.equals(UnsafeBufferPointer(rebasing: line[member.key]), name) {
            return member
        }
        return nil
    }

    private mutating func appendKeptFields(_ line: UnsafeBufferPointer<UInt8>) {
        guard options.format == .jsonl, !keptFields.isEmpty else { return }
        var isFirst = true
        for name in keptFields {
            guard let member = member(name, line) else { continue }
            if isFirst { output.raw(",\"kept\":{\"") } else { output.raw(",\"") }
            isFirst = false
            output.raw(UnsafeBufferPointer(rebasing: line[member.key]))
            output.raw("\":")
            output.raw(UnsafeBufferPointer(rebasing: line[member.value]))
        }
        if !isFirst { output.byte(UInt8(ascii: "}")) }
    }
}

/// What one block came to.
struct BlockAnswer: Sendable {
    var output: [UInt8] = []
    var faults: [RowFault] = []
    var summary = ScanSummary()

    mutating func count(_ outcome: Screener.Outcome) {
        summary.rows += 1
        if let band = outcome.band {
            summary.bands[Int(band.rawValue)] += 1
        }
        summary.kinds[Int(outcome.kind.rawValue)] += 1
    }
}

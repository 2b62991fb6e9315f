/// Records of a CSV or TSV file as RFC 4180 has them: fields between separators, quoted ones with doubled quotes, line
/// breaks inside quotes; CRLF or LF; a byte order mark is skipped. A quote inside an unquoted field is a sign like others.
public struct CSVRecords: Sendable {
    public struct Record: Equatable, Sendable {
        public var fields: [[UInt8]]
        /// From 1, of the record's first line.
        public var line: Int
        /// Why the record can't be trusted; its fields are then those read so far.
        public var problem: RowFault.Problem?
    }

    private let bytes: [UInt8]
    private let separator: UInt8
    private var place: Int
    private var line = 1

    public init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ",")) {
        self.bytes = bytes
        self.separator = separator
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next record; nil at the end. Empty lines are skipped. After a fault reading goes on at the next line.
    public mutating func next() -> Record? {
        while skipLineBreak() {}
        guard place < bytes.count else { return nil }
        var record = Record(fields: [], line: line)
        repeat {
            record.fields.append(field(&record.problem))
            if record.problem != nil {
                skipLine()
                return record
            }
        } while skipSeparator()
        _ = skipLineBreak()
        return record
    }

    private mutating func field(_ problem: inout RowFault.Problem?) -> [UInt8] {
        guard place < bytes.count, bytes[place] == Self.quote else { return plainField() }
        return quotedField(&problem)
    }

    private mutating func plainField() -> [UInt8] {
        let start = place
        while place < bytes.count, bytes[place] != separator, !isLineBreak(place) {
            place += 1
        }
        return Array(bytes[start..<place])
    }

    private mutating func quotedField(_ problem: inout RowFault.Problem?) -> [UInt8] {
        let (start, startLine) = (place, line)
        var field: [UInt8] = []
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == 0x0A { line += 1 }
            guard byte == Self.quote else {
                field.append(byte)
                continue
            }
            if place < bytes.count, bytes[place] == Self.quote {
                field.append(Self.quote)
                place += 1
                continue
            }
            if place < bytes.count, bytes[place] != separator, !isLineBreak(place) {
                problem = .textAfterQuote
            }
            return field
        }
        // Only the line of the quote is lost, not the rest of the file.
        (place, line) = (start, startLine)
        problem = .unclosedQuote
        return []
    }

    private static let quote = UInt8(ascii: "\"")

    private func isLineBreak(_ place: Int) -> Bool {
        bytes[place] == 0x0A || (bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A)
    }

    private mutating func skipSeparator() -> Bool {
        guard place < bytes.count, bytes[place] == separator else { return false }
        place += 1
        return true
    }

    private mutating func skipLineBreak() -> Bool {
        guard place < bytes.count, isLineBreak(place) else { return false }
        place += bytes[place] == 0x0A ? 1 : 2
        line += 1
        return true
    }

    private mutating func skipLine() {
        while place < bytes.count, bytes[place] != 0x0A { place += 1 }
        _ = skipLineBreak()
    }
}

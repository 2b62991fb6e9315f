/// Finds records and fields of CSV as RFC 4180 has them, in bytes that need not all be there yet.
///
/// Fields stand between separators, quoted ones with doubled quotes and line breaks inside; records end with LF or CRLF.
/// A quote inside an unquoted field is a sign like any other. A record is only looked at as a whole: with `.incomplete`
/// nothing is taken, and the caller comes back with more bytes, so a quote at the end of a piece is no special case.
public struct CSVScanner: Sendable {
    /// Where a field stands, by bytes from the beginning of the buffer.
    public struct Field: Equatable, Sendable {
        /// As written, quotes included.
        public var raw: Range<Int>
        public var isQuoted: Bool
        /// Whether quotes inside are doubled.
        public var hasDoubledQuotes: Bool

        /// What stands between the quotes, or all of it.
        public var content: Range<Int> {
            isQuoted ? raw.lowerBound + 1..<raw.upperBound - 1 : raw
        }
    }

    public enum Outcome: Equatable, Sendable {
        /// A record; the next one begins at `end`.
        case record(end: Int)
        /// An empty line.
        case blank(end: Int)
        /// The record may go on beyond the bytes at hand.
        case incomplete
        /// No record; reading may go on at the line after the one it began with, at `end`.
        case fault(RowFault.CSVProblem, end: Int)
    }

    public let separator: UInt8
    /// Fields of the last record, in order.
    public private(set) var fields: [Field] = []

    public init(separator: UInt8 = UInt8(ascii: ",")) { self.separator = separator }

    private static let quote = UInt8(ascii: "\"")

    /// Reads the record that begins at `start`.
    /// - Parameter isLast: nothing comes after these bytes.
    /// - Complexity: O(n) in the length of the record.
    public mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool
    ) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        if let end = lineBreakEnd(bytes, start) { return .blank(end: end) }
        var i = start
        while true {
            if i < bytes.count, bytes[i] == Self.quote {
                let field: Field
                switch quotedField(bytes, i, isLast) {
                case .success(let found?): field = found
                case .success(nil): return .incomplete
                case .failure(let problem): return recover(bytes, start, problem, isLast)
                }
                fields.append(field)
                i = field.raw.upperBound
            } else {
                let end = endOfPlainField(bytes, i)
                let isCut = end == bytes.count && !isLast
                if isCut { return .incomplete }
                let isBeforeFeed = end < bytes.count && bytes[end] == 0x0A
                let hasReturn = isBeforeFeed && end > i && bytes[end - 1] == 0x0D
                fields.append(
                    Field(raw: i..<(hasReturn ? end - 1 : end), isQuoted: false, hasDoubledQuotes: false))
                i = end
            }
            if i < bytes.count, bytes[i] == separator {
                i += 1
                continue
            }
            return .record(end: lineBreakEnd(bytes, i) ?? i)
        }
    }

    /// The offset after a line break at `i`, or nil if there is none.
    private func lineBreakEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int? {
        if i < bytes.count, bytes[i] == 0x0A { return i + 1 }
        if i + 1 < bytes.count, bytes[i] == 0x0D, bytes[i + 1] == 0x0A { return i + 2 }
        return nil
    }

    /// Where the separator or line feed after an unquoted field stands.
    @inline(__always)
    private func endOfPlainField(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        guard let base = bytes.baseAddress else { return start }
        let ones: UInt64 = 0x0101_0101_0101_0101
        let separators = ones &* UInt64(separator)
        let raw = UnsafeRawPointer(base)
        var i = start
        while i &+ 8 <= bytes.count {
            let word = UInt64(littleEndian: (raw + i).loadUnaligned(as: UInt64.self))
            let a = word ^ separators
            let b = word ^ (ones &* 0x0A)
            // The lowest bit that is set is a true find; above it there may be false ones.
            let found = (((a &- ones) & ~a) | ((b &- ones) & ~b)) & 0x8080_8080_8080_8080
            if found != 0 { return i &+ found.trailingZeroBitCount >> 3 }
            i &+= 8
        }
        while i < bytes.count, base[i] != separator, base[i] != 0x0A { i &+= 1 }
        return i
    }

    private func quotedField(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool
    ) -> Result<Field?, RowFault.CSVProblem> {
        var hasDoubledQuotes = false
        var i = start + 1
        while true {
            i = firstIndex(of: Self.quote, in: bytes, from: i)
            if i == bytes.count { return isLast ? .failure(.unclosedQuote) : .success(nil) }
            i += 1
            // A doubled quote, a line break or a separator may follow in the next piece.
            if i == bytes.count, !isLast { return .success(nil) }
            if i < bytes.count, bytes[i] == Self.quote {
                hasDoubledQuotes = true
                i += 1
                continue
            }
            if i < bytes.count, bytes[i] != separator, lineBreakEnd(bytes, i) == nil {
                if bytes[i] == 0x0D, i + 1 == bytes.count {
                    return isLast ? .failure(.textAfterQuote) : .success(nil)
                }
                return .failure(.textAfterQuote)
            }
            return .success(Field(raw: start..<i, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes))
        }
    }

    /// Only the line with the fault is lost, not the rest of the file.
    private func recover(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ problem: RowFault.CSVProblem, _ isLast: Bool
    ) -> Outcome {
        let feed = firstIndex(of: 0x0A, in: bytes, from: start)
        if feed == bytes.count, !isLast { return .incomplete }
        return .fault(problem, end: min(feed + 1, bytes.count))
    }

    /// Appends what a field means: its content, doubled quotes made single.
    public static func appendText(
        of field: Field, in bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]
    ) {
        let content = UnsafeBufferPointer(rebasing: bytes[field.content])
        guard field.hasDoubledQuotes else {
            text.append(contentsOf: content)
            return
        }
        var i = 0
        while i < content.count {
            let next = firstIndex(of: quote, in: content, from: i)
            let end = min(next + 1, content.count)
            text.append(contentsOf: UnsafeBufferPointer(rebasing: content[i..<end]))
            i = next + 2
        }
    }
}

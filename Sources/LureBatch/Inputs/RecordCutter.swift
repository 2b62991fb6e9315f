/// Cuts bytes into records: the part of reading that knows formats.
struct RecordCutter: Sendable {
    /// What one step came to.
    enum Step {
        /// A record; the next one begins at `end`. `lines` line feeds were passed.
        case record(start: Int, end: Int, next: Int)
        /// Nothing to answer up to `next`.
        case skip(next: Int)
        case fault(RowFault.ReadProblem, next: Int)
        /// More bytes are needed to know where the record ends.
        case incomplete
    }

    let format: RecordFormat
    private(set) var csv: CSVScanner

    init(_ format: RecordFormat) {
        self.format = format
        if case .csv(let separator) = format {
            csv = CSVScanner(separator: separator)
        } else {
            csv = CSVScanner()
        }
    }

    /// Takes the record that begins at `start`, where there is at least one byte.
    @inline(__always)
    mutating func step(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Step {
        switch format {
        case .jsonl, .lines: return line(bytes, start, isLast)
        case .csv:
            switch csv.scan(bytes, from: start, isLast: isLast) {
            case .record(let end): return .record(start: start, end: end, next: end)
            case .blank(let end): return .skip(next: end)
            case .incomplete: return .incomplete
            case .fault(let problem, let end): return .fault(.csv(problem), next: end)
            }
        case .text:
            return isLast ? .record(start: start, end: bytes.count, next: bytes.count) : .incomplete
        case .mbox: return mail(bytes, start, isLast)
        }
    }

    @inline(__always)
    private func line(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool) -> Step {
        let feed = firstIndex(of: 0x0A, in: bytes, from: start)
        if feed == bytes.count, !isLast { return .incomplete }
        let next = min(feed + 1, bytes.count)
        var end = feed
        while end > start, bytes[end - 1] == 0x0D || bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
            end -= 1
        }
        return end == start ? .skip(next: next) : .record(start: start, end: end, next: next)
    }

    /// A mail ends before an empty line with a "From " line after it.
    private func mail(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ isLast: Bool) -> Step {
        var i = start
        while true {
            i = firstIndex(of: 0x0A, in: bytes, from: i)
            guard i < bytes.count else {
                return isLast ? .record(start: start, end: bytes.count, next: bytes.count) : .incomplete
            }
            i += 1
            if bytes.count - i < 5 {
                if !isLast { return .incomplete }
                continue
            }
            let isAfterEmptyLine =
                i - start >= 2
                && (bytes[i - 2] == 0x0A || i - start >= 3 && bytes[i - 2] == 0x0D && bytes[i - 3] == 0x0A)
            if isAfterEmptyLine, Self.isFromLine(bytes, i) { return .record(start: start, end: i, next: i) }
        }
    }

    static func isFromLine(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        i + 5 <= bytes.count && bytes[i] == UInt8(ascii: "F") && bytes[i + 1] == UInt8(ascii: "r")
            && bytes[i + 2] == UInt8(ascii: "o") && bytes[i + 3] == UInt8(ascii: "m") && bytes[i + 4] == 0x20
    }
}

/// Reads an input in blocks of whole records, in bounded memory.
///
/// Where blocks end depends on the content alone, never on how many bytes a read happened to give: a scan that is
/// resumed at the end of a block goes on exactly as the one that was not interrupted.
struct BlockReader {
    /// How much is read at once.
    struct Limits: Equatable, Sendable {
        /// Bytes of a block; only one record that is longer may exceed it.
        var block = 1 << 18
        /// Longest record taken in; longer ones are reported and passed over.
        var record = 1 << 24
        /// Records of a block: an answer can be a hundred times as long as a short row.
        var records = 1024
    }

    private let stream: ByteStream
    private let limits: Limits
    private var cutter: RecordCutter
    /// Bytes read and not taken: those in `start ..< end`.
    private var buffer: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    private var atEnd = false
    /// Kept until all records before it are answered.
    private var fault: InputFault?
    private(set) var position = InputPosition()

    /// Frees the buffer: the struct itself may be moved.
    private let memory: Memory

    private final class Memory {
        var buffer: UnsafeMutableRawBufferPointer
        init(_ count: Int) { buffer = .allocate(byteCount: count, alignment: 16) }
        deinit { buffer.deallocate() }
    }

    init(_ stream: ByteStream, limits: Limits) {
        self.stream = stream
        self.limits = limits
        cutter = RecordCutter(.lines)
        memory = Memory(2 * limits.block)
        buffer = memory.buffer
    }

    /// Bytes taken from the file so far, packed as it is.
    var rawCount: Int { stream.rawCount }

    private var pending: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(
            start: (buffer.baseAddress! + start).assumingMemoryBound(to: UInt8.self), count: end - start)
    }

    // MARK: Beginning

    /// Calls `body` with the first bytes of the input, a byte order mark taken off.
    mutating func withHead<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) throws(InputFault) -> T {
        try fill(to: limits.block)
        if let fault, start == end { throw fault }
        if position.offset == 0, pending.starts(with: [0xEF, 0xBB, 0xBF]) { take(3) }
        return body(pending)
    }

    /// Sets the format; for CSV also reads the record with the column names and returns it as written, line break and
    /// all: nothing if the input is empty.
    mutating func begin(_ format: RecordFormat) throws(InputFault) -> [UInt8]? {
        cutter = RecordCutter(format)
        guard format.isCSV else { return nil }
        while true {
            try fill(to: limits.block)
            if start == end {
                if let fault { throw fault }
                return []
            }
            let bytes = pending
            switch cutter.step(bytes, from: 0, isLast: atEnd) {
            case .record(_, _, let next):
                let header = Array(bytes[..<next])
                takeLines(next)
                return header
            case .skip(let next): takeLines(next)
            case .fault(.csv(let problem), _): throw .badHeader(problem)
            case .fault, .incomplete: throw .badHeader(.unclosedQuote)
            }
        }
    }

    /// Goes on where an earlier scan stood.
    mutating func skip(to target: InputPosition) throws(InputFault) {
        if try stream.seek(to: target.offset) {
            (start, end, atEnd) = (0, 0, false)
        } else {
            while position.offset < target.offset {
                try fill(to: 1)
                if start == end {
                    if let fault { throw fault }
                    break
                }
                take(min(end - start, target.offset - position.offset))
            }
        }
        position = target
    }

    // MARK: Blocks

    /// Puts the next records into a block; false at the end of the input.
    /// - Throws: what keeps the rest from being read, after all records before it were given.
    mutating func next(into block: Block) throws(InputFault) -> Bool {
        block.reset()
        var window = limits.block
        while true {
            try fill(to: window)
            // A fault that may pass must not shift where blocks end.
            if let fault, fault.mayPass { throw fault }
            let isLast = atEnd && fault == nil
            if start == end || fault != nil && pendingHoldsNoRecord() {
                if let fault { throw fault }
                return false
            }
            let taken = cut(into: block, window: window, isLast: isLast)
            if taken > 0 {
                block.fill(UnsafeBufferPointer(rebasing: pending[..<taken]))
                take(taken)
                block.end = position
                return true
            }
            if window >= limits.record {
                try passOver(into: block)
                block.fill(UnsafeBufferPointer(start: nil, count: 0))
                block.end = position
                return true
            }
            window = min(2 * window, limits.record)
        }
    }

    /// Whether what came before a fault of the stream is only the beginning of a record.
    private mutating func pendingHoldsNoRecord() -> Bool {
        if case .incomplete = cutter.step(pending, from: 0, isLast: false) { return true }
        return false
    }

    /// Notes the whole records of the window; returns the bytes they take.
    private mutating func cut(into block: Block, window: Int, isLast: Bool) -> Int {
        let all = pending
        let bytes = UnsafeBufferPointer(rebasing: all[..<min(all.count, window)])
        let isWhole = isLast && bytes.count == all.count
        var place = 0
        var line = position.line
        while place < bytes.count, block.records.count < limits.records {
            let step = cutter.step(bytes, from: place, isLast: isWhole)
            let next: Int
            switch step {
            case .incomplete:
                position.line = line
                return place
            case .skip(let end): next = end
            case .record(let start, let end, let after):
                var record = Block.Record(start: start, end: end, line: line)
                if cutter.format.isCSV {
                    record.firstField = block.fields.count
                    record.fieldCount = cutter.csv.fields.count
                    block.fields.append(contentsOf: cutter.csv.fields)
                }
                block.records.append(record)
                next = after
            case .fault(let problem, let end):
                block.records.append(Block.Record(start: place, end: place, line: line, problem: problem))
                next = end
            }
            line += lineFeeds(bytes, place..<next)
            place = next
        }
        position.line = line
        return place
    }

    /// Line feeds in the bytes of one step; lines have one at most, at their end.
    @inline(__always)
    private func lineFeeds(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        switch cutter.format {
        case .jsonl, .lines: return bytes[range.upperBound - 1] == 0x0A ? 1 : 0
        default: return countLineFeeds(UnsafeBufferPointer(rebasing: bytes[range]))
        }
    }

    /// Passes over a record that is longer than the limit: up to the next line, or the next mail.
    private mutating func passOver(into block: Block) throws(InputFault) {
        block.records.append(
            Block.Record(start: 0, end: 0, line: position.line, problem: .tooLong(limit: limits.record)))
        let isText = cutter.format == .text
        var isLineStart = false
        while true {
            if start == end {
                try fill(to: limits.block)
                if start == end { return }
            }
            if isLineStart, !isText {
                if cutter.format != .mbox { return }
                try fill(to: 5)
                if RecordCutter.isFromLine(pending, 0) { return }
            }
            let feed = firstIndex(of: 0x0A, in: pending, from: 0)
            isLineStart = feed < end - start
            takeLines(min(feed + 1, end - start))
        }
    }

    // MARK: Bytes

    private mutating func take(_ count: Int) {
        start += count
        position.offset += count
    }

    private mutating func takeLines(_ count: Int) {
        position.line += countLineFeeds(UnsafeBufferPointer(rebasing: pending[..<count]))
        take(count)
    }

    /// Reads until `count` bytes are at hand or the input ends.
    private mutating func fill(to count: Int) throws(InputFault) {
        guard !atEnd, end - start < count else { return }
        makeRoom(for: count)
        while end - start < count {
            do throws(InputFault) {
                let added = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
                end += added
                if added == 0 { atEnd = true }
            } catch {
                fault = error
                atEnd = true
            }
            if atEnd { return }
        }
    }

    /// Leaves at least 16 bytes more than asked for, as streams want them.
    private mutating func makeRoom(for count: Int) {
        guard buffer.count - start < count + 16 || buffer.count > 4 * limits.block else { return }
        let left = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
        let isLarge = buffer.count > 4 * limits.block && left.count < limits.block && count <= limits.block
        if buffer.count < count + 16 || isLarge {
            let size = isLarge ? 2 * limits.block : 2 * count + 16
            let other = UnsafeMutableRawBufferPointer.allocate(byteCount: max(size, 64), alignment: 16)
            other.copyMemory(from: left)
            memory.buffer.deallocate()
            memory.buffer = other
            buffer = other
        } else if start > 0 {
            buffer.baseAddress!.copyMemory(from: left.baseAddress!, byteCount: left.count)
        }
        (start, end) = (0, left.count)
    }
}

/// Line feeds, eight bytes at a time.
func countLineFeeds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    var count = 0
    var i = 0
    while i &+ 8 <= bytes.count {
        // One count a byte; 255 words fill it.
        var counts: UInt64 = 0
        let end = min(i &+ 8 * 255, bytes.count &- 7)
        while i < end {
            let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) ^ (ones &* 0x0A)
            counts &+= (~(((word & lows) &+ lows) | word) &>> 7) & ones
            i &+= 8
        }
        let pairs = (counts & 0x00FF_00FF_00FF_00FF) &+ ((counts &>> 8) & 0x00FF_00FF_00FF_00FF)
        count &+= Int((pairs &* 0x0001_0001_0001_0001) &>> 48)
    }
    while i < bytes.count {
        if base[i] == 0x0A { count &+= 1 }
        i &+= 1
    }
    return count
}

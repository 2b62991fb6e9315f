/// Reads a file in blocks of whole lines, in bounded memory.
public struct LineBlockReader: Sendable {
    /// Some whole lines of one file.
    public struct Block: Sendable {
        /// Lines with their line feeds (the last of a file may have none).
        public var bytes: [UInt8]
        /// 1-based number of the first line.
        public var firstLine: Int
        /// Lines that were longer than the limit, by number; their bytes were dropped.
        public var droppedLines: [Int]
    }

    /// Bytes a block aims at.
    let blockSize: Int
    /// Longest line taken in, in bytes; longer ones are dropped and reported.
    let lineLimit: Int

    private let file: FileDescriptor
    private var pending: [UInt8] = []
    /// Bytes of `pending` up to and with its last line feed.
    private var wholeLines = 0
    private var nextLine = 1
    private var atEnd = false
    private var isFirst = true

    public init(_ file: FileDescriptor, blockSize: Int = 1 << 18, lineLimit: Int = 1 << 24) {
        self.file = file
        self.blockSize = blockSize
        self.lineLimit = lineLimit
    }

    /// The next lines, or nil at the end.
    public mutating func next() throws(SystemError) -> Block? {
        var dropped: [Int] = []
        while true {
            if atEnd { return pending.isEmpty && dropped.isEmpty ? nil : take(pending.count, dropped) }
            if wholeLines > 0, pending.count >= blockSize { return take(wholeLines, dropped) }
            try fill()
            if wholeLines == 0, pending.count > lineLimit {
                dropped.append(nextLine)
                nextLine += 1
                try skipLine()
            }
        }
    }

    private mutating func take(_ count: Int, _ dropped: [Int]) -> Block {
        let bytes = Array(pending[..<count])
        pending.removeFirst(count)
        wholeLines = 0
        // Lines dropped before these have moved `nextLine` on already.
        let block = Block(bytes: bytes, firstLine: nextLine, droppedLines: dropped)
        nextLine += bytes.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        return block
    }

    private mutating func fill() throws(SystemError) {
        let size = blockSize
        let start = pending.count
        pending.reserveCapacity(start + size)
        pending.append(contentsOf: repeatElement(0, count: size))
        let outcome = pending.withUnsafeMutableBytes { buffer in
            Result { () throws(SystemError) in
                try file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...]))
            }
        }
        let count = try outcome.get()
        pending.removeLast(size - count)
        if count == 0 { atEnd = true }
        var unsearched = start
        if isFirst, pending.count >= 3 || atEnd {
            isFirst = false
            // A byte order mark belongs to no line.
            if pending.starts(with: [0xEF, 0xBB, 0xBF]) {
                pending.removeFirst(3)
                unsearched = 0
            }
        }
        if let feed = pending[unsearched...].lastIndex(of: 0x0A) { wholeLines = feed + 1 }
    }

    /// Drops bytes up to and with the next line feed.
    private mutating func skipLine() throws(SystemError) {
        while !atEnd {
            if let end = pending.firstIndex(of: 0x0A) {
                pending.removeFirst(end + 1)
                wholeLines = (pending.lastIndex(of: 0x0A) ?? -1) + 1
                return
            }
            pending.removeAll(keepingCapacity: true)
            try fill()
        }
    }
}

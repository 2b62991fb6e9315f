import LureScreen

/// JSON lines that come in pieces, from a connection say, as blocks of whole rows for `RowScreener`.
///
/// Holds no more than what was put in and not yet taken out; of a row that is longer than the limit not even that.
package struct RowFeed: ~Copyable {
    private let source: RowSource
    private let rowLimit: Int
    private let ruleCount: Int
    private var cutter = RecordCutter(.jsonl)
    /// Bytes put in and not taken: from `start` on.
    private var bytes: [UInt8] = []
    private var start = 0
    /// Line number of the first of them, and how far no end of a line was found.
    private var line = 1
    private var searched = 0
    private var spare: [Block] = []
    /// Inside of a row that was too long.
    private var isPassingOver = false

    package init(options: ScanOptions, ruleCount: Int) {
        source = RowSource(name: "", format: .jsonl, options: options)
        rowLimit = options.rowLimit
        self.ruleCount = ruleCount
    }

    /// Bytes that wait.
    package var count: Int { bytes.count - start }

    package mutating func append(_ piece: UnsafeRawBufferPointer) {
        if start > 0 {
            bytes.removeFirst(start)
            start = 0
        }
        bytes.append(contentsOf: piece)
    }

    /// All whole rows that wait; nil if there are none.
    /// - Parameter isLast: nothing comes after, so the last row needs no line break.
    package mutating func next(isLast: Bool) -> Block? {
        let block = spare.popLast() ?? Block(ruleCount: ruleCount)
        block.reset()
        block.source = source
        // Taken out for the while, so that the rest of this can change meanwhile.
        let waiting = bytes
        bytes = []
        let begin = start
        let count = waiting.withUnsafeBufferPointer { all in
            cut(UnsafeBufferPointer(rebasing: all[begin...]), into: block, isLast: isLast)
        }
        start = begin + count
        bytes = waiting
        if !block.records.isEmpty { return block }
        spare.append(block)
        return nil
    }

    /// Puts whole rows into a block; returns the bytes they take.
    private mutating func cut(
        _ waiting: UnsafeBufferPointer<UInt8>, into block: Block, isLast: Bool
    ) -> Int {
        var place = isPassingOver ? passOver(waiting, isLast) : 0
        let first = place
        while place < waiting.count {
            // What was searched before holds no line break.
            let known = firstIndex(of: 0x0A, in: waiting, from: max(place, searched))
            if known == waiting.count, !isLast { break }
            let end: Int
            switch cutter.step(waiting, from: place, isLast: isLast) {
            case .record(let from, let to, let next):
                let isTooLong = to - from > rowLimit
                block.records.append(
                    Block.Record(
                        start: isTooLong ? 0 : from - first, end: isTooLong ? 0 : to - first, line: line,
                        problem: isTooLong ? .tooLong(limit: rowLimit) : nil))
                end = next
            case .skip(let next), .fault(_, let next): end = next
            case .incomplete: end = place
            }
            if end == place { break }
            line += 1
            place = end
            searched = place
        }
        block.fill(UnsafeBufferPointer(rebasing: waiting[first..<place]))
        searched = waiting.count - place
        if waiting.count - place > rowLimit, !isLast {
            block.records.append(
                Block.Record(start: 0, end: 0, line: line, problem: .tooLong(limit: rowLimit)))
            isPassingOver = true
            searched = 0
            return waiting.count
        }
        return place
    }

    /// Passes over the rest of a row that is too long; returns the bytes passed.
    private mutating func passOver(_ waiting: UnsafeBufferPointer<UInt8>, _ isLast: Bool) -> Int {
        searched = 0
        let feed = firstIndex(of: 0x0A, in: waiting, from: 0)
        guard feed < waiting.count else { return waiting.count }
        isPassingOver = false
        line += 1
        return feed + 1
    }
}

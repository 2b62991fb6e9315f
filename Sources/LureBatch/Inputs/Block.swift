import LureScreen
import LureText

/// Some whole records of one input, on their way from the reader over a worker to the output.
///
/// A block is used again and again.
package final class Block: @unchecked Sendable {
    // Sendable: whoever holds it (reader, one worker, writer) is the only one to touch it.
    /// Where a record stands in `bytes`.
    struct Record {
        var start: Int
        var end: Int
        /// 1-based line of the input it begins on.
        var line: Int
        /// Its fields in `fields`, for CSV.
        var firstField = 0
        var fieldCount = 0
        /// Why it can't be answered, if the reader knows already.
        var problem: RowFault.ReadProblem?
    }

    // What the reader puts in.
    private(set) var bytes: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0
    var records: [Record] = []
    var fields: [CSVScanner.Field] = []
    var source: RowSource?
    /// Where the next block begins in its input.
    var end = InputPosition()
    /// Index of its input in the list of all.
    var input = 0
    /// Hash of its input's first bytes.
    var head: UInt64 = 0
    /// Bytes of all inputs read up to its end, as they lie there.
    var bytesRead = 0
    /// What ended the input here, in place of records.
    var inputFault: InputFault?

    // What the worker makes of it.
    package internal(set) var output: [UInt8] = []
    var faults: [RowFault] = []
    package internal(set) var tally: ScanTally
    /// Rows by band (then those in none), times kind: `band * TextKind.allCases.count + kind`.
    package internal(set) var outcomes = [Int](
        repeating: 0, count: (Band.allCases.count + 1) * TextKind.allCases.count)
    /// Nanoseconds by `Stage.rawValue`; empty if they are not measured.
    var stageTimes: [UInt64] = []
    /// For grouping: what rows are compared by, and answers and notes packed for the second pass.
    var groupRows = GroupKeys.Rows()
    var groupFrame: [UInt8] = []
    /// Contacts for export.
    var mentions: [ContactTable.Mention] = []
    /// Whether the worker is through; guarded by the pool's lock.
    var isAnswered = false

    init(ruleCount: Int) {
        bytes = .allocate(capacity: 1 << 18)
        tally = ScanTally(ruleCount: ruleCount)
    }

    deinit { bytes.deallocate() }

    var content: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[..<count]) }

    /// Empties the block; memory that one long record asked for is given back.
    func reset() {
        count = 0
        records.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
        output = []
        inputFault = nil
        isAnswered = false
        faults.removeAll()
        tally.reset()
        stageTimes = []
        for i in outcomes.indices { outcomes[i] = 0 }
        groupRows.removeAll()
        groupFrame = []
        mentions.removeAll(keepingCapacity: true)
    }

    func fill(_ content: UnsafeBufferPointer<UInt8>) {
        if bytes.count < content.count || bytes.count > max(1 << 20, 4 * content.count) {
            bytes.deallocate()
            bytes = .allocate(capacity: max(1 << 18, content.count))
        }
        count = content.count
        if let base = content.baseAddress { bytes.baseAddress!.initialize(from: base, count: count) }
    }
}

/// How far an input has been read.
struct InputPosition: Equatable, Sendable {
    /// Bytes of the unpacked, converted input.
    var offset = 0
    /// 1-based number of the line that begins there.
    var line = 1
}

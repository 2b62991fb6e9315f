/// Alternatives of one rule that may hold in some clause. Whoever owns it frees it.
///
/// Invariant: both buffers have room for all alternatives of any rule; the first `count` entries are written.
struct PassingAlternatives {
    private let indices: UnsafeMutablePointer<Int32>
    /// For each of them, the groups of the block at hand that may hold it.
    let groups: UnsafeMutablePointer<UInt64>
    private(set) var count = 0

    init(_ program: RuleProgram) {
        var room = 1
        for rule in program.rules { room = max(room, Int(rule.alternativeCount)) }
        indices = .allocate(capacity: room)
        groups = .allocate(capacity: room)
    }

    func deallocate() {
        indices.deallocate()
        groups.deallocate()
    }

    @inline(__always)
    mutating func removeAll() { count = 0 }

    /// Adds an alternative; of each rule every one is added once at most.
    @inline(__always)
    mutating func append(_ index: Int, _ candidates: UInt64) {
        (indices + count).initialize(to: Int32(truncatingIfNeeded: index))
        (groups + count).initialize(to: candidates)
        count &+= 1
    }

    @inline(__always)
    func alternative(_ place: Int) -> Int { Int(indices[place]) }
}

/// Goes through the bits of a mask that are set in a range.
struct OpenPlaces {
    private var place: Int
    private let end: Int

    init(_ range: Range<Int>) {
        place = range.lowerBound
        end = range.upperBound
    }

    @inline(__always)
    mutating func next(in mask: UnsafeBufferPointer<UInt64>) -> Int? {
        while place < end {
            let left = mask[place >> 6] &>> UInt64(truncatingIfNeeded: place & 63)
            guard left != 0 else {
                place = (place | 63) &+ 1
                continue
            }
            let found = place &+ left.trailingZeroBitCount
            place = found &+ 1
            return found < end ? found : nil
        }
        return nil
    }
}

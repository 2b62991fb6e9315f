/// A walk down the trie at one of its nodes, in one word: the node's unit, whose label does not matter, then eight
/// bits for the start it began at, then the offset of the byte it takes next.
struct WalkStep {
    /// Longer texts have places that do not fit.
    static let textLimit = 1 << 24

    private let word: UInt64

    @inline(__always)
    init(unit: UInt32, place: Int, start: Int) {
        word = UInt64(truncatingIfNeeded: place << 8 | start) << 32 | UInt64(unit)
    }

    @inline(__always)
    private init(word: UInt64) { self.word = word }

    /// The walk one byte further on, at another node.
    @inline(__always)
    func moved(to unit: UInt32) -> WalkStep {
        WalkStep(word: (word & (UInt64.max << 32) &+ (1 << 40)) | UInt64(unit))
    }

    @inline(__always)
    var unit: UInt32 { UInt32(truncatingIfNeeded: word) }
    /// What the unit leads to.
    @inline(__always)
    var value: Int { Int(truncatingIfNeeded: UInt32(truncatingIfNeeded: word) >> 10) }
    @inline(__always)
    var place: Int { Int(truncatingIfNeeded: word >> 40) }
    @inline(__always)
    var start: Int { Int(truncatingIfNeeded: word >> 32 & 0xFF) }

    /// 1 if a form ends at the node, or stands alone from there on.
    @inline(__always)
    static func endBit(_ unit: UInt32) -> Int { Int(truncatingIfNeeded: unit >> 9 & 1) }
    /// 1 if a form stands alone from the node on.
    @inline(__always)
    static func tailBit(_ unit: UInt32) -> Int { Int(truncatingIfNeeded: unit >> 9 & unit >> 8 & 1) }
}

/// Where walks side by side keep what they know, and what was found before it becomes hits.
///
/// Keep one for each thread and use it for one text after another: it is what saves allocating anew.
///
/// Invariant: `starts` has room for what a `StartList` may hold, and so have `steps`, `tails` and `places`, `steps` and
/// `tails` for one more; `ends`, `order`, `found` and `fresh` have room for `endCapacity`, `ends` for one more. What is
/// read was written for the walks at hand.
public final class LiteralRoom {
    static let endCapacity = 1000

    let starts: UnsafeMutablePointer<LiteralStart>
    let steps: UnsafeMutablePointer<WalkStep>
    /// Where forms end; the unit of each leads to the first value of the form in the end.
    let ends: UnsafeMutablePointer<WalkStep>
    /// Where one form stands alone.
    let tails: UnsafeMutablePointer<WalkStep>
    /// By start, where in `order` its ends belong.
    let places: UnsafeMutablePointer<UInt16>
    /// Indices of ends by start.
    let order: UnsafeMutablePointer<UInt16>
    /// Ends that are still to become hits, and hits.
    let found: UnsafeMutablePointer<FormEnd>
    let fresh: UnsafeMutablePointer<LiteralHit>

    public init() {
        let starts = StartList.capacity
        self.starts = .allocate(capacity: starts)
        steps = .allocate(capacity: starts + 1)
        ends = .allocate(capacity: Self.endCapacity + 1)
        tails = .allocate(capacity: starts + 1)
        places = .allocate(capacity: starts)
        order = .allocate(capacity: Self.endCapacity)
        found = .allocate(capacity: Self.endCapacity)
        fresh = .allocate(capacity: Self.endCapacity)
    }

    // Nothing in it needs to be deinitialised.
    deinit {
        starts.deallocate()
        steps.deallocate()
        ends.deallocate()
        tails.deallocate()
        places.deallocate()
        order.deallocate()
        found.deallocate()
        fresh.deallocate()
    }
}

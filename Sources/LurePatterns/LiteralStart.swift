/// A place where forms may begin, and the node behind the character there.
struct LiteralStart {
    private let offset: UInt32
    /// As a unit of the trie has it, in place of its label three bits of length and one for `isInside`.
    private let unit: UInt32

    /// - Parameter length: bytes of the character, at most 7.
    @inline(__always)
    init(place: Int, node: UInt32, length: Int, isInside: Bool) {
        offset = UInt32(truncatingIfNeeded: place)
        unit = node & 0xFFFF_FF00 | UInt32(truncatingIfNeeded: length) << 1 | (isInside ? 1 : 0)
    }

    /// - Parameter unit: as this keeps it.
    @inline(__always)
    init(place: Int, unit: UInt32) {
        offset = UInt32(truncatingIfNeeded: place)
        self.unit = unit
    }

    @inline(__always)
    var place: Int { Int(offset) }
    @inline(__always)
    var node: UInt32 { unit & 0xFFFF_FF00 }
    @inline(__always)
    var length: Int { Int(unit >> 1 & 7) }
    /// Whether it is inside a run of Hangul.
    @inline(__always)
    var isInside: Bool { unit & 1 != 0 }
}

/// Starts that are still to be walked from.
///
/// Invariant: `starts` has room for `capacity` of them, of which the first `count` are written. Whoever appends more
/// than `reserve` of them asks for `isNearlyFull` in between.
struct StartList {
    /// Those of most texts; a `WalkStep` has eight bits for their numbers.
    static let capacity = 248
    /// As many as one look at the text adds.
    private static let reserve = 8

    private let starts: UnsafeMutablePointer<LiteralStart>
    private(set) var count = 0

    init(_ starts: UnsafeMutablePointer<LiteralStart>) { self.starts = starts }

    @inline(__always)
    var isNearlyFull: Bool { count > Self.capacity &- Self.reserve }

    @inline(__always)
    mutating func append(_ start: LiteralStart) {
        (starts + count).initialize(to: start)
        count &+= 1
    }

    /// Appends a start if `counts` is 1, not if it is 0, without a branch.
    @inline(__always)
    mutating func append(_ start: LiteralStart, counts: Int) {
        (starts + count).initialize(to: start)
        count &+= counts
    }

    @inline(__always)
    subscript(index: Int) -> LiteralStart { starts[index] }

    mutating func removeAll() { count = 0 }
}

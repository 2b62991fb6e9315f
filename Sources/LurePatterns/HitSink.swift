import LureText

/// A place where a form ends: a list of values whose boundaries are still to be looked at.
struct FormEnd {
    /// Index of the list's first value.
    var list: UInt32
    var start: UInt32
    var end: UInt32
    /// Whether it begins inside a run of Hangul.
    var isInside: Bool
}

/// Gathers the ends of forms, so that the search itself calls nothing and the hits come later in one go.
///
/// Invariant: of `ends` the first `filled` are written, and of `fresh` the first `freshCount`: they follow those in
/// `hits`. Both are of a `LiteralRoom` that outlives this.
struct HitSink {
    static let capacity = LiteralRoom.endCapacity

    let room: LiteralRoom
    private let ends: UnsafeMutablePointer<FormEnd>
    private var filled = 0
    private let fresh: UnsafeMutablePointer<LiteralHit>
    private var freshCount = 0
    private(set) var hits: [LiteralHit] = []

    /// Runs `body` with a sink whose hits end up behind those of `hits`.
    static func withSink(_ room: LiteralRoom, into hits: inout [LiteralHit], _ body: (inout HitSink) -> Void)
    {
        var sink = HitSink(room)
        swap(&sink.hits, &hits)
        body(&sink)
        swap(&sink.hits, &hits)
    }

    private init(_ room: LiteralRoom) {
        self.room = room
        ends = room.found
        fresh = room.fresh
    }

    @inline(__always)
    var isFull: Bool { filled == Self.capacity }

    /// Notes an end; the sink is not full.
    @inline(__always)
    mutating func append(_ end: FormEnd) {
        (ends + filled).initialize(to: end)
        filled &+= 1
    }

    /// Hands over all ends, in order, and forgets them; they stay written until others are noted.
    @inline(__always)
    mutating func takeEnds() -> UnsafeBufferPointer<FormEnd> {
        let taken = UnsafeBufferPointer(start: ends, count: filled)
        filled = 0
        return taken
    }

    /// Adds a hit of an end that is being resolved if `counts` is 1, not if it is 0, without a branch.
    @inline(__always)
    mutating func add(_ hit: LiteralHit, counts: Int) {
        if freshCount == Self.capacity { flush() }
        (fresh + freshCount).initialize(to: hit)
        freshCount &+= counts
    }

    /// Moves the hits added to `hits`.
    @inline(never)
    mutating func flush() {
        hits.append(contentsOf: UnsafeBufferPointer(start: fresh, count: freshCount))
        freshCount = 0
    }

    /// Sorts the hits of one place, found in two tries or shorter ones first, and drops what both tries found.
    /// - Parameter first: the first of them.
    mutating func order(from first: Int) {
        hits[first...].sort {
            $0.span.end != $1.span.end ? $0.span.end > $1.span.end : $0.value < $1.value
        }
        var kept = first + 1
        for index in first + 1..<hits.count where hits[index] != hits[kept - 1] {
            hits[kept] = hits[index]
            kept += 1
        }
        hits.removeSubrange(kept...)
    }
}

import LureText

/// Searches the smallest window of hits that meets an alternative.
///
/// Exact up to the number of earlier hits it remembers of each slot; linear in the number of hits.
struct WindowSearch {
    /// Words that the hits of one alternative may lie apart within a clause.
    static let clauseLimit = 24

    let program: ProgramView
    let reading: ReadingView
    /// Whether a negation next to a match silences it.
    let isSilencedByNegation: Bool
    private let alternative: RuleProgram.Alternative
    private let rings: WindowRings
    /// Hits remembered of each slot: each slot more would multiply the combinations tried, and is rarely needed.
    private let depth: Int
    private let limit: Int
    private var chosen = SIMD8<Int32>(repeating: -1)
    private var anchor = 0
    private var anchorSlot = 0
    private var best: Match?

    init(
        _ alternative: RuleProgram.Alternative, of program: ProgramView, in reading: ReadingView,
        isSilencedByNegation: Bool, rings: WindowRings
    ) {
        self.alternative = alternative
        self.program = program
        self.reading = reading
        self.isSilencedByNegation = isSilencedByNegation
        self.rings = rings
        limit = alternative.scope == .text ? Int.max / 2 : Self.clauseLimit
        depth = alternative.count <= 3 ? WindowRings.size : alternative.count == 4 ? 3 : 2
    }

    private var count: Int { Int(alternative.count) }

    @inline(__always)
    private func isMember(_ concept: UInt16, of slot: Int) -> Bool {
        program.holds(Int(program.slots[Int(alternative.first) + slot].set), concept)
    }

    /// The best match among the hits `first ..< end`, or nil.
    mutating func search(from first: Int, to end: Int) -> Match? {
        if count == 1 { return firstHit(from: first, to: end) }
        best = nil
        for slot in 0..<count { rings.seen[slot] = 0 }
        for index in first..<end {
            let concept = reading.hits[index].concept
            var membership: UInt32 = 0
            for slot in 0..<count where isMember(concept, of: slot) { membership |= 1 << UInt32(slot) }
            if membership == 0 { continue }
            for slot in 0..<count where membership >> UInt32(slot) & 1 != 0 && hasAllBut(slot) {
                anchor = index
                anchorSlot = slot
                let words = reading.words[index]
                extend(0, low: Int(words.last), high: Int(words.first))
            }
            for slot in 0..<count where membership >> UInt32(slot) & 1 != 0 {
                rings.remember(Int32(index), slot: slot, depth: depth)
            }
        }
        return best
    }

    /// With one slot every window is empty, so the first hit that is not silenced wins.
    private mutating func firstHit(from first: Int, to end: Int) -> Match? {
        for index in first..<end where isMember(reading.hits[index].concept, of: 0) {
            chosen[0] = Int32(index)
            let match = match(window: 0, first: index)
            if !isSilencedByNegation || !reading.negates(match) { return match }
        }
        return nil
    }

    @inline(__always)
    private func hasAllBut(_ slot: Int) -> Bool {
        for other in 0..<count where other != slot && rings.seen[other] == 0 { return false }
        return true
    }

    /// Chooses a hit for `slot` and all after it.
    /// - Parameters:
    ///   - low: the least last word of the hits chosen so far, the anchor among them.
    ///   - high: their greatest first word.
    private mutating func extend(_ slot: Int, low: Int, high: Int) {
        guard slot < count else {
            accept(window: max(0, high - low))
            return
        }
        if slot == anchorSlot {
            guard fits(anchor, at: slot) else { return }
            chosen[slot] = Int32(anchor)
            extend(slot + 1, low: low, high: high)
            return
        }
        let known = min(rings.seen[slot], depth)
        var age = 1
        while age <= known {
            let index = Int(rings.hit(slot: slot, age: age, depth: depth))
            age += 1
            let words = reading.words[index]
            let newLow = min(low, Int(words.last))
            let newHigh = max(high, Int(words.first))
            let window = max(0, newHigh - newLow)
            guard window <= limit, window < best?.window ?? Int.max, fits(index, at: slot) else { continue }
            chosen[slot] = Int32(index)
            extend(slot + 1, low: newLow, high: newHigh)
        }
    }

    /// Whether hit `index` may stand in `slot`, given the slots before it and the anchor.
    private func fits(_ index: Int, at slot: Int) -> Bool {
        for other in 0..<slot where !areApart(index, Int(chosen[other])) { return false }
        if slot < anchorSlot, !areApart(index, anchor) { return false }
        guard slot > 0 else { return true }
        let before = Int(chosen[slot - 1])
        switch program.slots[Int(alternative.first) + slot].link {
        case .none: return true
        case .after: return reading.hits[before].span.end <= reading.hits[index].span.start
        case .within(let words): return Self.gap(reading.words[before], reading.words[index]) <= words
        }
    }

    /// Two slots need two hits: one form may carry two concepts, but one mention doesn't count twice.
    @inline(__always)
    private func areApart(_ a: Int, _ b: Int) -> Bool {
        guard a != b else { return false }
        let (one, other) = (reading.hits[a], reading.hits[b])
        return one.concept != other.concept || !one.span.overlaps(other.span)
    }

    /// Words between two ranges; 0 if they touch or overlap.
    private static func gap(_ a: WordRange, _ b: WordRange) -> Int {
        max(0, max(Int(b.first) - Int(a.last), Int(a.first) - Int(b.last)) - 1)
    }

    private mutating func accept(window: Int) {
        guard window <= limit, window < best?.window ?? Int.max else { return }
        var first = chosen[0]
        for slot in 1..<count { first = min(first, chosen[slot]) }
        let match = match(window: window, first: Int(first))
        if !isSilencedByNegation || !reading.negates(match) { best = match }
    }

    private func match(window: Int, first: Int) -> Match {
        Match(
            clause: Int(reading.hits[first].clause), window: window, isTextWide: alternative.scope == .text,
            count: count, chosen: chosen, span: TextSpan(start: 0, end: 0))
    }
}

/// The last hits of each slot: memory of a search, allocated once for each evaluator, which frees it.
struct WindowRings {
    /// Hits kept of a slot.
    static let size = 4

    private let hits: UnsafeMutablePointer<Int32>
    /// Hits seen of each slot.
    let seen: UnsafeMutablePointer<Int>

    init() {
        hits = .allocate(capacity: PackFormat.slotLimit * Self.size)
        hits.initialize(repeating: -1, count: PackFormat.slotLimit * Self.size)
        seen = .allocate(capacity: PackFormat.slotLimit)
        seen.initialize(repeating: 0, count: PackFormat.slotLimit)
    }

    func deallocate() {
        hits.deallocate()
        seen.deallocate()
    }

    @inline(__always)
    func remember(_ hit: Int32, slot: Int, depth: Int) {
        hits[slot * Self.size + seen[slot] % depth] = hit
        seen[slot] += 1
    }

    /// The hit seen `age` hits ago, 1 for the last; `age` is at most `depth` and the number seen.
    @inline(__always)
    func hit(slot: Int, age: Int, depth: Int) -> Int32 { hits[slot * Self.size + (seen[slot] - age) % depth] }
}

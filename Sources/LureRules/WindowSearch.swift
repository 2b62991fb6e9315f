import LureText

/// Searches the smallest window of hits that meets an alternative.
///
/// Exact up to the number of earlier hits it remembers of each slot; linear in the number of hits.
struct WindowSearch {
    /// Words that the hits of one alternative may lie apart within a clause.
    static let clauseLimit = 24

    let program: ProgramView
    let reading: ReadingView
    private let rings: WindowRings
    private var alternative = RuleProgram.Alternative(first: 0, count: 0, absent: -1, scope: .clause)
    /// Whether a negation next to a match silences it.
    private var isSilencedByNegation = false
    private var count = 0
    /// Hits remembered of each slot: each slot more would multiply the combinations tried, and is rarely needed.
    private var depth = 1
    private var chosen = SIMD8<Int32>(repeating: -1)
    private var anchor = 0
    private var anchorSlot = 0
    /// Only smaller windows count: the limit at first, then the best found.
    private var bound = 0
    private var best = SIMD8<Int32>(repeating: -1)

    init(_ program: ProgramView, in reading: ReadingView, rings: WindowRings) {
        self.program = program
        self.reading = reading
        self.rings = rings
    }

    /// The best match among the hits `first ..< end` with a window below `bound`, or nil.
    mutating func search(
        _ alternative: RuleProgram.Alternative, from first: Int, to end: Int, isSilencedByNegation: Bool,
        below bound: Int = Int.max
    ) -> Match? {
        self.alternative = alternative
        self.isSilencedByNegation = isSilencedByNegation
        count = Int(alternative.count)
        depth = count <= 3 ? WindowRings.size : count == 4 ? 4 : 2
        let limit = alternative.scope == .text ? Int.max : Self.clauseLimit + 1
        self.bound = min(bound, limit)
        best[0] = -1
        markSlots()
        switch count {
        case 1: searchOne(from: first, to: end)
        case 2: searchTwo(from: first, to: end)
        default: searchMany(from: first, to: end)
        }
        unmarkSlots()
        return best[0] < 0 ? nil : match(of: best, window: self.bound)
    }

    private mutating func markSlots() {
        for slot in 0..<count {
            let members = program.slots[Int(alternative.first) &+ slot].members
            let bit: UInt8 = 1 &<< UInt8(truncatingIfNeeded: slot)
            var place = Int(members.first)
            let end = place &+ Int(members.count)
            while place < end {
                rings.membership[Int(program.members[place])] |= bit
                place &+= 1
            }
        }
    }

    private mutating func unmarkSlots() {
        for slot in 0..<count {
            let members = program.slots[Int(alternative.first) &+ slot].members
            var place = Int(members.first)
            let end = place &+ Int(members.count)
            while place < end {
                rings.membership[Int(program.members[place])] = 0
                place &+= 1
            }
        }
    }

    /// With one slot every window is empty, so the first hit that is not silenced wins.
    private mutating func searchOne(from first: Int, to end: Int) {
        var index = first
        while index < end, best[0] < 0, bound > 0 {
            if rings.membership[Int(reading.hits[index].concept)] != 0 {
                chosen[0] = Int32(truncatingIfNeeded: index)
                accept(window: 0)
            }
            index &+= 1
        }
    }

    /// As `searchMany`, for the two slots that most alternatives have.
    private mutating func searchTwo(from first: Int, to end: Int) {
        rings.seen[0] = 0
        rings.seen[1] = 0
        var index = first
        while index < end, bound > 0 {
            let slots = rings.membership[Int(reading.hits[index].concept)]
            if slots != 0 {
                if slots & 1 != 0 { joinPartners(of: index, in: 0) }
                if slots & 2 != 0 { joinPartners(of: index, in: 1) }
                if slots & 1 != 0 { rings.remember(Int32(truncatingIfNeeded: index), slot: 0, depth: depth) }
                if slots & 2 != 0 { rings.remember(Int32(truncatingIfNeeded: index), slot: 1, depth: depth) }
            }
            index &+= 1
        }
    }

    /// Joins a hit that stands in one of two slots with those before it that stand in the other one.
    @inline(__always)
    private mutating func joinPartners(of index: Int, in slot: Int) {
        let known = min(rings.seen[1 &- slot], depth)
        let words = reading.words[index]
        var age = 1
        while age <= known {
            let partner = Int(rings.hit(slot: 1 &- slot, age: age, depth: depth))
            age &+= 1
            let others = reading.words[partner]
            let window = Int(max(words.first, others.first)) &- Int(min(words.last, others.last))
            guard window < bound, areApart(index, partner) else { continue }
            let (before, after) = slot == 0 ? (index, partner) : (partner, index)
            guard isLinked(before, after, at: 1) else { continue }
            chosen[0] = Int32(truncatingIfNeeded: before)
            chosen[1] = Int32(truncatingIfNeeded: after)
            accept(window: max(0, window))
        }
    }

    private mutating func searchMany(from first: Int, to end: Int) {
        for slot in 0..<count { rings.seen[slot] = 0 }
        var known: UInt8 = 0
        var index = first
        // No window is smaller than none.
        while index < end, bound > 0 {
            let slots = rings.membership[Int(reading.hits[index].concept)]
            if slots != 0 { visit(index, slots, &known) }
            index &+= 1
        }
    }

    /// - Parameters:
    ///   - slots: those that the hit may stand in, one bit each.
    ///   - known: those that some hit before may stand in.
    @inline(__always)
    private mutating func visit(_ index: Int, _ slots: UInt8, _ known: inout UInt8) {
        let all: UInt8 = (1 &<< UInt8(truncatingIfNeeded: count)) &- 1
        var left = slots
        while left != 0 {
            let slot = left.trailingZeroBitCount
            left &= left &- 1
            guard known | (1 &<< UInt8(truncatingIfNeeded: slot)) == all else { continue }
            anchor = index
            anchorSlot = slot
            let words = reading.words[index]
            extend(0, low: Int(words.last), high: Int(words.first))
        }
        known |= slots
        left = slots
        while left != 0 {
            rings.remember(
                Int32(truncatingIfNeeded: index), slot: left.trailingZeroBitCount, depth: depth)
            left &= left &- 1
        }
    }

    /// Chooses a hit for `slot` and all after it.
    /// - Parameters:
    ///   - low: the least last word of the hits chosen so far, the anchor among them.
    ///   - high: their greatest first word.
    private mutating func extend(_ slot: Int, low: Int, high: Int) {
        if slot == anchorSlot {
            guard fits(anchor, at: slot) else { return }
            chosen[slot] = Int32(anchor)
            advance(past: slot, low: low, high: high)
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
            guard newHigh - newLow < bound, fits(index, at: slot) else { continue }
            chosen[slot] = Int32(index)
            advance(past: slot, low: newLow, high: newHigh)
        }
    }

    @inline(__always)
    private mutating func advance(past slot: Int, low: Int, high: Int) {
        if slot + 1 == count {
            accept(window: max(0, high - low))
        } else {
            extend(slot + 1, low: low, high: high)
        }
    }

    /// Whether hit `index` may stand in `slot`, given the slots before it and the anchor.
    @inline(__always)
    private func fits(_ index: Int, at slot: Int) -> Bool {
        if slot < anchorSlot, !areApart(index, anchor) { return false }
        guard slot > 0 else { return true }
        for other in 0..<slot where !areApart(index, Int(chosen[other])) { return false }
        return isLinked(Int(chosen[slot - 1]), index, at: slot)
    }

    /// Whether hit `index` may stand in `slot`, given the hit in the slot before.
    @inline(__always)
    private func isLinked(_ before: Int, _ index: Int, at slot: Int) -> Bool {
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
        guard window < bound else { return }
        if isSilencedByNegation, !reading.negations.isEmpty,
            reading.negates(match(of: chosen, window: window))
        {
            return
        }
        bound = window
        best = chosen
    }

    private func match(of chosen: SIMD8<Int32>, window: Int) -> Match {
        var first = chosen[0]
        var slot = 1
        while slot < count {
            first = min(first, chosen[slot])
            slot += 1
        }
        return Match(
            clause: Int(reading.hits[Int(first)].clause), window: window,
            isTextWide: alternative.scope == .text,
            count: count, chosen: chosen, span: TextSpan(start: 0, end: 0))
    }
}

/// The last hits of each slot, and what slots each concept fills: memory of a search, allocated once for each
/// evaluator, which frees it.
struct WindowRings {
    /// Hits kept of a slot, at most.
    static let size = 8

    private let hits: UnsafeMutablePointer<Int32>
    /// Hits seen of each slot.
    let seen: UnsafeMutablePointer<Int>
    /// By concept, one bit for each slot; zeroes between searches.
    let membership: UnsafeMutablePointer<UInt8>

    init(conceptCount: Int) {
        hits = .allocate(capacity: PackFormat.slotLimit * Self.size)
        hits.initialize(repeating: -1, count: PackFormat.slotLimit * Self.size)
        seen = .allocate(capacity: PackFormat.slotLimit)
        seen.initialize(repeating: 0, count: PackFormat.slotLimit)
        membership = .allocate(capacity: max(1, conceptCount))
        membership.initialize(repeating: 0, count: max(1, conceptCount))
    }

    func deallocate() {
        hits.deallocate()
        seen.deallocate()
        membership.deallocate()
    }

    /// - Parameter depth: hits that are kept of a slot: 2, 4 or 8.
    @inline(__always)
    func remember(_ hit: Int32, slot: Int, depth: Int) {
        hits[slot &* Self.size &+ seen[slot] & (depth &- 1)] = hit
        seen[slot] &+= 1
    }

    /// The hit seen `age` hits ago, 1 for the last; `age` is at most `depth` and the number seen.
    @inline(__always)
    func hit(slot: Int, age: Int, depth: Int) -> Int32 {
        hits[slot &* Self.size &+ (seen[slot] &- age) & (depth &- 1)]
    }
}

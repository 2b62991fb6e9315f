import LureText

/// A way to meet an alternative: the hits of its slots, or one span of the text.
struct Match: Sendable {
    /// Clause of its first hit.
    var clause: Int
    /// Words between the outermost hits; the smallest wins.
    var window: Int
    /// Found in the text as a whole: vetoes by clause don't apply.
    var isTextWide: Bool
    /// Of hits in use, in slot order; 0 if the match is the span `span`.
    var count: Int
    var chosen: SIMD8<Int32>
    var span: TextSpan
}

/// Searches the smallest window of hits that meets an alternative.
///
/// Exact up to the number of earlier hits it remembers of each slot; linear in the number of hits.
struct WindowSearch: Sendable {
    /// Words that the hits of one alternative may lie apart within a clause.
    static let clauseLimit = 24

    private static let ringCount = 4
    /// The last hits of each slot, `ringCount` places a slot.
    private var rings = [Int32](repeating: -1, count: PackFormat.slotLimit * WindowSearch.ringCount)
    private var seen = [Int](repeating: 0, count: PackFormat.slotLimit)
    private var chosen = SIMD8<Int32>(repeating: -1)
    private var anchor = 0
    private var anchorSlot = 0
    private var depth = 0
    private var limit = 0
    private var best: Match?

    /// The best match among `hits`, or nil.
    /// - Parameter isSilenced: whether a negation keeps a match from counting.
    mutating func search(
        _ alternative: RuleProgram.Alternative, of program: RuleProgram, in reading: ConceptReading,
        hits: Range<Int>, isSilenced: (Match) -> Bool
    ) -> Match? {
        best = nil
        limit = alternative.scope == .text ? Int.max / 2 : Self.clauseLimit
        // Each slot more would multiply the combinations tried, and is rarely needed.
        depth = alternative.count <= 3 ? Self.ringCount : alternative.count == 4 ? 3 : 2
        for slot in 0..<alternative.count { seen[slot] = 0 }
        for index in hits {
            let concept = reading.hits[index].concept
            var isMember = false
            for slot in 0..<alternative.count
            where program.holds(program.slots[alternative.first + slot].mask, concept) {
                isMember = true
                if hasAllBut(slot, of: alternative.count) {
                    anchor = index
                    anchorSlot = slot
                    let words = reading.words[index]
                    extend(
                        0, low: Int(words.last), high: Int(words.first), alternative, program, reading,
                        isSilenced)
                }
            }
            guard isMember else { continue }
            for slot in 0..<alternative.count
            where program.holds(program.slots[alternative.first + slot].mask, concept) {
                rings[slot * Self.ringCount + seen[slot] % depth] = Int32(index)
                seen[slot] += 1
            }
            if let best, best.window == 0, alternative.count == 1 { break }
        }
        return best
    }

    private func hasAllBut(_ slot: Int, of count: Int) -> Bool {
        for other in 0..<count where other != slot && seen[other] == 0 { return false }
        return true
    }

    /// Chooses a hit for `slot` and all after it.
    /// - Parameters:
    ///   - low: the least last word of the hits chosen so far, the anchor among them.
    ///   - high: their greatest first word.
    private mutating func extend(
        _ slot: Int, low: Int, high: Int, _ alternative: RuleProgram.Alternative, _ program: RuleProgram,
        _ reading: ConceptReading, _ isSilenced: (Match) -> Bool
    ) {
        guard slot < alternative.count else {
            accept(window: max(0, high - low), alternative, reading, isSilenced)
            return
        }
        if slot == anchorSlot {
            guard fits(anchor, at: slot, alternative, program, reading) else { return }
            chosen[slot] = Int32(anchor)
            extend(slot + 1, low: low, high: high, alternative, program, reading, isSilenced)
            return
        }
        let count = min(seen[slot], depth)
        for age in 1...max(1, count) where age <= count {
            let index = Int(rings[slot * Self.ringCount + (seen[slot] - age) % depth])
            let words = reading.words[index]
            let newLow = min(low, Int(words.last))
            let newHigh = max(high, Int(words.first))
            let window = max(0, newHigh - newLow)
            guard window <= limit, window < best?.window ?? Int.max,
                fits(index, at: slot, alternative, program, reading)
            else { continue }
            chosen[slot] = Int32(index)
            extend(slot + 1, low: newLow, high: newHigh, alternative, program, reading, isSilenced)
        }
    }

    /// Whether hit `index` may stand in `slot`, given the slots before it and the anchor.
    private func fits(
        _ index: Int, at slot: Int, _ alternative: RuleProgram.Alternative, _ program: RuleProgram,
        _ reading: ConceptReading
    ) -> Bool {
        for other in 0..<slot where !areApart(index, Int(chosen[other]), reading) { return false }
        if slot != anchorSlot, slot < anchorSlot, !areApart(index, anchor, reading) { return false }
        guard slot > 0 else { return true }
        let before = Int(chosen[slot - 1])
        switch program.slots[alternative.first + slot].link {
        case .none: return true
        case .after: return reading.hits[before].span.end <= reading.hits[index].span.start
        case .within(let words): return Self.gap(reading.words[before], reading.words[index]) <= words
        }
    }

    /// Two slots need two hits: one form may carry two concepts, but one mention doesn't count twice.
    private func areApart(_ a: Int, _ b: Int, _ reading: ConceptReading) -> Bool {
        guard a != b else { return false }
        let (one, other) = (reading.hits[a], reading.hits[b])
        return one.concept != other.concept || !one.span.overlaps(other.span)
    }

    /// Words between two ranges; 0 if they touch or overlap.
    private static func gap(_ a: WordRange, _ b: WordRange) -> Int {
        max(0, max(Int(b.first) - Int(a.last), Int(a.first) - Int(b.last)) - 1)
    }

    private mutating func accept(
        window: Int, _ alternative: RuleProgram.Alternative, _ reading: ConceptReading,
        _ isSilenced: (Match) -> Bool
    ) {
        guard window <= limit, window < best?.window ?? Int.max else { return }
        var first = Int(chosen[0])
        for slot in 1..<max(1, alternative.count) where slot < alternative.count {
            first = min(first, Int(chosen[slot]))
        }
        let match = Match(
            clause: Int(reading.hits[first].clause), window: window, isTextWide: alternative.scope == .text,
            count: alternative.count, chosen: chosen, span: TextSpan(start: 0, end: 0))
        if !isSilenced(match) { best = match }
    }
}

import LureText

/// The hits of a text clause by clause, each with the set of its concepts.
struct ClauseGroups: Sendable {
    struct Group: Sendable {
        var clause: Int
        var hits: Range<Int>
    }

    private(set) var groups: [Group] = []
    /// `maskWords` words for each group.
    private(set) var masks: [UInt64] = []
    private(set) var negations: [Int32] = []

    mutating func fill(from reading: ConceptReading, maskWords: Int, negation: UInt16?) {
        groups.removeAll(keepingCapacity: true)
        masks.removeAll(keepingCapacity: true)
        negations.removeAll(keepingCapacity: true)
        for (index, hit) in reading.hits.enumerated() {
            if groups.last?.clause != Int(hit.clause) {
                groups.append(Group(clause: Int(hit.clause), hits: index..<index))
                for _ in 0..<maskWords { masks.append(0) }
            }
            groups[groups.count - 1].hits = groups[groups.count - 1].hits.lowerBound..<index + 1
            masks[masks.count - maskWords + Int(hit.concept >> 6)] |= 1 << UInt64(hit.concept & 63)
            if hit.concept == negation { negations.append(Int32(index)) }
        }
    }

    /// The group of `clause`, if it has hits.
    func index(of clause: Int) -> Int? {
        var low = 0
        var high = groups.count
        while low < high {
            let middle = (low + high) / 2
            if groups[middle].clause < clause { low = middle + 1 } else { high = middle }
        }
        return low < groups.count && groups[low].clause == clause ? low : nil
    }
}

extension RuleProgram {
    /// Whether a set and a mask share a concept.
    /// - Parameter start: of the set, in `set`.
    @inline(__always)
    func meets(_ mask: Int, _ set: [UInt64], at start: Int = 0) -> Bool {
        let first = mask * maskWords
        for word in 0..<maskWords where masks[first + word] & set[start + word] != 0 { return true }
        return false
    }

    /// Whether a set holds a concept for each slot of an alternative.
    @inline(__always)
    func mayHold(_ alternative: Alternative, in set: [UInt64], at start: Int = 0) -> Bool {
        for slot in alternative.first..<alternative.first + alternative.count
        where !meets(slots[slot].mask, set, at: start) { return false }
        return true
    }
}

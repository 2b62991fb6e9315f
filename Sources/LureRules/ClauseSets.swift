import LureText

/// The hits of a text by clause, and for each concept the set of clauses it stands in.
///
/// Clauses with hits are numbered in order as *groups*; a set holds 64 of them in a word, so that the clauses that
/// may hold a whole alternative come out of a few ANDs.
struct ClauseSets: Sendable {
    struct Group: Sendable {
        var clause: Int32
        /// In the reading's hits.
        var first: Int32
        var end: Int32
    }

    private(set) var groups: [Group] = []
    /// Hits of the concept `no`, ascending.
    private(set) var negations: [Int32] = []
    /// `conceptCount` words for each 64 groups.
    private(set) var words: [UInt64] = []
    /// One word for each 64 groups: clauses that are questions.
    private(set) var questions: [UInt64] = []
    private(set) var conceptCount = 0

    var blockCount: Int { questions.count }

    mutating func fill(
        from reading: ConceptReading, _ segmentation: Segmentation, conceptCount: Int, negation: UInt16?
    ) {
        self.conceptCount = conceptCount
        groups.removeAll(keepingCapacity: true)
        negations.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        questions.removeAll(keepingCapacity: true)
        var clause: Int32 = -1
        var base = 0
        var bit: UInt64 = 0
        for index in reading.hits.indices {
            let hit = reading.hits[index]
            if Int32(hit.clause) != clause {
                clause = Int32(hit.clause)
                if groups.count & 63 == 0 {
                    base = words.count
                    words.append(contentsOf: repeatElement(0, count: conceptCount))
                    questions.append(0)
                }
                bit = 1 << UInt64(groups.count & 63)
                if Int(clause) < segmentation.clauses.count, segmentation.clauses[Int(clause)].isQuestion {
                    questions[questions.count - 1] |= bit
                }
                if !groups.isEmpty { groups[groups.count - 1].end = Int32(index) }
                groups.append(Group(clause: clause, first: Int32(index), end: 0))
            }
            words[base + Int(hit.concept)] |= bit
            if hit.concept == negation { negations.append(Int32(index)) }
        }
        if !groups.isEmpty { groups[groups.count - 1].end = Int32(reading.hits.count) }
    }

    /// The group of `clause`, if it has hits.
    func index(of clause: Int) -> Int? {
        var low = 0
        var high = groups.count
        while low < high {
            let middle = (low + high) / 2
            if Int(groups[middle].clause) < clause { low = middle + 1 } else { high = middle }
        }
        return low < groups.count && Int(groups[low].clause) == clause ? low : nil
    }
}

extension ProgramView {
    /// The groups of a block in which one of a set's concepts stands.
    /// - Parameter block: `conceptCount` words of `ClauseSets`.
    @inline(__always)
    func groups(of set: Int, in block: UnsafePointer<UInt64>) -> UInt64 {
        groups(of: sets[set], in: block)
    }

    @inline(__always)
    private func groups(of range: RuleProgram.MemberRange, in block: UnsafePointer<UInt64>) -> UInt64 {
        var union: UInt64 = 0
        var place = Int(range.first)
        let end = place + Int(range.count)
        while place < end {
            union |= block[Int(members[place])]
            place += 1
        }
        return union
    }

    /// The groups of a block that may hold an alternative.
    @inline(__always)
    func groups(of alternative: RuleProgram.Alternative, in block: UnsafePointer<UInt64>) -> UInt64 {
        var candidates = UInt64.max
        for slot in Int(alternative.first)..<Int(alternative.first + alternative.count) {
            candidates &= groups(of: slots[slot].members, in: block)
            if candidates == 0 { return 0 }
        }
        if alternative.absent >= 0 { candidates &= ~groups(of: Int(alternative.absent), in: block) }
        return candidates
    }
}

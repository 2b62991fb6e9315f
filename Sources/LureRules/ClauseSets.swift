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
    /// `conceptCount` words for each 64 groups; behind those what earlier texts left.
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
        questions.removeAll(keepingCapacity: true)
        let negation = negation.map { Int($0) } ?? -1
        reading.hits.withUnsafeBufferPointer { hits in
            var first = 0
            while first < hits.count {
                let clause = hits[first].clause
                let bit: UInt64 = 1 << UInt64(groups.count & 63)
                if groups.count & 63 == 0 { addBlock() }
                if Int(clause) < segmentation.clauses.count, segmentation.clauses[Int(clause)].isQuestion {
                    questions[questions.count - 1] |= bit
                }
                var index = first
                let base = (questions.count - 1) * conceptCount
                words.withUnsafeMutableBufferPointer { words in
                    while index < hits.count, hits[index].clause == clause {
                        let concept = Int(hits[index].concept)
                        words[base + concept] |= bit
                        if concept == negation { negations.append(Int32(truncatingIfNeeded: index)) }
                        index &+= 1
                    }
                }
                groups.append(
                    Group(
                        clause: Int32(clause), first: Int32(truncatingIfNeeded: first),
                        end: Int32(truncatingIfNeeded: index)))
                first = index
            }
        }
    }

    /// Makes room for 64 groups more. Words are kept from text to text, and cleared when they are used again.
    private mutating func addBlock() {
        let base = questions.count * conceptCount
        questions.append(0)
        if words.count < base + conceptCount {
            words += [UInt64](repeating: 0, count: base + conceptCount - words.count)
        }
        words.withUnsafeMutableBufferPointer {
            UnsafeMutableBufferPointer(rebasing: $0[base..<base + conceptCount]).update(repeating: 0)
        }
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

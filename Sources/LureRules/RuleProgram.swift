import LureText

/// The conditions of all rules, unpacked for evaluation: flat tables, and sets of concepts both as bit masks and as
/// lists. Every index in it was checked when it was read.
struct RuleProgram: Sendable {
    struct Rule: Sendable {
        var firstAlternative: Int32
        var alternativeCount: Int32
        /// Set numbers, -1 for an empty set.
        var unlessInClause: Int32
        var unlessInText: Int32
        var isSilencedByNegation: Bool
        var isSilencedByQuestion: Bool
        var status: RuleStatus

        var alternatives: Range<Int> { Int(firstAlternative)..<Int(firstAlternative + alternativeCount) }
    }

    enum Scope: UInt8, Sendable { case clause, text, fact }

    struct Alternative: Sendable {
        /// In `slots`; for facts the index of the test.
        var first: Int32
        /// At most `PackFormat.slotLimit`.
        var count: Int32
        /// Set of the concepts that must be absent, -1 for none.
        var absent: Int32
        var scope: Scope
    }

    struct Slot: Sendable {
        var set: Int32
        var link: RulePackContents.Slot.Link
    }

    /// Where a set's concepts stand in `members`.
    struct MemberRange: Sendable {
        var first: Int32
        var count: Int32
    }

    private(set) var rules: [Rule] = []
    private(set) var alternatives: [Alternative] = []
    private(set) var slots: [Slot] = []
    private(set) var factTests: [FactTest] = []
    /// `maskWords` words for each set.
    private(set) var masks: [UInt64] = []
    private(set) var sets: [MemberRange] = []
    private(set) var members: [UInt16] = []
    let maskWords: Int

    init(conceptCount: Int) { maskWords = max(1, (conceptCount + 63) / 64) }

    /// Adds a set of concepts, each below the concept count.
    mutating func addSet(_ concepts: [UInt32]) -> Int {
        let first = masks.count
        masks += [UInt64](repeating: 0, count: maskWords)
        for concept in concepts { masks[first + Int(concept >> 6)] |= 1 << UInt64(concept & 63) }
        sets.append(MemberRange(first: Int32(members.count), count: Int32(concepts.count)))
        for concept in concepts { members.append(UInt16(concept)) }
        return sets.count - 1
    }

    mutating func add(_ test: FactTest) { factTests.append(test) }
    mutating func add(_ slot: Slot) { slots.append(slot) }
    mutating func add(_ alternative: Alternative) { alternatives.append(alternative) }
    mutating func add(_ rule: Rule) { rules.append(rule) }
}

import LureText

/// The conditions of all rules, unpacked for evaluation: flat tables, and concept sets as bit masks.
///
/// Every index in it was checked when it was read.
struct RuleProgram: Sendable {
    struct Rule: Sendable {
        var firstAlternative: Int
        var alternativeCount: Int
        /// Mask numbers, -1 for an empty set.
        var unlessInClause: Int
        var unlessInText: Int
        var isSilencedByNegation: Bool
        var isSilencedByQuestion: Bool
        var status: RuleStatus
    }

    enum Scope: UInt8, Sendable { case clause, text, fact }

    struct Alternative: Sendable {
        var scope: Scope
        /// In `slots`; for facts the index of the test.
        var first: Int
        /// At most `PackFormat.slotLimit`.
        var count: Int
        /// Mask of the concepts that must be absent, -1 for none.
        var absent: Int
    }

    struct Slot: Sendable {
        var mask: Int
        var link: RulePackContents.Slot.Link
    }

    private(set) var rules: [Rule] = []
    private(set) var alternatives: [Alternative] = []
    private(set) var slots: [Slot] = []
    private(set) var factTests: [FactTest] = []
    /// `maskWords` words for each mask.
    private(set) var masks: [UInt64] = []
    let maskWords: Int

    init(conceptCount: Int) { maskWords = max(1, (conceptCount + 63) / 64) }

    /// Adds a set of concepts, each below the concept count.
    mutating func addMask(_ concepts: some Sequence<UInt32>) -> Int {
        let first = masks.count
        masks += [UInt64](repeating: 0, count: maskWords)
        for concept in concepts { masks[first + Int(concept >> 6)] |= 1 << UInt64(concept & 63) }
        return first / maskWords
    }

    mutating func add(_ test: FactTest) { factTests.append(test) }
    mutating func add(_ slot: Slot) { slots.append(slot) }
    mutating func add(_ alternative: Alternative) { alternatives.append(alternative) }
    mutating func add(_ rule: Rule) { rules.append(rule) }

    @inline(__always)
    func holds(_ mask: Int, _ concept: UInt16) -> Bool {
        masks[mask * maskWords + Int(concept >> 6)] >> UInt64(concept & 63) & 1 != 0
    }
}

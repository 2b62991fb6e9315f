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
        /// In `slots`.
        var first: Int32
        /// At most `PackFormat.slotLimit`; 0 only for a comparison that needs nothing besides.
        var count: Int32
        /// Set of the concepts that must be absent, -1 for none.
        var absent: Int32
        /// What must be found together: in a clause, in the text, or in the text beside a fact that passes a test.
        var scope: Scope
        /// For facts the index of the test.
        var test: Int32 = 0
    }

    struct Slot: Sendable {
        var set: Int32
        /// The set's concepts, in `members`.
        var members: MemberRange
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
    /// What each concept opens and closes, `Openings.stride` words a concept. Empty before `seal`.
    private(set) var openings: [UInt64] = []
    /// What is open before any concept is known: one row more of the same kind.
    private(set) var outset: [UInt64] = []
    /// Rule of each alternative.
    private(set) var owners: [UInt16] = []
    /// The alternatives that compare facts, as a mask of `alternativeWords` words.
    private(set) var factAlternatives: [UInt64] = []
    /// The rules that are not deprecated, as a mask of `ruleWords` words.
    private(set) var liveRules: [UInt64] = []
    let maskWords: Int

    /// Words of a mask with a bit for each rule.
    var ruleWords: Int { (rules.count + 63) / 64 }
    /// Words of a mask with a bit for each alternative.
    var alternativeWords: Int { (alternatives.count + 63) / 64 }

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
    mutating func addSlot(_ set: Int, _ link: RulePackContents.Slot.Link) {
        slots.append(Slot(set: Int32(set), members: sets[set], link: link))
    }
    mutating func add(_ alternative: Alternative) { alternatives.append(alternative) }
    mutating func add(_ rule: Rule) { rules.append(rule) }

    /// Stops all rules but those that `isKept` names.
    mutating func keepRules(where isKept: (Int) -> Bool) {
        for rule in rules.indices where !isKept(rule) { liveRules[rule >> 6] &= ~(1 << UInt64(rule & 63)) }
    }

    /// Finishes a program to which all rules were added.
    mutating func seal() {
        factAlternatives = [UInt64](repeating: 0, count: alternativeWords)
        liveRules = [UInt64](repeating: 0, count: ruleWords)
        owners = [UInt16](repeating: 0, count: alternatives.count)
        let row = Openings(self)
        openings = [UInt64](repeating: 0, count: maskWords * 64 * row.stride)
        outset = [UInt64](repeating: 0, count: row.stride)
        for (rule, traits) in rules.enumerated() {
            for index in traits.alternatives { owners[index] = UInt16(rule) }
            if traits.status == .deprecated { continue }
            liveRules[rule >> 6] |= 1 << UInt64(rule & 63)
            close(by: traits.unlessInText, row.closedRules, rule, row)
            for index in traits.alternatives {
                open(index, row)
                // A bare comparison is judged clause by clause.
                let isTextWide = alternatives[index].scope == .text || alternatives[index].count > 0
                guard alternatives[index].scope != .clause, isTextWide else { continue }
                close(by: alternatives[index].absent, row.closed, index, row)
                close(by: traits.unlessInClause, row.closed, index, row)
            }
        }
    }

    private mutating func open(_ index: Int, _ row: Openings) {
        let bit: UInt64 = 1 << UInt64(index & 63)
        let alternative = alternatives[index]
        guard alternative.scope != .fact else {
            factAlternatives[index >> 6] |= bit
            return
        }
        let own = slots[Int(alternative.first)..<Int(alternative.first + alternative.count)]
        let ranked = own.map { $0.members }.sorted { $0.count < $1.count }
        for (part, set) in zip([row.first, row.second], ranked) {
            for place in Int(set.first)..<Int(set.first + set.count) {
                openings[Int(members[place]) * row.stride + part + (index >> 6)] |= bit
            }
        }
        if ranked.count == 1 { outset[row.second + (index >> 6)] |= bit }
    }

    /// Notes that each concept of a set closes an alternative or a rule.
    /// - Parameters:
    ///   - set: its number, or -1.
    ///   - part: where the mask of what is closed begins in a row.
    private mutating func close(by set: Int32, _ part: Int, _ index: Int, _ row: Openings) {
        guard set >= 0 else { return }
        let range = sets[Int(set)]
        for place in Int(range.first)..<Int(range.first + range.count) {
            openings[Int(members[place]) * row.stride + part + (index >> 6)] |= 1 << UInt64(index & 63)
        }
    }
}

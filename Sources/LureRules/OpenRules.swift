import LureText

/// How a row of `RuleProgram.openings` is divided: masks of alternatives, and one of rules.
struct Openings: Sendable {
    /// The alternatives whose smallest slot the concept fills: without such a concept they can't hold.
    var first: Int { 0 }
    /// Those whose second slot by size it fills; alternatives with one slot are open here from the outset.
    let second: Int
    /// Those about the text as a whole that it forbids.
    let closed: Int
    /// The rules that it forbids in any text.
    let closedRules: Int
    let stride: Int

    init(_ program: RuleProgram) {
        second = program.alternativeWords
        closed = 2 * program.alternativeWords
        closedRules = 3 * program.alternativeWords
        stride = closedRules + program.ruleWords
    }
}

/// The alternatives that may hold in a text, and the rules worth a look: most have nothing there that speaks for
/// them.
struct OpenRules: Sendable {
    /// One bit for each rule.
    private(set) var rules: [UInt64] = []
    /// One bit for each alternative.
    private(set) var alternatives: [UInt64] = []
    /// A row as `Openings` divides it: what the concepts of the text open and close together.
    private var row: [UInt64] = []

    /// Opens the alternatives whose two rarest slots are filled, those that compare facts if there are any, and the
    /// rules of these, of phrases and of expressions found, as far as no concept forbids them.
    mutating func find(_ reading: ConceptReading, _ pack: RulePack, _ program: ProgramView, hasFacts: Bool) {
        Self.fit(&rules, program.liveRules.count)
        Self.fit(&alternatives, program.factAlternatives.count)
        Self.fit(&row, program.outset.count)
        row.withUnsafeMutableBufferPointer { row in
            alternatives.withUnsafeMutableBufferPointer { alternatives in
                rules.withUnsafeMutableBufferPointer { rules in
                    Self.gather(reading.present, program, row)
                    Self.open(alternatives, rules, row, program, hasFacts: hasFacts)
                    for hit in reading.phrases { rules[Int(hit.rule) >> 6] |= 1 &<< UInt64(hit.rule) }
                    var last: UInt16?
                    for start in reading.regexes where start.regex != last {
                        last = start.regex
                        let rule = pack.regexRules[Int(start.regex)]
                        rules[Int(rule) >> 6] |= 1 &<< UInt64(rule)
                    }
                    for word in rules.indices {
                        rules[word] &= program.liveRules[word] & ~row[program.openings.closedRules + word]
                    }
                }
            }
        }
    }

    /// Joins the rows of all concepts of a text.
    private static func gather(
        _ present: [UInt64], _ program: ProgramView, _ row: UnsafeMutableBufferPointer<UInt64>
    ) {
        guard let sum = row.baseAddress, let table = program.concepts.baseAddress else { return }
        let stride = row.count
        for word in 0..<stride { sum[word] = program.outset[word] }
        for (place, concepts) in present.enumerated() {
            var left = concepts
            while left != 0 {
                let added = table + (place << 6 | left.trailingZeroBitCount) &* stride
                left &= left &- 1
                for word in 0..<stride { sum[word] |= added[word] }
            }
        }
    }

    private static func open(
        _ alternatives: UnsafeMutableBufferPointer<UInt64>, _ rules: UnsafeMutableBufferPointer<UInt64>,
        _ row: UnsafeMutableBufferPointer<UInt64>, _ program: ProgramView, hasFacts: Bool
    ) {
        let openings = program.openings
        for word in rules.indices { rules[word] = 0 }
        for word in alternatives.indices {
            var mask = row[word] & row[openings.second + word] & ~row[openings.closed + word]
            if hasFacts { mask |= program.factAlternatives[word] & ~row[openings.closed + word] }
            alternatives[word] = mask
            while mask != 0 {
                let rule = program.owners[word << 6 | mask.trailingZeroBitCount]
                rules[Int(rule >> 6)] |= 1 &<< UInt64(rule)
                mask &= mask &- 1
            }
        }
    }

    private static func fit(_ mask: inout [UInt64], _ count: Int) {
        if mask.count != count { mask = [UInt64](repeating: 0, count: count) }
    }
}

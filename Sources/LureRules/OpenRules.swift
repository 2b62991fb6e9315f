import LureText

/// The alternatives that may hold in a text, and the rules worth a look: most have nothing there that speaks for
/// them.
struct OpenRules: Sendable {
    /// One bit for each rule.
    private(set) var rules: [UInt64] = []
    /// One bit for each alternative.
    private var alternatives: [UInt64] = []

    @inline(__always)
    func holds(_ alternative: Int) -> Bool {
        alternatives[alternative >> 6] >> UInt64(alternative & 63) & 1 != 0
    }

    /// Opens the alternatives whose rarest slot is filled, those that compare facts if there are any, and the rules
    /// of these, of phrases and of expressions found.
    mutating func find(_ reading: ConceptReading, _ pack: RulePack, hasFacts: Bool) {
        let program = pack.program
        Self.clear(&rules, program.ruleWords)
        Self.clear(&alternatives, program.alternativeWords)
        if hasFacts {
            for word in alternatives.indices { alternatives[word] = program.factAlternatives[word] }
        }
        addConcepts(reading.present, program)
        program.owners.withUnsafeBufferPointer { owners in
            rules.withUnsafeMutableBufferPointer { rules in
                for word in alternatives.indices {
                    var left = alternatives[word]
                    while left != 0 {
                        let rule = owners[word << 6 | left.trailingZeroBitCount]
                        rules[Int(rule >> 6)] |= 1 &<< UInt64(rule)
                        left &= left &- 1
                    }
                }
            }
        }
        for hit in reading.phrases { open(hit.rule) }
        for start in reading.regexes { open(pack.regexRules[Int(start.regex)]) }
    }

    private mutating func addConcepts(_ present: [UInt64], _ program: RuleProgram) {
        program.opened.withUnsafeBufferPointer { opened in
            alternatives.withUnsafeMutableBufferPointer { alternatives in
                for (place, concepts) in present.enumerated() {
                    var left = concepts
                    while left != 0 {
                        let row = (place << 6 | left.trailingZeroBitCount) &* alternatives.count
                        left &= left &- 1
                        for word in 0..<alternatives.count { alternatives[word] |= opened[row &+ word] }
                    }
                }
            }
        }
    }

    @inline(__always)
    private mutating func open(_ rule: UInt16) { rules[Int(rule) >> 6] |= 1 << UInt64(rule & 63) }

    private static func clear(_ mask: inout [UInt64], _ count: Int) {
        if mask.count != count { mask = [UInt64](repeating: 0, count: count) }
        for word in 0..<count { mask[word] = 0 }
    }
}

import LureText

// MARK: - Reporting

extension RuleEvaluator {
    /// Takes the best match of each clause, in order, until the evidence is full.
    mutating func report(
        _ index: Int, _ rule: RuleProgram.Rule, _ program: ProgramView, _ input: RuleInput,
        _ search: inout WindowSearch, _ evaluation: inout RuleEvaluation
    ) {
        if extras.count > 1 { extraSort.sort(&extras) { $0.clause < $1.clause } }
        let evidence = EvidenceList(first: evaluation.spans.count)
        var extra = 0
        for block in 0..<(passing.count == 0 ? 0 : sets.blockCount) {
            var open = openGroups(of: block, rule, program)
            while open != 0 {
                let bit = open.trailingZeroBitCount
                open &= open - 1
                let group = sets.groups[block * 64 + bit]
                takeExtras(before: Int(group.clause), &extra, rule, program, input, evidence, &evaluation)
                var best = bestMatch(in: group, bit, rule, program, &search)
                while extra < extras.count, extras[extra].clause == Int(group.clause) {
                    let match = extras[extra]
                    extra += 1
                    if match.window < best?.window ?? Int.max { best = match }
                }
                if let best { evidence.append(best, input, to: &evaluation.spans) }
                if isFull(evidence, evaluation) { break }
            }
            if isFull(evidence, evaluation) { break }
        }
        takeExtras(before: Int.max, &extra, rule, program, input, evidence, &evaluation)
        evidence.finish(&evaluation.spans)
        guard evaluation.spans.count > evidence.first else { return }
        evaluation.hits.append(
            RuleHit(
                rule: UInt16(index), isShadow: rule.status == .shadow, firstSpan: UInt32(evidence.first),
                spanCount: UInt32(evaluation.spans.count - evidence.first), pay: pay))
    }

    private func isFull(_ evidence: EvidenceList, _ evaluation: RuleEvaluation) -> Bool {
        evaluation.spans.count - evidence.first >= RuleEvaluation.spanLimit
    }

    /// The groups of a block that may hold an alternative and in which nothing speaks against a match.
    private mutating func openGroups(of block: Int, _ rule: RuleProgram.Rule, _ program: ProgramView)
        -> UInt64
    {
        sets.words.withUnsafeBufferPointer { words in
            guard let base = words.baseAddress else { return 0 }
            let first = base + block * sets.conceptCount
            var union: UInt64 = 0
            for place in 0..<passing.count {
                if sets.blockCount > 1 {
                    passing.groups[place] = program.groups(
                        of: program.alternatives[passing.alternative(place)], in: first)
                }
                union |= passing.groups[place]
            }
            if rule.isSilencedByQuestion { union &= ~sets.questions[block] }
            if union != 0, rule.unlessInClause >= 0 {
                union &= ~program.groups(of: Int(rule.unlessInClause), in: first)
            }
            return union
        }
    }

    private mutating func bestMatch(
        in group: ClauseSets.Group, _ bit: Int, _ rule: RuleProgram.Rule, _ program: ProgramView,
        _ search: inout WindowSearch
    ) -> Match? {
        var best: Match?
        for place in 0..<passing.count where passing.groups[place] >> UInt64(bit) & 1 != 0 {
            let match = search.search(
                program.alternatives[passing.alternative(place)], from: Int(group.first), to: Int(group.end),
                isSilencedByNegation: rule.isSilencedByNegation, below: best?.window ?? Int.max)
            if let match { best = match }
        }
        return best
    }

    /// Takes the best of the extra matches of each clause before `limit`.
    private mutating func takeExtras(
        before limit: Int, _ extra: inout Int, _ rule: RuleProgram.Rule, _ program: ProgramView,
        _ input: RuleInput, _ evidence: EvidenceList, _ evaluation: inout RuleEvaluation
    ) {
        while extra < extras.count, extras[extra].clause < limit, !isFull(evidence, evaluation) {
            let clause = extras[extra].clause
            let isAsked = isQuestion(clause, rule, input)
            let isOpen = !isAsked && admits(clause, rule, program)
            var best: Match?
            while extra < extras.count, extras[extra].clause == clause {
                let match = extras[extra]
                extra += 1
                guard isOpen || match.isTextWide && !isAsked else { continue }
                if match.window < best?.window ?? Int.max { best = match }
            }
            if let best { evidence.append(best, input, to: &evaluation.spans) }
        }
    }

    /// Whether no concept in the clause speaks against a match there.
    private mutating func admits(_ clause: Int, _ rule: RuleProgram.Rule, _ program: ProgramView) -> Bool {
        guard rule.unlessInClause >= 0, let group = sets.index(of: clause) else { return true }
        return sets.words.withUnsafeBufferPointer { words in
            guard let base = words.baseAddress else { return true }
            let groups = program.groups(
                of: Int(rule.unlessInClause), in: base + group / 64 * sets.conceptCount)
            return groups >> UInt64(group & 63) & 1 == 0
        }
    }

    func isQuestion(_ clause: Int, _ rule: RuleProgram.Rule, _ input: RuleInput) -> Bool {
        rule.isSilencedByQuestion && clause < input.segmentation.clauses.count
            && input.segmentation.clauses[clause].isQuestion
    }
}

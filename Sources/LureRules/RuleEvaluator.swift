public import LurePatterns
public import LureText

/// A text as rules look at it. All parts belong to the same folded text.
public struct RuleInput {
    public var text: FoldedText
    public var segmentation: Segmentation
    public var reading: ConceptReading
    public var facts: [Fact]

    public init(text: FoldedText, segmentation: Segmentation, reading: ConceptReading, facts: [Fact]) {
        self.text = text
        self.segmentation = segmentation
        self.reading = reading
        self.facts = facts
    }
}

/// Finds the rules that fire in a text. One for each worker: it owns buffers and compiled expressions.
public struct RuleEvaluator: ~Copyable {
    private let pack: RulePack
    private var expressions: RegexScratch
    private var sets = ClauseSets()
    private let rings = WindowRings()
    private var open = OpenRules()
    /// Alternatives of the rule at hand that look at single clauses and may hold.
    private var passing: [Int] = []
    /// For each of them, the groups of the block at hand that may hold it.
    private var candidates: [UInt64] = []
    /// Matches of the rule at hand that were found outside the search by clause.
    private var extras: [Match] = []
    private var extraSort = MergeSort<Match>()
    /// Bytes past its beginning that an expression sees: what stands further away is said in another clause.
    private static let regexReach = 256

    public init(_ pack: RulePack, limits: RegexLimits = RegexLimits()) {
        self.pack = pack
        expressions = RegexScratch(pack.patterns, limits: limits)
    }

    deinit { rings.deallocate() }

    /// Evaluates every rule that is not deprecated; `evaluation` is overwritten.
    public mutating func evaluate(_ input: RuleInput, into evaluation: inout RuleEvaluation) {
        evaluation.removeAll()
        // A reading made with another pack has no meaning here.
        guard input.reading.present.count == pack.program.maskWords else { return }
        sets.fill(
            from: input.reading, input.segmentation, conceptCount: pack.conceptCount, negation: pack.negation)
        let negations = sets.negations
        input.withView(negations: negations) { view in
            pack.program.withView { program in
                evaluate(input, view, program, &evaluation)
            }
        }
    }

    private mutating func evaluate(
        _ input: RuleInput, _ view: ReadingView, _ program: ProgramView, _ evaluation: inout RuleEvaluation
    ) {
        var regex = 0
        var search = WindowSearch(program, in: view, rings: rings)
        var phrase = 0
        open.find(input.reading, pack, hasFacts: !input.facts.isEmpty)
        for word in open.rules.indices {
            var left = open.rules[word]
            while left != 0 {
                let index = word << 6 | left.trailingZeroBitCount
                left &= left &- 1
                let phrases = Self.phrases(of: index, in: input.reading, from: &phrase)
                let regexes = regexes(of: index, in: input.reading, from: &regex)
                let rule = pack.program.rules[index]
                if rule.status == .deprecated { continue }
                let others = gather(rule, program, input)
                guard others || !passing.isEmpty || !phrases.isEmpty || !regexes.isEmpty else { continue }
                if rule.unlessInText >= 0, meets(rule.unlessInText, program, input) { continue }
                if !extras.isEmpty { extras.removeAll(keepingCapacity: true) }
                if others { addOthers(rule, program, input, &search) }
                for hit in phrases { add(input.reading.phrases[hit], rule, view) }
                if !regexes.isEmpty { addRegexes(regexes, of: index, rule, input, view, &evaluation) }
                if extras.isEmpty && passing.isEmpty { continue }
                report(index, rule, program, input, &search, &evaluation)
            }
        }
    }

    private func meets(_ set: Int32, _ program: ProgramView, _ input: RuleInput) -> Bool {
        input.reading.present.withUnsafeBufferPointer { program.meets(Int(set), $0) }
    }

    /// The phrase hits of a rule: rules are visited in order, and so are the hits.
    @inline(__always)
    private static func phrases(of rule: Int, in reading: ConceptReading, from next: inout Int) -> Range<Int>
    {
        let first = next
        while next < reading.phrases.count, Int(reading.phrases[next].rule) == rule { next += 1 }
        return first..<next
    }

    /// Beginnings of a rule's expressions; rules come in order, and so do their expressions.
    private func regexes(of rule: Int, in reading: ConceptReading, from next: inout Int) -> Range<Int> {
        func owner(_ start: Int) -> Int { Int(pack.regexRules[Int(reading.regexes[start].regex)]) }
        while next < reading.regexes.count, owner(next) < rule { next += 1 }
        let first = next
        while next < reading.regexes.count, owner(next) == rule { next += 1 }
        return first..<next
    }

    /// Collects the alternatives that may hold in a clause.
    /// - Returns: whether alternatives about the text or about facts may hold.
    private mutating func gather(_ rule: RuleProgram.Rule, _ program: ProgramView, _ input: RuleInput) -> Bool
    {
        if !passing.isEmpty {
            passing.removeAll(keepingCapacity: true)
            candidates.removeAll(keepingCapacity: true)
        }
        var others = false
        input.reading.present.withUnsafeBufferPointer { present in
            sets.words.withUnsafeBufferPointer { words in
                for index in rule.alternatives where open.holds(index) {
                    let alternative = program.alternatives[index]
                    switch alternative.scope {
                    case .clause:
                        // In a text of up to 64 clauses which of them may hold it costs no more to know than whether
                        // the text may.
                        if sets.blockCount == 1, let block = words.baseAddress {
                            let groups = program.groups(of: alternative, in: block)
                            if groups != 0 {
                                passing.append(index)
                                candidates.append(groups)
                            }
                        } else if program.mayHold(alternative, present) {
                            passing.append(index)
                            candidates.append(0)
                        }
                    case .text: if !others { others = program.mayHold(alternative, present) }
                    case .fact: others = others || !input.facts.isEmpty
                    }
                }
            }
        }
        return others
    }

    /// Adds matches of alternatives about the whole text, and of comparisons of facts.
    private mutating func addOthers(
        _ rule: RuleProgram.Rule, _ program: ProgramView, _ input: RuleInput, _ search: inout WindowSearch
    ) {
        let view = search.reading
        for index in rule.alternatives {
            let alternative = program.alternatives[index]
            switch alternative.scope {
            case .clause: continue
            case .text:
                let mayHold = input.reading.present.withUnsafeBufferPointer { present in
                    program.mayHold(alternative, present)
                        && !(alternative.absent >= 0 && program.meets(Int(alternative.absent), present))
                        && !(rule.unlessInClause >= 0 && program.meets(Int(rule.unlessInClause), present))
                }
                guard mayHold else { continue }
                let match = search.search(
                    alternative, from: 0, to: view.hits.count, isSilencedByNegation: rule.isSilencedByNegation
                )
                if let match { extras.append(match) }
            case .fact:
                let test = pack.program.factTests[Int(alternative.first)]
                for fact in input.facts where test.holds(for: fact.kind) {
                    add(fact.span, rule, input, view)
                }
            }
        }
    }

    private mutating func add(_ phrase: PhraseHit, _ rule: RuleProgram.Rule, _ view: ReadingView) {
        add(phrase.span, phrase.words, clause: Int(phrase.clause), rule, view)
    }

    private mutating func add(
        _ span: TextSpan, _ rule: RuleProgram.Rule, _ input: RuleInput, _ view: ReadingView
    ) {
        add(
            span, input.segmentation.wordRange(of: span),
            clause: input.segmentation.clauseIndex(of: span.start), rule, view)
    }

    private mutating func add(
        _ span: TextSpan, _ words: WordRange, clause: Int, _ rule: RuleProgram.Rule, _ view: ReadingView
    ) {
        let match = Match(
            clause: clause, window: 0, isTextWide: false, count: 0, chosen: SIMD8(repeating: -1), span: span)
        if rule.isSilencedByNegation, view.negates(span, words, clause: clause, match) { return }
        extras.append(match)
    }

    private mutating func addRegexes(
        _ starts: Range<Int>, of index: Int, _ rule: RuleProgram.Rule, _ input: RuleInput,
        _ view: ReadingView,
        _ evaluation: inout RuleEvaluation
    ) {
        var end = 0
        var last: UInt16?
        for start in input.reading.regexes[starts] {
            if start.regex != last { end = 0 }
            last = start.regex
            guard Int(start.place) >= end else { continue }
            let outcome = input.text.bytes.withUnsafeBufferPointer {
                expressions.match(Int(start.regex), in: Self.reach(of: start, in: $0), from: Int(start.place))
            }
            if case .notEvaluated = outcome, evaluation.unevaluated.last != UInt16(index) {
                evaluation.unevaluated.append(UInt16(index))
            }
            guard case .match(let span) = outcome, span.end > span.start else { continue }
            add(span, rule, input, view)
            end = Int(span.end)
        }
    }

    /// The text as far as an expression looks: to `regexReach` bytes past its beginning.
    private static func reach(
        of start: RegexStart, in text: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8> {
        var end = Int(start.place) + regexReach
        guard end < text.count else { return text }
        while text[end] & 0xC0 == 0x80 { end -= 1 }
        return UnsafeBufferPointer(rebasing: text[..<end])
    }
}

// MARK: - Reporting

extension RuleEvaluator {
    /// Takes the best match of each clause, in order, until the evidence is full.
    private mutating func report(
        _ index: Int, _ rule: RuleProgram.Rule, _ program: ProgramView, _ input: RuleInput,
        _ search: inout WindowSearch, _ evaluation: inout RuleEvaluation
    ) {
        if extras.count > 1 { extraSort.sort(&extras) { $0.clause < $1.clause } }
        let evidence = EvidenceList(first: evaluation.spans.count)
        var extra = 0
        for block in 0..<(passing.isEmpty ? 0 : sets.blockCount) {
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
                spanCount: UInt32(evaluation.spans.count - evidence.first)))
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
            for place in passing.indices {
                if sets.blockCount > 1 {
                    candidates[place] = program.groups(of: program.alternatives[passing[place]], in: first)
                }
                union |= candidates[place]
            }
            if rule.isSilencedByQuestion { union &= ~sets.questions[block] }
            if union != 0, rule.unlessInClause >= 0 {
                union &= ~program.groups(of: Int(rule.unlessInClause), in: first)
            }
            return union
        }
    }

    private func bestMatch(
        in group: ClauseSets.Group, _ bit: Int, _ rule: RuleProgram.Rule, _ program: ProgramView,
        _ search: inout WindowSearch
    ) -> Match? {
        var best: Match?
        for place in passing.indices where candidates[place] >> UInt64(bit) & 1 != 0 {
            let match = search.search(
                program.alternatives[passing[place]], from: Int(group.first), to: Int(group.end),
                isSilencedByNegation: rule.isSilencedByNegation, below: best?.window ?? Int.max)
            if let match { best = match }
        }
        return best
    }

    /// Takes the best of the extra matches of each clause before `limit`.
    private func takeExtras(
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
    private func admits(_ clause: Int, _ rule: RuleProgram.Rule, _ program: ProgramView) -> Bool {
        guard rule.unlessInClause >= 0, let group = sets.index(of: clause) else { return true }
        return sets.words.withUnsafeBufferPointer { words in
            guard let base = words.baseAddress else { return true }
            let groups = program.groups(
                of: Int(rule.unlessInClause), in: base + group / 64 * sets.conceptCount)
            return groups >> UInt64(group & 63) & 1 == 0
        }
    }

    private func isQuestion(_ clause: Int, _ rule: RuleProgram.Rule, _ input: RuleInput) -> Bool {
        rule.isSilencedByQuestion && clause < input.segmentation.clauses.count
            && input.segmentation.clauses[clause].isQuestion
    }
}

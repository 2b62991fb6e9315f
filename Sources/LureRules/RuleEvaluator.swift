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
    private var regexes: RegexScratch
    private var groups = ClauseGroups()
    private var search = WindowSearch()
    /// Alternatives of the rule at hand that look at single clauses and may hold.
    private var passing: [Int] = []
    /// Matches of the rule at hand that were found outside the search by clause.
    private var extras: [Match] = []
    private var extraSort = MergeSort<Match>()
    /// Matches in one text of one expression that are looked at.
    private static let regexMatchLimit = 16

    public init(_ pack: RulePack, limits: RegexLimits = RegexLimits()) {
        self.pack = pack
        regexes = RegexScratch(pack.patterns, limits: limits)
    }

    /// Evaluates every rule that is not deprecated; `evaluation` is overwritten.
    public mutating func evaluate(_ input: RuleInput, into evaluation: inout RuleEvaluation) {
        evaluation.removeAll()
        let program = pack.program
        // A reading made with another pack has no meaning here.
        guard input.reading.present.count == program.maskWords else { return }
        groups.fill(from: input.reading, maskWords: program.maskWords, negation: pack.negation)
        // Made once: its arrays are shared, not copied, but counting their owners for each rule would cost more than
        // most rules do.
        var negation = Negation(
            segmentation: input.segmentation, reading: input.reading, negations: groups.negations)
        var phrase = 0
        for index in program.rules.indices {
            let phrases = Self.phrases(of: index, in: input.reading, from: &phrase)
            let rule = program.rules[index]
            if rule.status == .deprecated { continue }
            let hasRegex = !input.reading.regexes.isEmpty
            guard gather(rule, program, input) || !phrases.isEmpty || hasRegex else { continue }
            if rule.unlessInText >= 0, program.meets(rule.unlessInText, input.reading.present) { continue }
            negation.isActive = rule.isSilencedByNegation
            addTextWide(rule, program, input, negation)
            addFacts(rule, program, input, negation)
            addPhrases(phrases, input, negation)
            if hasRegex { addRegexes(of: index, input, negation, &evaluation) }
            report(index, rule, program, input, negation, &evaluation)
        }
    }

    /// The phrase hits of a rule: rules are visited in order, and so are the hits.
    private static func phrases(of rule: Int, in reading: ConceptReading, from next: inout Int) -> Range<Int>
    {
        let first = next
        while next < reading.phrases.count, Int(reading.phrases[next].rule) == rule { next += 1 }
        return first..<next
    }

    /// Collects the alternatives that may hold, going by the concepts of the whole text.
    /// - Returns: whether there is anything to look at.
    private mutating func gather(_ rule: RuleProgram.Rule, _ program: RuleProgram, _ input: RuleInput) -> Bool
    {
        passing.removeAll(keepingCapacity: true)
        extras.removeAll(keepingCapacity: true)
        var hasOther = false
        for index in rule.firstAlternative..<rule.firstAlternative + rule.alternativeCount {
            let alternative = program.alternatives[index]
            switch alternative.scope {
            case .clause:
                if program.mayHold(alternative, in: input.reading.present) { passing.append(index) }
            case .text:
                hasOther = hasOther || program.mayHold(alternative, in: input.reading.present)
            case .fact:
                hasOther = hasOther || !input.facts.isEmpty
            }
        }
        return hasOther || !passing.isEmpty
    }

    private mutating func addTextWide(
        _ rule: RuleProgram.Rule, _ program: RuleProgram, _ input: RuleInput, _ negation: Negation
    ) {
        let present = input.reading.present
        for index in rule.firstAlternative..<rule.firstAlternative + rule.alternativeCount {
            let alternative = program.alternatives[index]
            guard alternative.scope == .text, program.mayHold(alternative, in: present) else { continue }
            if alternative.absent >= 0, program.meets(alternative.absent, present) { continue }
            if rule.unlessInClause >= 0, program.meets(rule.unlessInClause, present) { continue }
            let match = search.search(
                alternative, of: program, in: input.reading, hits: input.reading.hits.indices,
                isSilenced: negation.silences)
            if let match { extras.append(match) }
        }
    }

    private mutating func addFacts(
        _ rule: RuleProgram.Rule, _ program: RuleProgram, _ input: RuleInput, _ negation: Negation
    ) {
        for index in rule.firstAlternative..<rule.firstAlternative + rule.alternativeCount
        where program.alternatives[index].scope == .fact {
            let test = program.factTests[program.alternatives[index].first]
            for fact in input.facts where test.holds(for: fact.kind) {
                add(fact.span, clause: input.segmentation.clauseIndex(of: fact.span.start), negation)
            }
        }
    }

    private mutating func addPhrases(_ phrases: Range<Int>, _ input: RuleInput, _ negation: Negation) {
        for index in phrases {
            let phrase = input.reading.phrases[index]
            add(phrase.span, clause: Int(phrase.clause), negation)
        }
    }

    private mutating func add(_ span: TextSpan, clause: Int, _ negation: Negation) {
        let match = Match(
            clause: clause, window: 0, isTextWide: false, count: 0, chosen: SIMD8(repeating: -1), span: span)
        if !negation.silences(match) { extras.append(match) }
    }

    private mutating func addRegexes(
        of rule: Int, _ input: RuleInput, _ negation: Negation, _ evaluation: inout RuleEvaluation
    ) {
        for regex in input.reading.regexes where Int(pack.regexRules[Int(regex)]) == rule {
            var start = 0
            for _ in 0..<Self.regexMatchLimit {
                let outcome = input.text.bytes.withUnsafeBufferPointer {
                    regexes.match(Int(regex), in: $0, from: start)
                }
                if case .notEvaluated = outcome, evaluation.unevaluated.last != UInt16(rule) {
                    evaluation.unevaluated.append(UInt16(rule))
                }
                guard case .match(let span) = outcome, span.end > span.start, Int(span.end) > start else {
                    break
                }
                add(span, clause: input.segmentation.clauseIndex(of: span.start), negation)
                start = Int(span.end)
            }
        }
    }

    /// Takes the best match of each clause, in order, until the evidence is full.
    private mutating func report(
        _ index: Int, _ rule: RuleProgram.Rule, _ program: RuleProgram, _ input: RuleInput,
        _ negation: Negation,
        _ evaluation: inout RuleEvaluation
    ) {
        if extras.count > 1 { extraSort.sort(&extras) { $0.clause < $1.clause } }
        let evidence = EvidenceList(first: evaluation.spans.count)
        var group = 0
        var extra = 0
        let groupCount = passing.isEmpty ? 0 : groups.groups.count
        while group < groupCount || extra < extras.count {
            let clauseOfGroup = group < groupCount ? groups.groups[group].clause : Int.max
            let clause = extra < extras.count ? min(clauseOfGroup, extras[extra].clause) : clauseOfGroup
            var best: Match?
            let isOpen = admits(clause, rule, program, input)
            if clauseOfGroup == clause {
                if isOpen { best = bestMatch(in: group, program, input, negation) }
                group += 1
            }
            while extra < extras.count, extras[extra].clause == clause {
                let match = extras[extra]
                extra += 1
                guard isOpen || match.isTextWide && !isSilencedQuestion(clause, rule, input) else { continue }
                if match.window < best?.window ?? Int.max { best = match }
            }
            guard let best else { continue }
            evidence.append(best, input, to: &evaluation.spans)
            if evaluation.spans.count - evidence.first >= RuleEvaluation.spanLimit { break }
        }
        evidence.finish(&evaluation.spans)
        guard evaluation.spans.count > evidence.first else { return }
        evaluation.hits.append(
            RuleHit(
                rule: UInt16(index), isShadow: rule.status == .shadow, firstSpan: UInt32(evidence.first),
                spanCount: UInt32(evaluation.spans.count - evidence.first)))
    }

    /// Whether nothing in the clause speaks against a match there.
    private func admits(
        _ clause: Int, _ rule: RuleProgram.Rule, _ program: RuleProgram, _ input: RuleInput
    ) -> Bool {
        if isSilencedQuestion(clause, rule, input) { return false }
        guard rule.unlessInClause >= 0, let group = groups.index(of: clause) else { return true }
        return !program.meets(rule.unlessInClause, groups.masks, at: group * program.maskWords)
    }

    private func isSilencedQuestion(_ clause: Int, _ rule: RuleProgram.Rule, _ input: RuleInput) -> Bool {
        rule.isSilencedByQuestion && clause < input.segmentation.clauses.count
            && input.segmentation.clauses[clause].isQuestion
    }

    private mutating func bestMatch(
        in group: Int, _ program: RuleProgram, _ input: RuleInput, _ negation: Negation
    ) -> Match? {
        var best: Match?
        let start = group * program.maskWords
        for index in passing {
            let alternative = program.alternatives[index]
            guard program.mayHold(alternative, in: groups.masks, at: start) else { continue }
            if alternative.absent >= 0, program.meets(alternative.absent, groups.masks, at: start) {
                continue
            }
            let match = search.search(
                alternative, of: program, in: input.reading, hits: groups.groups[group].hits,
                isSilenced: negation.silences)
            if let match, match.window < best?.window ?? Int.max { best = match }
        }
        return best
    }
}

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
    var sets = ClauseSets()
    private let rings: WindowRings
    private var open = OpenRules()
    /// Alternatives of the rule at hand that look at single clauses and may hold.
    var passing: PassingAlternatives
    /// Matches of the rule at hand that were found outside the search by clause.
    var extras: [Match] = []
    /// How pay compares in a match of the rule at hand.
    var pay: PayComparison?
    var extraSort = MergeSort<Match>()
    /// Bytes past its beginning that an expression sees: what stands further away is said in another clause.
    private static let regexReach = 256

    public init(_ pack: RulePack, limits: RegexLimits = RegexLimits()) {
        self.pack = pack
        expressions = RegexScratch(pack.patterns, limits: limits)
        rings = WindowRings(conceptCount: pack.conceptCount)
        passing = PassingAlternatives(pack.program)
    }

    deinit {
        rings.deallocate()
        passing.deallocate()
    }

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
        open.find(input.reading, pack, program, hasFacts: !input.facts.isEmpty)
        for word in open.rules.indices {
            var left = open.rules[word]
            while left != 0 {
                let index = word << 6 | left.trailingZeroBitCount
                left &= left &- 1
                let phrases = Self.phrases(of: index, in: input.reading, from: &phrase)
                let regexes = regexes(of: index, in: input.reading, from: &regex)
                let rule = program.rules[index]
                let others = gather(rule, program)
                guard others || passing.count > 0 || !phrases.isEmpty || !regexes.isEmpty else { continue }
                if !extras.isEmpty { extras.removeAll(keepingCapacity: true) }
                pay = nil
                if others { addOthers(rule, program, input, &search) }
                for hit in phrases { add(input.reading.phrases[hit], rule, view) }
                if !regexes.isEmpty { addRegexes(regexes, of: index, rule, input, view, &evaluation) }
                if extras.isEmpty && passing.count == 0 { continue }
                report(index, rule, program, input, &search, &evaluation)
            }
        }
    }

    /// The phrase hits of a rule: rules are visited in order, and so are the hits.
    @inline(__always)
    private static func phrases(of rule: Int, in reading: ConceptReading, from next: inout Int) -> Range<Int>
    {
        guard next < reading.phrases.count else { return next..<next }
        while next < reading.phrases.count, Int(reading.phrases[next].rule) < rule { next += 1 }
        let first = next
        while next < reading.phrases.count, Int(reading.phrases[next].rule) == rule { next += 1 }
        return first..<next
    }

    /// Beginnings of a rule's expressions; rules come in order, and so do their expressions.
    @inline(__always)
    private func regexes(of rule: Int, in reading: ConceptReading, from next: inout Int) -> Range<Int> {
        guard next < reading.regexes.count else { return next..<next }
        return reading.regexes.withUnsafeBufferPointer { starts in
            pack.regexRules.withUnsafeBufferPointer { owners in
                var place = next
                while place < starts.count, Int(owners[Int(starts[place].regex)]) < rule { place &+= 1 }
                let first = place
                while place < starts.count, Int(owners[Int(starts[place].regex)]) == rule { place &+= 1 }
                next = place
                return first..<place
            }
        }
    }

    /// Collects the alternatives that may hold in a clause.
    /// - Returns: whether alternatives about the text or about facts may hold.
    private mutating func gather(_ rule: RuleProgram.Rule, _ program: ProgramView) -> Bool {
        passing.removeAll()
        var others = false
        sets.words.withUnsafeBufferPointer { words in
            open.alternatives.withUnsafeBufferPointer { open in
                var places = OpenPlaces(rule.alternatives)
                while let index = places.next(in: open) {
                    let alternative = program.alternatives[index]
                    guard alternative.scope == .clause else {
                        others = true
                        continue
                    }
                    // In a text of up to 64 clauses it is known at once which of them may hold it.
                    if sets.blockCount == 1, let block = words.baseAddress {
                        let groups = program.groups(of: alternative, in: block)
                        if groups != 0 { passing.append(index, groups) }
                    } else {
                        passing.append(index, 0)
                    }
                }
            }
        }
        return others
    }

    /// Adds the tightest match of all alternatives about the whole text, and those of comparisons of facts: each
    /// wider one would mark words that say the same less plainly.
    private mutating func addOthers(
        _ rule: RuleProgram.Rule, _ program: ProgramView, _ input: RuleInput, _ search: inout WindowSearch
    ) {
        let view = search.reading
        var places = OpenPlaces(rule.alternatives)
        var tightest: Match?
        while let index = open.alternatives.withUnsafeBufferPointer({ places.next(in: $0) }) {
            let alternative = program.alternatives[index]
            switch alternative.scope {
            case .clause: continue
            case .text:
                // The first two slots are known to be filled.
                if alternative.count > 2 {
                    let mayHold = input.reading.present.withUnsafeBufferPointer {
                        program.mayHold(alternative, $0)
                    }
                    guard mayHold else { continue }
                }
                let match = search.search(
                    alternative, from: 0, to: view.hits.count,
                    isSilencedByNegation: rule.isSilencedByNegation,
                    below: tightest?.window ?? Int.max)
                if let match, !isQuestion(match.clause, rule, input) { tightest = match }
            case .fact:
                addFacts(alternative, rule, program, input, &search)
            }
        }
        if let tightest { extras.append(tightest) }
    }

    /// Adds the facts that pass a comparison; if the alternative demands more, the first of them with the smallest
    /// window of that.
    private mutating func addFacts(
        _ alternative: RuleProgram.Alternative, _ rule: RuleProgram.Rule, _ program: ProgramView,
        _ input: RuleInput, _ search: inout WindowSearch
    ) {
        let test = pack.program.factTests[Int(alternative.test)]
        for fact in input.facts {
            var found: PayComparison?
            if !test.holds(for: fact.kind) {
                found = comparison(of: fact, test, input)
                if found == nil { continue }
            }
            let before = extras.count
            if alternative.count == 0 {
                add(fact.span, rule, input, search.reading)
            } else {
                addBeside(fact, alternative, rule, program, input, &search)
            }
            if let found, extras.count > before { pay = pay ?? found }
            if alternative.count > 0, extras.count > before { return }
        }
    }

    /// How a fact compares with the usual pay, if it passes `test`.
    private func comparison(of fact: Fact, _ test: FactTest, _ input: RuleInput) -> PayComparison? {
        guard test.isTimesUsual, case .money(let money) = fact.kind,
            let found = pack.usualPay.comparison(of: money, present: input.reading.present),
            test.isAbove ? found.times > test.bound : found.times < test.bound
        else { return nil }
        return PayComparison(times: found.times, row: found.row)
    }

    /// Adds a fact together with what the alternative demands anywhere in the text.
    private mutating func addBeside(
        _ fact: Fact, _ alternative: RuleProgram.Alternative, _ rule: RuleProgram.Rule,
        _ program: ProgramView, _ input: RuleInput, _ search: inout WindowSearch
    ) {
        let view = search.reading
        let mayHold = input.reading.present.withUnsafeBufferPointer {
            program.mayHold(alternative, $0)
        }
        guard mayHold, let place = Self.hit(of: fact, in: view) else { return }
        var wide = alternative
        wide.scope = .text
        let match = search.search(
            wide, from: 0, to: view.hits.count, isSilencedByNegation: rule.isSilencedByNegation)
        guard var match, match.count < match.chosen.scalarCount else { return }
        match.chosen[match.count] = Int32(place)
        match.count += 1
        match.clause = min(match.clause, Int(view.hits[place].clause))
        extras.append(match)
    }

    /// The hit that stands for a fact in the reading.
    private static func hit(of fact: Fact, in view: ReadingView) -> Int? {
        let concept = UInt16(fact.kind.isMoney ? FactConcept.money : FactConcept.age)
        return view.hits.indices.first { view.hits[$0].concept == concept && view.hits[$0].span == fact.span }
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

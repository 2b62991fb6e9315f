public import LurePatterns
public import LureText

/// What was found in a text before concepts are read: all places count in the folded text.
public struct PatternFindings: Sendable {
    public var literals: [LiteralHit]
    /// The map of the folded text, which knows its accents.
    public var map: OffsetMap
    public var facts: [Fact]
    /// Places where words are hidden behind odd letters or spaces.
    public var disguises: [TextSpan]
    /// Languages found in the text; English always speaks too.
    public var speaking: LanguageSet

    public init(
        literals: [LiteralHit] = [], map: OffsetMap = OffsetMap(), facts: [Fact] = [],
        disguises: [TextSpan] = [], speaking: LanguageSet = []
    ) {
        self.literals = literals
        self.map = map
        self.facts = facts
        self.disguises = disguises
        self.speaking = speaking
    }
}

/// Turns literal hits and facts into concepts. Keeps its buffers between texts.
public struct ConceptReader: Sendable {
    private struct Candidate {
        /// Start and complement of the end: ascends by start, longer ones first.
        let place: UInt64
        let target: FormTarget

        @inline(__always)
        init(_ span: TextSpan, _ target: FormTarget) {
            place = UInt64(span.start) << 32 | UInt64(~span.end)
            self.target = target
        }

        @inline(__always)
        var span: TextSpan {
            TextSpan(
                start: UInt32(truncatingIfNeeded: place >> 32), end: ~UInt32(truncatingIfNeeded: place))
        }

        @inline(__always)
        static func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
            a.place != b.place ? a.place < b.place : a.target.raw < b.target.raw
        }
    }

    private var candidates: [Candidate] = []
    /// End of the last hit of each concept.
    private var ends: [UInt32] = []
    /// What `place` finds, before it is appended at once; as many as there were candidates in any text.
    private var found: [ConceptHit] = []
    private var foundWords: [WordRange] = []
    private var candidateSort = MergeSort<Candidate>()
    private var phraseSort = MergeSort<PhraseHit>()
    private var regexSort = MergeSort<RegexStart>()

    public init() {}

    /// Reads `findings` into `reading`, which is overwritten.
    /// - Complexity: linear in the findings if they come nearly sorted, as scanners give them.
    public mutating func read(
        _ findings: PatternFindings, in segmentation: Segmentation, with pack: RulePack,
        into reading: inout ConceptReading
    ) {
        reading.removeAll(maskWords: pack.program.maskWords)
        candidates.removeAll(keepingCapacity: true)
        if findings.map.hasAccents {
            addAccented(findings, pack, &reading)
        } else {
            addPlain(findings.literals, findings.speaking, pack, &reading)
        }
        addFacts(findings)
        candidateSort.sort(&candidates, by: Candidate.precedes)
        place(in: segmentation, pack, &reading)
        sortRegexes(&reading)
        phraseSort.sort(&reading.phrases) { a, b in
            a.rule != b.rule ? a.rule < b.rule : a.span.start < b.span.start
        }
    }

    private mutating func addPlain(
        _ literals: [LiteralHit], _ languages: LanguageSet, _ pack: RulePack, _ reading: inout ConceptReading
    ) {
        addLiterals(literals, languages, pack, &reading) { _, _ in true }
    }

    /// Only what is spelt as the text has it.
    private mutating func addAccented(
        _ findings: PatternFindings, _ pack: RulePack, _ reading: inout ConceptReading
    ) {
        let accents = AccentTest(speaking: findings.speaking, spellings: pack.spellings)
        findings.map.withSpellings { finger in
            addLiterals(findings.literals, findings.speaking, pack, &reading) { hit, languages in
                accents.passes(hit, languages: languages, &finger)
            }
        }
    }

    /// - Parameter passes: whether a hit of a form, listed for these languages, counts.
    @inline(__always)
    private mutating func addLiterals(
        _ literals: [LiteralHit], _ languages: LanguageSet, _ pack: RulePack, _ reading: inout ConceptReading,
        passes: (LiteralHit, UInt32) -> Bool
    ) {
        let speaking = languages.rawValue | LanguageSet.always.rawValue
        let forms = pack.forms
        let formCount = pack.formCount
        literals.withUnsafeBufferPointer { literals in
            for first in stride(from: 0, to: literals.count, by: Self.batch) {
                let end = min(first + Self.batch, literals.count)
                withUnsafeTemporaryAllocation(of: Candidate.self, capacity: Self.batch) { buffer in
                    guard let batch = buffer.baseAddress else { return }
                    var count = 0
                    for index in first..<end {
                        let hit = literals[index]
                        guard hit.value < formCount else { continue }
                        let form = Int(hit.value) &* PackFormat.Stride.form
                        let languages = forms[form]
                        let target = FormTarget(raw: forms[form &+ 1])
                        // Written in any case, and counted if it is a concept of a language that speaks: which is
                        // hard to guess.
                        let speaks = languages & speaking != 0 ? 1 : 0
                        let isConcept = target.raw >> 30 == FormTarget.Kind.concept.rawValue ? 1 : 0
                        let counts = passes(hit, languages)
                        (batch + count).initialize(to: Candidate(hit.span, target))
                        count &+= speaks & isConcept & (counts ? 1 : 0)
                        guard speaks & (1 &- isConcept) != 0 else { continue }
                        // Candidates stay in order: they come nearly sorted.
                        candidates.append(contentsOf: UnsafeBufferPointer(start: batch, count: count))
                        count = 0
                        addRare(target, at: hit.span, pack, regexesOnly: !counts, &reading)
                    }
                    candidates.append(contentsOf: UnsafeBufferPointer(start: batch, count: count))
                }
            }
        }
    }

    /// Literals whose candidates are appended at once: what takes 1024 bytes.
    private static let batch = 64

    /// - Parameter regexesOnly: expressions match folded text, so accents don't matter to them.
    @inline(never)
    private mutating func addRare(
        _ target: FormTarget, at span: TextSpan, _ pack: RulePack, regexesOnly: Bool,
        _ reading: inout ConceptReading
    ) {
        if !target.isList {
            if !regexesOnly || target.kind == .regex { add(target, at: span, &reading) }
            return
        }
        for index in target.index..<target.index + target.listCount {
            let member = FormTarget(raw: pack.formTargets[index])
            if !regexesOnly || member.kind == .regex { add(member, at: span, &reading) }
        }
    }

    private mutating func add(_ target: FormTarget, at span: TextSpan, _ reading: inout ConceptReading) {
        if target.kind == .regex {
            reading.regexes.append(RegexStart(regex: UInt16(target.index), place: span.start))
        } else {
            candidates.append(Candidate(span, target))
        }
    }

    private mutating func addFacts(_ findings: PatternFindings) {
        for fact in findings.facts {
            FactConcept.forEach(of: fact.kind) { concept in
                candidates.append(Candidate(fact.span, FormTarget(kind: .concept, index: concept)))
            }
        }
        for span in findings.disguises {
            candidates.append(Candidate(span, FormTarget(kind: .concept, index: FactConcept.disguise)))
        }
    }

    /// Goes through the sorted candidates once, with a finger each on words and clauses.
    private mutating func place(
        in segmentation: Segmentation, _ pack: RulePack, _ reading: inout ConceptReading
    ) {
        while found.count < candidates.count {
            found.append(ConceptHit(concept: 0, clause: 0, span: TextSpan(start: 0, end: 0)))
            foundWords.append(WordRange(first: 0, last: 0))
        }
        if ends.count != pack.conceptCount { ends = [UInt32](repeating: 0, count: pack.conceptCount) }
        let count = Self.place(
            candidates, in: segmentation, negation: pack.negation.map { Int($0) } ?? -1,
            countries: pack.usualPay.countries.lowerBound, &found, &foundWords, &ends, &reading.present,
            &reading.phrases)
        found.withUnsafeBufferPointer {
            reading.hits.append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<count]))
        }
        foundWords.withUnsafeBufferPointer {
            reading.words.append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<count]))
        }
    }

    /// - Returns: the number of hits found.
    private static func place(
        _ candidates: [Candidate], in segmentation: Segmentation, negation: Int, countries: Int,
        _ found: inout [ConceptHit], _ foundWords: inout [WordRange], _ ends: inout [UInt32],
        _ present: inout [UInt64], _ phrases: inout [PhraseHit]
    ) -> Int {
        segmentation.withPointers { words, clauses in
            found.withUnsafeMutableBufferPointer { found in
                foundWords.withUnsafeMutableBufferPointer { foundWords in
                    ends.withUnsafeMutableBufferPointer { ends in
                        present.withUnsafeMutableBufferPointer { present in
                            ends.update(repeating: 0)
                            var placing = Placing(
                                words: WordFinger(words), clauses: clauses, negation: negation,
                                countries: countries, ends: ends,
                                present: present, found: found, foundWords: foundWords)
                            for candidate in candidates {
                                placing.add(candidate.target, at: candidate.span, &phrases)
                            }
                            return placing.count
                        }
                    }
                }
            }
        }
    }

    /// Sorts and removes doubles: two literals of an expression may begin at one place.
    private mutating func sortRegexes(_ reading: inout ConceptReading) {
        guard reading.regexes.count > 1 else { return }
        regexSort.sort(&reading.regexes) { $0.rank < $1.rank }
        var kept = 1
        reading.regexes.withUnsafeMutableBufferPointer { regexes in
            for index in 1..<regexes.count where regexes[index].rank != regexes[kept - 1].rank {
                regexes[kept] = regexes[index]
                kept += 1
            }
        }
        if kept < reading.regexes.count { reading.regexes.removeLast(reading.regexes.count - kept) }
    }
}

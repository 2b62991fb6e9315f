public import LurePatterns
public import LureText

/// What was found in a text before concepts are read: all places count in the folded text.
public struct PatternFindings: Sendable {
    /// Of the folded view, and of the revealed view with their places led back to the folded one.
    public var literals: [LiteralHit]
    public var facts: [Fact]
    /// Places where words are hidden behind odd letters or spaces.
    public var disguises: [TextSpan]
    /// Languages found in the text; English always speaks too.
    public var speaking: LanguageSet

    public init(
        literals: [LiteralHit] = [], facts: [Fact] = [], disguises: [TextSpan] = [],
        speaking: LanguageSet = []
    ) {
        self.literals = literals
        self.facts = facts
        self.disguises = disguises
        self.speaking = speaking
    }
}

/// Turns literal hits and facts into concepts. Keeps its buffers between texts.
public struct ConceptReader: Sendable {
    private struct Candidate {
        var span: TextSpan
        var target: FormTarget

        /// By start, longer ones first.
        static func precedes(_ a: Candidate, _ b: Candidate) -> Bool {
            if a.span.start != b.span.start { return a.span.start < b.span.start }
            if a.span.end != b.span.end { return a.span.end > b.span.end }
            return a.target.raw < b.target.raw
        }
    }

    private var candidates: [Candidate] = []
    /// End of the last hit of each concept.
    private var ends: [UInt32] = []
    private var candidateSort = MergeSort<Candidate>()
    private var phraseSort = MergeSort<PhraseHit>()

    public init() {}

    /// Reads `findings` into `reading`, which is overwritten.
    /// - Complexity: linear in the findings if they come nearly sorted, as scanners give them.
    public mutating func read(
        _ findings: PatternFindings, in segmentation: Segmentation, with pack: RulePack,
        into reading: inout ConceptReading
    ) {
        reading.removeAll(maskWords: pack.program.maskWords)
        candidates.removeAll(keepingCapacity: true)
        addLiterals(findings, pack, &reading)
        addFacts(findings)
        candidateSort.sort(&candidates, by: Candidate.precedes)
        place(in: segmentation, pack, &reading)
        sortRegexes(&reading)
        phraseSort.sort(&reading.phrases) { a, b in
            a.rule != b.rule ? a.rule < b.rule : a.span.start < b.span.start
        }
    }

    private mutating func addLiterals(
        _ findings: PatternFindings, _ pack: RulePack, _ reading: inout ConceptReading
    ) {
        let speaking = findings.speaking.rawValue | LanguageSet(.english).rawValue
        for hit in findings.literals {
            let form = Int(hit.value) * PackFormat.Stride.form
            guard hit.value < pack.formCount, pack.forms[form] & speaking != 0 else { continue }
            let target = FormTarget(raw: pack.forms[form + 1])
            guard target.kind == .list else {
                add(target, at: hit.span, &reading)
                continue
            }
            for index in target.index..<target.index + target.listCount {
                add(FormTarget(raw: pack.formTargets[index]), at: hit.span, &reading)
            }
        }
    }

    private mutating func add(_ target: FormTarget, at span: TextSpan, _ reading: inout ConceptReading) {
        if target.kind == .regex {
            reading.regexes.append(UInt16(target.index))
        } else {
            candidates.append(Candidate(span: span, target: target))
        }
    }

    private mutating func addFacts(_ findings: PatternFindings) {
        for fact in findings.facts {
            FactConcept.forEach(of: fact.kind) { concept in
                candidates.append(
                    Candidate(span: fact.span, target: FormTarget(kind: .concept, index: concept)))
            }
        }
        for span in findings.disguises {
            candidates.append(
                Candidate(span: span, target: FormTarget(kind: .concept, index: FactConcept.disguise)))
        }
    }

    /// Goes through the sorted candidates once, with a finger each on words and clauses.
    private mutating func place(
        in segmentation: Segmentation, _ pack: RulePack, _ reading: inout ConceptReading
    ) {
        ends.removeAll(keepingCapacity: true)
        ends.append(contentsOf: repeatElement(0, count: pack.conceptCount))
        var longEnd: UInt32 = 0
        var word = 0
        var clause = 0
        for candidate in candidates {
            let span = candidate.span
            while clause + 1 < segmentation.clauses.count,
                segmentation.clauses[clause + 1].start <= span.start
            {
                clause += 1
            }
            if candidate.target.kind == .phrase {
                longEnd = max(longEnd, span.end)
                reading.phrases.append(
                    PhraseHit(
                        rule: UInt16(candidate.target.index), clause: UInt16(truncatingIfNeeded: clause),
                        span: span,
                        words: segmentation.wordRange(of: span, from: &word)))
                continue
            }
            let concept = candidate.target.index
            if candidate.target.isSingleHan {
                // A single Han character is part of many words: inside a longer form it says nothing of its own,
                // save that a negation stays one.
                if span.end <= longEnd, pack.negation.map({ Int($0) != concept }) ?? true { continue }
            } else {
                longEnd = max(longEnd, span.end)
            }
            guard span.end > ends[concept] else { continue }
            ends[concept] = span.end
            reading.present[concept >> 6] |= 1 << UInt64(concept & 63)
            reading.hits.append(
                ConceptHit(concept: UInt16(concept), clause: UInt16(truncatingIfNeeded: clause), span: span))
            reading.words.append(segmentation.wordRange(of: span, from: &word))
        }
    }

    /// Sorts and removes doubles: the list holds one entry for each literal found.
    private func sortRegexes(_ reading: inout ConceptReading) {
        guard reading.regexes.count > 1 else { return }
        reading.regexes.sort()
        var kept = 1
        for index in 1..<reading.regexes.count where reading.regexes[index] != reading.regexes[kept - 1] {
            reading.regexes[kept] = reading.regexes[index]
            kept += 1
        }
        reading.regexes.removeLast(reading.regexes.count - kept)
    }
}

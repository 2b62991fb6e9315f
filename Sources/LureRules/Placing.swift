import LureText

/// Decides which candidates count as hits, and finds their words and clauses. Candidates come in order.
///
/// Invariant: lives inside the access to all its buffers. `found` and `foundWords` have room for every candidate,
/// `ends` an entry and `present` a bit for each concept; a candidate's concept was checked when its pack was loaded.
struct Placing {
    private var words: WordFinger
    private let clauses: UnsafeBufferPointer<Segmentation.Clause>
    /// The concept `no`; -1 if there is none.
    private let negation: Int
    /// The first concept that names a country: such are noted as present, and are no hits.
    private let countries: Int
    /// End of the last hit of each concept.
    private let ends: UnsafeMutableBufferPointer<UInt32>
    /// One bit for each concept that has a hit.
    private let present: UnsafeMutableBufferPointer<UInt64>
    private let found: UnsafeMutableBufferPointer<ConceptHit>
    private let foundWords: UnsafeMutableBufferPointer<WordRange>
    /// Hits found.
    private(set) var count = 0
    private var clause = 0
    /// Start of the clause after the one at hand.
    private var nextClause: UInt32
    /// End of the forms of more than one Han character.
    private var longEnd: UInt32 = 0

    init(
        words: WordFinger, clauses: UnsafeBufferPointer<Segmentation.Clause>, negation: Int,
        countries: Int, ends: UnsafeMutableBufferPointer<UInt32>, present: UnsafeMutableBufferPointer<UInt64>,
        found: UnsafeMutableBufferPointer<ConceptHit>, foundWords: UnsafeMutableBufferPointer<WordRange>
    ) {
        self.words = words
        self.clauses = clauses
        self.negation = negation
        self.countries = countries
        self.ends = ends
        self.present = present
        self.found = found
        self.foundWords = foundWords
        nextClause = clauses.count > 1 ? clauses[1].start : .max
    }

    @inline(__always)
    mutating func add(_ target: FormTarget, at span: TextSpan, _ phrases: inout [PhraseHit]) {
        while nextClause <= span.start {
            clause &+= 1
            nextClause = clause + 1 < clauses.count ? clauses[clause + 1].start : .max
        }
        guard target.kind != .phrase else {
            addPhrase(of: target.index, at: span, &phrases)
            return
        }
        let concept = target.index
        if concept >= countries {
            present[concept >> 6] |= 1 << UInt64(truncatingIfNeeded: concept & 63)
            return
        }
        if target.isSingleHan {
            // A single Han character is part of many words: inside a longer form it says nothing of its own,
            // save that a negation stays one.
            if span.end <= longEnd, concept != negation { return }
        } else {
            longEnd = max(longEnd, span.end)
        }
        guard span.end > ends[concept] else { return }
        ends[concept] = span.end
        present[concept >> 6] |= 1 << UInt64(truncatingIfNeeded: concept & 63)
        found[count] = ConceptHit(
            concept: UInt16(truncatingIfNeeded: concept), clause: UInt16(truncatingIfNeeded: clause),
            span: span)
        foundWords[count] = words.range(of: span)
        count &+= 1
    }

    @inline(never)
    private mutating func addPhrase(of rule: Int, at span: TextSpan, _ phrases: inout [PhraseHit]) {
        longEnd = max(longEnd, span.end)
        phrases.append(
            PhraseHit(
                rule: UInt16(rule), clause: UInt16(truncatingIfNeeded: clause), span: span,
                words: words.range(of: span)))
    }
}

extension Segmentation {
    func withPointers<R>(_ body: (UnsafeBufferPointer<Word>, UnsafeBufferPointer<Clause>) -> R) -> R {
        words.withUnsafeBufferPointer { words in
            clauses.withUnsafeBufferPointer { clauses in body(words, clauses) }
        }
    }
}

import LureText

/// Decides whether a negation speaks against a match.
///
/// It does if a hit of the concept `no` stands in the same sub-clause (bounded by clause ends, commas and dashes),
/// at most 4 words before the match's first word or after its last, and is not itself part of a matched form.
struct Negation {
    static let reach = 4

    let segmentation: Segmentation
    let reading: ConceptReading
    /// Hits of the concept `no`, ascending.
    let negations: [Int32]
    /// Whether the rule at hand asks for it.
    var isActive = false

    func silences(_ match: Match) -> Bool {
        guard isActive, !negations.isEmpty else { return false }
        guard match.count > 0 else {
            return silences(match.span, segmentation.wordRange(of: match.span), match)
        }
        if match.isTextWide {
            // Its hits may stand far apart: what negates one of them is next to that one.
            for slot in 0..<match.count {
                let index = Int(match.chosen[slot])
                if silences(reading.hits[index].span, reading.words[index], match) { return true }
            }
            return false
        }
        var span = reading.hits[Int(match.chosen[0])].span
        var words = reading.words[Int(match.chosen[0])]
        for slot in 0..<match.count {
            let index = Int(match.chosen[slot])
            let other = reading.hits[index].span
            span = TextSpan(start: min(span.start, other.start), end: max(span.end, other.end))
            words.first = min(words.first, reading.words[index].first)
            words.last = max(words.last, reading.words[index].last)
        }
        return silences(span, words, match)
    }

    private func silences(_ span: TextSpan, _ words: WordRange, _ match: Match) -> Bool {
        let bounds = segmentation.breaks(around: span)
        let clause = segmentation.clauseIndex(of: span.start)
        var place = firstNegation(from: span.start)
        var before = place - 1
        while before >= 0 {
            let index = Int(negations[before])
            guard reading.words[index].last + UInt32(Self.reach) >= words.first else { break }
            if counts(index, bounds, clause, match) { return true }
            before -= 1
        }
        while place < negations.count {
            let index = Int(negations[place])
            guard reading.words[index].first <= words.last + UInt32(Self.reach) else { break }
            if counts(index, bounds, clause, match) { return true }
            place += 1
        }
        return false
    }

    private func counts(_ index: Int, _ bounds: TextSpan, _ clause: Int, _ match: Match) -> Bool {
        let hit = reading.hits[index]
        guard Int(hit.clause) == clause, bounds.contains(hit.span) else { return false }
        if match.count == 0 { return !match.span.contains(hit.span) }
        for slot in 0..<match.count where reading.hits[Int(match.chosen[slot])].span.contains(hit.span) {
            return false
        }
        return true
    }

    private func firstNegation(from start: UInt32) -> Int {
        var low = 0
        var high = negations.count
        while low < high {
            let middle = (low + high) / 2
            if reading.hits[Int(negations[middle])].span.start < start {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}

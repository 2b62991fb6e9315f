import LureText

/// Whether a negation speaks against a match: a hit of the concept `no` stands in the same sub-clause (bounded by
/// clause ends, commas and dashes), at most 4 words before the match's first word or after its last, and is not
/// itself part of a matched form.
extension ReadingView {
    private static var reach: UInt32 { 4 }

    /// Decides for a match of hits.
    func negates(_ match: Match) -> Bool {
        guard !negations.isEmpty else { return false }
        if match.isTextWide {
            // Its hits may stand far apart: what negates one of them is next to that one.
            for slot in 0..<match.count {
                let hit = hits[Int(match.chosen[slot])]
                if negates(hit.span, words[Int(match.chosen[slot])], clause: Int(hit.clause), match) {
                    return true
                }
            }
            return false
        }
        var span = hits[Int(match.chosen[0])].span
        var range = words[Int(match.chosen[0])]
        var slot = 1
        while slot < match.count {
            let index = Int(match.chosen[slot])
            span.start = min(span.start, hits[index].span.start)
            span.end = max(span.end, hits[index].span.end)
            range.first = min(range.first, words[index].first)
            range.last = max(range.last, words[index].last)
            slot += 1
        }
        return negates(span, range, clause: match.clause, match)
    }

    /// Decides for a span of the text.
    /// - Parameter range: the words of the span.
    func negates(_ span: TextSpan, _ range: WordRange, clause: Int, _ match: Match) -> Bool {
        guard !negations.isEmpty else { return false }
        var place = firstNegation(from: span.start)
        var before = place - 1
        while before >= 0 {
            let index = Int(negations[before])
            guard words[index].last + Self.reach >= range.first else { break }
            if counts(index, around: span, clause, match) { return true }
            before -= 1
        }
        while place < negations.count {
            let index = Int(negations[place])
            guard words[index].first <= range.last + Self.reach else { break }
            if counts(index, around: span, clause, match) { return true }
            place += 1
        }
        return false
    }

    private func counts(_ index: Int, around span: TextSpan, _ clause: Int, _ match: Match) -> Bool {
        let hit = hits[index]
        guard Int(hit.clause) == clause, subclause(around: span).contains(hit.span) else { return false }
        if match.count == 0 { return !match.span.contains(hit.span) }
        for slot in 0..<match.count where hits[Int(match.chosen[slot])].span.contains(hit.span) {
            return false
        }
        return true
    }

    private func firstNegation(from start: UInt32) -> Int {
        var low = 0
        var high = negations.count
        while low < high {
            let middle = (low + high) / 2
            if hits[Int(negations[middle])].span.start < start { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// From the break before `span` to the one after it.
    private func subclause(around span: TextSpan) -> TextSpan {
        let before = firstBreak(from: span.start)
        let after = firstBreak(from: span.end)
        return TextSpan(
            start: before > 0 ? breaks[before - 1] : 0, end: after < breaks.count ? breaks[after] : UInt32.max
        )
    }

    private func firstBreak(from offset: UInt32) -> Int {
        var low = 0
        var high = breaks.count
        while low < high {
            let middle = (low + high) / 2
            if breaks[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

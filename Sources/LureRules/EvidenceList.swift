import LureText

/// Gathers the evidence of one rule at the end of a shared list of spans.
struct EvidenceList {
    /// Where the rule's spans begin in the shared list.
    let first: Int

    /// Adds the spans of a match; those with nothing but white space between them become one.
    func append(_ match: Match, _ input: RuleInput, to spans: inout [TextSpan]) {
        let start = spans.count
        if match.count == 0 {
            spans.append(match.span)
        } else {
            for slot in 0..<match.count { spans.append(input.reading.hits[Int(match.chosen[slot])].span) }
        }
        Self.sort(&spans, from: start)
        Self.merge(&spans, from: start) { left, right in
            Self.isBlank(input.text.bytes, from: left.end, to: right.start)
        }
    }

    /// Puts the spans of all matches in order, without overlap, and not too many.
    func finish(_ spans: inout [TextSpan]) {
        guard spans.count - first > 1 else { return }
        Self.sort(&spans, from: first)
        Self.merge(&spans, from: first) { left, right in right.start < left.end }
        let surplus = spans.count - first - RuleEvaluation.spanLimit
        if surplus > 0 { spans.removeLast(surplus) }
    }

    /// By start; the lists are short.
    private static func sort(_ spans: inout [TextSpan], from first: Int) {
        for index in first..<spans.count {
            var place = index
            while place > first, spans[place].start < spans[place - 1].start {
                spans.swapAt(place, place - 1)
                place -= 1
            }
        }
    }

    private static func merge(
        _ spans: inout [TextSpan], from first: Int, if joins: (TextSpan, TextSpan) -> Bool
    ) {
        var kept = first
        for index in first + 1..<max(first + 1, spans.count) {
            if joins(spans[kept], spans[index]) {
                spans[kept].end = max(spans[kept].end, spans[index].end)
            } else {
                kept += 1
                spans[kept] = spans[index]
            }
        }
        if spans.count > kept + 1 { spans.removeLast(spans.count - kept - 1) }
    }

    /// Whether the bytes between two spans are white space; folding leaves only spaces and line feeds of it.
    private static func isBlank(_ bytes: [UInt8], from start: UInt32, to end: UInt32) -> Bool {
        guard start < end, Int(end) <= bytes.count else { return start >= end }
        for index in Int(start)..<Int(end) where bytes[index] != 0x20 && bytes[index] != 0x0A { return false }
        return true
    }
}

public import LureText

/// What a text says, read off without judgement: concepts in order, and which phrases and expressions of rules
/// may be there. Its buffers are used again for the next text.
public struct ConceptReading: Sendable {
    /// By start, longer ones first. No hit lies within another of the same concept.
    public internal(set) var hits: [ConceptHit] = []
    /// The words of each hit.
    var words: [WordRange] = []
    /// By rule, then start.
    var phrases: [PhraseHit] = []
    /// Where literals of expressions begin; by expression, then place.
    var regexes: [RegexStart] = []
    /// One bit for each concept that has a hit.
    var present: [UInt64] = []

    public init() {}

    mutating func removeAll(maskWords: Int) {
        hits.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        phrases.removeAll(keepingCapacity: true)
        regexes.removeAll(keepingCapacity: true)
        present.removeAll(keepingCapacity: true)
        for _ in 0..<maskWords { present.append(0) }
    }
}

/// A place where an expression may match.
struct RegexStart: Hashable, Sendable {
    /// Expression above place, as one number that is quick to compare.
    let rank: UInt64

    @inline(__always)
    init(regex: UInt16, place: UInt32) { rank = UInt64(regex) << 32 | UInt64(place) }

    @inline(__always)
    var regex: UInt16 { UInt16(truncatingIfNeeded: rank >> 32) }

    /// Offset in the folded text.
    @inline(__always)
    var place: UInt32 { UInt32(truncatingIfNeeded: rank) }
}

/// A phrase of a rule, found in the text.
struct PhraseHit: Sendable {
    var rule: UInt16
    var clause: UInt16
    var span: TextSpan
    var words: WordRange
}

import LureText

/// What one worker needs to look for the expressions of a `RegexSet`: code compiled when first asked for, and
/// buffers, freed with it.
public struct RegexScratch: ~Copyable, Sendable {
    private let set: RegexSet
    private var engine: RegexEngine

    public init(_ set: RegexSet, limits: RegexLimits = RegexLimits()) {
        self.set = set
        engine = RegexEngine(patternCount: set.count, limits: limits)
    }

    /// The same for all scratches of a process; worth telling the user once if it is not `compiled`.
    public static var execution: RegexExecution { RegexEngine.execution }

    /// Looks for the first match that starts at `start` or later; what stands before is seen by look-behinds.
    ///
    /// - Parameters:
    ///   - index: of the pattern in its set.
    ///   - text: well-formed UTF-8, as folding leaves it: it is not checked again.
    ///   - start: offset in bytes; inside a scalar it counts as that scalar's start.
    public mutating func match(
        _ index: Int, in text: UnsafeBufferPointer<UInt8>, from start: Int = 0
    ) -> RegexOutcome {
        guard index >= 0, index < set.count, start >= 0, start <= text.count else {
            return .notEvaluated(.invalidRequest)
        }
        var offset = start
        while offset > 0, offset < text.count, text[offset] & 0xC0 == 0x80 { offset -= 1 }
        return engine.match(index, of: set, in: text, from: offset)
    }
}

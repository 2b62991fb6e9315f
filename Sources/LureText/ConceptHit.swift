/// One place in a text where a concept is expressed, read off without judgement.
public struct ConceptHit: Hashable, Sendable {
    /// Index of the concept in the rule pack it was read with.
    public var concept: UInt16
    /// Index of the clause it stands in.
    public var clause: UInt16
    /// Place in the folded text.
    public var span: TextSpan

    @inlinable
    public init(concept: UInt16, clause: UInt16, span: TextSpan) {
        self.concept = concept
        self.clause = clause
        self.span = span
    }
}

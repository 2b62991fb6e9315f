import LureRules

/// One alternative of `when`, as parsed: names, not yet indices.
public struct Condition: Equatable, Sendable {
    public enum Body: Equatable, Sendable {
        case together(scope: RulePackContents.Scope, slots: [Slot])
        /// A comparison, and what must stand anywhere in the text besides.
        case fact(FactTest, with: [Slot])
    }

    /// A term, or several of which one is enough.
    public struct Slot: Equatable, Sendable {
        public var terms: [Located<String>]
        public var link: RulePackContents.Slot.Link
        public var isAbsent: Bool
    }

    public var body: Body
    public var place: Place

    /// The terms it joins.
    public var slots: [Slot] {
        switch body {
        case .together(_, let slots), .fact(_, let slots): slots
        }
    }
}

/// What keeps a match from counting, as parsed.
public struct Exception: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        case negation, question
        /// One of these concepts in the clause.
        case inClause([Located<String>])
        /// One of these concepts anywhere in the text.
        case inText([Located<String>])
    }

    public var kind: Kind
    public var place: Place
}

/// A place where a text is written so that a person reads it and a filter does not.
public struct Disguise: Hashable, Sendable {
    public enum Kind: UInt8, CaseIterable, Sendable {
        /// Letters of one script standing for look-alikes of another within a word.
        case lookalikes
        /// Letters of a word, or characters of an unspaced script, set apart by spaces or signs.
        case spacing
        /// Digits or a dollar sign standing for letters.
        case digits
        /// ASCII letters written as numeric character references of HTML.
        case entities
        /// Letters as enclosed symbols that compatibility folding leaves alone.
        case enclosed
    }

    public var kind: Kind
    /// Place in the folded text.
    public var span: TextSpan

    @inlinable
    public init(kind: Kind, span: TextSpan) {
        self.kind = kind
        self.span = span
    }
}

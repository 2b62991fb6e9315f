public import LureText

/// A form to look for, as it reads after folding.
public struct Literal: Hashable, Sendable {
    /// Folded UTF-8; not empty, without NUL.
    public var bytes: [UInt8]
    public var boundary: Boundary
    /// Handed back with each hit; many literals may share bytes or value.
    public var value: UInt32

    public init(bytes: [UInt8], boundary: Boundary, value: UInt32) {
        self.bytes = bytes
        self.boundary = boundary
        self.value = value
    }
}

/// Where in a word a literal may stand.
///
/// What a word is depends on the script: see `LiteralAutomaton`.
public enum Boundary: UInt8, CaseIterable, Sendable {
    /// A word starts at its start and ends at its end.
    case word
    /// A word starts at its start.
    case stem
    case anywhere
}

/// One place where a literal stands.
public struct LiteralHit: Hashable, Sendable {
    public var value: UInt32
    /// Place in the text that was searched.
    public var span: TextSpan

    @inlinable
    public init(value: UInt32, span: TextSpan) {
        self.value = value
        self.span = span
    }
}

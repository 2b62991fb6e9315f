/// A half-open range of UTF-8 byte offsets, on scalar boundaries.
///
/// Which text the offsets count in (original, folded, revealed) is said where a span is handed out; what
/// leaves the library counts in the original.
public struct TextSpan: Hashable, Sendable {
    public var start: UInt32
    public var end: UInt32

    @inlinable
    public init(start: UInt32, end: UInt32) {
        self.start = start
        self.end = end
    }

    /// Bytes covered.
    @inlinable public var count: Int { Int(end) - Int(start) }

    @inlinable
    public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

    @inlinable
    public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
}

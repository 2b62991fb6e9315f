/// A text as it is matched: UTF-8 bytes after folding, and the way back to what it was made from.
///
/// Buffers are kept between messages: a worker holds one and folds into it again and again.
public struct FoldedText: Sendable {
    /// Well-formed UTF-8.
    public internal(set) var bytes: [UInt8] = []
    /// From `bytes` to the source text (the original for a folded view, the folded view for a revealed one).
    public internal(set) var map = OffsetMap()

    public init() {}

    /// Makes places lead to what those of `other`, which this was made of, lead to.
    public mutating func lead(through other: FoldedText) { map.lead(through: other.map) }

    /// Empties the text and keeps its buffers.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        map.removeAll()
    }
}

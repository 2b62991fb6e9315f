/// A long array that grows without being copied: growing by doubling would need three times its memory for a moment.
///
/// Invariant: every chunk has room for `chunkSize` elements; the first `count` of all are initialised.
final class ChunkedArray<Element: BitwiseCopyable> {
    private static var chunkBits: Int { 16 }
    private static var chunkSize: Int { 1 << chunkBits }
    private var chunks: [UnsafeMutablePointer<Element>] = []
    private(set) var count = 0

    deinit { for chunk in chunks { chunk.deallocate() } }

    func append(_ element: Element) {
        if count == chunks.count << Self.chunkBits { chunks.append(.allocate(capacity: Self.chunkSize)) }
        (chunks[count >> Self.chunkBits] + (count & (Self.chunkSize - 1))).initialize(to: element)
        count += 1
    }

    subscript(index: Int) -> Element { pointer(to: index).pointee }

    /// Valid for the elements up to the next multiple of `chunkSize`.
    func pointer(to index: Int) -> UnsafeMutablePointer<Element> {
        precondition(index >= 0 && index < count)
        return chunks[index >> Self.chunkBits] + (index & (Self.chunkSize - 1))
    }
}

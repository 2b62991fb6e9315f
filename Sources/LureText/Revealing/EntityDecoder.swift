/// A text with the character references of HTML written out, and the way back to the text as it was.
///
/// Done before folding, so that segmenting, languages, facts and the classifier all read what people read.
public struct DecodedText: Sendable {
    /// As well-formed as the source.
    public private(set) var bytes: [UInt8] = []
    /// From `bytes` to the source.
    private(set) var map = OffsetMap()
    /// Places in the source of numeric references to ASCII letters, in order: no encoder needs those.
    private(set) var hiddenLetters: [TextSpan] = []

    public init() {}

    /// Decodes each reference once, so `&amp;#116;` becomes `&#116;`. Overwrites what is here; its buffers are
    /// used again.
    /// - Returns: whether there was any reference.
    /// - Complexity: linear in the text.
    public mutating func decode(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.removeAll(keepingCapacity: true)
        map.removeAll()
        hiddenLetters.removeAll(keepingCapacity: true)
        var copied = 0
        var p = 0
        while p < source.count {
            guard source[p] == UInt8(ascii: "&"), let entity = HTMLEntity(source, at: p) else {
                p += 1
                continue
            }
            copy(source, copied..<p)
            if entity.hidesLetter {
                hiddenLetters.append(TextSpan(start: UInt32(p), end: UInt32(entity.end)))
            }
            map.appendAtomic(derived: bytes.count, source: p, sourceCount: entity.end - p)
            Scalars.append(entity.scalar, to: &bytes)
            p = entity.end
            copied = p
        }
        guard copied > 0 else { return false }
        copy(source, copied..<source.count)
        return true
    }

    private mutating func copy(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard !range.isEmpty else { return }
        map.appendPlain(derived: bytes.count, source: range.lowerBound, count: range.count)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
    }

    /// Makes the map of `folded`, which was made of these bytes, lead to their source, and adds letters that were
    /// hidden to `disguises`, in order.
    public func lead(_ folded: inout FoldedText, _ disguises: inout [Disguise]) {
        folded.map.lead(through: map)
        guard !hiddenLetters.isEmpty else { return }
        let count = folded.bytes.count
        var letter = 0
        for (index, segment) in folded.map.segments.enumerated() {
            while letter < hiddenLetters.count, hiddenLetters[letter].end <= segment.source { letter += 1 }
            guard letter < hiddenLetters.count else { break }
            guard segment.isAtomic, hiddenLetters[letter].start < segment.source + segment.sourceCount else {
                continue
            }
            let next = index + 1
            let end =
                next < folded.map.segments.count ? folded.map.segments[next].derived : UInt32(count)
            disguises.append(
                Disguise(kind: .entities, span: TextSpan(start: segment.derived, end: end)))
        }
        disguises.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    }
}

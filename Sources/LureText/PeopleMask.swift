/// Puts one neutral sign in place of every people word of a folded text, before anything is read off it.
///
/// So whatever comes after, from segmentation to risk, is the same whichever people, nationality or religion a
/// text names. Places still lead to the words themselves.
public struct PeopleMask: Sendable {
    /// U+FFFC, object replacement character: no letter, in no form and in no rule.
    static let sign: [UInt8] = [0xEF, 0xBF, 0xBC]

    /// Places of the people words, in the text before masking.
    private var spans: [TextSpan] = []
    private var masked = FoldedText()
    /// The same places in the source of the folded text, in order.
    public private(set) var sourceSpans: [TextSpan] = []

    public init() {}

    /// Masks the people words of `text`.
    /// - Parameter segmentation: of `text`.
    /// - Returns: whether there were any; the segmentation is stale then.
    public mutating func apply(to text: inout FoldedText, _ segmentation: Segmentation) -> Bool {
        spans.removeAll(keepingCapacity: true)
        sourceSpans.removeAll(keepingCapacity: true)
        if segmentation.peopleWords.isEmpty { return false }
        text.bytes.withUnsafeBufferPointer { PeopleWords.appendSpans(in: $0, segmentation, to: &spans) }
        guard !spans.isEmpty else { return false }
        masked.removeAll()
        var copied = 0
        for span in spans {
            copy(text, from: copied, to: Int(span.start))
            let source = text.map.sourceSpan(of: span)
            sourceSpans.append(source)
            masked.map.appendAtomic(
                derived: masked.bytes.count, source: Int(source.start), sourceCount: source.count)
            masked.bytes.append(contentsOf: Self.sign)
            copied = Int(span.end)
        }
        copy(text, from: copied, to: text.bytes.count)
        swap(&text, &masked)
        return true
    }

    private mutating func copy(_ text: FoldedText, from start: Int, to end: Int) {
        guard start < end else { return }
        masked.map.append(text.map, from: start, to: end, at: masked.bytes.count)
        masked.bytes.append(contentsOf: text.bytes[start..<end])
    }
}

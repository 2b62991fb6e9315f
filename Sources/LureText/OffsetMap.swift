/// Leads from places in a derived text (folded or revealed) back to the text it was derived from.
///
/// A list of segments in order. Inside a *plain* segment both texts have scalars of the same byte lengths, so
/// an offset moves by a constant; an *atomic* segment was rewritten as a whole, and any place in it leads to
/// the whole of its source. Source bytes between two segments were removed. Text that folding leaves alone is
/// one segment, however long.
public struct OffsetMap: Sendable {
    public struct Segment: Sendable {
        /// Where the segment starts in the derived text.
        public var derived: UInt32
        /// Where it starts in the source text.
        public var source: UInt32
        /// Bytes it covers in the source text.
        public var sourceCount: UInt32
        public var isAtomic: Bool
        /// Of the letter that an atomic segment starts with.
        public var accent: Accent = .none
    }

    public private(set) var segments: [Segment] = []
    /// Whether any letter of the derived text had an accent.
    public private(set) var hasAccents = false

    public init() {}

    public mutating func removeAll() {
        segments.removeAll(keepingCapacity: true)
        hasAccents = false
    }

    /// Records that the next derived bytes, from `derived` on, are source bytes of the same scalar lengths.
    ///
    /// Joins the segment before when that one is plain and ends where this starts in both texts.
    public mutating func appendPlain(derived: Int, source: Int, count: Int) {
        guard count > 0 else { return }
        if let last = segments.last, !last.isAtomic,
            Int(last.source) + Int(last.sourceCount) == source,
            derived - Int(last.derived) == Int(last.sourceCount)
        {
            segments[segments.count - 1].sourceCount += UInt32(count)
            return
        }
        segments.append(
            Segment(
                derived: UInt32(derived), source: UInt32(source), sourceCount: UInt32(count), isAtomic: false)
        )
    }

    /// Records that the derived bytes from `derived` up to the next segment stand for all of `source ..< source +
    /// sourceCount`.
    public mutating func appendAtomic(derived: Int, source: Int, sourceCount: Int) {
        segments.append(
            Segment(
                derived: UInt32(derived), source: UInt32(source), sourceCount: UInt32(sourceCount),
                isAtomic: true))
    }

    /// Appends segments that follow the last one in both texts.
    /// - Parameter accents: whether any of them has an accent.
    mutating func append(_ more: UnsafeBufferPointer<Segment>, accents: Bool) {
        segments.append(contentsOf: more)
        hasAccents = hasAccents || accents
    }

    /// Appends what `other` says of its derived bytes `start ..< end`, which stand at `derived` here.
    mutating func append(_ other: OffsetMap, from start: Int, to end: Int, at derived: Int) {
        guard start < end, !other.segments.isEmpty else { return }
        hasAccents = hasAccents || other.hasAccents
        var index = other.segmentIndex(holding: UInt32(start))
        while index < other.segments.count, Int(other.segments[index].derived) < end {
            let segment = other.segments[index]
            let next = index + 1 < other.segments.count ? Int(other.segments[index + 1].derived) : Int.max
            let from = max(start, Int(segment.derived))
            let to = min(end, next)
            let place = derived + from - start
            if segment.isAtomic {
                var copy = segment
                copy.derived = UInt32(place)
                // An accent is that of the first letter.
                if from > Int(segment.derived) { copy.accent = .none }
                segments.append(copy)
            } else {
                let skipped = from - Int(segment.derived)
                appendPlain(
                    derived: place, source: Int(segment.source) + skipped,
                    count: min(to - from, Int(segment.sourceCount) - skipped))
            }
            index += 1
        }
    }

    /// Makes this map lead to what `other`, the map of its source, leads to.
    /// - Complexity: linear in the segments of both, times the logarithm of those of `other`.
    mutating func lead(through other: OffsetMap) {
        var result = OffsetMap()
        for segment in segments {
            let start = Int(segment.source)
            let end = start + Int(segment.sourceCount)
            guard segment.isAtomic else {
                result.append(other, from: start, to: end, at: Int(segment.derived))
                continue
            }
            let source = other.sourceSpan(of: TextSpan(start: segment.source, end: UInt32(end)))
            var copy = segment
            (copy.source, copy.sourceCount) = (source.start, UInt32(source.count))
            result.segments.append(copy)
        }
        result.hasAccents = hasAccents
        self = result
    }

    /// The source span behind a non-empty derived span.
    /// - Complexity: O(log n) in the number of segments.
    public func sourceSpan(of span: TextSpan) -> TextSpan {
        segments.withUnsafeBufferPointer { segments in
            guard let base = segments.baseAddress, span.end > span.start else {
                return TextSpan(start: 0, end: 0)
            }
            if segments.count == 1, !base.pointee.isAtomic, span.start >= base.pointee.derived {
                // Text that folding left alone.
                let length = base.pointee.sourceCount
                let start = base.pointee.source + min(span.start - base.pointee.derived, length)
                let end = base.pointee.source + min(span.end - base.pointee.derived, length)
                return TextSpan(start: start, end: max(start, end))
            }
            let first = Self.segmentIndex(holding: span.start, in: segments)
            var last = first
            // A span mostly ends in the segment it begins in.
            if first + 1 < segments.count, base[first + 1].derived < span.end {
                last = Self.segmentIndex(holding: span.end - 1, in: segments)
            }
            let (one, other) = (base + first, base + last)
            let start =
                one.pointee.isAtomic
                ? one.pointee.source
                : one.pointee.source + min(span.start - one.pointee.derived, one.pointee.sourceCount)
            let end =
                other.pointee.source
                + (other.pointee.isAtomic
                    ? other.pointee.sourceCount
                    : min(span.end - other.pointee.derived, other.pointee.sourceCount))
            return TextSpan(start: start, end: max(start, end))
        }
    }

    /// The derived span that covers a non-empty source span, as far as it was not removed.
    /// - Parameter count: derived bytes in all.
    /// - Complexity: O(log n) in the number of segments.
    public func derivedSpan(of span: TextSpan, count: Int) -> TextSpan {
        guard !segments.isEmpty, span.end > span.start else { return TextSpan(start: 0, end: 0) }
        let first = segments[sourceIndex(holding: span.start)]
        let last = sourceIndex(holding: span.end - 1)
        let past = last + 1 < segments.count ? segments[last + 1].derived : UInt32(count)
        var start = first.derived
        if !first.isAtomic, span.start > first.source {
            start += min(span.start - first.source, first.sourceCount)
        } else if span.start >= first.source + first.sourceCount {
            start = past
        }
        let end =
            segments[last].isAtomic
            ? past
            : segments[last].derived + min(span.end - segments[last].source, past - segments[last].derived)
        return TextSpan(start: min(start, end), end: end)
    }

    /// Whether a derived span lies within one plain segment, or is empty.
    /// - Complexity: O(log n) in the number of segments.
    public func isPlain(_ span: TextSpan) -> Bool {
        guard !segments.isEmpty, span.end > span.start else { return true }
        let first = segmentIndex(holding: span.start)
        return !segments[first].isAtomic && first == segmentIndex(holding: span.end - 1)
    }

    /// The last segment that starts at or before a place in the source, or the first.
    private func sourceIndex(holding offset: UInt32) -> Int {
        var low = 0
        var high = segments.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if segments[middle].source <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private func segmentIndex(holding offset: UInt32) -> Int {
        segments.withUnsafeBufferPointer { Self.segmentIndex(holding: offset, in: $0) }
    }

    @inline(__always)
    private static func segmentIndex(holding offset: UInt32, in segments: UnsafeBufferPointer<Segment>) -> Int
    {
        // Written so that the compiler makes no branch of the comparison, which could not be foretold.
        var low = 0
        var count = segments.count
        while count > 1 {
            let half = count &>> 1
            low = segments[low &+ half].derived <= offset ? low &+ half : low
            count = count &- half
        }
        return low
    }
}

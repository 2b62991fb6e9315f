/// Segments on their way into an `OffsetMap`: a few are kept in a buffer, because appending to an array costs more.
///
/// Invariant: `buffer` holds `capacity` segments, the first `used` of them written; they follow those in `map`. Once
/// anything was written the buffer holds the last segment, which may still grow.
struct MapWriter {
    /// What takes 1024 bytes, which are sure to be on the stack.
    static let capacity = 64

    private let buffer: UnsafeMutablePointer<OffsetMap.Segment>
    private var used = 0
    /// All accents together.
    private var accents: UInt8 = 0
    private var map: OffsetMap

    init(buffer: UnsafeMutablePointer<OffsetMap.Segment>, map: OffsetMap) {
        self.buffer = buffer
        self.map = map
    }

    /// As `OffsetMap.appendPlain`.
    @inline(__always)
    mutating func appendPlain(derived: Int, source: Int, count: Int) {
        guard count > 0 else { return }
        if used > 0 {
            let last = buffer + (used - 1)
            let length = Int(last.pointee.sourceCount)
            if !last.pointee.isAtomic, Int(last.pointee.source) &+ length == source,
                Int(last.pointee.derived) &+ length == derived
            {
                last.pointee.sourceCount = UInt32(truncatingIfNeeded: length &+ count)
                return
            }
        }
        append(derived, source, count, isAtomic: false, .none)
    }

    /// As `OffsetMap.appendAtomic`.
    @inline(__always)
    mutating func appendAtomic(derived: Int, source: Int, sourceCount: Int, accent: Accent = .none) {
        accents |= accent.rawValue
        append(derived, source, sourceCount, isAtomic: true, accent)
    }

    /// Whether the last segment is an atomic one for just this source.
    func endsWithAtomic(_ source: Range<Int>) -> Bool {
        guard used > 0 else { return false }
        let last = buffer[used - 1]
        return last.isAtomic && Int(last.source) == source.lowerBound && Int(last.sourceCount) == source.count
    }

    @inline(__always)
    private mutating func append(
        _ derived: Int, _ source: Int, _ count: Int, isAtomic: Bool, _ accent: Accent
    ) {
        if used == Self.capacity { drain() }
        (buffer + used).initialize(
            to: OffsetMap.Segment(
                derived: UInt32(truncatingIfNeeded: derived), source: UInt32(truncatingIfNeeded: source),
                sourceCount: UInt32(truncatingIfNeeded: count), isAtomic: isAtomic, accent: accent))
        used = used &+ 1
    }

    @inline(never)
    private mutating func drain() {
        map.append(UnsafeBufferPointer(start: buffer, count: used), accents: accents != 0)
        used = 0
    }

    mutating func finish() -> OffsetMap {
        drain()
        return map
    }
}

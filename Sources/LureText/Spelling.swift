/// How a place of a text is accented: the same for the same accents on the same letters of the place.
public struct Spelling: Hashable, Sendable {
    /// 0 without any accent.
    @usableFromInline var sum: UInt64 = 0
    /// The accents, laid over each other.
    @usableFromInline var accents: UInt8 = 0

    @inlinable init() {}

    @inlinable
    public static func == (a: Spelling, b: Spelling) -> Bool { a.sum == b.sum }

    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(sum) }

    /// A hash that stays the same from run to run.
    @inlinable public var key: UInt64 { sum }
    @inlinable public var isPlain: Bool { accents == 0 }
    /// Whether it holds a letter that only Vietnamese has.
    @inlinable public var isVietnamese: Bool { accents & Accent.vietnameseOnly != 0 }

    /// - Parameter place: of the letter, in bytes from the start.
    @inlinable
    @inline(__always)
    mutating func add(_ accent: Accent, at place: UInt32) {
        let vowel = UInt64(place &- UInt32(accent.rawValue >> 6 & 1))
        // The order of adding must not matter: the tone of a vowel may stand on the next one.
        let product = (vowel << 6 | UInt64(accent.rawValue & Accent.marks)) &* 0x9E37_79B9_7F4A_7C15
        sum &+= product ^ product >> 32
        accents |= accent.rawValue
    }
}

/// Reads the accents of places that come nearly in order, in linear time for all together.
///
/// Invariant: lives inside `OffsetMap.withSpellings` only.
public struct SpellingFinger {
    @usableFromInline let segments: UnsafeBufferPointer<OffsetMap.Segment>
    @usableFromInline let base: UnsafePointer<OffsetMap.Segment>
    @usableFromInline let limit: UnsafePointer<OffsetMap.Segment>
    /// The first segment that starts at `start` or later.
    @usableFromInline var cursor: UnsafePointer<OffsetMap.Segment>
    @usableFromInline var start: UInt32 = 0

    /// nil if there are no segments.
    @inlinable
    init?(_ segments: UnsafeBufferPointer<OffsetMap.Segment>) {
        guard let base = segments.baseAddress else { return nil }
        self.segments = segments
        self.base = base
        limit = base + segments.count
        cursor = base
    }

    @inlinable
    @inline(__always)
    public mutating func spelling(of span: TextSpan) -> Spelling {
        var spelling = Spelling()
        var segment = span.start < start ? base + firstIndex(from: span.start) : cursor
        while segment < limit, segment.pointee.derived < span.start { segment += 1 }
        cursor = segment
        start = span.start
        while segment < limit, segment.pointee.derived < span.end {
            let accent = segment.pointee.accent
            if accent.rawValue != 0 { spelling.add(accent, at: segment.pointee.derived &- span.start) }
            segment += 1
        }
        return spelling
    }

    /// The first segment that starts at `place` or later.
    @usableFromInline
    func firstIndex(from place: UInt32) -> Int {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].derived < place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension OffsetMap {
    /// Gives access to how places of the derived text are accented, unless the map is empty.
    @inlinable
    public func withSpellings(_ body: (inout SpellingFinger) -> Void) {
        segments.withUnsafeBufferPointer { segments in
            if var finger = SpellingFinger(segments) { body(&finger) }
        }
    }
}

extension FoldedText {
    /// How the whole text is accented.
    public var spelling: Spelling {
        var spelling = Spelling()
        let whole = TextSpan(start: 0, end: UInt32(clamping: bytes.count))
        map.withSpellings { spelling = $0.spelling(of: whole) }
        return spelling
    }
}

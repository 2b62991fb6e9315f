import LureText

/// Counts of single signs; folding has already made full-width and typographic forms plain.
struct SignCounts {
    var exclamations = 0
    var questions = 0
    var quotes = 0
    /// Scalars U+1F000–U+1FFFF, where nearly all emoji stand.
    var pictographs = 0

    mutating func add(_ other: SignCounts) {
        exclamations += other.exclamations
        questions += other.questions
        quotes += other.quotes
        pictographs += other.pictographs
    }

    /// Counts the bytes of one group; unused ones are 0.
    /// - Parameter next: the byte after the group, or 0.
    @inline(never)
    mutating func count(_ group: UInt64, next: UInt8) {
        var rest = group
        for index in 0..<8 {
            switch UInt8(truncatingIfNeeded: rest) {
            case UInt8(ascii: "!"): exclamations += 1
            case UInt8(ascii: "?"): questions += 1
            case UInt8(ascii: "\""): quotes += 1
            case 0xF0:
                let following = index < 7 ? UInt8(truncatingIfNeeded: rest >> 8) : next
                if following == 0x9F { pictographs += 1 }
            default: break
            }
            rest >>= 8
        }
    }

    /// Whether one of the bytes `!`, `?`, `"` and 0xF0 or above is among the eight.
    @inline(__always)
    static func mayStand(in group: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = group & (ones &* 0x7F)
        // The high bit of each sum: whether the byte differs from the sign, but for its own high bit.
        let others =
            ((low ^ (ones &* 0x21)) &+ (ones &* 0x7F)) & ((low ^ (ones &* 0x22)) &+ (ones &* 0x7F))
            & ((low ^ (ones &* 0x3F)) &+ (ones &* 0x7F))
        let leads = (low &+ (ones &* 0x10)) & group
        return (~(others | group) | leads) & (ones &* 0x80) != 0
    }
}

/// What one pass over a clause finds: a hash of what it says, and its signs.
struct ReadClause {
    let hash: UInt64
    let signs: SignCounts

    /// nil for a clause without content, or outside of the text.
    init?(_ clause: Segmentation.Clause, _ text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress, clause.start < clause.end, Int(clause.end) <= text.count else {
            return nil
        }
        // The line break or space a clause ends with is no part of what it says.
        var end = Int(clause.end)
        while end > Int(clause.start), base[end - 1] == 0x20 || base[end - 1] == 0x0A { end -= 1 }
        var start = Int(clause.start)
        while start < end, base[start] == 0x20 || base[start] == 0x0A { start += 1 }
        guard start < end else { return nil }
        var signs = SignCounts()
        var state = StableHash.State(count: end - start)
        while start + 8 <= end {
            let group = UInt64(
                littleEndian: UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self))
            state.add(group)
            start += 8
            if SignCounts.mayStand(in: group) { signs.count(group, next: start < end ? base[start] : 0) }
        }
        let rest = StableHash.tail(base + start, count: end - start, readable: text.count - start)
        if SignCounts.mayStand(in: rest) { signs.count(rest, next: 0) }
        hash = state.finished(tail: rest)
        self.signs = signs
    }
}

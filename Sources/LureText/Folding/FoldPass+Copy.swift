// The loops that most bytes of a text go through.
extension FoldPass {
    /// What the quick check of normalisation remembers (UAX #15, section 9).
    struct RunState {
        var lastClass: UInt32 = 0
        var starterComposes = false

        @inline(__always)
        mutating func accepts(_ traits: Traits) -> Bool {
            let rank = traits.combiningClass
            if traits.contains(.attaches) {
                if rank != 0, rank < lastClass { return false }
                if starterComposes, traits.contains(.maybe) { return false }
            }
            lastClass = rank
            if rank == 0 { starterComposes = traits.contains(.first) }
            return true
        }
    }

    /// Lower-cases ASCII, eight bytes at a time where no control and no double space is among them.
    /// - Returns: bytes taken; 0 before a control or a second space.
    @inline(__always)
    mutating func copyASCII(at start: Int) -> Int {
        let high: UInt64 = 0x8080_8080_8080_8080
        let ones: UInt64 = 0x0101_0101_0101_0101
        guard let base = source.baseAddress else { return 0 }
        var p = start
        var n = sink.used
        var afterSpace = p > runStart && source[p - 1] == 0x20
        while p + 8 <= source.count, n + 8 <= ByteSink.capacity {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + p).loadUnaligned(as: UInt64.self))
            if word & high != 0 { break }
            let raised = word | high
            // A byte's high bit survives the subtraction where the byte is at least the subtrahend.
            let spaces = ~(raised &- ones &* 0x21) & high
            if ~(raised &- ones &* 0x20) & high != 0 { break }
            if spaces & (spaces << 8 | (afterSpace ? 0x80 : 0)) != 0 { break }
            let capitals = (raised &- ones &* 0x41) & ~(raised &- ones &* 0x5B) & high
            let lowered = (word | capitals >> 2).littleEndian
            UnsafeMutableRawPointer(sink.buffer + n).storeBytes(of: lowered, as: UInt64.self)
            afterSpace = spaces & (1 << 63) != 0
            p += 8
            n += 8
        }
        if p == start {
            let byte = source[p]
            if byte < 0x20 || (byte == 0x20 && afterSpace) { return 0 }
            sink.buffer[n] = byte &- 0x41 < 26 ? byte | 0x20 : byte
            p += 1
            n += 1
        }
        sink.used = n
        return p - start
    }

    /// Copies scalars of two and three bytes that fold alone, at the same length, and are no marks.
    /// - Returns: bytes taken.
    @inline(__always)
    mutating func copyPlain(at start: Int, _ state: inout RunState) -> Int {
        guard let base = source.baseAddress else { return 0 }
        let end = source.count
        var p = start
        var n = sink.used
        var last = start
        var traits = Traits()
        while end &- p >= 4, n <= ByteSink.capacity - ByteSink.slack {
            let word = UInt32(littleEndian: UnsafeRawPointer(base + p).loadUnaligned(as: UInt32.self))
            let scalar: UInt32
            let length: Int
            if word & 0xC0C0F0 == 0x8080E0 {
                scalar = (word & 0xF) << 12 | (word >> 8 & 0x3F) << 6 | word >> 16 & 0x3F
                length = 3
                if scalar < 0x800 || scalar >> 11 == 0x1B { break }
            } else if word & 0xC0E0 == 0x80C0, word & 0x1E != 0 {
                scalar = (word & 0x1F) << 6 | word >> 8 & 0x3F
                length = 2
            } else {
                break
            }
            let record = UnicodeRecord.of(scalar)
            if record.traits.intersects(.notPlain) { break }
            let place = sink.buffer + n
            if record.target == 0 {
                UnsafeMutableRawPointer(place).storeBytes(of: word.littleEndian, as: UInt32.self)
            } else {
                _ = ByteSink.write(record.target, to: place)
            }
            traits = record.traits
            last = p
            p = p &+ length
            n = n &+ length
        }
        guard p > start else { return 0 }
        sink.used = n
        starter = last
        state = RunState(lastClass: 0, starterComposes: traits.contains(.first))
        return p - start
    }
}

internal import CLureSupport

// The loops that most bytes of a text go through.
extension FoldPass {
    /// What the quick check of normalisation remembers (UAX #15, section 9).
    struct RunState {
        var lastClass: UInt32 = 0
        /// Whether the last starter may compose with what follows; nil: to be looked up when it matters.
        var starterComposes: Bool? = false
    }

    /// Whether a scalar keeps its place and form after the scalars before it in the run.
    @inline(__always)
    private mutating func accepts(_ traits: Traits, _ state: inout RunState) -> Bool {
        let rank = traits.combiningClass
        if traits.contains(.attaches) {
            if rank != 0, rank < state.lastClass { return false }
            if traits.contains(.maybe) {
                if let composes = state.starterComposes {
                    if composes { return false }
                } else if starterComposes() {
                    return false
                }
                state.starterComposes = false
            }
        }
        state.lastClass = rank
        if rank == 0 { state.starterComposes = traits.contains(.first) }
        return true
    }

    private func starterComposes() -> Bool {
        UnicodeRecord.of(Scalars.decode(source, at: starter).scalar).traits.contains(.first)
    }

    /// Lower-cases ASCII up to a control other than a line feed, or a second space.
    /// - Returns: past the last byte taken.
    @inline(__always)
    mutating func copyASCII(from start: Int) -> Int {
        let high: UInt64 = 0x8080_8080_8080_8080
        let ones: UInt64 = 0x0101_0101_0101_0101
        var p = start
        var n = sink.used
        var carry: UInt64 = p > runStart && base[p &- 1] <= 0x20 ? 0x80 : 0
        while n <= ByteSink.capacity - 8 {
            let word = load(at: p)
            let raised = word | high
            // A byte's high bit survives the subtraction where the byte is at least the subtrahend.
            let feeds = ~((word ^ ones &* 0x0A | high) &- ones)
            let controls = ~(raised &- ones &* 0x20) & ~feeds
            let spaces = ~(raised &- ones &* 0x21) & high
            let stops = (word | controls | spaces & (spaces << 8 | carry)) & high
            let capitals = (raised &- ones &* 0x41) & ~(raised &- ones &* 0x5B) & high
            let lowered = (word | capitals >> 2).littleEndian
            UnsafeMutableRawPointer(sink.buffer + n).storeBytes(of: lowered, as: UInt64.self)
            if stops != 0 {
                let taken = stops.trailingZeroBitCount &>> 3
                p = p &+ taken
                n = n &+ taken
                break
            }
            carry = spaces &>> 56
            p = p &+ 8
            n = n &+ 8
        }
        sink.used = n
        return p
    }

    /// Eight bytes of the source from `p` on, zeroes past its end.
    @inline(__always)
    private func load(at p: Int) -> UInt64 {
        let raw = UnsafeRawPointer(base)
        let left = source.count &- p
        if left >= 8 { return UInt64(littleEndian: (raw + p).loadUnaligned(as: UInt64.self)) }
        if source.count >= 8 {
            let last = UInt64(littleEndian: (raw + (source.count &- 8)).loadUnaligned(as: UInt64.self))
            return left > 0 ? last &>> UInt64(truncatingIfNeeded: 64 &- 8 &* left) : 0
        }
        var word: UInt64 = 0
        for i in 0..<max(left, 0) { word |= UInt64(base[p + i]) &<< UInt64(8 * i) }
        return word
    }

    /// Copies scalars of two and three bytes that fold to themselves and attach to nothing, and single spaces between
    /// them.
    /// - Returns: past the last one taken, which is the `starter` then.
    @inline(__always)
    mutating func copyPlain(from start: Int) -> Int {
        let out = sink.buffer + sink.used
        let source = base + start
        let quiet = letters.quiet
        let writings = letters.writings
        let scalars = letters.evidence.scalars
        // Four bytes are read and written at once.
        let room = min(self.source.count &- start, ByteSink.capacity &- sink.used) &- 4
        var taken = 0
        var last = 0
        while taken <= room {
            let word = UInt32(
                littleEndian: UnsafeRawPointer(source + taken).loadUnaligned(as: UInt32.self))
            let block: Int
            let length: Int
            if word & 0xC0C0F0 == 0x8080E0 {
                block = Int((word & 0xF) &<< 6 | word &>> 8 & 0x3F)
                // No scalar below U+0800 takes three bytes.
                guard block >= 32 else { break }
                if quiet[block] &>> UInt64(word &>> 16) & 1 == 0, !takesTelling(block, word &>> 16) { break }
                length = 3
            } else if word & 0xC0E0 == 0x80C0 {
                block = Int(word & 0x1F)
                if quiet[block] &>> UInt64(word &>> 8) & 1 == 0, !takesTelling(block, word &>> 8) { break }
                length = 2
            } else {
                // A run of spaces would go on with ASCII.
                guard word & 0x80FF == 0x8020, taken > 0 else { break }
                out[taken] = 0x20
                last = taken
                taken = taken &+ 1
                continue
            }
            UnsafeMutableRawPointer(out + taken).storeBytes(of: word.littleEndian, as: UInt32.self)
            scalars[Int(writings[block])] &+= 1
            last = taken
            taken = taken &+ length
        }
        if taken > 0 {
            sink.used = sink.used &+ taken
            starter = start &+ last
        }
        return start &+ taken
    }

    /// Whether a scalar that is not quiet is plain all the same; what it tells of a language is noted.
    /// - Parameter last: its last byte, with the six lower bits, and perhaps bytes above.
    @inline(__always)
    private func takesTelling(_ block: Int, _ last: UInt32) -> Bool {
        guard lure_unicode_plain_base()[block] &>> UInt64(last) & 1 != 0 else { return false }
        let scalar = UInt32(truncatingIfNeeded: block) &<< 6 | last & 0x3F
        letters.reader.noteTelling(letters.writings[block], scalar, letters.evidence)
        return true
    }

    /// Folds a scalar beyond ASCII, marks included, if it folds to one scalar whatever stands around it.
    /// - Returns: past it, or nil.
    @inline(__always)
    mutating func copyScalar(at p: Int, _ state: inout RunState) -> Int? {
        let (scalar, length) = Scalars.decodeMultiByte(source, at: p, first: base[p])
        let record = UnicodeRecord.of(scalar)
        let next = p &+ length
        if record.traits.intersects(.special) {
            guard record.traits.contains(.resized), stands(before: next) else { return nil }
            letters.note(scalar)
            resize(scalar, record, p..<next)
            state = RunState()
            return next
        }
        if isInvalid(scalar, length, base[p]) || !accepts(record.traits, &state) { return nil }
        letters.note(scalar)
        if record.traits.combiningClass == 0 { starter = p }
        sink.used =
            sink.used
            &+ ByteSink.write(
                record.target == 0 ? scalar : record.target, to: sink.buffer + sink.used)
        return next
    }

    /// Whether nothing at `p` attaches to the scalar before, invisible characters passed over.
    @inline(__always)
    private func stands(before p: Int) -> Bool {
        if p >= source.count || base[p] < 0x80 { return true }
        return !Self.attaches(source, at: Self.endOfInvisibles(source, from: p))
    }

    /// Writes a scalar that folds to one of another length, between two parts of the run.
    @inline(__always)
    private mutating func resize(_ scalar: UInt32, _ record: UnicodeRecord, _ range: Range<Int>) {
        if record.traits.contains(.stylised) { notes.stylisedLetters += 1 }
        map.appendPlain(derived: runDerived, source: runStart, count: range.lowerBound &- runStart)
        var accent = Accent.of(scalar)
        if accent.isOfVowelBefore { accent = accent.settled(after: sink.last, on: record.target) }
        map.appendAtomic(
            derived: sink.count, source: range.lowerBound, sourceCount: range.upperBound &- range.lowerBound,
            accent: accent)
        sink.used = sink.used &+ ByteSink.write(record.target, to: sink.buffer + sink.used)
        runStart = range.upperBound
        runDerived = sink.count
        starter = -1
    }
}

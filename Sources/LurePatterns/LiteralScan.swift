import LureText

/// One search through one text. All pointers were checked when the image was opened: units come in whole blocks
/// of 256, so any base with any byte stays inside; tails and lists of values end inside their sections.
struct LiteralScan {
    let text: UnsafePointer<UInt8>
    let count: Int
    let longest: Int
    let pairs: UnsafePointer<UInt8>
    let units: UnsafePointer<UInt32>
    let tails: UnsafePointer<UInt32>
    let values: UnsafePointer<UInt32>
    let flags: UnsafePointer<UInt8>
    let boundedRoot: UInt32
    let anywhereRoot: UInt32

    /// What stands before the current place.
    struct State {
        var previous = CharacterGroup(.outside)
        /// Bit k: a form may begin k bytes further on, behind a particle.
        var starts: UInt64 = 0
    }

    func run(_ hits: inout [LiteralHit]) {
        var state = State()
        var offset = 0
        // Literals found anywhere ask for every place, so nothing is skipped.
        let skipsWords = anywhereRoot == 0
        while offset < count {
            if skipsWords, text[offset] < 0x80 {
                let end = runASCII(from: offset, &state, &hits)
                if end > offset {
                    offset = end
                    continue
                }
            }
            offset += runCharacter(at: offset, &state, &hits)
        }
    }

    /// Handles whole groups of eight ASCII bytes.
    /// - Returns: the offset where they end.
    @inline(__always)
    private func runASCII(from start: Int, _ state: inout State, _ hits: inout [LiteralHit]) -> Int {
        var offset = start
        var carry: UInt64 = state.previous.writing == .spaced ? 1 : 0
        while offset + 8 <= count {
            let group = UInt64(littleEndian: UnsafeRawPointer(text + offset).loadUnaligned(as: UInt64.self))
            guard group & 0x8080_8080_8080_8080 == 0 else { break }
            let words = ByteGroup.wordMask(group)
            var starts = (words & ~(words << 1 | carry)) | ByteGroup.symbolMask(group, words: words)
            carry = words >> 7
            while starts != 0 {
                let place = offset + starts.trailingZeroBitCount
                if mayBegin(at: place) { walk(from: boundedRoot, at: place, isInside: false, &hits) }
                starts &= starts &- 1
            }
            offset += 8
        }
        if offset > start {
            state.previous = CharacterGroup(carry == 1 ? .spaced : .outside)
            state.starts = 0
        }
        return offset
    }

    /// - Returns: bytes of the character at `offset`.
    @inline(__always)
    private func runCharacter(at offset: Int, _ state: inout State, _ hits: inout [LiteralHit]) -> Int {
        let (group, length) = CharacterGroup.read(text, at: offset, count: count)
        let previous = state.previous
        let isInside = group.writing == previous.writing && group.writing == .hangul
        let opensWord = group.writing != .spaced || previous.writing != .spaced
        if opensWord, group.proclitics != .none {
            state.starts = Proclitics.starts(text, at: offset, count: count, group.proclitics)
        } else if group.proclitics == .none || group.proclitics != previous.proclitics {
            state.starts = 0
        }
        let known = hits.count
        if opensWord || state.starts & 1 != 0, mayBegin(at: offset) {
            walk(from: boundedRoot, at: offset, isInside: isInside, &hits)
        }
        if anywhereRoot != 0, group.writing == .spaced || group.writing == .hangul {
            let middle = hits.count
            walk(from: anywhereRoot, at: offset, isInside: false, &hits)
            if middle > known, hits.count > middle { Self.order(&hits, from: known) }
        }
        state.starts >>= UInt64(length)
        state.previous = group
        return length
    }

    @inline(__always)
    private func mayBegin(at offset: Int) -> Bool {
        let second = offset + 1 < count ? text[offset + 1] : 0
        let pair = Int(text[offset]) << 8 | Int(second)
        return pairs[pair >> 3] & (1 << UInt8(truncatingIfNeeded: pair & 7)) != 0
    }

    /// Follows the text down a trie and appends what ends on the way.
    private func walk(from root: UInt32, at start: Int, isInside: Bool, _ hits: inout [LiteralHit]) {
        let end = min(count, start + longest)
        var place = start
        var node = root
        while true {
            let kind = node & LiteralImage.Unit.kindMask
            if kind == LiteralImage.Unit.tail {
                return matchTail(Int(node >> 10), start: start, from: place, isInside: isInside, &hits)
            }
            guard kind != 0 else { return }
            let base = Int(node >> 10)
            if kind == LiteralImage.Unit.terminalBranch {
                append(Int(units[base] >> 10), start: start, end: place, isInside: isInside, &hits)
            }
            guard place < end else { return }
            let byte = text[place]
            node = units[base ^ Int(byte)]
            guard UInt8(truncatingIfNeeded: node) == byte else { return }
            place += 1
        }
    }

    private func matchTail(
        _ tail: Int, start: Int, from place: Int, isInside: Bool, _ hits: inout [LiteralHit]
    ) {
        let header = tails[tail]
        let length = Int(header & 0x3FF)
        guard length <= count - place else { return }
        let bytes = UnsafeRawPointer(tails + tail + 1).assumingMemoryBound(to: UInt8.self)
        var index = 0
        while index < length {
            guard bytes[index] == text[place + index] else { return }
            index += 1
        }
        append(Int(header >> 10), start: start, end: place + length, isInside: isInside, &hits)
    }

    /// Appends the list of values from `first` on, as far as their boundaries hold.
    private func append(_ first: Int, start: Int, end: Int, isInside: Bool, _ hits: inout [LiteralHit]) {
        let goesOn = wordGoesOn(at: end)
        let span = TextSpan(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
        var index = first
        while true {
            let flag = flags[index]
            let isBound = flag & LiteralImage.Flag.rightBoundary != 0 && goesOn
            if !isBound, !isInside || flag & LiteralImage.Flag.insideHangul != 0 {
                hits.append(LiteralHit(value: values[index], span: span))
            }
            if flag & LiteralImage.Flag.last != 0 { return }
            index += 1
        }
    }

    /// Whether the character at `offset` would continue a word of a spaced script.
    @inline(__always)
    private func wordGoesOn(at offset: Int) -> Bool {
        guard offset < count else { return false }
        return CharacterGroup.read(text, at: offset, count: count).group.writing == .spaced
    }

    /// Sorts the hits of one place, found in two tries, and drops what both found.
    private static func order(_ hits: inout [LiteralHit], from first: Int) {
        hits[first...].sort { ($0.span.end, $0.value) < ($1.span.end, $1.value) }
        var kept = first + 1
        for index in first + 1..<hits.count where hits[index] != hits[kept - 1] {
            hits[kept] = hits[index]
            kept += 1
        }
        hits.removeSubrange(kept...)
    }
}

/// Eight ASCII bytes at a time.
enum ByteGroup {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Bit k: byte k is a letter or a digit.
    @inline(__always)
    static func wordMask(_ group: UInt64) -> UInt64 {
        let lower = group | (ones &* 0x20)
        let letters = (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x7B))
        let digits = (group &+ ones &* (0x80 - 0x30)) & ~(group &+ ones &* (0x80 - 0x3A))
        return mask((letters | digits) & highs)
    }

    /// Bit k: byte k is printable and stands outside of words.
    @inline(__always)
    static func symbolMask(_ group: UInt64, words: UInt64) -> UInt64 {
        mask((group &+ ones &* (0x80 - 0x21)) & highs) & ~words
    }

    /// Gathers the high bits of eight bytes.
    @inline(__always)
    private static func mask(_ bits: UInt64) -> UInt64 {
        ((bits >> 7) &* 0x0102_0408_1020_4080) >> 56
    }
}

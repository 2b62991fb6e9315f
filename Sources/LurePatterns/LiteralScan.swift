import LureText

/// One search through one text. All pointers were checked when the image was opened: units come in whole blocks
/// of 256, so any base with any byte stays inside; tails and lists of values end inside their sections. `blocks`
/// and `entries` are those of a `StartTable` of the same image.
struct LiteralScan {
    let text: UnsafePointer<UInt8>
    let count: Int
    let longest: Int
    let blocks: UnsafePointer<UInt32>
    let entries: UnsafePointer<UInt32>
    let units: UnsafePointer<UInt32>
    let tails: UnsafePointer<UInt32>
    let values: UnsafePointer<UInt32>
    let flags: UnsafePointer<UInt8>
    /// Units that lead to nodes, or 0.
    let boundedRoot: UInt32
    let anywhereRoot: UInt32

    /// What stands before the current place.
    struct State {
        var previous = CharacterGroup(.outside)
        /// Bit k: a form may begin k bytes further on, behind a particle.
        var starts: UInt64 = 0
    }

    /// A character as the scan sees it.
    struct Character {
        var entry: UInt32
        var length: Int

        @inline(__always)
        var group: CharacterGroup { CharacterGroup(raw: UInt8(truncatingIfNeeded: entry)) }
        @inline(__always)
        var node: UInt32 { entry & StartTable.nodeMask }
    }

    func run(_ sink: inout HitSink) {
        var state = State()
        var offset = 0
        // Literals found anywhere ask for every place, so nothing is skipped.
        let looksAnywhere = anywhereRoot != 0
        let groupLimit = looksAnywhere ? 0 : count &- 7
        while offset < count {
            if offset < groupLimit, text[offset] < 0x80, text[offset &+ 1] < 0x80 {
                offset = runASCII(from: offset, &state, &sink)
                continue
            }
            let character = read(at: offset)
            let group = character.group
            if group.takesProclitics || looksAnywhere {
                runRare(character, at: offset, &state, &sink)
            } else {
                let previous = state.previous
                state.previous = group
                if character.node != 0, !(group.isWritten(.spaced) && previous.isWritten(.spaced)) {
                    let isInside = group.isWritten(.hangul) && previous.isWritten(.hangul)
                    walk(character, at: offset, isInside: isInside, &sink)
                }
            }
            offset &+= character.length
        }
        resolve(&sink)
    }

    /// Handles the ASCII bytes among the next eight.
    /// - Returns: the offset where they end.
    @inline(__always)
    private func runASCII(from offset: Int, _ state: inout State, _ sink: inout HitSink) -> Int {
        var group = UInt64(littleEndian: UnsafeRawPointer(text + offset).loadUnaligned(as: UInt64.self))
        var length = 8
        let others = group & ByteGroup.highs
        if others != 0 {
            length = others.trailingZeroBitCount >> 3
            // Zeros are neither words nor symbols.
            group &= (1 &<< UInt64(truncatingIfNeeded: 8 &* length)) &- 1
        }
        let carry: UInt64 = state.previous.isWritten(.spaced) ? 1 : 0
        let words = ByteGroup.wordMask(group)
        var starts = (words & ~(words << 1 | carry)) | ByteGroup.symbolMask(group, words: words)
        let isOpen = words &>> UInt64(truncatingIfNeeded: length &- 1) & 1 == 1
        state.previous = CharacterGroup(isOpen ? .spaced : .outside)
        while starts != 0 {
            let place = offset &+ starts.trailingZeroBitCount
            starts &= starts &- 1
            let character = Character(entry: entries[Int(text[place])], length: 1)
            if character.node != 0 { walk(character, at: place, isInside: false, &sink) }
        }
        return offset &+ length
    }

    /// The character at `offset`; ill-formed UTF-8 reads as single bytes outside of words.
    @inline(__always)
    private func read(at offset: Int) -> Character {
        let first = text[offset]
        if first < 0x80 { return Character(entry: entries[Int(first)], length: 1) }
        let left = count &- offset
        if first >= 0xE0 {
            if first < 0xF0, left >= 3 {
                let block = Int(first & 0x0F) << 6 | Int(text[offset &+ 1] & 0x3F)
                return Character(
                    entry: entries[Int(blocks[block] | UInt32(text[offset &+ 2] & 0x3F))], length: 3)
            }
        } else if first >= 0xC2, left >= 2 {
            return Character(
                entry: entries[Int(blocks[Int(first & 0x1F)] | UInt32(text[offset &+ 1] & 0x3F))], length: 2)
        }
        let (group, length) = CharacterGroup.read(text, at: offset, count: count)
        return Character(entry: UInt32(group.raw) | (boundedRoot == 0 ? 0 : StartTable.root), length: length)
    }

    /// Handles a character of a script with particles, or any if there are literals found anywhere.
    @inline(never)
    private func runRare(
        _ character: Character, at offset: Int, _ state: inout State, _ sink: inout HitSink
    ) {
        let group = character.group
        let previous = state.previous
        let opensWord = !(group.isWritten(.spaced) && previous.isWritten(.spaced))
        if opensWord, group.takesProclitics {
            state.starts = Proclitics.starts(text, at: offset, count: count, group.proclitics)
        } else if !group.takesProclitics || !group.sharesProclitics(with: previous) {
            state.starts = 0
        }
        let isInside = group.isWritten(.hangul) && previous.isWritten(.hangul)
        let mayBegin = opensWord || state.starts & 1 != 0
        state.starts >>= UInt64(truncatingIfNeeded: character.length)
        state.previous = group
        if anywhereRoot != 0, group.isWritten(.spaced) || group.isWritten(.hangul) {
            resolve(&sink)
            let known = sink.hits.count
            if mayBegin, character.node != 0 { walk(character, at: offset, isInside: isInside, &sink) }
            resolve(&sink)
            let middle = sink.hits.count
            follow(anywhereRoot, from: offset, start: offset, isInside: false, &sink)
            resolve(&sink)
            if middle > known, sink.hits.count > middle { sink.order(from: known) }
        } else if mayBegin, character.node != 0 {
            walk(character, at: offset, isInside: isInside, &sink)
        }
    }

    /// Looks for the bounded forms that begin with a character whose entry leads somewhere.
    @inline(__always)
    private func walk(_ character: Character, at start: Int, isInside: Bool, _ sink: inout HitSink) {
        let isWhole = character.node == StartTable.root
        follow(
            isWhole ? boundedRoot : character.node, from: isWhole ? start : start &+ character.length,
            start: start, isInside: isInside, &sink)
    }

    /// Follows the text from `place` on down a trie and notes what ends on the way.
    @inline(__always)
    private func follow(
        _ root: UInt32, from first: Int, start: Int, isInside: Bool, _ sink: inout HitSink
    ) {
        let end = min(count, start &+ longest)
        var place = first
        var node = root
        while true {
            if node & LiteralImage.Unit.endsBit != 0 {
                if node & LiteralImage.Unit.kindMask == LiteralImage.Unit.tail {
                    return matchTail(Int(node >> 10), start: start, from: place, isInside: isInside, &sink)
                }
                note(units[Int(node >> 10)] >> 10, start: start, end: place, isInside: isInside, &sink)
            }
            guard place < end else { return }
            let byte = UInt32(text[place])
            node = units[Int(node >> 10 ^ byte)]
            // Its own byte, and some kind: a text may hold NUL.
            guard node & 0xFF == byte, node & LiteralImage.Unit.kindMask != 0 else { return }
            place &+= 1
        }
    }

    @inline(__always)
    private func matchTail(
        _ tail: Int, start: Int, from place: Int, isInside: Bool, _ sink: inout HitSink
    ) {
        let header = tails[tail]
        let length = Int(header & 0x3FF)
        guard length <= count &- place else { return }
        let bytes = UnsafeRawPointer(tails + tail + 1).assumingMemoryBound(to: UInt8.self)
        let here = text + place
        var index = 0
        while index < length {
            guard bytes[index] == here[index] else { return }
            index &+= 1
        }
        note(header >> 10, start: start, end: place &+ length, isInside: isInside, &sink)
    }

    @inline(__always)
    private func note(_ list: UInt32, start: Int, end: Int, isInside: Bool, _ sink: inout HitSink) {
        if sink.isFull { resolve(&sink) }
        sink.append(
            FormEnd(
                list: list, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                isInside: isInside))
    }

    /// Makes hits of the ends noted, as far as the boundaries of their values hold.
    @inline(never)
    private func resolve(_ sink: inout HitSink) {
        sink.resolve { form, sink in
            let end = Int(form.end)
            // The flag that keeps a value from standing here, and the one without which it can't.
            let goesOn = end < count && read(at: end).group.isWritten(.spaced)
            let refused = goesOn ? LiteralImage.Flag.rightBoundary : 0
            let needed = form.isInside ? LiteralImage.Flag.insideHangul : 0
            let span = TextSpan(start: form.start, end: form.end)
            var index = Int(form.list)
            while true {
                let flag = flags[index]
                if flag & refused == 0, ~flag & needed == 0 {
                    sink.add(LiteralHit(value: values[index], span: span))
                }
                if flag & LiteralImage.Flag.last != 0 { return }
                index &+= 1
            }
        }
    }
}

/// Eight ASCII bytes at a time.
enum ByteGroup {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    static let highs: UInt64 = 0x8080_8080_8080_8080

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

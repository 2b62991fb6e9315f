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
    /// nil if each value is its own index.
    let values: UnsafePointer<UInt32>?
    let flags: UnsafePointer<UInt8>
    /// Units that lead to nodes, or 0.
    let boundedRoot: UInt32
    let anywhereRoot: UInt32
    /// Whether places of the text fit into a `WalkStep` and none of its bytes is NUL, which may meet a unit without a
    /// kind.
    let mayWalkTogether: Bool

    /// Whether a text may be walked from many places side by side.
    static func mayWalkTogether(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var least = UInt8.max
        for byte in text { least = min(least, byte) }
        return least > 0 && text.count < WalkStep.textLimit
    }

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

    /// Gathers places where forms may begin, walks the trie from many of them in a row, then makes hits of the ends
    /// found: each loop is small enough to keep all it needs in registers.
    func run(_ sink: inout HitSink) {
        var state = State()
        var starts = StartList(sink.room.starts)
        var offset = 0
        // Literals found anywhere ask for every place, so nothing is skipped.
        let looksAnywhere = anywhereRoot != 0
        let groupLimit = looksAnywhere ? 0 : count &- 7
        let wideLimit = looksAnywhere ? 0 : count &- 3
        while offset < count {
            if starts.isNearlyFull { walk(&starts, &sink) }
            if offset < groupLimit, text[offset] < 0x80, text[offset &+ 1] < 0x80 {
                offset = runASCII(from: offset, &state, &starts)
                continue
            }
            if offset < wideLimit {
                let end = runWide(from: offset, &state, &starts)
                if end > offset {
                    offset = end
                    continue
                }
            }
            let character = read(at: offset)
            let group = character.group
            if group.takesProclitics || looksAnywhere {
                runRare(character, at: offset, &state, &starts, &sink)
            } else {
                let previous = state.previous
                state.previous = group
                if character.node != 0, !(group.isWritten(.spaced) && previous.isWritten(.spaced)) {
                    let isInside = group.isWritten(.hangul) && previous.isWritten(.hangul)
                    starts.append(start(of: character, at: offset, isInside: isInside))
                }
            }
            offset &+= character.length
        }
        walk(&starts, &sink)
        resolve(&sink)
    }

    /// Handles the ASCII bytes among the next eight.
    /// - Returns: the offset where they end.
    @inline(__always)
    private func runASCII(from offset: Int, _ state: inout State, _ list: inout StartList) -> Int {
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
        // Mostly there are no more than two, and how many of them is hard to guess.
        takeASCII(from: offset, &starts, &list)
        takeASCII(from: offset, &starts, &list)
        while starts != 0 { takeASCII(from: offset, &starts, &list) }
        return offset &+ length
    }

    /// Handles characters of three bytes, while they are of scripts without particles and there is room for starts.
    /// - Parameter offset: less than `count - 3`.
    /// - Returns: the offset where they end.
    @inline(__always)
    private func runWide(from offset: Int, _ state: inout State, _ list: inout StartList) -> Int {
        let spaced = UInt32(CharacterGroup(.spaced).raw)
        let hangul = UInt32(CharacterGroup(.hangul).raw)
        let (text, blocks, entries) = (UnsafeRawPointer(text), blocks, entries)
        let last = count &- 4
        var previous = UInt32(state.previous.raw)
        var place = offset
        repeat {
            let word = UInt32(littleEndian: (text + place).loadUnaligned(as: UInt32.self))
            guard word & 0xF0 == 0xE0 else { break }
            let block = blocks[Int((word & 0xF) &<< 6 | word &>> 8 & 0x3F)]
            let entry = entries[Int(block | word &>> 16 & 0x3F)]
            let group = entry & 0xFF
            guard group <= hangul, entry & StartTable.nodeMask != StartTable.root else { break }
            let isInside: UInt32 = group & previous == hangul ? 1 : 0
            let goesOn = group == spaced && previous == spaced ? 0 : entry & StartTable.nodeMask
            list.append(
                LiteralStart(place: place, unit: entry & StartTable.nodeMask | 6 | isInside),
                counts: goesOn != 0 ? 1 : 0)
            previous = group
            place = place &+ 3
        } while place <= last && !list.isNearlyFull
        state.previous = CharacterGroup(raw: UInt8(truncatingIfNeeded: previous))
        return place
    }

    /// Appends the start at the lowest bit of some within eight bytes, if there is one and forms begin so.
    @inline(__always)
    private func takeASCII(from offset: Int, _ starts: inout UInt64, _ list: inout StartList) {
        // Bit 7 at most: there are eight bytes.
        let place = offset &+ (starts | 0x80).trailingZeroBitCount
        let character = Character(entry: entries[Int(text[place] & 0x7F)], length: 1)
        let counts = (character.node != 0 ? 1 : 0) & (starts != 0 ? 1 : 0)
        starts &= starts &- 1
        list.append(start(of: character, at: place, isInside: false), counts: counts)
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
        _ character: Character, at offset: Int, _ state: inout State, _ list: inout StartList,
        _ sink: inout HitSink
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
        let looksAnywhere = anywhereRoot != 0 && (group.isWritten(.spaced) || group.isWritten(.hangul))
        if looksAnywhere {
            walk(&list, &sink)
            resolve(&sink)
        }
        let known = sink.hits.count
        if mayBegin, character.node != 0 { list.append(start(of: character, at: offset, isInside: isInside)) }
        guard looksAnywhere else { return }
        walk(&list, &sink)
        resolve(&sink)
        let middle = sink.hits.count
        list.append(LiteralStart(place: offset, node: anywhereRoot, length: 0, isInside: false))
        walk(&list, &sink)
        resolve(&sink)
        if middle > known, sink.hits.count > middle { sink.order(from: known) }
    }

    /// Where the bounded forms are looked for that begin with a character whose entry leads somewhere.
    @inline(__always)
    private func start(of character: Character, at place: Int, isInside: Bool) -> LiteralStart {
        let isWhole = character.node == StartTable.root
        return LiteralStart(
            place: place, node: isWhole ? boundedRoot : character.node,
            length: isWhole ? 0 : character.length, isInside: isInside)
    }

    /// Makes hits of the ends noted, as far as the boundaries of their values hold.
    @inline(never)
    func resolve(_ sink: inout HitSink) {
        let (flags, values) = (flags, values)
        for form in sink.takeEnds() {
            let end = Int(form.end)
            // The flag that keeps a value from standing here, and the one without which it can't.
            let goesOn = end < count && read(at: end).group.isWritten(.spaced)
            let refused = goesOn ? LiteralImage.Flag.rightBoundary : 0
            let needed = form.isInside ? LiteralImage.Flag.insideHangul : 0
            let span = TextSpan(start: form.start, end: form.end)
            var index = Int(form.list)
            while true {
                let flag = flags[index]
                // Written in any case: whether it counts is hard to guess.
                let value = values?[index] ?? UInt32(truncatingIfNeeded: index)
                sink.add(
                    LiteralHit(value: value, span: span), counts: flag & refused | ~flag & needed == 0 ? 1 : 0
                )
                if flag & LiteralImage.Flag.last != 0 { break }
                index &+= 1
            }
        }
        sink.flush()
    }
}

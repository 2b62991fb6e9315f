/// One pass of `Folder` over one text.
///
/// Most text goes through `scanRun`, one scalar in, one out. What it can't do stops it: white space runs and dropped
/// scalars are handled one by one, and marks that reorder or compose send the pass back to the character they stand
/// on, which `foldCluster` then does in full. No byte is gone back over twice.
struct FoldPass {
    let source: UnsafeBufferPointer<UInt8>
    /// Where `source` begins.
    let base: UnsafePointer<UInt8>
    var sink: ByteSink
    var map: MapWriter
    var cluster: MarkCluster
    var notes = FoldNotes()
    var letters: LetterCounter
    /// Past the source bytes whose letters are counted.
    private var counted = 0
    /// Next source byte.
    var position = 0

    /// Where the open run starts, in both texts, and its last scalar that is no mark (-1: none yet).
    var runStart = 0
    var runDerived = 0
    var starter = -1
    private var space = PendingSpace()

    /// White space seen and not yet written: it falls away at the ends of a text.
    private struct PendingSpace {
        var kind: UInt8?
        var start = 0
        var end = 0
    }

    init(
        source: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>, sink: ByteSink, map: MapWriter,
        cluster: MarkCluster, letters: LetterCounter
    ) {
        self.source = source
        self.base = base
        self.sink = sink
        self.map = map
        self.cluster = cluster
        self.letters = letters
    }

    mutating func run() {
        while position < source.count {
            openRun()
            if startsPlain() { scanRun() }
            if position < source.count { handleSpecial() } else { closeRun(at: position) }
            countLetters()
        }
        letters.finish()
    }

    /// Counts what `scanRun` has not.
    private mutating func countLetters() {
        guard counted < position else { return }
        letters.read(UnsafeBufferPointer(rebasing: source[counted..<position]))
        counted = position
    }

    private mutating func openRun() {
        runStart = position
        runDerived = sink.count
        starter = -1
    }

    /// Whether the scalar here is the fast path's; if so, what must come before it is written.
    private mutating func startsPlain() -> Bool {
        let byte = source[position]
        if byte <= 0x20 { return false }
        if byte >= 0x80 {
            let (scalar, length) = Scalars.decodeMultiByte(source, at: position, first: byte)
            if isInvalid(scalar, length, byte) || UnicodeRecord.of(scalar).traits.intersects(.special) {
                return false
            }
        }
        writeSpace()
        runDerived = sink.count
        return true
    }

    @inline(__always)
    func isInvalid(_ scalar: UInt32, _ length: Int, _ first: UInt8) -> Bool {
        scalar == 0xFFFD && (first != 0xEF || length != 3)
    }

    /// Copies what folds scalar by scalar; stops before anything else.
    private mutating func scanRun() {
        var p = position
        var state = RunState()
        while p < source.count {
            sink.makeRoom()
            if base[p] < 0x80 {
                let next = copyASCII(from: p)
                guard next > p else { break }
                p = next
                // Nothing attaches to a line feed, or to a space that opens the run.
                let last = p &- 1
                starter = base[last] == 0x0A || base[last] == 0x20 && last == runStart ? p : last
                state = RunState()
                continue
            }
            let next = copyPlain(from: p)
            if next > p {
                p = next
                state = RunState(lastClass: 0, starterComposes: nil)
                continue
            }
            guard let next = copyScalar(at: p, &state) else { break }
            p = next
        }
        position = p
        counted = max(counted, p)
    }

    private mutating func handleSpecial() {
        let byte = source[position]
        let (scalar, length) = Scalars.decode(source, at: position)
        if isInvalid(scalar, length, byte) {
            closeRun(at: position)
            notes.invalidSequences += 1
            emit(scalar, from: position..<position + length)
            position += length
            return
        }
        let record = UnicodeRecord.of(scalar)
        let traits = record.traits
        if traits.contains(.attaches) {
            returnToStarter()
        } else if traits.contains(.removedInvisible) {
            skipInvisibles()
        } else if traits.intersects(.whiteSpace) {
            closeRun(at: position)
            takeWhiteSpace()
        } else {
            closeRun(at: position)
            let next = position + length
            if traits.contains(.resized), !attaches(at: endOfInvisibles(from: next)) {
                if traits.contains(.stylised) { notes.stylisedLetters += 1 }
                emit(record.target, settled(.of(scalar), on: record.target), from: position..<next)
                position = next
            } else {
                foldCluster()
            }
        }
    }

    private mutating func returnToStarter() {
        if starter >= 0 { position = starter } else { position = runStart }
        closeRun(at: position)
        foldCluster()
    }

    /// Drops a run of invisible characters, unless a mark after it reaches over it.
    private mutating func skipInvisibles() {
        let end = endOfInvisibles(from: position)
        if attaches(at: end) {
            if position > runStart, position != starter {
                returnToStarter()
            } else {
                closeRun(at: position)
                position = end
            }
            return
        }
        if position > 0, end < source.count, isASCIILetter(source[position - 1]), isASCIILetter(source[end]) {
            notes.hiddenInWords += 1
        }
        closeRun(at: position)
        position = end
    }

    private func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private func endOfInvisibles(from start: Int) -> Int { Self.endOfInvisibles(source, from: start) }

    private func attaches(at p: Int) -> Bool { Self.attaches(source, at: p) }

    static func endOfInvisibles(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var p = start
        while p < source.count, source[p] >= 0x80 {
            let (_, properties, length) = Scalars.read(source, at: p, first: source[p])
            guard properties.traits.contains(.removedInvisible) else { break }
            p = p &+ length
        }
        return p
    }

    static func attaches(_ source: UnsafeBufferPointer<UInt8>, at p: Int) -> Bool {
        guard p < source.count, source[p] >= 0x80 else { return false }
        return Scalars.read(source, at: p, first: source[p]).properties.traits.contains(.attaches)
    }

    private mutating func takeWhiteSpace() {
        while position < source.count {
            let (scalar, length) = Scalars.decode(source, at: position)
            let traits = UnicodeRecord.of(scalar).traits
            guard traits.intersects(.whiteSpace) else { return }
            keepSpace(traits.contains(.newline) ? 0x0A : 0x20, from: position..<position + length)
            position += length
        }
    }

    private mutating func keepSpace(_ kind: UInt8, from range: Range<Int>) {
        if space.kind == nil { space.start = range.lowerBound }
        space.kind = space.kind == 0x0A ? 0x0A : kind
        space.end = range.upperBound
    }

    private mutating func writeSpace() {
        guard let kind = space.kind else { return }
        space.kind = nil
        guard sink.count > 0 else { return }
        if space.end - space.start == 1 {
            map.appendPlain(derived: sink.count, source: space.start, count: 1)
        } else {
            map.appendAtomic(derived: sink.count, source: space.start, sourceCount: space.end - space.start)
        }
        sink.append(UInt32(kind))
    }

    /// Ends the open run at a source place inside it, taking back what was written after that.
    private mutating func closeRun(at end: Int) {
        var count = end - runStart
        guard count >= 0 else { return }
        sink.truncate(to: runDerived + count)
        if count > 0, let last = sink.last, last <= 0x20 {
            count -= 1
            sink.truncate(to: runDerived + count)
            keepSpace(last, from: end - 1..<end)
        }
        map.appendPlain(derived: runDerived, source: runStart, count: count)
        runStart = end
        runDerived = sink.count
        starter = -1
    }

    private mutating func emit(_ scalar: UInt32, _ accent: Accent = .none, from range: Range<Int>) {
        if scalar == 0x20 || scalar == 0x0A {
            keepSpace(UInt8(truncatingIfNeeded: scalar), from: range)
            return
        }
        writeSpace()
        if !map.endsWithAtomic(range) {
            map.appendAtomic(
                derived: sink.count, source: range.lowerBound, sourceCount: range.count, accent: accent)
        }
        sink.append(scalar)
    }

    // MARK: - Characters with marks

    /// Folds the scalar here and whatever attaches to it, in full.
    private mutating func foldCluster() {
        var isFirst = true
        while position < source.count {
            let (scalar, length) = Scalars.decode(source, at: position)
            if isInvalid(scalar, length, source[position]) { break }
            let record = UnicodeRecord.of(scalar)
            if !isFirst, !record.traits.contains(.attaches) {
                let end = endOfInvisibles(from: position)
                guard end > position, attaches(at: end) else { break }
                position = end
                continue
            }
            isFirst = false
            let range = position..<position + length
            position = range.upperBound
            if record.traits.contains(.removedMark) {
                cluster.absorb(scalar, source: range)
            } else {
                add(scalar, record, from: range)
            }
        }
        flushCluster()
    }

    private mutating func add(_ scalar: UInt32, _ record: UnicodeRecord, from range: Range<Int>) {
        if record.traits.contains(.stylised) { notes.stylisedLetters += 1 }
        if record.traits.contains(.expands) {
            Expansions.forEach(at: record.target) { add(part: $0, from: range) }
        } else if record.traits.intersects(.whiteSpace) {
            add(part: record.traits.contains(.newline) ? 0x0A : 0x20, from: range)
        } else {
            let target = record.target == 0 ? scalar : record.target
            if record.traits.contains(.composite) {
                Composition.forEachPart(of: target) { add(part: $0, from: range) }
            } else {
                add(part: target, from: range)
                if target < 0x80 { cluster.absorb(.of(scalar)) }
            }
        }
    }

    private mutating func add(part: UInt32, from range: Range<Int>) {
        let traits = UnicodeRecord.of(part).traits
        if cluster.isFull(for: traits) { flushCluster() }
        cluster.append(part, traits, source: range)
    }

    private mutating func flushCluster() {
        guard cluster.count > 0 else { return }
        cluster.normalise()
        let range = cluster.start..<cluster.end
        let accent = clusterAccent()
        for i in 0..<cluster.count { emit(cluster.scalars[i], i == 0 ? accent : .none, from: range) }
        cluster.removeAll()
        runStart = position
        runDerived = sink.count
    }

    private func clusterAccent() -> Accent {
        let letter = cluster.scalars[0]
        return cluster.accent.isNone ? .none : settled(cluster.accent.on(letter), on: letter)
    }

    /// The accent of a letter to be written next.
    private func settled(_ accent: Accent, on letter: UInt32) -> Accent {
        accent.isOfVowelBefore
            ? accent.settled(after: space.kind == nil ? sink.last : nil, on: letter) : accent
    }
}

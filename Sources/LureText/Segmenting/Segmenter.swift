internal import CLureSupport

/// Finds the words, clauses and breaks of a folded text.
///
/// A word is a run of letters, digits and marks, apostrophes between letters included; a spaced and an unspaced
/// script in one run are two words. Clauses without a word are not kept: their marks belong to the clause they touch.
public struct Segmenter: Sendable {
    public init() {}

    /// `segmentation` is overwritten; its buffers are used again.
    /// - Parameter source: what the map of `text` leads to; with it, line breaks and pictographs within a sentence
    ///   are told from those that end it, and noted among the signs.
    /// - Complexity: linear in the text.
    public func segment(
        _ text: FoldedText, source: UnsafeBufferPointer<UInt8>? = nil, into segmentation: inout Segmentation
    ) {
        let flow = source.map { SentenceFlow(source: $0, map: text.map) }
        text.bytes.withUnsafeBufferPointer { segment($0, flow, into: &segmentation) }
    }

    /// As above, for folded bytes that live elsewhere.
    public func segment(_ folded: UnsafeBufferPointer<UInt8>, into segmentation: inout Segmentation) {
        segment(folded, nil, into: &segmentation)
    }

    private func segment(
        _ folded: UnsafeBufferPointer<UInt8>, _ flow: SentenceFlow?, into segmentation: inout Segmentation
    ) {
        var result = Segmentation()
        swap(&result, &segmentation)
        result.removeAll()
        withUnsafeTemporaryAllocation(of: Segmentation.Word.self, capacity: SegmentPass.wordCapacity) {
            guard let base = folded.baseAddress, let words = $0.baseAddress else { return }
            var pass = SegmentPass(bytes: folded, base: base, result: result, words: words, flow: flow)
            result = Segmentation()
            pass.run()
            swap(&result, &pass.result)
            result.signs.noteDrawnOut(in: folded)
        }
        swap(&result, &segmentation)
    }
}

/// One pass of `Segmenter` over one text.
///
/// Invariant: `base` points to the bytes; `words` holds `wordCapacity` words, the first `pending` of them written,
/// which follow those in `result`.
struct SegmentPass {
    /// What takes 1024 bytes, which are sure to be on the stack.
    static let wordCapacity = 64

    let bytes: UnsafeBufferPointer<UInt8>
    let base: UnsafePointer<UInt8>
    let tables: OpeningTables
    let people = PeopleWords.Table()
    /// Tables of `tables`.
    let firsts: UnsafePointer<UInt64>
    private let calmSpaced: UnsafePointer<UInt64>
    private let letters: UnsafePointer<UInt64>
    private let spaced: UnsafePointer<UInt64> = lure_unicode_spaced_base()
    let calmUnspaced: UnsafePointer<UInt64>
    let unspaced: UnsafePointer<UInt64> = lure_unicode_unspaced_base()
    var result: Segmentation
    private let words: UnsafeMutablePointer<Segmentation.Word>
    private var pending = 0

    /// What the clause at hand starts with; -1 before its first character.
    var clauseStart = -1
    /// Words found so far, in the clause at hand and before, and where the last one ends.
    var wordTotal = 0
    var lastWordEnd = -1
    /// Where the last word starts if it is of ASCII letters alone; else -1.
    var lastPlainStart = -1
    /// Words found when the clause at hand began.
    var wordsBefore = 0
    /// Whether the token at hand (what stands between white space) holds a slash: it may be an address.
    var tokenHasSlash = false
    private var position: UInt32 = 0
    var flow: SentenceFlow?
    /// Past the last pictograph that ended a clause; before the text if there was none.
    var bulletEnd = -2

    init(
        bytes: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>, result: Segmentation,
        words: UnsafeMutablePointer<Segmentation.Word>, flow: SentenceFlow?
    ) {
        self.bytes = bytes
        self.base = base
        tables = .shared
        firsts = tables.firsts.address
        calmSpaced = tables.calmSpaced.address
        letters = tables.letters.address
        calmUnspaced = tables.calmUnspaced.address
        self.result = result
        self.words = words
        self.flow = flow
    }

    mutating func run() {
        var p = 0
        let count = bytes.count
        while p < count {
            let byte = base[p]
            if byte == 0x20 {
                tokenHasSlash = false
                p = p &+ 1
                continue
            }
            if byte >= 0x80 {
                p = takeBeyondASCII(at: p, byte)
            } else if byte &- 0x61 < 26 {
                p = takeLetters(from: p)
            } else if ASCII.isDigit(byte) {
                p = takeDigits(from: p)
            } else {
                takeSign(byte, at: p)
                p = p &+ 1
                continue
            }
            if p < count {
                // Whether a space follows is hard to guess, so this is no branch.
                let isSpace = base[p] == 0x20
                tokenHasSlash = tokenHasSlash && !isSpace
                p = p &+ (isSpace ? 1 : 0)
            }
        }
        if wordTotal > wordsBefore { endClause(with: count, at: count) }
        flushWords()
        result.wordCount = Int(position)
    }

    @inline(__always)
    private mutating func takeBeyondASCII(at p: Int, _ byte: UInt8) -> Int {
        Scalars.isHeld(by: letters, in: bytes, at: p) ? takeForeignWord(from: p) : takeScalar(at: p, byte)
    }

    @inline(never)
    private mutating func takeScalar(at p: Int, _ byte: UInt8) -> Int {
        let (scalar, properties, length) = Scalars.read(bytes, at: p, first: byte)
        if !properties.isWordCharacter {
            noteScalar(at: p, inRun: false)
            takeSign(scalar, properties, at: p, count: length)
            return p &+ length
        }
        if properties.isMark { result.signs.noteMark() }
        return properties.isUnspaced ? takeUnspacedRun(from: p) : takeMixedWord(from: p)
    }

    // MARK: - Words

    @inline(__always)
    private mutating func append(_ start: Int, _ end: Int, isUnspaced: Bool) {
        clauseStart = clauseStart < 0 ? start : clauseStart
        if pending == Self.wordCapacity { flushWords() }
        (words + pending).initialize(
            to: Segmentation.Word(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                position: position, isUnspaced: isUnspaced))
        pending = pending &+ 1
        wordTotal = wordTotal &+ 1
        lastWordEnd = end
        lastPlainStart = -1
    }

    @inline(__always)
    private mutating func appendSpaced(_ start: Int, _ end: Int) {
        append(start, end, isUnspaced: false)
        position = position &+ 1
    }

    @inline(never)
    private mutating func flushWords() {
        result.words.append(contentsOf: UnsafeBufferPointer(start: words, count: pending))
        pending = 0
    }

    /// The end of the word at `start`, where an ASCII letter stands.
    @inline(__always)
    private mutating func takeLetters(from start: Int) -> Int {
        let end = ASCII.smallLetterEnd(base, bytes.count, from: start)
        let length = end &- start
        guard length > 1, length < FactScanner.longToken, endsPlainWord(at: end) else {
            return takeMixedWord(from: start)
        }
        if mayOpen(start, end, prefix: 8) { noteNamed(start, end) }
        appendSpaced(start, end)
        lastPlainStart = start
        return end
    }

    /// The end of the word at `start`, where a digit stands.
    @inline(__always)
    private mutating func takeDigits(from start: Int) -> Int {
        var end = start &+ 1
        while end < bytes.count, ASCII.isDigit(base[end]) { end = end &+ 1 }
        guard end &- start > 1, endsPlainWord(at: end) else { return takeMixedWord(from: start) }
        noteFact(start)
        appendSpaced(start, end)
        return end
    }

    /// The end of the word at `start`, where a letter of a spaced script beyond ASCII stands.
    @inline(__always)
    private mutating func takeForeignWord(from start: Int) -> Int {
        var end = Scalars.end(of: calmSpaced, in: bytes, from: start)
        var isCalm = true
        while Scalars.isHeld(by: spaced, in: bytes, at: end) {
            isCalm = false
            end = Scalars.end(of: calmSpaced, in: bytes, from: end &+ (base[end] < 0xE0 ? 2 : 3))
        }
        // A single character may be one of those set apart.
        guard end &- start > (base[start] < 0xE0 ? 2 : 3), endsPlainWord(at: end) else {
            return takeMixedWord(from: start)
        }
        if mayOpen(start, end, prefix: base[start] < 0xE0 ? 8 : 6) { notePeople(start) }
        if !isCalm {
            noteFacts(from: start, to: end)
            if GreekInCyrillic.mayHold(bytes, start..<end) { result.signs.noteSign(at: start) }
        }
        appendSpaced(start, end)
        return end
    }

    /// Whether nothing here goes on with a word, or might stand for a letter.
    @inline(__always)
    private func endsPlainWord(at p: Int) -> Bool {
        guard p < bytes.count else { return true }
        let byte = base[p]
        // Past 63 a shift leaves nothing.
        let low = Self.plainEnds.0 >> UInt64(byte)
        let high = Self.plainEnds.1 >> UInt64(byte ^ 0x40)
        return (low | high) & 1 != 0
    }

    /// Bitmap of the ASCII characters that end a plain word: none of letters and digits, an apostrophe or a dollar sign.
    private static var plainEnds: (UInt64, UInt64) { (0xFC00_FF6F_FFFF_FFFF, 0xF800_0001_F800_0001) }

    /// The end of a run of word characters of spaced scripts, apostrophes between letters included.
    @inline(never)
    private mutating func takeMixedWord(from start: Int) -> Int {
        let bytes = bytes
        let base = base
        let count = bytes.count
        var unit = start
        var firstUnitEnd = -1
        var kinds: DisguiseSigns.Kinds = []
        var isCalm = true
        var p = start
        while p < count {
            let byte = base[p]
            if byte >= 0x80 {
                let end = Scalars.end(of: calmSpaced, in: bytes, from: p)
                if end > p {
                    p = end
                } else {
                    let (_, properties, length) = Scalars.read(bytes, at: p, first: byte)
                    guard properties.isWordCharacter, !properties.isUnspaced else { break }
                    isCalm = false
                    p = p &+ length
                }
                kinds.formUnion(.beyondASCII)
            } else if ASCII.isDigit(byte) {
                kinds.formUnion(.digits)
                isCalm = false
                p = p &+ 1
            } else if ASCII.isLetter(byte) {
                kinds.formUnion(.letters)
                isCalm = false
                p = ASCII.letterEnd(bytes, from: p)
            } else {
                guard byte == 0x27, continuesWord(at: p &+ 1) else { break }
                noteUnit(unit, p, kinds)
                if firstUnitEnd < 0 { firstUnitEnd = p }
                kinds = []
                p = p &+ 1
                unit = p
            }
        }
        noteUnit(unit, p, kinds)
        if mayOpen(start, firstUnitEnd < 0 ? p : firstUnitEnd, prefix: base[start] < 0xE0 ? 8 : 6) {
            notePeople(start)
        }
        if !isCalm { noteFacts(from: start, to: p) }
        appendSpaced(start, p)
        return p
    }

    @inline(__always)
    private mutating func noteUnit(_ start: Int, _ end: Int, _ kinds: DisguiseSigns.Kinds) {
        let isOneSort = kinds == .digits || kinds == .beyondASCII
        if isOneSort, end &- start > 4 {
            if kinds == .beyondASCII, GreekInCyrillic.mayHold(bytes, start..<end) {
                result.signs.noteSign(at: start)
            }
            return
        }
        result.signs.noteUnit(bytes, start..<end, kinds)
    }

    /// Whether a letter of a spaced script stands here.
    private func continuesWord(at p: Int) -> Bool {
        guard p < bytes.count else { return false }
        let properties = Scalars.properties(of: Scalars.decode(bytes, at: p).scalar)
        return properties.isLetter && !properties.isUnspaced
    }

    /// The end of a run of an unspaced script.
    @inline(__always)
    private mutating func takeUnspacedRun(from start: Int) -> Int {
        let bytes = bytes
        let base = base
        var p = endOfRun(from: start)
        while p < bytes.count, base[p] >= 0x80 {
            let (_, properties, length) = Scalars.read(bytes, at: p, first: base[p])
            guard properties.isUnspaced || (properties.isMark && properties.isCommon) else { break }
            noteScalar(at: p, inRun: true)
            p = endOfRun(from: p &+ length)
        }
        result.signs.noteRun(bytes, start..<p)
        append(start, p, isUnspaced: true)
        let unit = Segmentation.unspacedWordBytes
        position = position &+ (UInt32(truncatingIfNeeded: p &- start) &+ unit &- 1) / unit
        return p
    }
}

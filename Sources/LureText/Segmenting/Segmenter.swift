internal import CLureSupport

/// Finds the words, clauses and breaks of a folded text.
///
/// A word is a run of letters, digits and marks, apostrophes between letters included; a spaced and an unspaced
/// script in one run are two words. Clauses without a word are not kept: their marks belong to the clause they touch.
public struct Segmenter: Sendable {
    public init() {}

    /// `segmentation` is overwritten; its buffers are used again.
    /// - Complexity: linear in the text.
    public func segment(_ text: FoldedText, into segmentation: inout Segmentation) {
        text.bytes.withUnsafeBufferPointer { segment($0, into: &segmentation) }
    }

    /// As above, for folded bytes that live elsewhere.
    public func segment(_ folded: UnsafeBufferPointer<UInt8>, into segmentation: inout Segmentation) {
        var result = Segmentation()
        swap(&result, &segmentation)
        result.removeAll()
        withUnsafeTemporaryAllocation(of: Segmentation.Word.self, capacity: SegmentPass.wordCapacity) {
            guard let base = folded.baseAddress, let words = $0.baseAddress else { return }
            var pass = SegmentPass(bytes: folded, base: base, result: result, words: words)
            result = Segmentation()
            pass.run()
            swap(&result, &pass.result)
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
    var result: Segmentation
    private let words: UnsafeMutablePointer<Segmentation.Word>
    private var pending = 0

    private let spaced: UnsafePointer<UInt64> = lure_unicode_spaced_base()
    private let unspaced: UnsafePointer<UInt64> = lure_unicode_unspaced_base()

    /// What the clause at hand starts with; -1 before its first character.
    private var clauseStart = -1
    /// Words found so far, in the clause at hand and before, and where the last one ends.
    private var wordTotal = 0
    private var lastWordEnd = -1
    /// Words found when the clause at hand began.
    private var wordsBefore = 0
    /// Whether the token at hand (what stands between white space) holds a slash: it may be an address.
    private var tokenHasSlash = false
    private var position: UInt32 = 0

    init(
        bytes: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>, result: Segmentation,
        words: UnsafeMutablePointer<Segmentation.Word>
    ) {
        self.bytes = bytes
        self.base = base
        self.result = result
        self.words = words
    }

    mutating func run() {
        var p = 0
        let count = bytes.count
        while p < count {
            let byte = base[p]
            if byte == 0x20 {
                tokenHasSlash = false
                p = p &+ 1
            } else if byte >= 0x80 {
                p = takeBeyondASCII(at: p, byte)
            } else if ASCII.isWord(byte) {
                p = takeSpacedWord(from: p)
                if p < count, base[p] == 0x20 {
                    tokenHasSlash = false
                    p = p &+ 1
                }
            } else {
                takeSign(byte, at: p)
                p = p &+ 1
            }
        }
        if wordTotal > wordsBefore { endClause(with: count, at: count) }
        flushWords()
        result.wordCount = Int(position)
    }

    @inline(__always)
    private mutating func takeBeyondASCII(at p: Int, _ byte: UInt8) -> Int {
        let (scalar, properties, length) = Scalars.read(bytes, at: p, first: byte)
        if !properties.isWordCharacter {
            takeSign(scalar, properties, at: p, count: length)
            return p &+ length
        }
        if properties.isMark { result.signs.noteMark() }
        return properties.isUnspaced
            ? takeUnspacedRun(from: p, next: p &+ length) : takeMixedWord(from: p, next: p &+ length)
    }

    // MARK: - Words

    @inline(__always)
    private mutating func append(_ start: Int, _ end: Int, isUnspaced: Bool) {
        if clauseStart < 0 { clauseStart = start }
        if pending == Self.wordCapacity { flushWords() }
        (words + pending).initialize(
            to: Segmentation.Word(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                position: position, isUnspaced: isUnspaced))
        pending = pending &+ 1
        wordTotal = wordTotal &+ 1
        lastWordEnd = end
    }

    @inline(never)
    private mutating func flushWords() {
        result.words.append(contentsOf: UnsafeBufferPointer(start: words, count: pending))
        pending = 0
    }

    /// The end of the word at `start`, where an ASCII letter or digit stands.
    @inline(__always)
    private mutating func takeSpacedWord(from start: Int) -> Int {
        let end = ASCII.letterEnd(base, bytes.count, from: start)
        guard end &- start > 1, endsPlainWord(at: end) else { return takeMixedWord(from: start, next: start) }
        append(start, end, isUnspaced: false)
        position = position &+ 1
        return end
    }

    /// Whether nothing here goes on with a word of ASCII letters, or might stand for a letter.
    @inline(__always)
    private func endsPlainWord(at p: Int) -> Bool {
        guard p < bytes.count else { return true }
        let byte = base[p]
        return byte == 0x20
            || byte < 0x80 && byte &- 0x30 >= 10 && byte != 0x27 && byte != UInt8(ascii: "$")
    }

    /// The end of a run of word characters of spaced scripts, apostrophes between letters included.
    /// - Parameter next: past its first character, if that is not ASCII; else `start`.
    @inline(never)
    private mutating func takeMixedWord(from start: Int, next: Int) -> Int {
        let bytes = bytes
        let base = base
        let count = bytes.count
        var unit = start
        var kinds: DisguiseSigns.Kinds = next > start ? .beyondASCII : []
        var p = next
        while p < count {
            let byte = base[p]
            if byte >= 0x80 {
                let end = Scalars.end(of: spaced, in: bytes, from: p)
                if end > p {
                    p = end
                } else {
                    let (_, properties, length) = Scalars.read(bytes, at: p, first: byte)
                    guard properties.isWordCharacter, !properties.isUnspaced else { break }
                    p = p &+ length
                }
                kinds.formUnion(.beyondASCII)
            } else if ASCII.isDigit(byte) {
                kinds.formUnion(.digits)
                p = p &+ 1
            } else if ASCII.isLetter(byte) {
                kinds.formUnion(.letters)
                p = ASCII.letterEnd(bytes, from: p)
            } else {
                guard byte == 0x27, continuesWord(at: p &+ 1) else { break }
                noteUnit(unit, p, kinds)
                kinds = []
                p = p &+ 1
                unit = p
            }
        }
        noteUnit(unit, p, kinds)
        append(start, p, isUnspaced: false)
        position = position &+ 1
        return p
    }

    @inline(__always)
    private mutating func noteUnit(_ start: Int, _ end: Int, _ kinds: DisguiseSigns.Kinds) {
        let isOneSort = kinds == .digits || kinds == .beyondASCII
        if isOneSort, end &- start > 4 { return }
        result.signs.noteUnit(bytes, start..<end, kinds)
    }

    /// Whether a letter of a spaced script stands here.
    private func continuesWord(at p: Int) -> Bool {
        guard p < bytes.count else { return false }
        let properties = Scalars.properties(of: Scalars.decode(bytes, at: p).scalar)
        return properties.isLetter && !properties.isUnspaced
    }

    /// The end of a run of an unspaced script.
    /// - Parameter next: past its first character.
    @inline(__always)
    private mutating func takeUnspacedRun(from start: Int, next: Int) -> Int {
        let bytes = bytes
        let base = base
        var p = Scalars.end(of: unspaced, in: bytes, from: next)
        while p < bytes.count, base[p] >= 0x80 {
            let (_, properties, length) = Scalars.read(bytes, at: p, first: base[p])
            guard properties.isUnspaced || (properties.isMark && properties.isCommon) else { break }
            p = p &+ length
        }
        result.signs.noteRun(bytes, start..<p)
        append(start, p, isUnspaced: true)
        let unit = Segmentation.unspacedWordBytes
        position = position &+ (UInt32(truncatingIfNeeded: p &- start) &+ unit &- 1) / unit
        return p
    }

    // MARK: - Clauses and breaks

    /// Ends the clause at hand with the sign at `sign`; without a word of its own the sign belongs to the clause
    /// before, if it touches it.
    private mutating func endClause(with sign: Int, at end: Int, isQuestion: Bool = false) {
        let hasWord = wordTotal > wordsBefore
        let start = UInt32(max(clauseStart, 0))
        clauseStart = -1
        wordsBefore = wordTotal
        let last = result.clauses.count - 1
        if hasWord, last + 1 < Segmentation.clauseLimit {
            result.clauses.append(Segmentation.Clause(start: start, end: UInt32(end), isQuestion: isQuestion))
        } else if last >= 0, hasWord || Int(result.clauses[last].end) == sign {
            result.clauses[last].end = UInt32(end)
            if isQuestion { result.clauses[last].isQuestion = true }
        }
    }

    /// An ASCII sign.
    private mutating func takeSign(_ byte: UInt8, at p: Int) {
        switch byte {
        case 0x0A:
            tokenHasSlash = false
            endClause(with: p, at: p)
        case UInt8(ascii: "!"), UInt8(ascii: "|"): endClause(with: p, at: p + 1)
        case UInt8(ascii: "."):
            if SentenceEnd.isFullStop(bytes, at: p, inAddress: tokenHasSlash, opensClause: opensClause) {
                endClause(with: p, at: p + 1)
            }
        case UInt8(ascii: "?"):
            if !(tokenHasSlash && p + 1 < bytes.count && ASCII.isWord(bytes[p + 1])) {
                endClause(with: p, at: p + 1, isQuestion: true)
            }
        case UInt8(ascii: ";"):
            if !tokenHasSlash, !SentenceEnd.closesEntity(bytes, at: p) { endClause(with: p, at: p + 1) }
        case UInt8(ascii: ","):
            if !SentenceEnd.isBetweenDigits(bytes, p) { result.breaks.append(UInt32(p)) }
        case UInt8(ascii: "-"):
            if p > 0, p + 1 < bytes.count, bytes[p - 1] <= 0x20, bytes[p + 1] <= 0x20 {
                result.breaks.append(UInt32(p))
            }
            if clauseStart < 0 { clauseStart = p }
        default:
            if byte == UInt8(ascii: "/") { tokenHasSlash = true }
            if byte == UInt8(ascii: "&"), HTMLEntity.mayStart(bytes, at: p) { result.signs.noteSign(at: p) }
            if clauseStart < 0 { clauseStart = p }
        }
    }

    /// Whether the clause at hand has one word at most.
    private var opensClause: Bool { wordTotal <= wordsBefore + 1 }

    /// A sign outside ASCII.
    private mutating func takeSign(_ scalar: UInt32, _ properties: ScalarProperties, at p: Int, count: Int) {
        switch SentenceEnd.role(of: scalar) {
        case .end: endClause(with: p, at: p + count)
        case .question: endClause(with: p, at: p + count, isQuestion: true)
        case .comma: result.breaks.append(UInt32(p))
        case .dot:
            if !(isWord(before: p) && isWord(at: p + count)) { endClause(with: p, at: p + count) }
        case .none:
            if EnclosedLetters.letter(scalar) != nil { result.signs.noteSign(at: p) }
            if properties.isPictographic {
                endClause(with: p, at: p + count)
            } else if clauseStart < 0 {
                clauseStart = p
            }
        }
    }

    private func isWord(before p: Int) -> Bool { lastWordEnd == p }

    private func isWord(at p: Int) -> Bool {
        p < bytes.count && Scalars.properties(of: Scalars.decode(bytes, at: p).scalar).isWordCharacter
    }
}

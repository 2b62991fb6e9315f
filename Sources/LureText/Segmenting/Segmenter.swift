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
        var pass = SegmentPass(bytes: folded, result: result)
        result = Segmentation()
        pass.run()
        segmentation = pass.result
    }
}

/// One pass of `Segmenter` over one text.
struct SegmentPass {
    let bytes: UnsafeBufferPointer<UInt8>
    var result: Segmentation

    /// What the clause at hand starts with; -1 before its first character.
    private var clauseStart = -1
    /// Words found when the clause at hand began.
    private var wordsBefore = 0
    /// Whether the token at hand (what stands between white space) holds a slash: it may be an address.
    private var tokenHasSlash = false
    private var position: UInt32 = 0

    init(bytes: UnsafeBufferPointer<UInt8>, result: Segmentation) {
        self.bytes = bytes
        self.result = result
    }

    mutating func run() {
        let bytes = bytes
        var p = 0
        while p < bytes.count {
            let byte = bytes[p]
            if byte < 0x80 {
                if byte == 0x20 {
                    tokenHasSlash = false
                    p += 1
                } else if isWordByte(byte) {
                    p = takeSpacedWord(from: p, next: p + 1)
                } else {
                    takeSign(byte, at: p)
                    p += 1
                }
                continue
            }
            let (scalar, properties, count) = Scalars.read(bytes, at: p, first: byte)
            if !properties.isWordCharacter {
                takeSign(scalar, properties, at: p, count: count)
                p = p &+ count
            } else if properties.isUnspaced {
                p = takeUnspacedRun(from: p, next: p + count)
            } else {
                p = takeSpacedWord(from: p, next: p + count)
            }
        }
        if result.words.count > wordsBefore { endClause(with: bytes.count, at: bytes.count) }
        result.wordCount = Int(position)
    }

    // MARK: - Words

    @inline(__always)
    private func isWordByte(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }

    /// The end of a run of word characters of spaced scripts, apostrophes between letters included.
    /// - Parameter next: past its first character.
    @inline(__always)
    private mutating func takeSpacedWord(from start: Int, next: Int) -> Int {
        if clauseStart < 0 { clauseStart = start }
        let bytes = bytes
        var p = next
        while true {
            p = ASCII.letterEnd(bytes, from: p)
            guard p < bytes.count else { break }
            let byte = bytes[p]
            if byte < 0x80 {
                if isWordByte(byte) || (byte == 0x27 && continuesWord(at: p + 1)) {
                    p = p &+ 1
                    continue
                }
                break
            }
            let (_, properties, count) = Scalars.read(bytes, at: p, first: byte)
            guard properties.isWordCharacter, !properties.isUnspaced else { break }
            p = p &+ count
        }
        result.words.append(
            Segmentation.Word(start: UInt32(start), end: UInt32(p), position: position, isUnspaced: false))
        position += 1
        return p
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
        if clauseStart < 0 { clauseStart = start }
        let bytes = bytes
        var p = next
        while p < bytes.count, bytes[p] >= 0x80 {
            let (_, properties, count) = Scalars.read(bytes, at: p, first: bytes[p])
            guard properties.isUnspaced || (properties.isMark && properties.isCommon) else { break }
            p = p &+ count
        }
        result.words.append(
            Segmentation.Word(start: UInt32(start), end: UInt32(p), position: position, isUnspaced: true))
        let unit = Segmentation.unspacedWordBytes
        position += (UInt32(p - start) + unit - 1) / unit
        return p
    }

    // MARK: - Clauses and breaks

    /// Ends the clause at hand with the sign at `sign`; without a word of its own the sign belongs to the clause
    /// before, if it touches it.
    private mutating func endClause(with sign: Int, at end: Int, isQuestion: Bool = false) {
        let hasWord = result.words.count > wordsBefore
        let start = UInt32(max(clauseStart, 0))
        clauseStart = -1
        wordsBefore = result.words.count
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
            if !(tokenHasSlash && p + 1 < bytes.count && isWordByte(bytes[p + 1])) {
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
            if clauseStart < 0 { clauseStart = p }
        }
    }

    /// Whether the clause at hand has one word at most.
    private var opensClause: Bool { result.words.count <= wordsBefore + 1 }

    /// A sign outside ASCII.
    private mutating func takeSign(_ scalar: UInt32, _ properties: ScalarProperties, at p: Int, count: Int) {
        switch SentenceEnd.role(of: scalar) {
        case .end: endClause(with: p, at: p + count)
        case .question: endClause(with: p, at: p + count, isQuestion: true)
        case .comma: result.breaks.append(UInt32(p))
        case .dot:
            if !(isWord(before: p) && isWord(at: p + count)) { endClause(with: p, at: p + count) }
        case .none:
            if properties.isPictographic {
                endClause(with: p, at: p + count)
            } else if clauseStart < 0 {
                clauseStart = p
            }
        }
    }

    private func isWord(before p: Int) -> Bool { result.words.last.map { Int($0.end) == p } ?? false }

    private func isWord(at p: Int) -> Bool {
        p < bytes.count && Scalars.properties(of: Scalars.decode(bytes, at: p).scalar).isWordCharacter
    }
}

// Clauses and breaks, and the signs that make them.
extension SegmentPass {
    /// Ends the clause at hand with the sign at `sign`; without a word of its own the sign belongs to the clause
    /// before, if it touches it.
    mutating func endClause(with sign: Int, at end: Int, isQuestion: Bool = false) {
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
    mutating func takeSign(_ byte: UInt8, at p: Int) {
        noteToken(before: byte, at: p)
        switch byte {
        case 0x0A:
            tokenHasSlash = false
            if wordTotal > wordsBefore, flow?.passesLine(bytes, at: p) == true {
                result.signs.noteGap(at: p)
            } else {
                endClause(with: p, at: p)
            }
        case UInt8(ascii: "!"), UInt8(ascii: "|"): endClause(with: p, at: p + 1)
        case UInt8(ascii: "."):
            if endsPlainSentence(at: p)
                || SentenceEnd.isFullStop(bytes, at: p, inAddress: tokenHasSlash, opensClause: opensClause)
            {
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
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "@") { noteFact(p) }
            if byte == UInt8(ascii: "&"), HTMLEntity.mayStart(bytes, at: p) { result.signs.noteEntity(at: p) }
            if clauseStart < 0 { clauseStart = p }
        }
    }

    /// Whether the full stop at `p` follows a word too long for an abbreviation, and a space follows it.
    @inline(__always)
    private func endsPlainSentence(at p: Int) -> Bool {
        lastPlainStart >= 0 && lastWordEnd == p && p &- lastPlainStart > 6 && p &+ 1 < bytes.count
            && base[p &+ 1] == 0x20
    }

    /// Whether the clause at hand has one word at most.
    private var opensClause: Bool { wordTotal <= wordsBefore + 1 }

    /// A sign outside ASCII.
    mutating func takeSign(_ scalar: UInt32, _ properties: ScalarProperties, at p: Int, count: Int) {
        switch SentenceEnd.role(of: scalar) {
        case .end: endClause(with: p, at: p + count)
        case .question: endClause(with: p, at: p + count, isQuestion: true)
        case .comma: result.breaks.append(UInt32(p))
        case .dot:
            if !(isWord(before: p) && isWord(at: p + count)) { endClause(with: p, at: p + count) }
        case .none:
            if EnclosedLetters.letter(scalar) != nil { result.signs.noteSign(at: p) }
            if properties.isPictographic {
                takePictograph(p..<p + count)
            } else if clauseStart < 0 {
                clauseStart = p
            }
        }
    }

    private mutating func takePictograph(_ sign: Range<Int>) {
        // What follows a pictograph in a clause is an item: the next one stands before another.
        let isItem = clauseStart >= 0 && clauseStart - bulletEnd <= 1
        if wordTotal > wordsBefore, !isItem, flow?.passesSign(bytes, sign) == true {
            result.signs.noteGap(at: sign.lowerBound)
        } else {
            endClause(with: sign.lowerBound, at: sign.upperBound)
            bulletEnd = sign.upperBound
        }
    }

    private func isWord(before p: Int) -> Bool { lastWordEnd == p }

    private func isWord(at p: Int) -> Bool {
        p < bytes.count && Scalars.properties(of: Scalars.decode(bytes, at: p).scalar).isWordCharacter
    }
}

/// Undoes disguises in a folded text: look-alikes, letters set apart, digits for letters, HTML entities; shortens
/// vowels that are drawn out, and closes the gaps that line breaks and pictographs leave within sentences.
///
/// Most texts show no sign of disguise; they cost nothing here. It would rather miss a
/// disguise than see one in honest initials, lists, amounts, model names or handles.
public struct Revealer: Sendable {
    public init() {}

    /// Writes the revealed view, whose map leads to the folded text, and appends what was found.
    ///
    /// - Parameters:
    ///   - signs: where to look, as segmenting the folded text found; nil to look everywhere.
    ///   - revealed: overwritten; empty if there is nothing to reveal.
    ///   - disguises: in order. Named entities (`&amp;`) are decoded, but are no disguise.
    /// - Returns: whether the revealed view differs from the folded text.
    /// - Complexity: linear in the text.
    public func reveal(
        _ folded: FoldedText, signs: DisguiseSigns? = nil, into revealed: inout FoldedText,
        disguises: inout [Disguise]
    ) -> Bool {
        revealed.removeAll()
        if let signs, !signs.isEverywhere, signs.places.isEmpty { return false }
        return folded.bytes.withUnsafeBufferPointer { bytes in
            var pass = RevealPass(bytes: bytes, map: folded.map, gaps: signs?.gaps ?? [])
            swap(&pass.output, &revealed)
            swap(&pass.disguises, &disguises)
            if let signs, !signs.isEverywhere { pass.run(at: signs.places) } else { pass.run() }
            swap(&pass.output, &revealed)
            swap(&pass.disguises, &disguises)
            return pass.isChanged
        }
    }
}

/// One character on its way into the revealed view, and where it stood in the folded text.
struct RevealedLetter {
    var scalar: UInt32
    var start: Int
    var end: Int
}

/// One pass of `Revealer` over one text.
struct RevealPass {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Of the folded text.
    let map: OffsetMap
    var output = FoldedText()
    var disguises: [Disguise] = []
    private(set) var isChanged = false
    /// Folded bytes before this place are in the output, once `isChanged`.
    private var copied = 0
    /// Start of what stands between white space.
    private var tokenStart = 0
    /// Line breaks and pictographs to close, and how many of them were passed.
    private let gaps: [UInt32]
    private var gap = 0

    init(bytes: UnsafeBufferPointer<UInt8>, map: OffsetMap, gaps: [UInt32] = []) {
        self.bytes = bytes
        self.map = map
        self.gaps = gaps
    }

    mutating func run() {
        var p = 0
        while p < bytes.count { p = step(at: p) }
        if isChanged { copy(to: bytes.count) }
    }

    /// Looks from each place on to the next white space, where words begin anew.
    mutating func run(at places: [UInt32]) {
        var p = 0
        for place in places where Int(place) >= p {
            p = Int(place)
            tokenStart = AddressToken.start(bytes, of: p)
            repeat { p = step(at: p) } while p < bytes.count && bytes[p] > 0x20
        }
        if isChanged { copy(to: bytes.count) }
    }

    /// Looks at the word or sign at a place.
    /// - Returns: where to go on.
    private mutating func step(at p: Int) -> Int {
        let byte = bytes[p]
        if isGap(at: p) { return close(at: p) }
        if byte >= 0x80 { return takeRun(at: p) }
        if ASCII.isWord(byte) {
            if let end = QuickWord.plainASCIIEnd(bytes, at: p), !DrawnOut.stands(in: bytes, p..<end) {
                return end
            }
            return takeWord(at: p)
        }
        if byte == UInt8(ascii: "&") { return takeEntity(at: p) }
        if byte <= 0x20 { tokenStart = p + 1 }
        return p + 1
    }

    private mutating func isGap(at p: Int) -> Bool {
        while gap < gaps.count, Int(gaps[gap]) < p { gap += 1 }
        return gap < gaps.count && Int(gaps[gap]) == p
    }

    /// Puts one space in the place of a line break, or of a pictograph and the spaces around it.
    private mutating func close(at start: Int) -> Int {
        var end = start + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        copy(to: start)
        copied = end
        tokenStart = end
        if start > 0, bytes[start - 1] == 0x20 {
            // The space behind goes with the pictograph.
            if end < bytes.count, bytes[end] == 0x20 { copied = end + 1 }
        } else if end == bytes.count || bytes[end] != 0x20 {
            output.map.appendAtomic(derived: output.bytes.count, source: start, sourceCount: end - start)
            output.bytes.append(0x20)
        }
        return copied
    }

    @inline(__always)
    private mutating func takeRun(at start: Int) -> Int {
        let run = QuickWord.run(bytes, at: start)
        if !run.isSuspicious, run.isUnspaced || !DrawnOut.stands(in: bytes, start..<run.end) {
            return run.end
        }
        if run.isUnspaced { return takeSpacedOut(from: start..<run.end, isUnspaced: true) }
        if run.scalars > 0 { return takeWord(at: start) }
        let (scalar, count) = Scalars.decode(bytes, at: start)
        return EnclosedLetters.letter(scalar) == nil ? start + count : takeEnclosed(at: start)
    }

    @inline(never)
    private mutating func takeWord(at start: Int) -> Int {
        let word = WordShape(bytes, at: start)
        if word.scalars == 1 { return takeSpacedOut(from: start..<word.end, isUnspaced: false) }
        let isMixed = word.isMixed
        let mayBeLeet = word.latin > 1 && word.digits + word.dollars > 0 && word.scalars <= LeetWord.longest
        let isDrawn = DrawnOut.stands(in: bytes, start..<word.end)
        guard isMixed || mayBeLeet || isDrawn else { return word.end }
        var letters = word.letters(in: bytes)
        if isMixed, LookAlikes.unify(&letters) { note(.lookalikes, letters) }
        if mayBeLeet, !AddressToken.holds(bytes, word, tokenStart: tokenStart), LeetWord.undo(&letters) {
            note(.digits, letters)
        }
        if isDrawn { DrawnOut.shorten(&letters) }
        if isDrawn || letters.contains(where: { $0.scalar != Scalars.decode(bytes, at: $0.start).scalar }) {
            write(letters)
        }
        return word.end
    }

    private mutating func takeSpacedOut(from word: Range<Int>, isUnspaced: Bool) -> Int {
        let run = SpacedOut(bytes, map, from: word, isUnspaced: isUnspaced)
        guard run.isClosed else { return max(run.end, word.upperBound) }
        if run.isDisguise { note(.spacing, run.letters) }
        if run.isUnspaced {
            write(run.letters)
        } else {
            var letters: [RevealedLetter] = []
            var word: [RevealedLetter] = []
            for letter in run.letters {
                if letter.scalar == 0x20 {
                    letters += unmasked(word) + [letter]
                    word.removeAll()
                } else {
                    word.append(letter)
                }
            }
            letters += unmasked(word)
            write(letters)
        }
        return run.end
    }

    /// A word that was set apart, look-alikes and digits for letters undone.
    private mutating func unmasked(_ word: [RevealedLetter]) -> [RevealedLetter] {
        var letters = word
        if LookAlikes.unify(&letters) { note(.lookalikes, letters) }
        if letters.contains(where: { ASCII.isLetter($0.scalar) }), LeetWord.undoSpaced(&letters) {
            note(.digits, letters)
        }
        return letters
    }

    private mutating func takeEnclosed(at start: Int) -> Int {
        let letters = EnclosedLetters.run(bytes, at: start)
        let end = letters.last?.end ?? start + 1
        guard letters.count >= 3 else { return end }
        note(.enclosed, letters)
        write(letters)
        return end
    }

    private mutating func takeEntity(at start: Int) -> Int {
        guard let entity = HTMLEntity(bytes, at: start) else { return start + 1 }
        let folded = Folder().folded(entity.utf8).bytes
        if entity.hidesLetter {
            disguises.append(
                Disguise(kind: .entities, span: TextSpan(start: UInt32(start), end: UInt32(entity.end))))
        }
        copy(to: start)
        if !folded.isEmpty || entity.isSpace {
            output.map.appendAtomic(
                derived: output.bytes.count, source: start, sourceCount: entity.end - start)
            output.bytes.append(contentsOf: folded.isEmpty ? [0x20] : folded)
        }
        copied = entity.end
        return entity.end
    }

    // MARK: - Writing

    private mutating func note(_ kind: Disguise.Kind, _ letters: [RevealedLetter]) {
        guard let first = letters.first, let last = letters.last else { return }
        disguises.append(
            Disguise(kind: kind, span: TextSpan(start: UInt32(first.start), end: UInt32(last.end))))
    }

    /// Brings the output up to `place` with folded bytes as they are.
    private mutating func copy(to place: Int) {
        isChanged = true
        guard place > copied else { return }
        output.map.appendPlain(derived: output.bytes.count, source: copied, count: place - copied)
        output.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<place]))
        copied = place
    }

    private mutating func write(_ letters: [RevealedLetter]) {
        for letter in letters {
            if letter.start > copied, letter.start == letters[0].start { copy(to: letter.start) }
            isChanged = true
            output.map.appendAtomic(
                derived: output.bytes.count, source: letter.start, sourceCount: letter.end - letter.start)
            Scalars.append(letter.scalar, to: &output.bytes)
            copied = letter.end
        }
    }
}

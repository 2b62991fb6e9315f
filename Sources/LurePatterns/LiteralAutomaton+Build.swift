import LureText

extension LiteralAutomaton {
    /// Compiles literals to bytes that `init(_:)` opens.
    ///
    /// The same literals give the same bytes, whatever their order. Left out are literals that are empty, begin
    /// with white space, hold NUL or are longer than 4,096 bytes, and literals beyond the 4,096th with the same bytes. A set of more
    /// than about 16 MB gives no bytes at all, which `init(_:)` refuses.
    public static func build(_ literals: [Literal]) -> [UInt8] {
        var builder = LiteralBuilder(LiteralForm.collect(literals))
        let bounded = builder.addTrie(isAnywhere: false)
        let anywhere = builder.addTrie(isAnywhere: true)
        return builder.image(boundedRoot: bounded, anywhereRoot: anywhere)
    }
}

/// A distinct form with all that is to be handed back where it stands.
struct LiteralForm {
    var bytes: [UInt8]
    /// Whether it is looked for inside words of spaced scripts too.
    var isAnywhere: Bool
    var entries: [Entry]

    struct Entry: Hashable {
        var value: UInt32
        var flags: UInt8
    }

    /// Forms in order of their bytes; those found anywhere come last.
    static func collect(_ literals: [Literal]) -> [LiteralForm] {
        let usable = literals.filter {
            ($0.bytes.first ?? 0) > 0x20 && $0.bytes.count <= LiteralImage.longestLimit
                && !$0.bytes.contains(0)
        }
        let keyed = usable.map { literal in
            let traits = FormTraits(literal)
            return LiteralForm(
                bytes: literal.bytes, isAnywhere: traits.isAnywhere,
                entries: [Entry(value: literal.value, flags: traits.flags)])
        }
        var forms: [LiteralForm] = []
        for form in keyed.sorted(by: precedes) {
            guard let last = forms.indices.last, forms[last].bytes == form.bytes,
                forms[last].isAnywhere == form.isAnywhere
            else {
                forms.append(form)
                continue
            }
            // Flags ascend, so of one value with several boundaries the loosest stands and covers the others.
            if forms[last].entries.last?.value != form.entries[0].value,
                forms[last].entries.count < LiteralImage.listLimit
            {
                forms[last].entries.append(form.entries[0])
            }
        }
        return forms
    }

    private static func precedes(_ a: LiteralForm, _ b: LiteralForm) -> Bool {
        if a.isAnywhere != b.isAnywhere { return b.isAnywhere }
        if a.bytes != b.bytes { return a.bytes.lexicographicallyPrecedes(b.bytes) }
        return (a.entries[0].value, a.entries[0].flags) < (b.entries[0].value, b.entries[0].flags)
    }
}

/// What the first and last characters of a literal mean for where it may stand.
private struct FormTraits {
    let isAnywhere: Bool
    let flags: UInt8

    init(_ literal: Literal) {
        var first = CharacterGroup(.outside)
        var last = first
        var syllables = 0
        literal.bytes.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return }
            var offset = 0
            while offset < text.count {
                let (group, length) = CharacterGroup.read(base, at: offset, count: text.count)
                if offset == 0 { first = group }
                last = group
                if group.isWritten(.hangul) { syllables += 1 }
                offset += length
            }
        }
        // Outside of words and in unspaced scripts every character is a start anyway.
        isAnywhere = literal.boundary == .anywhere && (first.isWritten(.spaced) || first.isWritten(.hangul))
        var flags: UInt8 = 0
        if literal.boundary == .word, last.isWritten(.spaced) { flags |= LiteralImage.Flag.rightBoundary }
        if first.isWritten(.hangul), syllables >= 3 { flags |= LiteralImage.Flag.insideHangul }
        self.flags = flags
    }
}

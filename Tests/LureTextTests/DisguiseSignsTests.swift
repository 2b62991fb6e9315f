import Testing

@testable import LureText

@Suite("Signs of disguise")
struct DisguiseSignsTests {
    private struct Revealed: Equatable {
        var isChanged: Bool
        var bytes: [UInt8]
        var disguises: [Disguise]
    }

    private func reveal(_ folded: FoldedText, _ signs: DisguiseSigns?) -> Revealed {
        var revealed = FoldedText()
        var disguises: [Disguise] = []
        let isChanged = Revealer().reveal(folded, signs: signs, into: &revealed, disguises: &disguises)
        return Revealed(isChanged: isChanged, bytes: revealed.bytes, disguises: disguises)
    }

    private func signs(of folded: FoldedText) -> DisguiseSigns {
        var segmentation = Segmentation()
        Segmenter().segment(folded, into: &segmentation)
        return segmentation.signs
    }

    @Test(
        "a disguise has a sign",
        arguments: [
            "get a j0b now", "w o r k here", "c.a.l.l me", "招.聘.客.服", "招 聘 客 服", "&#116;ext", "ca$h today",
            "good р\u{430}y", "\u{1F170}\u{1F171}\u{1F172}", "x_ y_ z_ e1ght",
        ])
    func disguised(_ text: String) {
        let folded = Folder().fold(text)
        #expect(!signs(of: folded).places.isEmpty)
        #expect(reveal(folded, signs(of: folded)) == reveal(folded, nil))
    }

    @Test(
        "plain text has none",
        arguments: [
            "Don't pay 1,000 USD to get a job!", "招聘客服，月薪三万。包吃住", "Работа в Камбодже, жильё",
            "รับสมัครงาน เงินดี",
            "R & D, a 5-day week", "",
        ])
    func plain(_ text: String) {
        let signs = signs(of: Folder().fold(text))
        #expect(signs.places.isEmpty)
        #expect(!signs.isEverywhere)
    }

    @Test("looking at the signs finds what looking everywhere finds", arguments: 0..<40)
    func agree(_ block: UInt64) {
        let bits = [
            "j0b", "w o r k", "c.a.l.l m.e", "招 聘 客 服", "招.聘.客.服", "&#116;&#101;", "&amp;", "ca$h", "fr33",
            "р\u{430}y", "don't a b c d", "\u{1F170}\u{1F171}\u{1F172}", "x_ y_ z_ e1ght", "в с е м",
            "工_ 作_ 机_ 会x1ng", "freeee", "ееее", "oo",
            "a\u{E34}b", "中\u{93C}x", " ", "\n", ". ", "。", "$", "5", "k", "'", "я",
        ]
        for seed in 0..<50 {
            var generator = SeededGenerator(state: block * 50 + UInt64(seed))
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                bytes += Array((bits.randomElement(using: &generator) ?? "").utf8)
                if Bool.random(using: &generator) { bytes.append(0x20) }
            }
            if seed % 5 == 0 { bytes += NastyText.make(block * 50 + UInt64(seed)) }
            let folded = Folder().folded(bytes)
            #expect(reveal(folded, signs(of: folded)) == reveal(folded, nil), "\(bytes)")
        }
    }
}

@Suite("Bitmaps of scalars")
struct BitmapTests {
    @Test("letters without a telling bit tell nothing")
    func telling() {
        var memory = [UInt32](repeating: 0, count: LanguageEvidence.size)
        memory.withUnsafeMutableBufferPointer { memory in
            guard let base = memory.baseAddress else { return }
            let evidence = LanguageEvidence(base)
            let reader = LetterReader()
            for scalar: UInt32 in 0x80...0xFFFF where !reader.mayTell(scalar) {
                for writing in Writing.allCases { reader.noteTelling(writing.rawValue, scalar, evidence) }
            }
            #expect(Language.allCases.allSatisfy { evidence.count($0) == 0 })
            #expect(evidence.simplified + evidence.traditional + evidence.japanese == 0)
            #expect(evidence.foreignCyrillic == 0)
        }
    }

    @Test("lone scalars fold the same within other text", arguments: [0x80...0x7FFF, 0x8000...0xFFFF])
    func plain(_ range: ClosedRange<UInt32>) {
        for value in range {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let alone = Folder().fold(String(scalar)).bytes
            guard alone.count > 0, alone.first != 0x20 else { continue }
            let within = Folder().fold("abc(\(scalar))defghijkl").bytes
            guard !UnicodeRecord.of(value).traits.intersects(.notPlain) else { continue }
            #expect(within == Array("abc(".utf8) + alone + Array(")defghijkl".utf8))
        }
    }
}

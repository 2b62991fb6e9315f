import Testing

@testable import LureText

@Suite("Accents that folding takes off")
struct SpellingTests {
    private func spelling(_ text: String) -> Spelling { Folder().fold(text).spelling }

    @Test(
        "the same accents are one spelling, however they are written",
        arguments: [
            ("bảo vệ", "BẢO VỆ"), ("bảo vệ", "ba\u{309}o ve\u{323}\u{302}"),
            ("bảo vệ", "ba\u{309}o v\u{EA}\u{323}"), ("bảo vệ", "ba\u{309}o v\u{1EB9}\u{302}"),
            ("được", "đu\u{31B}o\u{31B}\u{323}c"), ("ĐƯỜNG", "đươ\u{300}ng"),
            ("đồng", "ðồng"), ("hoà", "hòa"), ("KHOẺ", "khỏe"), ("thuỷ", "thủy"), ("hoà", "hoa\u{300}"),
            ("  bảo\u{A0} vệ ", "bảo vệ"), ("bảo vệ", "b\u{200B}ảo vệ"), ("Mỹ", "my\u{303}"),
        ])
    func sameSpelling(_ one: String, _ other: String) {
        #expect(Folder().fold(one).bytes == Folder().fold(other).bytes)
        #expect(!spelling(one).isPlain)
        #expect(spelling(one) == spelling(other))
    }

    @Test(
        "other accents are another spelling of the same letters",
        arguments: [
            ("bao vé", "bảo vệ"), ("đô la", "đó là"), ("dễ làm", "để làm"), ("lương cao", "lượng cao"),
            ("hòa", "hoá"), ("tuy", "túy"), ("bán", "ban"), ("ma", "mạ"), ("ơ", "ô"), ("đa", "da"),
            ("cua hàng", "của hàng"), ("hàng của", "háng cùa"), ("âm", "ăm"),
        ])
    func otherSpelling(_ one: String, _ other: String) {
        #expect(Folder().fold(one).bytes == Folder().fold(other).bytes)
        #expect(spelling(one) != spelling(other))
    }

    @Test(
        "marks that Vietnamese does not have are no accents",
        arguments: [
            "señor", "sen\u{303}or", "garçon", "für", "naïf", "maître", "i\u{302}", "c\u{301}", "e\u{306}",
            "Å", "И\u{306}", "α\u{301}", "łatwo", "d\u{301}",
        ])
    func otherMarks(_ text: String) { #expect(spelling(text).isPlain) }

    @Test(
        "letters that only Vietnamese has are known as such",
        arguments: [
            ("Mỹ", true), ("mẹ", true), ("đi", true), ("ở", true), ("ế", true), ("lăn", true), ("ĩ", true),
            ("i\u{303}", true), ("a\u{302}\u{301}", true), ("nó", false), ("café", false), ("São", false),
            ("là", false), ("ê", false), ("e\u{302}", false),
        ])
    func vietnameseLetters(_ text: String, _ isVietnamese: Bool) {
        #expect(!spelling(text).isPlain)
        #expect(spelling(text).isVietnamese == isVietnamese)
    }

    @Test("a place in a text is spelt as it is alone, also behind a masked word and in any order")
    func places() throws {
        var text = Folder().fold("Người Việt Nam làm bảo vệ, bao vé đi Mỹ")
        var segmentation = Segmentation()
        Segmenter().segment(text, into: &segmentation)
        var mask = PeopleMask()
        _ = mask.apply(to: &text, segmentation)
        #expect(text.map.hasAccents)
        let whole = String(decoding: text.bytes, as: UTF8.self)
        text.map.withSpellings { finger in
            for word in ["bảo vệ", "bao vé", "Mỹ", "làm", "bao vé", "bảo vệ"] {
                let folded = String(decoding: Folder().fold(word).bytes, as: UTF8.self)
                let ranges = whole.utf8Ranges(of: folded)
                let found = ranges.map { finger.spelling(of: $0) }
                #expect(found.contains(spelling(word)))
            }
        }
    }

    @Test("a text without accents has none", arguments: ["", "bao ve", "работа ёж", "護照 ｆｒｅｅ", "mañana"])
    func none(_ text: String) {
        #expect(!Folder().fold(text).map.hasAccents)
        #expect(spelling(text).isPlain)
    }
}

extension String {
    fileprivate func utf8Ranges(of part: String) -> [TextSpan] {
        let (bytes, wanted) = (Array(utf8), Array(part.utf8))
        guard wanted.count <= bytes.count else { return [] }
        return (0...bytes.count - wanted.count).compactMap { start in
            bytes[start..<start + wanted.count].elementsEqual(wanted)
                ? TextSpan(start: UInt32(start), end: UInt32(start + wanted.count)) : nil
        }
    }
}

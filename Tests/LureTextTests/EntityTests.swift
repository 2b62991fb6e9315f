import Testing

@testable import LureText

@Suite("Character references of HTML")
struct EntityTests {
    private func decode(_ text: String) -> (text: String, decoded: DecodedText, isChanged: Bool) {
        var decoded = DecodedText()
        let isChanged = Array(text.utf8).withUnsafeBufferPointer { decoded.decode($0) }
        return (String(decoding: decoded.bytes, as: UTF8.self), decoded, isChanged)
    }

    @Test(
        "numbers and names are written out once",
        arguments: [
            ("S&#105;hano&#117;kvil&#108;e", "Sihanoukville"), ("&#x43;asa&#X6f;k", "Casaok"),
            ("caf&eacute; &amp; bar", "café & bar"), ("&amp;#116;", "&#116;"), ("&#20320;&#22909;", "你好"),
            ("a&nbsp;b", "a\u{A0}b"), ("t&period;me&sol;x", "t.me/x"),
        ])
    func written(_ text: String, _ expected: String) {
        let (written, _, isChanged) = decode(text)

        #expect(isChanged)
        #expect(written == expected)
    }

    @Test(
        "what is no reference stays",
        arguments: ["R & D", "a&b;", "&#;", "&#xZZ;", "&#0;", "&#xD800;", "x&copy=1", "&"])
    func noReference(_ text: String) { #expect(!decode(text).isChanged) }

    @Test("only ASCII letters behind numbers are hidden")
    func hidden() {
        #expect(
            decode("w&#111;rk &#233;t&eacute; &#49;").decoded.hiddenLetters == [TextSpan(start: 1, end: 7)])
    }

    @Test("places lead back to the text with its references")
    func places() {
        let source = "Go: S&#105;hano &amp; x"
        let decoded = decode(source).decoded
        var folded = Folder().folded(decoded.bytes)
        var disguises: [Disguise] = []

        decoded.lead(&folded, &disguises)

        #expect(String(decoding: folded.bytes, as: UTF8.self) == "go: sihano & x")
        #expect(folded.map.sourceSpan(of: TextSpan(start: 4, end: 10)) == TextSpan(start: 4, end: 15))
        #expect(folded.map.sourceSpan(of: TextSpan(start: 11, end: 12)) == TextSpan(start: 16, end: 21))
        #expect(disguises == [Disguise(kind: .entities, span: TextSpan(start: 5, end: 6))])
    }
}

@Suite("Places in a revealed text")
struct RevealedPlaceTests {
    @Test("a place in the source has its place in what was derived from it")
    func derived() {
        let folded = Folder().fold("ab T e l e g r a m cd")
        var revealed = FoldedText()
        var disguises: [Disguise] = []
        _ = Revealer().reveal(folded, into: &revealed, disguises: &disguises)

        let spans = disguises.map { revealed.map.derivedSpan(of: $0.span, count: revealed.bytes.count) }

        #expect(String(decoding: revealed.bytes, as: UTF8.self) == "ab telegram cd")
        #expect(spans == [TextSpan(start: 3, end: 11)])
        #expect(
            revealed.map.derivedSpan(of: TextSpan(start: 19, end: 21), count: 14)
                == TextSpan(start: 12, end: 14))
    }
}

@Suite("Gaps within sentences")
struct GapTests {
    private func clauses(_ text: String) -> [String] {
        var folded = Folder().fold(text)
        var segmentation = Segmentation()
        let source = Array(text.utf8)
        source.withUnsafeBufferPointer { source in
            Segmenter().segment(folded, source: source, into: &segmentation)
            var revealed = FoldedText()
            var disguises: [Disguise] = []
            if Revealer().reveal(folded, signs: segmentation.signs, into: &revealed, disguises: &disguises) {
                folded = revealed
                Segmenter().segment(folded, into: &segmentation)
            }
        }
        return segmentation.clauses.map {
            String(decoding: folded.bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
        }
    }

    @Test(
        "a line break or a pictograph before a small letter leaves the sentence whole",
        arguments: [
            ("Free air\nticket", ["free air ticket"]), ("Free 🔥 air 🔥 ticket", ["free air ticket"]),
            ("Free air🔥ticket", ["free air ticket"]), ("Бесплатный\nбилет", ["бесплатный билет"]),
            ("Vé máy bay\nđược trả", ["ve may bay duoc tra"]),
        ])
    func whole(_ text: String, _ expected: [String]) { #expect(clauses(text) == expected) }

    @Test(
        "items stay apart",
        arguments: [
            ("Free food\nFree room", ["free food", "free room"]),
            ("free food\nno fee\nfree room", ["free food", "no fee", "free room"]),
            ("Bring:\npassport\nphoto", ["bring:", "passport", "photo"]),
            ("Pay 800\nfood free", ["pay 800", "food free"]),
            ("Free food.\nno fee", ["free food.", "no fee"]),
            ("🔥 Hiring 🔥 High pay", ["hiring 🔥", "high pay"]),
            ("Hiring now ✅ Free room ✅ free food", ["hiring now ✅", "free room ✅", "free food"]),
        ])
    func items(_ text: String, _ expected: [String]) { #expect(clauses(text) == expected) }
}

@Suite("Greek among other letters")
struct GreekTests {
    @Test(
        "a word is written in one script",
        arguments: [("пαспорт", "паспорт"), ("ραssροrt", "passport"), ("τеlegrаm", "telegram")])
    func unified(_ text: String, _ expected: String) {
        let folded = Folder().fold(text)
        var segmentation = Segmentation()
        Segmenter().segment(folded, into: &segmentation)
        var revealed = FoldedText()
        var disguises: [Disguise] = []

        _ = Revealer().reveal(folded, signs: segmentation.signs, into: &revealed, disguises: &disguises)

        #expect(String(decoding: revealed.bytes, as: UTF8.self) == expected)
        #expect(disguises.map(\.kind) == [.lookalikes])
    }
}

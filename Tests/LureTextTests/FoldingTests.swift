import Testing

@testable import LureText

@Suite("Folding")
struct FoldingTests {
    private func fold(_ text: String) -> String { String(decoding: Folder().fold(text).bytes, as: UTF8.self) }

    @Test(
        "one form for what reads the same",
        arguments: [
            ("Work in THAILAND", "work in thailand"), ("ＦＲＥＥ　Ｔｉｃｋｅｔ", "free ticket"),
            ("𝗙𝗿𝗲𝗲 𝓽𝓲𝓬𝓴𝓮𝓽", "free ticket"),
            ("Đặng thị ØŁ ı İ", "dang thi ol i i"), ("straße ﬁne Æsir", "strasse fine aesir"),
            ("ΆΈΣ ς", "αεσ σ"), ("Ёлка Йод ЇЎ", "елка йод іу"), ("И\u{306}", "й"), ("٣४๕១၅৭", "345157"),
            ("高薪誠聘國際電話", "高薪诚聘国际电话"), ("ｶﾞｲﾄﾞ", "ガイド"), ("한국 \u{1112}\u{1161}\u{11AB}", "한국 한"),
            ("أإآٱا", "ااااا"), ("ىیي كک ةہهھ", "ييي كك هههه"), ("مَرْحَبـــا", "مرحبا"),
            ("ሐኀሀ ሠሰ ዐአ ፀጸ", "ሀሀሀ ሰሰ አአ ጸጸ"),
            ("ሰላም፡ለ", "ሰላም ለ"), ("don’t don´t “quote” 15–20 a‑b", "don't don't \"quote\" 15-20 a-b"),
            ("wait — go", "wait — go"),
            ("t\u{200B}icke\u{AD}t\u{202E}", "ticket"), ("  a \t\u{A0} b  ", "a b"), ("a \r\n\r\n b", "a\nb"),
            ("a\u{2028}b", "a\nb"),
            ("น้ำ", "น\u{E49}\u{E4D}\u{E32}"), ("हिन्दी\u{200D}", "हिन्दी"), ("👨\u{200D}👩", "👨👩"),
            ("1\u{FE0F}\u{20E3}", "1"),
            ("½ ㎏ №", "1/2 kg #"), ("हाँ", "हां"), ("ឲ្យ", "ឱ្យ"), ("&amp;", "&amp;"), ("ｱ\u{0}b", "ア b"), ("", ""),
            (" \n ", ""),
        ])
    func forms(_ written: String, _ folded: String) {
        #expect(Array(fold(written).unicodeScalars) == Array(folded.unicodeScalars))
    }

    @Test(
        "composed and decomposed input fold alike",
        arguments: [
            ("Ti\u{1EBF}ng Vi\u{1EC7}t", "Tie\u{302}\u{301}ng Vie\u{323}\u{302}t"),
            ("\u{419}\u{401}", "\u{418}\u{306}\u{415}\u{308}"),
            ("\u{30AC}\u{30D1}", "\u{30AB}\u{3099}\u{30CF}\u{309A}"),
            ("\u{D55C}", "\u{1112}\u{1161}\u{11AB}"), ("\u{929}", "\u{928}\u{93C}"),
            ("\u{9CB}", "\u{9C7}\u{9BE}"), ("\u{BCA}", "\u{BC6}\u{BBE}"), ("\u{DDC}", "\u{DD9}\u{DCF}"),
            ("\u{1026}", "\u{1025}\u{102E}"),
            ("\u{623}\u{624}", "\u{627}\u{654}\u{648}\u{654}"), ("\u{DDD}", "\u{DD9}\u{DCF}\u{DCA}"),
            ("\u{E19}\u{E38}\u{E48}", "\u{E19}\u{E48}\u{E38}"), ("\u{304C}", "\u{304B}\u{34F}\u{3099}"),
        ])
    func canonicalEquivalents(_ composed: String, _ decomposed: String) {
        #expect(Folder().fold(composed).bytes == Folder().fold(decomposed).bytes)
    }

    @Test(
        "Vietnamese with and without diacritics folds alike",
        arguments: [
            ("Tuyển dụng lao động đi Campuchia", "Tuyen dung lao dong di Campuchia"), ("Ưu đãi", "uu dai"),
        ])
    func vietnamese(_ marked: String, _ bare: String) {
        #expect(fold(marked) == fold(bare))
    }

    @Test(
        "a word leads back to what was written",
        arguments: [
            ("Pay «ＦＥＥ» now", "fee"), ("Le «café» est", "cafe"), ("Le «cafe\u{301}» est", "cafe"),
            ("«Đặng» a", "dang"),
            ("xin «t\u{200B}icket» x", "ticket"), ("ดื่ม«น้ำ»", "น\u{E49}\u{E4D}\u{E32}"), ("a «國際» b", "国际"),
            ("«İstanbul» x", "istanbul"),
            ("a« \n »b", "\n"), ("«ﬁ»ne", "f"),
        ])
    func spans(_ marked: String, _ part: String) {
        let start = marked.utf8.count(before: "«")
        let length = marked.utf8.count(before: "»") - start - 2
        let source = marked.filter { $0 != "«" && $0 != "»" }
        let folded = Folder().fold(source)

        let place = folded.bytes.firstPlace(of: Array(part.utf8))
        let span = folded.map.sourceSpan(
            of: TextSpan(start: UInt32(place), end: UInt32(place + part.utf8.count)))

        #expect(span == TextSpan(start: UInt32(start), end: UInt32(start + length)))
    }

    @Test("ill-formed bytes are repaired one maximal subpart at a time, and counted")
    func repair() {
        let source: [UInt8] = [0x61, 0xE2, 0x82, 0x62, 0xF0, 0x90, 0x80, 0xC0, 0xAF, 0xED, 0xA0]
        var text = FoldedText()

        let notes = source.withUnsafeBufferPointer { Folder().fold($0, into: &text) }

        #expect(
            String(decoding: text.bytes, as: UTF8.self)
                == "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}")
        #expect(notes.invalidSequences == 6)
    }

    @Test("notes count styled letters and invisible characters inside words")
    func notes() {
        var text = FoldedText()
        let source = Array("Ｆ𝗿ee tic\u{200B}ket \u{200B}for".utf8)

        let notes = source.withUnsafeBufferPointer { Folder().fold($0, into: &text) }

        #expect(notes.stylisedLetters == 2)
        #expect(notes.hiddenInWords == 1)
    }

    @Test("plain text is one segment of the map")
    func plainMap() {
        let folded = Folder().fold("Work in THAILAND, Работа за границей, 高薪")

        #expect(folded.map.segments.count == 1)
    }
}

extension Collection where Element == UInt8 {
    fileprivate func count(before character: Character) -> Int {
        let needle = Array(String(character).utf8)
        return Array(self).firstPlace(of: needle)
    }
}

extension [UInt8] {
    /// The offset of the first occurrence, or the length of the array.
    func firstPlace(of part: [UInt8]) -> Int {
        guard count >= part.count else { return count }
        return (0...(count - part.count)).first { Array(self[$0..<$0 + part.count]) == part } ?? count
    }
}

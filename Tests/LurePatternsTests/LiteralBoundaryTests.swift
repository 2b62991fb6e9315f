import LurePatterns
import LureText
import Testing

@Suite("Where literals may stand")
struct LiteralBoundaryTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let form: String
        let boundary: Boundary
        /// Expected places are marked with « and ».
        let text: String
        var testDescription: String { "\(form) (\(boundary)) in \(text)" }

        init(_ form: String, _ boundary: Boundary, _ text: String) {
            self.form = form
            self.boundary = boundary
            self.text = text
        }
    }

    static let cases = [
        Case("job", .word, "«job» jobs (a «job»), «job»'s e-«job» jobs2"),
        Case("job", .stem, "«job» «job»s subjobs «job»2"),
        Case("job", .anywhere, "«job» «job»s sub«job»s"),
        Case("give passport", .word, "please «give passport» now; give passports"),
        Case("/bulan", .word, "5jt«/bulan», 5jt/bulanan"),
        Case("@", .stem, "tg «@»name"),
        Case("$", .word, "«$»500 us«$»"),
        Case("🔥", .word, "a«🔥»b«🔥»"),
        Case("tg", .word, "加«tg»加 «tg»: atg tg1 วิ«tg»ไทย"),
        Case("3万", .word, "月入«3万»元 13万 «3万»"),
        Case("护照", .word, "上交«护照»统一"),
        Case("ลาว", .word, "ไปประเทศ«ลาว»ทำงาน"),
        Case("ชื่อ", .word, "แจ้ง«ชื่อ»ค่ะ"),
        Case("паспорт", .word, "«паспорт», паспорта, загранпаспорт"),
        Case("паспорт", .stem, "«паспорт»а загранпаспорт"),
        Case("पास", .word, "«पास» पासा पासपोर्ट"),
        Case("चीन", .word, "«चीन» चीनी"),
        Case("알바", .word, "«알바»를 구함 고수익알바 카톡id«알바» «알바»생"),
        Case("고수익", .word, "«고수익»알바 초«고수익»알바"),
        Case("telegram", .word, "«telegram»으로 연락"),
        Case("عمل", .word, "«عمل» ال«عمل» وال«عمل» بال«عمل» لل«عمل» ول«عمل» معمل عملة"),
        Case("سفر", .stem, "و«سفر» لل«سفر»يات مسفر"),
        Case("ሥራ", .word, "«ሥራ» የ«ሥራ» ስለ«ሥራ» እንደ«ሥራ» ያሥራ"),
    ]

    @Test("a form stands only between the boundaries of its script", arguments: cases)
    func boundaries(_ example: Case) throws {
        let text = example.text.filter { $0 != "«" && $0 != "»" }

        let hits = try automatonHits(
            [Literal(bytes: Array(example.form.utf8), boundary: example.boundary, value: 7)], in: text)

        #expect(marked(text, hits) == example.text)
        #expect(hits.allSatisfy { $0.value == 7 })
    }

    @Test("all values of shared bytes are handed back, in order of start, longer ones first, and value")
    func sharedBytes() throws {
        let literals = [
            Literal(bytes: Array("visa free".utf8), boundary: .word, value: 1),
            Literal(bytes: Array("visa".utf8), boundary: .stem, value: 9),
            Literal(bytes: Array("visa".utf8), boundary: .word, value: 3),
            Literal(bytes: Array("visa".utf8), boundary: .word, value: 9),
            Literal(bytes: Array("free".utf8), boundary: .word, value: 2),
        ]

        let hits = try automatonHits(literals, in: "visa free, visas")

        #expect(hits.map(\.value) == [1, 3, 9, 2, 9])
        #expect(hits.map(\.span.start) == [0, 0, 0, 5, 11])
        #expect(hits.map(\.span.end) == [9, 4, 4, 9, 15])
    }

    @Test("more ends than the scan notes at once are all handed back, in order")
    func manyEnds() throws {
        let literals = [
            Literal(bytes: Array("ab".utf8), boundary: .stem, value: 1),
            Literal(bytes: Array("a".utf8), boundary: .stem, value: 2),
            Literal(bytes: Array("加".utf8), boundary: .word, value: 3),
        ]

        let hits = try automatonHits(literals, in: String(repeating: "ab加", count: 1000))

        #expect(hits.count == 3000)
        for (index, hit) in hits.enumerated() {
            #expect(hit.value == [1, 2, 3][index % 3])
            #expect(Int(hit.span.start) == [0, 0, 2][index % 3] + 5 * (index / 3))
        }
    }

    @Test("a text with NUL, whose walks go one by one, gives the same hits in the same order")
    func nulByte() throws {
        let literals = [
            Literal(bytes: Array("visa free".utf8), boundary: .word, value: 1),
            Literal(bytes: Array("visa".utf8), boundary: .stem, value: 2),
            Literal(bytes: Array("visa f".utf8), boundary: .stem, value: 3),
        ]

        let hits = try automatonHits(literals, in: "visa free\u{0} visas visa free")

        #expect(hits.map(\.value) == [1, 3, 2, 2, 1, 3, 2])
        #expect(hits.map(\.span.start) == [0, 0, 0, 11, 17, 17, 17])
    }

    @Test("no literals, or only unusable ones, find nothing")
    func nothing() throws {
        let unusable = [
            Literal(bytes: [], boundary: .word, value: 1),
            Literal(bytes: [0x61, 0], boundary: .word, value: 2),
        ]

        #expect(try automatonHits([], in: "anything at all") == [])
        #expect(try automatonHits(unusable, in: "a\u{0} a") == [])
    }

    private func marked(_ text: String, _ hits: [LiteralHit]) -> String {
        var bytes: [UInt8] = []
        for (offset, byte) in (Array(text.utf8) + [0]).enumerated() {
            if hits.contains(where: { Int($0.span.end) == offset }) { bytes += Array("»".utf8) }
            if hits.contains(where: { Int($0.span.start) == offset }) { bytes += Array("«".utf8) }
            bytes.append(byte)
        }
        return String(decoding: bytes.dropLast(), as: UTF8.self)
    }
}

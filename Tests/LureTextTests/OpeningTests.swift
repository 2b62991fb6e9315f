import Testing

@testable import LureText

/// Looking only where segmenting says, or counting on the way, must find what looking everywhere finds.
@Suite("Places where something may begin")
struct OpeningTests {
    private static let bits = [
        "telegram", "wa.me/8490", "line id:", "kakao talk", "@", "hr_team99", "微信", "号abc123", "电报联系", "三万",
        "五十万一月",
        "สามหมื่น", "$", "5,000", "usd", "k", "300", "+84", "90 123 4567", "0912.345.678", "per month", "age",
        "18-35",
        "http://t", "site", ".com", " (dot) ", "[.]", "part-time", "bc1",
        "tq5nmdyz8cx3fkq1wv7rjabt9hs2pel4ug",
        "filipino", "Filipino's", "south african", "thai", "thai lan", "thailand", "индийцев",
        "русская девушка",
        "중국인은", "베트남", "中国人", "泰国籍", "ไทย", "คนพม่า", "người", "Việt", "hindu", "हिन्दू", "5k", "a", "'", "-", "_",
        ".", ":", "(", "[", ")", "\n", "、", "。", "₹", "€", "кг", "работа", "x1", "…", "🙂", "ß", "é",
    ]

    private static func texts(_ block: Int) -> [[UInt8]] {
        (0..<60).map { seed in
            var generator = SeededGenerator(state: UInt64(block * 60 + seed))
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...14, using: &generator) {
                bytes += Array((bits.randomElement(using: &generator) ?? "").utf8)
                if Int.random(in: 0..<3, using: &generator) > 0 { bytes.append(0x20) }
            }
            if seed % 6 == 0 { bytes += NastyText.make(UInt64(block * 60 + seed)) }
            return bytes
        }
    }

    @Test("facts", arguments: 0..<30)
    func facts(_ block: Int) {
        for text in Self.texts(block) {
            let folded = Folder().folded(text).bytes
            folded.withUnsafeBufferPointer { bytes in
                var found: [Fact] = []
                var all: [Fact] = []
                FactScanner().scan(bytes, into: &found)
                FactScanner().scan(bytes, at: (0..<UInt32(bytes.count)).map { $0 }, into: &all)
                #expect(found.map { $0.span } == all.map { $0.span }, "\(text)")
                #expect(found.map { $0.kind } == all.map { $0.kind })
            }
        }
    }

    @Test("people words", arguments: 0..<30)
    func people(_ block: Int) {
        for text in Self.texts(block) {
            let folded = Folder().folded(text)
            var segmentation = Segmentation()
            Segmenter().segment(folded, into: &segmentation)
            var everywhere = segmentation
            everywhere.peopleWords = segmentation.words.indices.map { UInt32($0) }
            var found: [TextSpan] = []
            var all: [TextSpan] = []
            folded.bytes.withUnsafeBufferPointer { bytes in
                PeopleWords.appendSpans(in: bytes, segmentation, to: &found)
                PeopleWords.appendSpans(in: bytes, everywhere, to: &all)
            }
            #expect(found == all, "\(text)")
        }
    }

    @Test("letters of languages", arguments: 0..<30)
    func letters(_ block: Int) {
        for text in Self.texts(block) {
            let wellFormed = Array(String(decoding: text, as: UTF8.self).utf8)
            var folded = FoldedText()
            var counted = LetterCounts()
            var read = LetterCounts()
            wellFormed.withUnsafeBufferPointer { bytes in
                _ = Folder().fold(bytes, into: &folded, letters: &counted)
                _ = read.withEvidence { LetterReader().read(bytes, into: $0) }
            }
            #expect(counted.numbers == read.numbers, "\(wellFormed)")
        }
    }

    @Test("the letters of ignored places do not count")
    func ignored() {
        let text = Array("Работа для 中国人 и 日本人".utf8)
        var whole = LetterCounts()
        var rest = LetterCounts()
        var folded = FoldedText()
        text.withUnsafeBufferPointer { bytes in
            _ = Folder().fold(bytes, into: &folded, letters: &whole)
            whole.ignore([TextSpan(start: 20, end: 29)], in: bytes)
        }
        Array("Работа для  и 日本人".utf8).withUnsafeBufferPointer { bytes in
            _ = rest.withEvidence { LetterReader().read(bytes, into: $0) }
        }

        #expect(whole.numbers == rest.numbers)
    }
}

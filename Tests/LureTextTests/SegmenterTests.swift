import Testing

@testable import LureText

@Suite("Segmenting")
struct SegmenterTests {
    private func segment(_ text: String) -> (FoldedText, Segmentation) {
        let folded = Folder().fold(text)
        var segmentation = Segmentation()
        Segmenter().segment(folded, into: &segmentation)
        return (folded, segmentation)
    }

    private func slice(_ text: FoldedText, _ start: UInt32, _ end: UInt32) -> String {
        String(decoding: text.bytes[Int(start)..<Int(end)], as: UTF8.self)
    }

    private func clauses(_ text: String) -> [String] {
        let (folded, segmentation) = segment(text)
        return segmentation.clauses.map { slice(folded, $0.start, $0.end) }
    }

    @Test(
        "words are runs of letters, digits and marks",
        arguments: [
            ("Don't pay 1,000 USD!", ["don't", "pay", "1", "000", "usd"]),
            ("l'offre ’quoted’", ["l'offre", "quoted"]),
            ("招聘客服5名abc", ["招聘客服", "5", "名", "abc"]), ("รับสมัคร งาน", ["รับสมัคร", "งาน"]), ("カタカナー", ["カタカナー"]),
            ("हिन्दी में", ["हिन्दी", "में"]), ("한국어 회사", ["한국어", "회사"]), ("ភ្នំពេញ", ["ភ្នំពេញ"]), ("មេ ka", ["មេ", "ka"]),
            ("...", []), ("", []),
        ])
    func words(_ text: String, _ expected: [String]) {
        let (folded, segmentation) = segment(text)

        #expect(segmentation.words.map { slice(folded, $0.start, $0.end) } == expected)
    }

    @Test(
        "clauses end at stops, marks, lines and bullets",
        arguments: [
            (
                "Good salary. Free room! Really? Yes; ok",
                ["good salary.", "free room!", "really?", "yes;", "ok"]
            ),
            ("月薪三万。包吃住！", ["月薪三万。", "包吃住!"]), ("line one\n- line two", ["line one", "- line two"]),
            ("🔥 Hiring 🔥 High pay ✅ Free visa", ["hiring 🔥", "high pay ✅", "free visa"]),
            ("• a work\n• b work", ["a work", "b work"]),
            ("नौकरी है। वीज़ा मुफ़्त।", ["नौकरी है।", "वीज\u{93C}ा मुफ\u{93C}्त।"]), ("ሥራ አለ። ና፧", ["ስራ አለ።", "ና፧"]),
            ("wait... what?!", ["wait...", "what?!"]),
            ("good salary.Contact me", ["good salary.", "contact me"]),
        ])
    func clauseEnds(_ text: String, _ expected: [String]) { #expect(clauses(text) == expected) }

    @Test(
        "numbers, addresses, initials and list numbers do not end a clause",
        arguments: [
            "Pay $1,500.50 now", "join t.me/example now", "from 9 a.m. to 5 p.m. daily",
            "see example.com for more",
            "mail hr.team@example.com today", "Mr. Lee calls", "1. Passport copy",
            "open x.example/a?b=c;d today",
            "fish &amp; chips", "salary: high", "see jobs.example.online today", "J. Smith calls",
            "marie·curie works",
        ])
    func oneClause(_ text: String) { #expect(clauses(text).count == 1) }

    @Test(
        "a clause knows a question in any script",
        arguments: ["is it real?", "是真的吗？", "هل هذا حقيقي؟", "real ❓", "እውነት ነው፧"])
    func questions(_ text: String) {
        let (_, segmentation) = segment("Hello. " + text + " Thanks.")

        #expect(segmentation.clauses.map(\.isQuestion) == [false, true, false])
    }

    @Test(
        "commas and dashes are breaks, not inside numbers or words",
        arguments: [
            ("a, b、c", [1, 4]), ("1,000 a", []), ("well-paid - now", [10]), ("a — b", [2]), ("لا، نعم", [4]),
        ])
    func breaks(_ text: String, _ expected: [UInt32]) { #expect(segment(text).1.breaks == expected) }

    @Test("positions count words, and two characters of an unspaced run as one")
    func positions() {
        let (folded, segmentation) = segment("one 招聘客服人 two")

        let end = UInt32(folded.bytes.count)
        #expect(segmentation.words.map(\.position) == [0, 1, 4])
        #expect(
            [0, 2, 4, 10, 16, 19, 20, end].map { segmentation.position(of: $0) } == [0, 0, 1, 2, 3, 4, 4, 5])
        #expect(segmentation.wordCount == 5)
    }

    @Test("an offset finds its clause")
    func clauseIndex() {
        let (_, segmentation) = segment("One two. Three! Four")

        #expect([0, 7, 8, 9, 15, 16, 19].map { segmentation.clauseIndex(of: $0) } == [0, 0, 0, 1, 1, 2, 2])
        #expect(Segmentation().clauseIndex(of: 3) == 0)
    }

    @Test("clauses past the limit join the last")
    func clauseLimit() {
        let (folded, segmentation) = segment(String(repeating: "ab! ", count: 70_000))

        #expect(segmentation.clauses.count == 65_535)
        #expect(segmentation.clauses.last?.end == UInt32(folded.bytes.count))
    }

    @Test("words and clauses of any text are in order, on scalar boundaries, and every word has a clause")
    func anyText() {
        for seed in 0..<3_000 as Range<UInt64> {
            let folded = Folder().folded(NastyText.make(seed))
            var segmentation = Segmentation()

            Segmenter().segment(folded, into: &segmentation)

            var end: UInt32 = 0
            for word in segmentation.words {
                #expect(word.start >= end && word.end > word.start, "seed \(seed)")
                let own = folded.bytes[Int(word.start)..<Int(word.end)]
                #expect(String(validating: own, as: UTF8.self) != nil, "seed \(seed)")
                let clause = segmentation.clauses[segmentation.clauseIndex(of: word.start)]
                #expect(clause.start <= word.start && word.end <= clause.end, "seed \(seed)")
                end = word.end
            }
            #expect(
                zip(segmentation.clauses, segmentation.clauses.dropFirst()).allSatisfy { $0.end <= $1.start })
        }
    }
}

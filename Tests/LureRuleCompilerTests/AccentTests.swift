import LureRules
import LureText
import Testing

/// The concepts of a text under rows of a file each.
private func concepts(
    _ text: String, _ files: [String: [String]], speaking: LanguageSet
) throws -> [String] {
    var rules = TinyRules()
    rules.files = files.map { language, rows in
        (
            "rules/concepts/\(language).tsv",
            "concept\tform\tkind\tnote\n" + rows.map { $0 + "\tphrase\t\n" }.joined()
        )
    }
    return TinyRun(try rules.pack(), text, speaking: speaking).concepts
}

@Suite("Accents decide where a text has them")
struct AccentTests {
    private static let vietnamese: LanguageSet = [LanguageSet(.vietnamese), LanguageSet(.english)]

    private func finds(_ form: String, in text: String, _ language: String = "vi") throws -> Bool {
        try !concepts(text, [language: ["job\t\(form)"]], speaking: Self.vietnamese).isEmpty
    }

    private static let pairs = [
        ("bao vé", "bảo vệ"), ("đô la", "đó là"), ("dễ làm", "để làm"), ("lương cao", "lượng cao"),
        ("cho vay", "chờ vậy"), ("tuy", "túy"), ("thu mua", "thủ mua"),
    ]

    @Test("a form is not another word of the same letters, either way", arguments: pairs)
    func otherWord(_ one: String, _ other: String) throws {
        #expect(try !finds(one, in: "làm \(other) nhé"))
        // Where the other is written without accents, it may be this one typed without.
        let isBare = one.allSatisfy { $0.isASCII }
        #expect(try finds(other, in: "làm \(one) nhé") == isBare)
        #expect(try finds(one, in: "làm \(one) nhé"))
        #expect(try finds(other, in: "làm \(other) nhé"))
    }

    @Test(
        "letter case, composition and the place of a tone don't matter",
        arguments: [
            ("bảo vệ", "BẢO VỆ"), ("bảo vệ", "ba\u{309}o ve\u{323}\u{302}"), ("bảo vệ", "Bảo  vệ"),
            ("khoẻ", "khỏe"), ("thủy thủ", "Thuỷ thủ"),
        ])
    func sameWord(_ form: String, _ text: String) throws {
        #expect(try finds(form, in: "làm \(text) nhé"))
        #expect(try finds(text, in: "làm \(form) nhé"))
    }

    @Test("a place without any accent passes, also in a text that has some", arguments: pairs)
    func unaccented(_ one: String, _ other: String) throws {
        let bare = String(decoding: Folder().fold(one).bytes, as: UTF8.self)
        #expect(try finds(one, in: "lam \(bare) nhe"))
        #expect(try finds(other, in: "làm \(bare) nhé"))
    }

    @Test("one accent of a place left out is another word")
    func halfAccented() throws {
        #expect(try !finds("việc nhẹ", in: "viec nhẹ"))
    }

    @Test(
        "English words are no Vietnamese ones",
        arguments: [("no", "nó"), ("my", "Mỹ"), ("me", "mẹ"), ("loan", "loạn"), ("an", "ăn"), ("do", "đo")])
    func english(_ form: String, _ word: String) throws {
        #expect(try !finds(form, in: "vì \(word) nói", "en"))
        #expect(try finds(form, in: "vì \(form) nói", "en"))
    }

    @Test("letters that only Vietnamese has decide in any text, the others in Vietnamese ones")
    func otherTexts() throws {
        let english = LanguageSet(.english)
        #expect(try concepts("Mỹ", ["en": ["job\tmy"]], speaking: english).isEmpty)
        #expect(try !concepts("my résumé", ["en": ["job\tresume"]], speaking: english).isEmpty)
        #expect(try !concepts("gửi résumé", ["en": ["job\trésumé"]], speaking: Self.vietnamese).isEmpty)
        #expect(try concepts("gửi résumé", ["en": ["job\tresume"]], speaking: Self.vietnamese).isEmpty)
    }

    @Test(
        "French, Spanish, Portuguese and Tagalog drop their accents at will",
        arguments: [("es", Language.spanish), ("fr", .french), ("pt-BR", .portuguese), ("tl", .tagalog)])
    func careless(_ code: String, _ language: Language) throws {
        let speaking: LanguageSet = [LanguageSet(language), LanguageSet(.vietnamese)]
        for (form, text) in [("pague", "pagué"), ("pagué", "pague"), ("pagué", "pâgue")] {
            #expect(try !concepts(text, [code: ["job\t\(form)"]], speaking: speaking).isEmpty)
        }
    }

    @Test("each concept keeps the spellings of its own forms")
    func twoConcepts() throws {
        let files = ["vi": ["ticket\tbao vé", "boss\tbảo vệ", "boss\tbạo vệ"]]
        #expect(try concepts("bao vé", files, speaking: Self.vietnamese) == ["ticket: bao ve"])
        #expect(try concepts("bảo vệ", files, speaking: Self.vietnamese) == ["boss: bao ve"])
        #expect(try concepts("bạo vệ", files, speaking: Self.vietnamese) == ["boss: bao ve"])
        #expect(
            Set(try concepts("bao ve", files, speaking: Self.vietnamese)) == [
                "boss: bao ve", "ticket: bao ve",
            ])
    }

    @Test("a phrase of a rule is accented too, an expression is not")
    func rules() throws {
        var rules = TinyRules()
        rules.add("pay-a", when: [], more: "phrases:\n  vi: [\"bao vé\"]")
        rules.add(
            "pay-b", when: [],
            more: "regex:\n  vi:\n    - pattern: 'bao ve'\n      literals: [bao]")
        let pack = try rules.pack()
        let fired = { (text: String) in
            TinyRun(pack, text, speaking: Self.vietnamese).evaluation.hits.map { $0.rule }
        }
        #expect(fired("bao vé") == [0, 1])
        #expect(fired("bao ve") == [0, 1])
        #expect(fired("bảo vệ") == [1])
    }
}

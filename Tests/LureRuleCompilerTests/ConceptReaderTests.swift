import LureRules
import LureText
import Testing

private func concepts(_ text: String, rows: [String], _ language: String, speaking: LanguageSet = .all) throws
    -> [String]
{
    var rules = TinyRules()
    rules.files = [
        ("rules/concepts/\(language).tsv", "concept\tform\tkind\tnote\n" + rows.map { $0 + "\t\n" }.joined())
    ]
    return TinyRun(try rules.pack(), text, speaking: speaking).concepts
}

@Test("hits come in order, the longer first, and none lies within another of its concept")
func order() throws {
    let found = try concepts(
        "free air ticket now",
        rows: ["ticket\tticket\tword", "ticket\tair ticket\tphrase", "free\tfree\tword"], "en")

    #expect(found == ["free: free", "ticket: air ticket"])
}

@Test("one form may carry several concepts")
func severalMeanings() throws {
    let found = try concepts(
        "no interview", rows: ["no\tno interview\tphrase", "job\tno interview\tphrase"], "en")

    #expect(found == ["job: no interview", "no: no interview"])
}

@Test("a form speaks only if its language does; English words of five letters always do")
func languages() throws {
    let rows = ["job\tkerja\tword"]
    #expect(try concepts("kerja", rows: rows, "id", speaking: LanguageSet(.indonesian)) == ["job: kerja"])
    #expect(try concepts("kerja", rows: rows, "id", speaking: LanguageSet(.russian)) == [])
    #expect(try concepts("kerja", rows: rows, "en", speaking: []) == ["job: kerja"])
    #expect(try concepts("cop", rows: ["police\tcop\tword"], "en", speaking: LanguageSet(.malay)) == [])
    #expect(
        try concepts("cop", rows: ["police\tcop\tword"], "en", speaking: LanguageSet(.english)) == [
            "police: cop"
        ])
}

@Test("a form in a script of one language speaks whatever was found")
func scripts() throws {
    #expect(try concepts("งาน", rows: ["job\tงาน\tphrase"], "th", speaking: []) == ["job: งาน"])
    #expect(try concepts("工作", rows: ["job\t工作\tphrase"], "zh", speaking: []) == [])
}

@Test("a single Han character counts only outside longer forms, save as a negation")
func singleHan() throws {
    let rows = ["free\t免\tphrase", "no\t不\tphrase", "job\t免签\tphrase", "visa\t不用\tphrase"]

    #expect(try concepts("免签", rows: rows, "zh") == ["job: 免签"])
    #expect(try concepts("免", rows: rows, "zh") == ["free: 免"])
    #expect(try concepts("不用", rows: rows, "zh") == ["visa: 不用", "no: 不"])
}

@Test("traditional and simplified forms are one")
func chineseScripts() throws {
    #expect(try concepts("護照", rows: ["passport\t护照\tphrase"], "zh") == ["passport: 护照"])
}

@Test("facts and disguises become concepts")
func factConcepts() throws {
    let pack = try TinyRules().pack()
    let facts = [
        Fact(kind: .contact(.telegram), span: TextSpan(start: 0, end: 1)),
        Fact(kind: .money(Fact.Money(lower: 1, upper: 1, currency: .usdt)), span: TextSpan(start: 2, end: 3)),
    ]

    let run = TinyRun(pack, "a b c", facts: facts, disguises: [TextSpan(start: 4, end: 5)])

    #expect(
        run.concepts == [
            "fact-contact: a", "fact-telegram: a", "fact-money: b", "fact-money-crypto: b",
            "fact-disguise: c",
        ])
}

@Test("concept keys are hashes of names, the same in every pack")
func keys() throws {
    let pack = try TinyRules().pack()

    for index in 0..<pack.conceptCount {
        #expect(pack.conceptKeys[index] == StableHash.hash(pack.conceptName(index)))
    }
    #expect(pack.concept(named: "no").map { pack.conceptName(Int($0)) } == "no")
}

import LureRules
import LureText
import Testing

/// Runs one rule over a text written with the marks that are expected; without marks it must not fire.
private func check(
    _ when: [String], unless: [String] = [], more: String = "", _ marked: String, facts: [Fact] = [],
    _ location: SourceLocation = #_sourceLocation
) throws {
    var rules = TinyRules()
    rules.add("pay-tested", when: when, unless: unless, more: more)
    let pack = try rules.pack()
    let text = marked.filter { $0 != "«" && $0 != "»" }

    let run = TinyRun(pack, text, facts: facts)

    #expect(run.marked == (marked == text ? nil : marked), sourceLocation: location)
}

@Test(
    "each operator",
    arguments: [
        ("passport", "your «passport» here"),
        ("passport + keep", "we «keep» your «passport»."),
        ("passport + keep", "your «passport» we «keep»."),
        ("passport + keep", "we keep. your passport."),
        ("passport + keep | give", "«give» the «passport»."),
        ("keep > passport", "«keep» the «passport»."),
        ("keep > passport", "the passport we keep."),
        ("keep > passport", "the passport we «keep» and one «passport» more."),
        ("keep ~2 passport", "«keep» one two «passport»."),
        ("keep ~2 passport", "keep one two three passport."),
        ("keep ~2 passport", "«passport» one two «keep»."),
        ("keep ~0 passport", "«keep passport»."),
        ("passport + not boss", "the «passport» here."),
        ("passport + not boss", "the passport of the boss."),
        ("passport + not boss", "the «passport» here. the boss."),
        ("passport + not boss + not visa", "the passport and visa."),
        ("\"text: passport + keep\"", "we «keep» it. your «passport»."),
        ("\"text: passport + not boss\"", "the passport here. the boss."),
        ("free + ticket + visa > job", "«free ticket», a «visa» and a «job»."),
    ])
func operators(_ condition: String, _ text: String) throws {
    try check([condition], text)
}

@Test("terms stand within 24 words of each other, unless the text is the clause")
func reach() throws {
    let near = "«keep» " + String(repeating: "x ", count: 23) + "«passport»"
    let far = "keep " + String(repeating: "x ", count: 24) + "passport"

    try check(["keep + passport"], near)
    try check(["keep + passport"], far)
    try check(["text: keep + passport"], "«keep» " + String(repeating: "x ", count: 24) + "«passport»")
}

@Test("of all alternatives about the whole text the tightest match is marked, and no other")
func tightestOfText() throws {
    let text = "we keep it here. the visa. the «boss» has a «passport»."
    try check(["text: keep + visa", "text: boss + passport"], text)
    try check(["text: boss + passport", "text: keep + visa"], text)
}

@Test("an asked match about the whole text hides no other where questions silence")
func tightestUnasked() throws {
    try check(
        ["text: boss + passport", "text: keep + visa"], unless: ["question"],
        "the boss has a passport? we «keep» it. the «visa».")
}

@Test("the smallest window wins, and the first of equals")
func window() throws {
    try check(["keep + passport"], "keep a b c the «passport» we «keep».")
    try check(["keep + passport"], "«keep passport» and keep passport.")
    try check(["keep + passport + visa", "visa + boss"], "keep passport visa a b «visa boss».")
}

@Test("a rule shows one match a clause and eight spans at most")
func manyClauses() throws {
    try check(["passport"], "one «passport». two «passport».\nthree «passport».")
    let eight = String(repeating: "«passport». ", count: 8)
    try check(["passport"], eight + "passport.")
}

@Test("two slots need two mentions, but one form may carry two concepts")
func mentions() throws {
    try check(["passport | visa + passport | visa"], "the passport.")
    try check(["passport | visa + passport | visa"], "the «passport visa».")
    try check(["job + no"], "a «no interview job» today")
}

@Test("hits with nothing but white space between them are one span")
func merging() throws {
    try check(["free + ticket"], "«free  ticket» here".replacing("  ", with: " "))
    try check(["free + ticket"], "«free» - «ticket» here")
    try check(["free + ticket + visa"], "«visa free air ticket»")
}

@Test(
    "a negation counts next to the match, in its sub-clause, and not as part of it",
    arguments: [
        "we never keep your passport.", "keep your passport no more.", "keep no passport.",
        "never a b c keep passport.", "keep passport a b c never.", "never, we «keep» your «passport».",
        "never a b c d «keep passport».", "«keep passport», no problem.", "no boss. we «keep passport».",
    ])
func negation(_ text: String) throws {
    try check(["keep + passport"], unless: ["no"], text)
}

@Test("a form that holds the negation itself is not negated")
func negationInside() throws {
    try check(["job"], unless: ["no"], "a «no interview job» here")
    try check(["no ~3 passport"], unless: ["no"], "«no passport» needed")
}

@Test("a match that is negated leaves room for another one in the clause")
func negatedOnce() throws {
    try check(
        ["keep + passport"], unless: ["no"], "never keep passport a b c d e f, we «keep» the «passport».")
}

@Test("over the whole text a negation must be next to one of the hits")
func negationInText() throws {
    try check(["text: keep + passport"], unless: ["no"], "we never keep it. your passport.")
    try check(["text: keep + passport"], unless: ["no"], "we «keep» it. no boss. your «passport».")
}

@Test("unless in the clause, in the text, in questions")
func unless() throws {
    try check(["passport"], unless: ["visa"], "passport and visa.")
    try check(["passport"], unless: ["visa"], "a «passport». a visa.")
    try check(["passport"], unless: ["\"text: visa\""], "a passport. a visa.")
    try check(["passport"], unless: ["text: visa | boss"], "a passport. a boss.")
    try check(["passport"], unless: ["question"], "a passport?")
    try check(["passport"], unless: ["question"], "a visa? a «passport».")
    try check(["text: passport + keep"], unless: ["visa"], "a passport. we keep. a visa.")
}

@Test("phrases are alternatives too, with the same exceptions")
func phrases() throws {
    let more = "phrases:\n  en: ['Hand it over']"
    try check([], more: more, "please «hand it over» now")
    try check([], unless: ["no"], more: more, "never hand it over now")
    try check([], unless: ["question"], more: more, "hand it over?")
    try check(["keep + passport"], more: more, "«hand it over», we keep the passport")
}

@Test("expressions run where a literal of theirs begins a word")
func expressions() throws {
    let more = """
        regex:
          en:
            - pattern: 'cross(ing)? the \\w+ at night'
              literals: [cross]
        """
    try check(
        [], more: more,
        "we «cross the river at night» and «crossing the road at night».".replacing(
            " and «crossing the road at night»", with: ""))
    try check([], more: more, "one.«cross the river at night». then «cross the road at night».")
    try check([], more: more, "across the river at night")
    try check([], unless: ["no"], more: more, "never cross the river at night")
}

@Test("facts are concepts, and can be compared")
func facts() throws {
    let money = Fact(
        kind: .money(Fact.Money(lower: 50, upper: 150, currency: .usd, period: .day)),
        span: TextSpan(start: 5, end: 9))
    try check(["fact-money + job"], "earn «9usd» per «job»", facts: [money])
    try check(["fact-money-per-day"], "earn «9usd» per job", facts: [money])
    try check(["fact-money-per-month"], "earn 9usd per job", facts: [money])
    try check(["fact-money-usd > job"], "earn «9usd» per «job»", facts: [money])
    try check(["fact: money per-day > 100 usd"], "earn «9usd» per job", facts: [money])
    try check(["fact: money per-day > 200 usd"], "earn 9usd per job", facts: [money])
    try check(["fact: money per-day < 60"], "earn «9usd» per job", facts: [money])
    try check(["fact: money per-week > 1"], "earn 9usd per job", facts: [money])
    try check(["fact: money > 1 eur"], "earn 9usd per job", facts: [money])
    let age = Fact(kind: .age(lower: 16, upper: nil), span: TextSpan(start: 0, end: 2))
    try check(["fact: age < 18"], "«16» or older", facts: [age])
    try check(["fact: age > 10"], "16 or older", facts: [age])
}

@Test("deprecated rules rest, rules in shadow are flagged")
func status() throws {
    var rules = TinyRules()
    rules.add("pay-a", when: ["passport"])
    rules.add("pay-b", when: ["passport"])
    rules.add("pay-c", when: ["passport"])
    for (index, name) in [(2, "shadow"), (3, "deprecated")] {
        rules.files[index].text = rules.files[index].text.replacing("status: stable", with: "status: \(name)")
    }

    let run = TinyRun(try rules.pack(), "a passport")

    #expect(run.evaluation.hits.map(\.rule) == [0, 1])
    #expect(run.evaluation.hits.map(\.isShadow) == [false, true])
}

import LureScreen
import Testing

@Suite("Disguised texts")
struct DisguisedTextTests {
    private let screener: Screener

    init() throws { screener = try Screener() }

    private func rules(_ assessment: Assessment) -> [String] {
        assessment.findings.map { screener.pack.ruleID($0.rule) }
    }

    @Test("references of HTML are read as what they show")
    func entities() {
        let plain = screener.assess("Work in Sihanoukville, free ticket, passport kept by the boss.")
        let coded = screener.assess(
            "W&#111;rk in S&#105;hano&#117;kvil&#108;e, fr&#101;e tick&#101;t, pas&#115;port kept by th&#101; b&#111;ss."
        )

        #expect(coded.language == plain.language)
        #expect(Set(rules(coded)) == Set(rules(plain) + ["channel-obfuscated-text"]))
    }

    @Test(
        "a disguise is a finding, and alone raises no alarm",
        arguments: [
            "Our c.a.f.e in the old town looks for a b.a.k.e.r. Shifts from six to two, meals included.",
            "T h e  l i b r a r y opens at nine. Ask at the desk for a card, it costs nothing.",
            "We n33d a t3acher for maths at the primary school in our village, contract for one year.",
        ])
    func honest(_ text: String) {
        let assessment = screener.assess(text)

        #expect(rules(assessment).contains("channel-obfuscated-text"))
        #expect(assessment.band == .low)
    }

    @Test("in Portuguese \"no\" is no denial")
    func portuguese() {
        let text = "Trabalho no Camboja: o passaporte fica com a empresa no escritório."
        let other = "Trabalho para o Camboja: o passaporte fica com a empresa em escritório."

        #expect(rules(screener.assess(text)) == rules(screener.assess(other)))
    }
}

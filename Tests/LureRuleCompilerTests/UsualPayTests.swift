import LureRules
import LureText
import Testing

@testable import LureRuleCompiler

/// A text about pay, and what the finding says of it.
private struct PayCase: Sendable, CustomTestStringConvertible {
    var text: String
    var pay: Fact.Money
    var note: String?

    init(
        _ text: String, _ upper: Double, _ currency: Fact.Currency?, per period: Fact.Period? = .month,
        _ note: String?
    ) {
        self.text = text
        pay = Fact.Money(lower: 1, upper: upper, currency: currency, period: period)
        self.note = note
    }

    var testDescription: String { "\(text), \(pay.upper)" }
}

private let lowland = "the usual pay in Lowland (minimum wage, 2020)"
private let highland = "the usual pay in Highland (minimum wage of herders, 2021)"

/// The pay stands where the text begins with "amount".
private func hit(_ text: String, _ pay: Fact.Money) throws -> (run: TinyRun, hit: RuleHit?) {
    var rules = TinyRules()
    rules.add("pay-a", when: ["'fact: money per-month > 3x usual + job'"], unless: ["boss"])
    rules.addUsualPay()
    let fact = Fact(kind: .money(pay), span: TextSpan(start: 0, end: 6))
    let run = TinyRun(try rules.pack(), text, facts: [fact])
    return (run, run.evaluation.hits.first)
}

@Test(
    "pay is compared with what is usual in the country named",
    arguments: [
        PayCase("amount, job in lowland", 720, .usd, "about 7 times \(lowland)"),
        PayCase("amount, job in lowland", 720, .usdt, "about 7 times \(lowland)"),
        PayCase("amount, job in lowland", 300, .usd, nil),
        PayCase("amount, job in lowland", 1440, .mnt, "about 7 times \(lowland)"),
        PayCase("amount, job in highland", 5200, .mnt, "about 4 times \(highland)"),
        PayCase("amount, job in highland", 2600, .usd, "about 4 times \(highland)"),
        PayCase("amount, job in lowland", 1e12, .usd, "about 999 times \(lowland)"),
    ])
private func comparison(_ example: PayCase) throws {
    let (run, hit) = try hit(example.text, example.pay)

    #expect(hit?.pay.map { run.pack.text(of: $0) } == example.note)
}

@Test(
    "without a figure for every country, a rate, a month, or the other sign, nothing is said",
    arguments: [
        PayCase("amount, job at home", 9999, .usd, nil),
        PayCase("amount, job in farland", 9999, .usd, nil),
        PayCase("amount, job in lowland or farland", 9999, .usd, nil),
        PayCase("amount, job in lowland, free", 9999, .usd, nil),
        PayCase("amount, job in lowland", 9999, .eur, nil),
        PayCase("amount, job in lowland", 9999, nil, nil),
        PayCase("amount, job in lowland", 9999, .usd, per: .day, nil),
        PayCase("amount, work in lowland", 9999, .usd, nil),
        PayCase("amount, job in lowland, boss", 9999, .usd, nil),
    ])
private func silence(_ example: PayCase) throws {
    #expect(try hit(example.text, example.pay).hit == nil)
}

@Test("of two countries the better paid one counts")
private func twoCountries() throws {
    let pay = Fact.Money(lower: 1, upper: 2600, currency: .usd, period: .month)
    let (run, found) = try hit("amount, job, from lowland to highland", pay)

    #expect(found?.pay.map { run.pack.text(of: $0) } == "about 4 times \(highland)")
}

@Test("the evidence is the amount and the other sign; countries are no hits")
private func evidence() throws {
    let pay = Fact.Money(lower: 1, upper: 900, currency: .usd, period: .month)
    let (run, _) = try hit("amount each month. a job in lowland", pay)

    #expect(run.marked == "«amount» each month. a «job» in lowland")
    #expect(!run.concepts.contains { $0.hasPrefix("country-") })
}

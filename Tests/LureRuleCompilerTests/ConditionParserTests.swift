import LureRules
import LureText
import Testing

@testable import LureRuleCompiler

private let file = SourceFile(path: "rules/pay/pay-x.yml", text: "when:\n  - condition")

private func parse(_ text: String) -> (Condition?, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let place = Place(file, line: 2, column: 5)
    let condition = ConditionParser.parse(Located(text, at: place), scope: .clause, into: &diagnostics)
    return (condition, diagnostics)
}

/// The condition written out with its structure: slots in brackets.
private func outline(_ text: String) -> String {
    guard let condition = parse(text).0 else { return "fault" }
    guard case .together(let scope, let slots) = condition.body else { return "fact" }
    let parts = slots.map { slot in
        let link =
            switch slot.link {
            case .none: ""
            case .after: "> "
            case .within(let words): "~\(words) "
            }
        return link + (slot.isAbsent ? "not " : "") + "[" + slot.terms.map(\.value).joined(separator: "|")
            + "]"
    }
    return (scope == .text ? "text " : "") + parts.joined(separator: " ")
}

@Test(
    "precedence from low to high: +, then > and ~N, then |; not binds one term",
    arguments: [
        ("a", "[a]"), ("a + b", "[a] [b]"), ("a | b + c", "[a|b] [c]"), ("a + b | c + d", "[a] [b|c] [d]"),
        ("a > b", "[a] > [b]"), ("a | b ~5 c", "[a|b] ~5 [c]"),
        ("a > b + c ~2 d | e", "[a] > [b] [c] ~2 [d|e]"),
        ("a + not b", "[a] not [b]"), ("text: a + b", "text [a] [b]"), ("text:a", "text [a]"),
        ("fact-money-per-day + a", "[fact-money-per-day] [a]"), ("a~0b", "[a] ~0 [b]"),
        ("fact: age < 18", "fact"),
    ])
func precedence(_ condition: String, _ expected: String) {
    #expect(outline(condition) == expected)
}

@Test(
    "a fault in a condition is shown at its column",
    arguments: [
        ("a +", 8, "a term is missing"), ("a b", 7, "'b' is not expected here"),
        ("+ a", 5, "'+' stands where a term is needed"), ("a ++ b", 8, "'+' stands where a term is needed"),
        ("a & b", 7, "'&' is not expected here"), ("a ~x b", 7, "'~' is not expected here"),
        ("a + not b | c", 15, "'not' stands beside '|'"), ("a | not b", 9, "'not' stands beside '|'"),
        ("a > not b", 7, "'not' can't be ordered or measured"), ("", 5, "a term is missing"),
        ("text: a +", 14, "a term is missing"), ("a ~999 b", 7, "'~999' is not expected here"),
    ])
func faults(_ condition: String, _ column: Int, _ message: String) {
    let diagnostics = parse(condition).1

    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.map(\.column) == [column])
    #expect(diagnostics.map(\.code) == [.conditionSyntax])
}

@Test("an alternative must demand something, and not more than the search can hold")
func limits() {
    #expect(parse("not a").1.map(\.code) == [.impossibleCondition])
    #expect(parse("a + b + c + d + e + f").1.isEmpty)
    #expect(parse("a + b + c + d + e + f + g").1.map(\.code) == [.impossibleCondition])
    #expect(parse("a + not b + not c + not d + not e + not f + not g").1.isEmpty)
}

@Test(
    "comparisons of facts",
    arguments: [
        (
            "fact: money per-day > 100 usd",
            FactTest(.money, isAbove: true, bound: 100, period: .day, currency: .usd)
        ),
        ("fact: money > 1.5", FactTest(.money, isAbove: true, bound: 1.5)),
        ("fact: age < 18", FactTest(.age, isAbove: false, bound: 18)),
        (
            "fact: money per-month > 2.5x usual",
            FactTest(.money, isAbove: true, bound: 2.5, period: .month, isTimesUsual: true)
        ),
    ])
func comparisons(_ text: String, _ expected: FactTest) {
    #expect(parse(text).0?.body == .fact(expected, with: []))
}

@Test("a comparison joined with terms keeps their places")
func joinedComparison() {
    let slots = parse("fact: money per-month > 3x usual + no ~3 skill | degree + not boss").0?.slots

    #expect(slots?.map { $0.terms.map(\.value) } == [["no"], ["skill", "degree"], ["boss"]])
    #expect(slots?.map { $0.terms[0].place.column } == [40, 46, 67])
    #expect(slots?.map(\.isAbsent) == [false, false, true])
    #expect(parse("fact: age < 18 + text: boss").1.map(\.code) == [.conditionSyntax])
    #expect(parse("fact: age < 18 +").1.map(\.code) == [.conditionSyntax])
}

@Test(
    "faulty comparisons of facts",
    arguments: [
        ("fact: money per-moon > 1", 17), ("fact: money 100", 17), ("fact: height > 2", 11),
        ("fact: age >", 16),
        ("fact: money per-day > 3x usual", 27), ("fact: money per-month > 3x", 29),
        ("fact: money > 1 gold", 21), ("fact: age < 18 usd", 20),
    ])
func faultyComparisons(_ text: String, _ column: Int) {
    #expect(parse(text).1.map(\.column) == [column])
}

@Test("exceptions: negation, question, concepts of the clause, concepts of the text")
func exceptions() {
    var diagnostics: [Diagnostic] = []
    let kinds = ["no", "question", "licensed | police", "text: warn", "a + b"].map { text in
        ConditionParser.parseException(
            Located(text, at: Place(file)), inText: false, into: &diagnostics)?.kind
    }

    #expect(kinds[0] == .negation)
    #expect(kinds[1] == .question)
    if case .inClause(let terms)? = kinds[2] { #expect(terms.map(\.value) == ["licensed", "police"]) }
    if case .inText(let terms)? = kinds[3] { #expect(terms.map(\.value) == ["warn"]) }
    #expect(kinds[2] != nil && kinds[3] != nil)
    #expect(kinds[4] == nil)
    #expect(diagnostics.map(\.code) == [.conditionSyntax])
}

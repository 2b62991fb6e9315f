import LureRules
import LureText

/// Parses `money [per-PERIOD] (>|<) NUMBER [CURRENCY]`, `money per-month (>|<) Nx usual` and `age (>|<) NUMBER`.
enum FactTestParser {
    static func parse(_ text: Located<String>, into diagnostics: inout [Diagnostic]) -> FactTest? {
        let words = self.words(of: text)
        var next = 0
        func fail(_ message: String, at index: Int, _ code: LintCode = .conditionSyntax) -> FactTest? {
            let end = text.place.moved(by: text.value.unicodeScalars.count)
            diagnostics.append(
                Diagnostic(
                    code, message, at: index < words.count ? words[index].place : end,
                    help: "write 'money per-day > 100 usd', 'money per-month > 3x usual' or 'age < 18'"))
            return nil
        }
        guard let first = words.first, let subject = subject(first.value) else {
            return fail("a comparison begins with 'money' or 'age'", at: 0)
        }
        next = 1
        var period: Fact.Period?
        if subject == .money, next < words.count, words[next].value.hasPrefix("per-") {
            let name = words[next].value.dropFirst(4)
            period = Fact.Period.allCases.first { FactConcept.name(of: $0) == name }
            if period == nil { return fail("'\(words[next].value)' is no period", at: next, .unknownTerm) }
            next += 1
        }
        guard next < words.count, words[next].value == ">" || words[next].value == "<" else {
            return fail("'>' or '<' is missing", at: next)
        }
        let isAbove = words[next].value == ">"
        next += 1
        if next < words.count, words[next].value.hasSuffix("x"),
            let times = Double(words[next].value.dropLast())
        {
            guard subject == .money, period == .month, times.isFinite, times > 0, next + 2 == words.count,
                words[next + 1].value == "usual"
            else {
                return fail(
                    "usual pay is known by the month: 'money per-month > \(words[next].value) usual'",
                    at: next)
            }
            return FactTest(.money, isAbove: isAbove, bound: times, period: .month, isTimesUsual: true)
        }
        guard next < words.count, let bound = Double(words[next].value), bound.isFinite else {
            return fail("a number is missing", at: next)
        }
        next += 1
        var currency: Fact.Currency?
        if subject == .money, next < words.count {
            currency = Fact.Currency.allCases.first { "\($0)" == words[next].value }
            if currency == nil {
                return fail("'\(words[next].value)' is no currency", at: next, .unknownTerm)
            }
            next += 1
        }
        guard next == words.count else {
            return fail("'\(words[next].value)' is not expected here", at: next)
        }
        return FactTest(subject, isAbove: isAbove, bound: bound, period: period, currency: currency)
    }

    private static func subject(_ name: String) -> FactTest.Subject? {
        switch name {
        case "money": .money
        case "age": .age
        default: nil
        }
    }

    private static func words(of text: Located<String>) -> [Located<String>] {
        var words: [Located<String>] = []
        var column = 0
        var isInside = false
        for scalar in text.value.unicodeScalars {
            if scalar == " " {
                isInside = false
            } else if isInside {
                words[words.count - 1].value.unicodeScalars.append(scalar)
            } else {
                words.append(Located(String(Character(scalar)), at: text.place.moved(by: column)))
                isInside = true
            }
            column += 1
        }
        return words
    }
}

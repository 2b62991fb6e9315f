import LureRules

/// Parses the condition language of docs/rule-files.md.
///
/// Precedence from low to high: `+`, then `>` and `~N`, then `|`; `not` binds one term.
struct ConditionParser {
    private let tokens: [Located<ConditionToken>]
    private let end: Place
    private var next = 0
    private(set) var diagnostics: [Diagnostic] = []

    /// Terms that one alternative may demand; the evaluator's search grows with them.
    static let slotLimit = 6

    private init(_ text: Located<String>) {
        tokens = ConditionLexer.tokens(of: text)
        end = text.place.moved(by: text.value.unicodeScalars.count)
    }

    /// One alternative of `when`, or nil with faults.
    static func parse(
        _ text: Located<String>, scope: RulePackContents.Scope, into diagnostics: inout [Diagnostic]
    ) -> Condition? {
        if let rest = remainder(of: text, after: "text:") {
            return parse(rest, scope: .text, into: &diagnostics)
        }
        if let rest = remainder(of: text, after: "fact:") {
            return parseComparison(rest, into: &diagnostics)
        }
        var parser = ConditionParser(text)
        let slots = parser.slots()
        diagnostics += parser.diagnostics
        guard parser.diagnostics.isEmpty else { return nil }
        let demanded = slots.filter { !$0.isAbsent }.count
        if demanded == 0 || demanded > slotLimit {
            let message =
                demanded == 0
                ? "every term is negated: nothing could be shown as evidence"
                : "\(demanded) terms are joined, \(slotLimit) are allowed"
            diagnostics.append(Diagnostic(.impossibleCondition, message, at: text.place))
            return nil
        }
        return Condition(body: .together(scope: scope, slots: slots), place: text.place)
    }

    /// A comparison of a fact, which may be joined with terms by '+'.
    private static func parseComparison(
        _ text: Located<String>, into diagnostics: inout [Diagnostic]
    ) -> Condition? {
        let parts = text.value.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
        let head = Located(String(parts.first ?? ""), at: text.place)
        guard let test = FactTestParser.parse(head, into: &diagnostics) else { return nil }
        guard parts.count > 1 else { return Condition(body: .fact(test, with: []), place: text.place) }
        let start = text.place.moved(by: parts[0].unicodeScalars.count + 1)
        let rest = Located(String(parts[1]), at: start)
        guard let condition = parse(rest, scope: .text, into: &diagnostics) else { return nil }
        guard case .together(_, let slots) = condition.body, !rest.value.contains(":") else {
            diagnostics.append(
                Diagnostic(
                    .conditionSyntax, "only terms can be joined with a comparison", at: start,
                    help: "write 'fact: money per-month > 3x usual + easy | anyone'"))
            return nil
        }
        return Condition(body: .fact(test, with: slots), place: text.place)
    }

    /// One item of `unless`, or nil with faults.
    static func parseException(
        _ text: Located<String>, inText: Bool, into diagnostics: inout [Diagnostic]
    ) -> Exception? {
        if let rest = remainder(of: text, after: "text:") {
            return parseException(rest, inText: true, into: &diagnostics)
        }
        if !inText, text.value == "no" { return Exception(kind: .negation, place: text.place) }
        if !inText, text.value == "question" { return Exception(kind: .question, place: text.place) }
        var parser = ConditionParser(text)
        let slots = parser.slots()
        diagnostics += parser.diagnostics
        guard parser.diagnostics.isEmpty else { return nil }
        guard slots.count == 1, !slots[0].isAbsent else {
            diagnostics.append(
                Diagnostic(
                    .conditionSyntax, "an item of 'unless' is one term, or terms joined by '|'",
                    at: text.place,
                    help: "write each concept as an item of its own"))
            return nil
        }
        return Exception(
            kind: inText ? .inText(slots[0].terms) : .inClause(slots[0].terms), place: text.place)
    }

    /// What follows a prefix such as `text:`, with its place.
    private static func remainder(of text: Located<String>, after prefix: String) -> Located<String>? {
        guard text.value.hasPrefix(prefix) else { return nil }
        return Located(
            String(text.value.dropFirst(prefix.count)), at: text.place.moved(by: prefix.unicodeScalars.count))
    }

    // MARK: Grammar

    private var token: ConditionToken? { next < tokens.count ? tokens[next].value : nil }

    private var place: Place { next < tokens.count ? tokens[next].place : end }

    private mutating func slots() -> [Condition.Slot] {
        var slots = chain()
        while diagnostics.isEmpty, next < tokens.count {
            guard token == .plus else {
                fail("'\(spelled(token))' is not expected here")
                break
            }
            next += 1
            slots += chain()
        }
        return slots
    }

    /// Slots linked by `>` and `~N`.
    private mutating func chain() -> [Condition.Slot] {
        var slots = [slot(link: .none)]
        while diagnostics.isEmpty {
            let linkPlace = place
            switch token {
            case .after?:
                next += 1
                slots.append(slot(link: .after))
            case .within(let words)?:
                next += 1
                slots.append(slot(link: .within(words)))
            default: return slots
            }
            if slots.contains(where: { $0.isAbsent }) {
                diagnostics.append(
                    Diagnostic(
                        .conditionSyntax, "'not' can't be ordered or measured", at: linkPlace,
                        help: "join it with '+': it holds for the whole clause"))
            }
        }
        return slots
    }

    private mutating func slot(link: RulePackContents.Slot.Link) -> Condition.Slot {
        let isAbsent = token == .not
        if isAbsent { next += 1 }
        var terms: [Located<String>] = []
        repeat {
            if token == .bar { next += 1 }
            guard case .term(let name)? = token else {
                if token == .not {
                    fail("'not' stands beside '|'", help: "write '+ not a + not b': 'not' binds one term")
                } else {
                    fail(
                        next < tokens.count
                            ? "'\(spelled(token))' stands where a term is needed" : "a term is missing")
                }
                break
            }
            terms.append(Located(name, at: place))
            next += 1
            if isAbsent, token == .bar {
                fail("'not' stands beside '|'", help: "write '+ not a + not b': 'not' binds one term")
                break
            }
        } while token == .bar
        return Condition.Slot(terms: terms, link: link, isAbsent: isAbsent)
    }

    private mutating func fail(_ message: String, help: String? = nil) {
        guard diagnostics.isEmpty else { return }
        diagnostics.append(Diagnostic(.conditionSyntax, message, at: place, help: help))
    }

    private func spelled(_ token: ConditionToken?) -> String {
        switch token {
        case .term(let name)?: name
        case .plus?: "+"
        case .bar?: "|"
        case .after?: ">"
        case .not?: "not"
        case .within(let words)?: "~\(words)"
        case .stray(let text)?: text
        case nil: ""
        }
    }
}

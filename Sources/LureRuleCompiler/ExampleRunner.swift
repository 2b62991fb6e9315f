public import LureScreen

/// Runs examples of rules and recipes through a screener.
public struct ExampleRunner: Sendable {
    let screener: Screener

    public init(screener: Screener) { self.screener = screener }

    /// What an example shows instead of what it should, or nil, also if the variant does not change it.
    public func failure(of example: RuleExample, as variant: ExampleVariant = .asWritten) -> String? {
        guard !example.exempt.contains(variant),
            let (text, marks) = variant.apply(
                to: example.text, marks: example.marks, language: example.language)
        else { return nil }
        let assessment = screener.assess(text)
        let found: String?
        if example.isRecipe {
            let met = assessment.recipes.contains { screener.pack.recipe($0.recipe).id == example.rule }
            found = met == example.shouldMatch ? nil : met ? "is met" : "is not met"
        } else {
            found = difference(of: example, marks, text, in: assessment)
        }
        guard let found else { return nil }
        let form = variant == .asWritten ? "" : " [\(variant.rawValue)]"
        return "\(example.file):\(example.line): \(example.rule) \(found)\(form)"
    }

    private func difference(
        of example: RuleExample, _ marks: [Range<Int>], _ text: String, in assessment: Assessment
    ) -> String? {
        let finding = assessment.findings.first { screener.pack.rule($0.rule).id == example.rule }
        let spans = (finding?.evidence ?? []).map { Int($0.utf8.start)..<Int($0.utf8.end) }
            .sorted { $0.lowerBound < $1.lowerBound }
        guard example.shouldMatch else {
            return finding == nil ? nil : "should not fire but does on " + quoted(spans, text)
        }
        guard finding != nil else { return "should fire on \(quoted(marks, text)) but does not" }
        if spans == marks || joined(spans, text) == joined(marks, text) { return nil }
        return "should fire on \(quoted(marks, text)) but fires on \(quoted(spans, text))"
    }

    /// Spans with nothing but signs between them taken together: in a disguise white space may be signs.
    private func joined(_ spans: [Range<Int>], _ text: String) -> [Range<Int>] {
        let bytes = Array(text.utf8)
        var result: [Range<Int>] = []
        for span in spans {
            if let last = result.last, last.upperBound <= span.lowerBound,
                !String(decoding: bytes[last.upperBound..<span.lowerBound], as: UTF8.self)
                    .contains(where: { $0.isLetter || $0.isNumber })
            {
                result[result.count - 1] = last.lowerBound..<span.upperBound
            } else {
                result.append(span)
            }
        }
        return result
    }

    private func quoted(_ spans: [Range<Int>], _ text: String) -> String {
        let bytes = Array(text.utf8)
        return spans.map { "«" + String(decoding: bytes[$0], as: UTF8.self) + "»" }.joined(separator: " ")
    }
}

import LurePatterns
import LureText
import Testing

@Suite("Expressions")
struct RegexTests {
    @Test(
        "an expression finds its first match, with Unicode classes",
        arguments: [
            (#"cross(ing)? the \w+ at night"#, "we «cross the border at night» and cross the river at night"),
            (#"\bкурьер\w*\b"#, "нужны «курьеры» сегодня"),
            (#"\d{2,}\s*(usd|\$)"#, "pay ٣٠ «40 usd»"),
            (#"过境.{0,4}小路"#, "晚上«过境走小路»"),
            (#"(?<=tg )\S+"#, "tg «name»"),
            (#"x*"#, "abc"),
            (#"^late"#, "too late"),
        ])
    func firstMatch(_ source: String, _ marked: String) {
        let text = marked.filter { $0 != "«" && $0 != "»" }
        let expected: RegexOutcome =
            marked == text ? .none : .match(span(of: marked))

        #expect(outcome(source, text) == expected)
    }

    @Test("what stands before the start is seen, but no match starts there")
    func startOffset() {
        #expect(outcome("a", "aba", from: 1) == .match(TextSpan(start: 2, end: 3)))
        #expect(outcome("(?<=a)b", "ab", from: 1) == .match(TextSpan(start: 1, end: 2)))
        #expect(outcome("^b", "ab", from: 1) == .none)
        #expect(outcome("a", "a", from: 1) == .none)
        #expect(outcome("é", "éé", from: 3) == .match(TextSpan(start: 2, end: 4)))
        #expect(outcome("a", "a", from: 2) == .notEvaluated(.invalidRequest))
        #expect(outcome("a", "") == .none)
    }

    @Test("endless backtracking ends at the limit and says so")
    func matchLimit() {
        let text = String(repeating: "a", count: 400) + "!"

        #expect(outcome("(a+)+$", text) == .notEvaluated(.matchLimit))
        #expect(outcome("(?:a|a)*[bc]", text) == .notEvaluated(.matchLimit))
        // Without machine code it is the depth or the memory that runs out.
        #expect(isLimit(outcome("(*NO_JIT)(a+)+$", text)))
    }

    @Test("a search that needs more stack or memory than it is given says so")
    func memoryLimits() {
        var limits = RegexLimits()
        limits.stackBytes = 32 << 10
        limits.heapKibibytes = 20
        limits.matches = .max
        limits.depth = .max
        let text = String(repeating: "ab", count: 30_000)

        #expect(isLimit(outcome("(?:(a)(b)|c)*[de]", text, limits: limits)))
        #expect(outcome("(*NO_JIT)(?:(a)(b)|c)*[de]", text, limits: limits) == .notEvaluated(.heapLimit))
        limits.depth = 50
        limits.heapKibibytes = 20_000
        #expect(outcome("(*NO_JIT)(?:(a)(b)|c)*[de]", text, limits: limits) == .notEvaluated(.depthLimit))
    }

    @Test("an expression that does not compile is a fault with a place, and is never silent")
    func faults() throws {
        let fault = try #require(RegexSet.fault(in: "(training|course fee"))

        #expect(fault.offset == 20)
        #expect(fault.message.contains("parenthesis"))
        #expect(RegexSet.fault(in: "(training|course) fee") == nil)
        #expect(RegexSet.fault(in: #"\C"#) != nil)
        #expect(outcome("(training|course fee", "any") == .notEvaluated(.doesNotCompile(fault)))
    }

    @Test("an index that no pattern has is refused")
    func unknownIndex() {
        var scratch = RegexScratch(RegexSet([]))
        let text = Array("a".utf8)

        let outcome = text.withUnsafeBufferPointer { scratch.match(0, in: $0) }

        #expect(outcome == .notEvaluated(.invalidRequest))
    }

    @Test("a match is the same whether the search starts at the first literal or at the beginning")
    func literalStart() throws {
        var generator = SeededGenerator(state: 11)
        let words = ["cross", "the", "border", "crossing", "at", "night", "小路", "过境", "граница", ",", "we"]
        let patterns = [
            RegexPattern(source: #"cross(ing)? the \w+"#, literals: ["cross"]),
            RegexPattern(source: #"(过境|границ\w+).{0,9}night"#, literals: ["过境", "границ"]),
            RegexPattern(source: #"(?<!we )border at"#, literals: ["border"]),
        ]
        var scratch = RegexScratch(RegexSet(patterns))
        var found = 0
        for _ in 0..<3000 {
            let text = (0..<9).compactMap { _ in words.randomElement(using: &generator) }.joined(
                separator: " ")
            for (index, pattern) in patterns.enumerated() {
                let literals = pattern.literals.map {
                    Literal(bytes: Array($0.utf8), boundary: .stem, value: 0)
                }
                let first = NaiveMatcher(literals: literals).hits(in: text).first?.span.start
                let whole = outcome(pattern.source, text)
                let bytes = Array(text.utf8)
                let fast = bytes.withUnsafeBufferPointer { buffer in
                    first.map { scratch.match(index, in: buffer, from: Int($0)) } ?? .none
                }
                try #require(fast == whole, "\(pattern.source) in \(text)")
                if whole != .none { found += 1 }
            }
        }
        #expect(found > 200)
    }

    private func outcome(
        _ source: String, _ text: String, from start: Int = 0, limits: RegexLimits = RegexLimits()
    ) -> RegexOutcome {
        var scratch = RegexScratch(RegexSet([RegexPattern(source: source)]), limits: limits)
        return Array(text.utf8).withUnsafeBufferPointer { scratch.match(0, in: $0, from: start) }
    }

    private func isLimit(_ outcome: RegexOutcome) -> Bool {
        switch outcome {
        case .notEvaluated(.matchLimit), .notEvaluated(.heapLimit), .notEvaluated(.depthLimit),
            .notEvaluated(.stackLimit):
            true
        default: false
        }
    }

    private func span(of marked: String) -> TextSpan {
        let parts = marked.split(separator: "«", omittingEmptySubsequences: false)
        let start = parts[0].utf8.count
        let length = parts[1].split(separator: "»", omittingEmptySubsequences: false)[0].utf8.count
        return TextSpan(start: UInt32(start), end: UInt32(start + length))
    }
}

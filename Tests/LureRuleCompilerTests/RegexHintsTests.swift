import Testing

@testable import LureRuleCompiler

@Suite("Hints in expressions")
struct RegexHintsTests {
    @Test(
        "a look at the first letter stands before a boundary of plain words",
        arguments: [
            (#"x[^.]{0,9}\b(?:visa|iqama)\b"#, #"x[^.]{0,9}(?=[iv])\b(?:visa|iqama)\b"#),
            (#"x \b(a(b|c)|d1?) y"#, #"x (?=[ad])\b(a(b|c)|d1?) y"#),
            (#"x\bsaya\b"#, #"x(?=[s])\bsaya\b"#),
            (#"x[)\]]\b(?:[|]|y)"#, #"x[)\]]\b(?:[|]|y)"#),
        ])
    func hinted(_ pattern: String, _ expected: String) {
        #expect(RegexHints.hinted(pattern) == expected)
    }

    @Test(
        "everything else stays as it is",
        arguments: [
            #"\b(?:visa|iqama)\b"#, #"x\b(?:visa|)"#, #"x\b(?:visa|i?qama)"#, #"x\b(?:visa)?"#,
            #"x\b(?=visa)"#,
            #"x\b\w+"#, #"x\b(?:виза|visa)"#, #"x[\b(a)]"#, #"x\\b(a)"#, #"x\b"#, #"x\b("#, "",
        ])
    func unchanged(_ pattern: String) { #expect(RegexHints.hinted(pattern) == pattern) }
}

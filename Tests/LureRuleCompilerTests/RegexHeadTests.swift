import Testing

@testable import LureRuleCompiler

@Suite("What expressions begin with")
struct RegexHeadTests {
    @Test(
        "whole words between bars are read off",
        arguments: [#"\b(?:hi|good day)\b[^.]{0,9}x"#, #"\b(?:hi|good day)\b"#])
    func plainHead(_ pattern: String) throws {
        let head = try #require(RegexHead(pattern))

        #expect(head.contains("hi"))
        #expect(head.contains("good day"))
        #expect(!head.contains("good"))
    }

    @Test(
        "anything else has no plain head",
        arguments: [
            #"(?:hi|hey)\b"#, #"\b(?:hi|hey) you"#, #"\b(?:hi|hey?)\b"#, #"\b(?:a (?:b|c)|d)\b"#, #"\bhi\b"#,
            "",
        ])
    func noHead(_ pattern: String) { #expect(RegexHead(pattern) == nil) }

    @Test("literals must name every word for matches to begin with whole ones")
    func named() throws {
        let head = try #require(RegexHead(#"\b(?:job|jobs)\b"#))

        #expect(head.isNamed(by: ["jobs", "job"]))
        #expect(!head.isNamed(by: ["job"]))
    }
}

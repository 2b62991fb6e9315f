import Foundation
import LureScreen
import Testing

private let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// One text with a place for a word that names people.
struct SwapCase: CustomTestStringConvertible, Sendable {
    let language: String
    let kind: String
    let text: String

    var testDescription: String { "\(language) \(kind)" }

    static let all: [SwapCase] = {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/people-swap.tsv")
        let lines = ((try? String(contentsOf: path, encoding: .utf8)) ?? "").split(separator: "\n")
        return lines.filter { !$0.hasPrefix("#") }.map { line in
            let fields = line.split(separator: "\t").map(String.init)
            return SwapCase(language: fields[0], kind: fields[1], text: fields[2])
        }
    }()

    /// Words for peoples and believers in the language, as rules/people-words/README.md says they are written.
    func words() throws -> [String] {
        let file = language.hasPrefix("zh") ? "zh" : language
        let path = root.appendingPathComponent("rules/people-words/\(file).txt")
        let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init)
        return lines.filter { !$0.hasPrefix("#") && !$0.hasPrefix("!") }.flatMap { line in
            // By scalars: a mark after "|" would be one character with it.
            let parts = line.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false).map(
                String.init)
            let forms = parts.count == 1 ? parts : parts.dropFirst().map { parts[0] + $0 }
            return forms.filter { !$0.isEmpty }
        }
    }
}

@Test(
    "swapping the nationality, ethnicity or religion of people changes neither risk nor band",
    arguments: SwapCase.all)
func swap(_ example: SwapCase) throws {
    let screener = try Screener()
    let words = try example.words()
    #expect(words.count >= 40)
    let verdicts = words.map { word in
        let assessment = screener.assess(example.text.replacing("{people}", with: word))
        return (word, assessment.risk, assessment.band, assessment.kind)
    }

    let first = try #require(verdicts.first)
    let moved = verdicts.filter { $0.1 != first.1 || $0.2 != first.2 || $0.3 != first.3 }
    #expect(moved.map(\.0) == [], "against \(first.0)")
}

@Test("the swap cases cover honest texts and lures in at least twelve languages")
func coverage() {
    let pairs = Set(SwapCase.all.map { "\($0.language) \($0.kind)" })

    #expect(Set(SwapCase.all.map(\.language)).count >= 12)
    #expect(pairs.count == SwapCase.all.count)
}

import Foundation
import LurePatterns
import LureText
import Testing

@Suite("Literals in real texts")
struct RealTextTests {
    static let languages = [
        "en", "zh-Hans", "zh-Hant", "vi", "th", "id", "ms", "tl", "km", "hi", "hi-Latn", "ru", "ja", "ko",
    ]

    @Test("pieces of training texts are found exactly where a naive search finds them", arguments: languages)
    func pieces(_ language: String) throws {
        var generator = SeededGenerator(state: 77)
        let texts = try Self.texts(language)
        let literals = (0..<160).compactMap { index in
            texts.randomElement(using: &generator).flatMap {
                Self.piece(of: $0, value: UInt32(index), &generator)
            }
        }
        let automaton = try LiteralAutomaton(ByteRegion(copying: LiteralAutomaton.build(literals)))
        let naive = NaiveMatcher(literals: literals)
        var found = 0
        for text in texts.shuffled(using: &generator).prefix(14) {
            let hits = automatonHits(automaton, in: Array(text.utf8))
            let expected = naive.hits(in: text)
            try #require(hits == expected, "\(text)")
            found += hits.count
        }
        #expect(found > 40)
    }

    @Test(
        "a megabyte of one character is searched through, with a bounded number of hits at each place",
        arguments: ["a", " ", "가", "ก", "招", "و", "🔥", "@"])
    func monotonous(_ character: String) throws {
        let count = (1 << 20) / character.utf8.count
        let literals = (1...12).map { length in
            let form = String(repeating: character, count: length * 4)
            return Literal(bytes: Array(form.utf8), boundary: .stem, value: UInt32(length))
        }

        let hits = try automatonHits(literals, in: String(repeating: character, count: count))

        #expect(hits.count <= 12 * count)
        let isFoundEverywhere = !["a", " ", "و"].contains(character)
        #expect(isFoundEverywhere == (hits.count > count))
    }

    /// Folded texts of one language.
    private static func texts(_ language: String) throws -> [String] {
        struct Row: Decodable { let text: String }
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../training-data/\(language).jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
            let text = try JSONDecoder().decode(Row.self, from: Data($0.utf8)).text
            return String(decoding: Folder().fold(text).bytes, as: UTF8.self)
        }
    }

    /// One to ten scalars from anywhere in a text, half of the time from the start of a word.
    private static func piece(of text: String, value: UInt32, _ generator: inout SeededGenerator) -> Literal?
    {
        let scalars = Array(text.unicodeScalars)
        var start = Int.random(in: 0..<scalars.count, using: &generator)
        if Bool.random(using: &generator) {
            while start > 0, scalars[start - 1] != " " { start -= 1 }
        }
        let end = min(scalars.count, start + Int.random(in: 1...10, using: &generator))
        guard scalars[start].value > 0x20 else { return nil }
        var piece = String.UnicodeScalarView()
        piece.append(contentsOf: scalars[start..<end])
        return Literal(
            bytes: Array(String(piece).utf8), boundary: Boundary.allCases[Int(value) % 2], value: value)
    }
}

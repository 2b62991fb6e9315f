import LurePatterns
import LureText
import Testing

@Suite("Literals against a naive search")
struct LiteralPropertyTests {
    struct Alphabet: Sendable, CustomTestStringConvertible {
        let letters: [Character]
        var testDescription: String { String(letters) }

        init(_ letters: String) { self.letters = Array(letters) }

        /// A word that does not begin with a space.
        func form<G: RandomNumberGenerator>(_ generator: inout G) -> String {
            let form = word(1...6, &generator)
            return form.first == " " ? form.replacing(" ", with: String(letters[0])) : form
        }

        func word<G: RandomNumberGenerator>(_ lengths: ClosedRange<Int>, _ generator: inout G) -> String {
            let length = Int.random(in: lengths, using: &generator)
            return String(
                (0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
        }
    }

    static let alphabets = [
        Alphabet("ab "), Alphabet("ab1@ $"), Alphabet("招聘tg1 "), Alphabet("กาำลิ a"), Alphabet("가나다a "),
        Alphabet("والبكلف ع"), Alphabet("የበስለእንደራ "), Alphabet("पाी स"), Alphabet("аб -'"), Alphabet("ぁ一ー加3🔥a"),
        Alphabet("ខ្ចម្a "), Alphabet("မြန်a "), Alphabet("été ñ"),
    ]

    @Test("random literals are found exactly where a naive search finds them", arguments: alphabets)
    func agrees(_ alphabet: Alphabet) throws {
        var generator = SeededGenerator(state: 20_250_601)
        for round in 0..<60 {
            let literals = (0..<Int.random(in: 1...24, using: &generator)).map { index in
                Literal(
                    bytes: Array(alphabet.form(&generator).utf8),
                    boundary: Boundary.allCases[
                        Int.random(in: 0..<(round % 2 == 0 ? 2 : 3), using: &generator)],
                    value: UInt32(index / 2))
            }
            let naive = NaiveMatcher(literals: literals)
            let automaton = try LiteralAutomaton(ByteRegion(copying: LiteralAutomaton.build(literals)))
            for _ in 0..<6 {
                let text = alphabet.word(0...80, &generator)
                let hits = automatonHits(automaton, in: Array(text.utf8))
                let agrees = hits == naive.hits(in: text)
                try #require(
                    agrees,
                    "\(literals.map { ($0.boundary, String(decoding: $0.bytes, as: UTF8.self)) }) in \(text)")
            }
        }
    }

    @Test(
        "more places and ends than are looked at side by side, and texts with NUL, are searched as well",
        arguments: ["กข", "กข\0", "ab ", "ab\0 "])
    func manyAtOnce(_ letters: String) throws {
        var generator = SeededGenerator(state: 64)
        let forms = Alphabet(letters.replacing("\0", with: "").replacing(" ", with: ""))
        let literals = (0..<40).map { index in
            Literal(
                bytes: Array(forms.word(1...4, &generator).utf8), boundary: index % 2 == 0 ? .word : .stem,
                value: UInt32(index))
        }
        let naive = NaiveMatcher(literals: literals)
        let automaton = try LiteralAutomaton(ByteRegion(copying: LiteralAutomaton.build(literals)))

        for length in [63, 64, 65, 400] {
            let text = Alphabet(letters).word(length...length, &generator)

            #expect(automatonHits(automaton, in: Array(text.utf8)) == naive.hits(in: text))
        }
    }

    @Test("the order of literals does not change the bytes")
    func determinism() {
        var generator = SeededGenerator(state: 5)
        let alphabet = Alphabet("abc 招聘가나")
        let literals = (0..<800).map { _ in
            Literal(
                bytes: Array(alphabet.word(1...9, &generator).utf8),
                boundary: Boundary.allCases.randomElement(using: &generator) ?? .word,
                value: UInt32.random(in: 0...9, using: &generator))
        }

        let image = LiteralAutomaton.build(literals)

        #expect(image.count % 8 == 0)
        for _ in 0..<5 { #expect(LiteralAutomaton.build(literals.shuffled(using: &generator)) == image) }
    }

    @Test("forms longer than a tail and texts shorter than a form are handled")
    func lengths() throws {
        let long = String(repeating: "a", count: 3000)
        let literals = [
            Literal(bytes: Array(long.utf8), boundary: .word, value: 1),
            Literal(bytes: Array((long + "b").utf8), boundary: .word, value: 2),
            Literal(bytes: Array(String(repeating: "z", count: 5000).utf8), boundary: .word, value: 3),
        ]

        #expect(try automatonHits(literals, in: long).map(\.value) == [1])
        #expect(try automatonHits(literals, in: long + "b").map(\.value) == [2])
        #expect(try automatonHits(literals, in: String(long.dropLast())).isEmpty)
        #expect(try automatonHits(literals, in: String(repeating: "z", count: 5000)).isEmpty)
    }
}

import LurePatterns
import LureText
import Testing

@Suite("Opening compiled literals")
struct LiteralLoaderTests {
    static let literals = ["job", "jobs abroad", "visa", "加tg", "招聘", "고수익", "عمل", "/bulan", "e"]
        .enumerated()
        .flatMap { index, form in
            Boundary.allCases.map { Literal(bytes: Array(form.utf8), boundary: $0, value: UInt32(index)) }
        }
    static let text = Array("Jobs abroad: job, visa 加tg招聘 고수익 والعمل 5jt/bulan".lowercased().utf8)

    @Test("any change to the bytes is refused or gives an automaton that does no harm")
    func mutations() throws {
        let image = LiteralAutomaton.build(Self.literals)
        let good = try LiteralAutomaton(ByteRegion(copying: image))
        let expected = automatonHits(good, in: Self.text)
        var generator = SeededGenerator(state: 99)
        var refused = 0
        var opened = 0
        for _ in 0..<6000 {
            let region = ByteRegion(copying: mutated(image, &generator))
            do throws(PackError) {
                let automaton = try LiteralAutomaton(region)
                let hits = automatonHits(automaton, in: Self.text)
                #expect(
                    hits.allSatisfy { Int($0.span.end) <= Self.text.count && $0.span.start <= $0.span.end })
                opened += 1
            } catch {
                #expect(error.offset >= 0)
                refused += 1
            }
        }
        #expect(expected.count == 9)
        #expect(refused > 500)
        #expect(opened > 500)
    }

    @Test("any bytes as text do no harm")
    func anyText() throws {
        let automaton = try LiteralAutomaton(ByteRegion(copying: LiteralAutomaton.build(Self.literals)))
        var generator = SeededGenerator(state: 3)
        for _ in 0..<3000 {
            var text = Self.text
            for _ in 0..<12 {
                text[Int.random(in: 0..<text.count, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            text.removeLast(Int.random(in: 0..<text.count, using: &generator))
            let hits = automatonHits(automaton, in: text)
            #expect(hits.allSatisfy { Int($0.span.end) <= text.count })
        }
    }

    @Test("a root that leads nowhere finds nothing")
    func emptyRoots() throws {
        var image = LiteralAutomaton.build(Self.literals)
        // Kinds and values of both roots, whose words are the header's seventh and eighth.
        for root in [24, 28] { image[root + 1] &= 0xFC }

        let automaton = try LiteralAutomaton(ByteRegion(copying: image))

        #expect(automatonHits(automaton, in: Self.text).isEmpty)
        #expect(automatonHits(automaton, in: Array("job 🔥 job".utf8)).isEmpty)
    }

    @Test("the cause names what is wrong")
    func causes() {
        let image = LiteralAutomaton.build(Self.literals)
        #expect(cause([]) == .truncated(offset: 0))
        #expect(cause(Array(image.dropLast(8))) == .truncated(offset: image.count - 8))
        #expect(cause([0] + image.dropFirst()) == .wrongSignature(offset: 0))
        #expect(cause(image.prefix(4) + [9] + image.dropFirst(5)) == .unsupportedVersion(9, offset: 4))
    }

    private func cause(_ bytes: some Sequence<UInt8>) -> PackError? {
        do throws(PackError) {
            _ = try LiteralAutomaton(ByteRegion(copying: Array(bytes)))
            return nil
        } catch {
            return error
        }
    }

    /// One to four changed bytes, half of them in the header or the used units, or a cut.
    private func mutated(_ image: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = image
        for _ in 0...Int.random(in: 0...3, using: &generator) {
            let place =
                Bool.random(using: &generator)
                ? Int.random(in: 8256..<image.count, using: &generator)
                : Int.random(in: 0..<64, using: &generator)
            bytes[place] = UInt8.random(in: 0...255, using: &generator)
        }
        if Int.random(in: 0..<10, using: &generator) == 0 {
            bytes.removeLast(Int.random(in: 0..<image.count, using: &generator))
        }
        return bytes
    }
}

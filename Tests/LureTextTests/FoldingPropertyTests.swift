import Testing

@testable import LureText

@Suite("Folding, whatever the bytes")
struct FoldingPropertyTests {
    private static let cases: UInt64 = 10_000

    @Test("a folded text folds to itself")
    func idempotent() {
        for seed in 0..<Self.cases {
            let source = NastyText.make(seed)
            let once = Folder().folded(source)

            let twice = Folder().folded(once.bytes)

            if twice.bytes != once.bytes {
                Issue.record(
                    "seed \(seed): \(hex(source)) -> \(hex(once.bytes)) -> \(hex(twice.bytes))")
                return
            }
        }
    }

    @Test("folded bytes are well-formed UTF-8 without white space at the ends or doubled")
    func wellFormed() {
        for seed in 0..<Self.cases {
            let folded = Folder().folded(NastyText.make(seed)).bytes

            #expect(String(validating: folded, as: UTF8.self) != nil, "seed \(seed)")
            let spaces = folded.map { $0 == 0x20 || $0 == 0x0A }
            #expect(spaces.first != true && spaces.last != true, "seed \(seed)")
            #expect(!zip(spaces, spaces.dropFirst()).contains { $0 && $1 }, "seed \(seed)")
        }
    }

    @Test("every folded scalar leads to whole source scalars, in order")
    func spans() {
        for seed in 0..<Self.cases {
            let source = NastyText.make(seed)
            let folded = Folder().folded(source)
            let places = boundaries(of: source)
            var before = TextSpan(start: 0, end: 0)

            for (start, end) in scalars(of: folded.bytes) {
                let span = folded.map.sourceSpan(of: TextSpan(start: start, end: end))

                let fits =
                    span.count > 0 && places.contains(span.start) && places.contains(span.end)
                    && span.start >= before.start && span.end >= before.end
                if !fits {
                    Issue.record(
                        "seed \(seed): \(start)..<\(end) -> \(span) after \(before) in \(hex(source))")
                    return
                }
                before = span
            }
        }
    }

    @Test("what a span covers folds, alone, to what the span was taken for")
    func spansCover() {
        // Single scalars of text without marks that reach over neighbours.
        for seed in 0..<Self.cases {
            let source = NastyText.make(seed)
            let folded = Folder().folded(source)
            for (start, end) in scalars(of: folded.bytes) {
                let own = Array(folded.bytes[Int(start)..<Int(end)])
                let span = folded.map.sourceSpan(of: TextSpan(start: start, end: end))
                guard own != [0x20], own != [0x0A] else { continue }
                let again = Folder().folded(Array(source[Int(span.start)..<Int(span.end)])).bytes
                if !contains(again, own) {
                    Issue.record("seed \(seed): \(hex(own)) is not in the folding of \(span), \(hex(again))")
                    return
                }
            }
        }
    }

    @Test("a part and the whole agree", arguments: [1, 7, 8, 9, 2047, 2048, 2049, 4096])
    func bufferBorders(_ length: Int) {
        let source = [UInt8](repeating: 0x41, count: length) + Array("\u{301}Ж".utf8)

        let folded = Folder().folded(source)

        #expect(folded.bytes == [UInt8](repeating: 0x61, count: length) + Array("ж".utf8))
        let last = UInt32(length)
        #expect(
            folded.map.sourceSpan(of: TextSpan(start: last - 1, end: last))
                == TextSpan(start: last - 1, end: last + 2))
    }

    @Test(
        "a mebibyte of one thing makes output and map in proportion",
        arguments: [
            "\u{301}", "\u{3099}", "\u{E48}\u{E38}", "\u{200B}", "\u{34F}", "\u{FDFA}", "\u{11A8}", "がﾞ",
            "\u{93C}\u{94D}",
        ])
    func pathological(_ unit: String) {
        let small = Folder().folded(Array(repeating: Array(unit.utf8), count: 1000).flatMap { $0 })
        let count = 1_048_576 / unit.utf8.count

        let large = Folder().folded(Array(repeating: Array(unit.utf8), count: count).flatMap { $0 })

        #expect(large.bytes.count <= (small.bytes.count + 8) * (count / 1000 + 1))
        #expect(large.map.segments.count <= (small.map.segments.count + 8) * (count / 1000 + 1))
        #expect(Folder().folded(large.bytes).bytes == large.bytes)
    }

    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0, radix: 16) }.joined(separator: " ")
    }

    private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard bytes.count >= part.count else { return false }
        return (0...(bytes.count - part.count)).contains { Array(bytes[$0..<$0 + part.count]) == part }
    }

    private func boundaries(of bytes: [UInt8]) -> Set<UInt32> {
        Set(scalars(of: bytes).flatMap { [$0.0, $0.1] })
    }

    private func scalars(of bytes: [UInt8]) -> [(UInt32, UInt32)] {
        var found: [(UInt32, UInt32)] = []
        bytes.withUnsafeBufferPointer { buffer in
            var p = 0
            while p < buffer.count {
                let count = Scalars.decode(buffer, at: p).count
                found.append((UInt32(p), UInt32(p + count)))
                p += count
            }
        }
        return found
    }
}

import LurePatterns
import LureText

/// Finds literals by comparing each with each place: slow, and written apart from the automaton.
struct NaiveMatcher {
    let literals: [Literal]

    func hits(in text: String) -> [LiteralHit] {
        let marks = Self.marks(text)
        let bytes = Array(text.utf8)
        var found: Set<LiteralHit> = []
        for literal in literals {
            for index in marks.indices.dropLast() {
                let start = marks[index].offset
                let end = start + literal.bytes.count
                guard end <= bytes.count, bytes[start..<end].elementsEqual(literal.bytes),
                    let after = marks.firstIndex(where: { $0.offset == end }),
                    literal.boundary == .anywhere || mayStart(marks, at: index, literal),
                    literal.boundary != .word || mayEnd(marks, before: after)
                else { continue }
                found.insert(
                    LiteralHit(value: literal.value, span: TextSpan(start: UInt32(start), end: UInt32(end))))
            }
        }
        return found.sorted {
            ($0.span.start, $1.span.end, $0.value) < ($1.span.start, $0.span.end, $1.value)
        }
    }

    private enum Writing { case outside, spaced, unspaced, hangul }

    private struct Mark {
        var offset: Int
        var scalar: Unicode.Scalar
        var writing: Writing
    }

    /// One mark for each scalar and one, outside of words, for the end.
    private static func marks(_ text: String) -> [Mark] {
        var marks: [Mark] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            marks.append(Mark(offset: offset, scalar: scalar, writing: writing(scalar)))
            offset += UTF8.width(scalar)
        }
        marks.append(Mark(offset: offset, scalar: " ", writing: .outside))
        return marks
    }

    private static func writing(_ scalar: Unicode.Scalar) -> Writing {
        let properties = scalar.properties
        let isMark = [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory)
        guard properties.isAlphabetic || properties.numericType != nil || isMark else { return .outside }
        switch scalar {
        case "가"..."힣": return .hangul
        case "一"..."鿿", "ぁ"..."ヿ", "ก"..."๛", "ກ"..."ໟ", "က"..."႟", "ក"..."៿": return .unspaced
        default: return .spaced
        }
    }

    private func mayStart(_ marks: [Mark], at index: Int, _ literal: Literal) -> Bool {
        let here = marks[index].writing
        if here == .outside || here == .unspaced || index == 0 { return true }
        if marks[index - 1].writing != here { return true }
        if here == .hangul {
            let text = String(decoding: literal.bytes, as: UTF8.self)
            return text.unicodeScalars.filter { Self.writing($0) == .hangul }.count >= 3
        }
        return isBehindProclitic(marks, at: index)
    }

    private static let proclitics = [
        "ال", "و", "ف", "ب", "ك", "ک", "ل", "لل", "وال", "فال", "بال", "كال", "کال", "ول", "فل", "ولل", "فلل",
        "وب",
        "فب", "وك", "فك", "وک", "فک", "وبال", "فبال", "وكال", "فكال", "وکال", "فکال", "የ", "በ", "ለ", "ከ",
        "ስለ",
        "እንደ",
    ].map { Array($0.unicodeScalars) }

    private func isBehindProclitic(_ marks: [Mark], at index: Int) -> Bool {
        func isSameScript(_ scalar: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
            (0x600...0x6FF ~= scalar.value) == (0x600...0x6FF ~= other.value)
                && (0x1200...0x137F ~= scalar.value) == (0x1200...0x137F ~= other.value)
        }
        return Self.proclitics.contains { proclitic in
            let start = index - proclitic.count
            guard start >= 0, start == 0 || marks[start - 1].writing != .spaced,
                isSameScript(marks[index].scalar, proclitic[0])
            else { return false }
            return marks[start..<index].map(\.scalar) == proclitic
        }
    }

    private func mayEnd(_ marks: [Mark], before after: Int) -> Bool {
        marks[after - 1].writing != .spaced || marks[after].writing != .spaced
    }
}

/// Random numbers that repeat: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Compiles, opens and searches.
func automatonHits(_ literals: [Literal], in text: String) throws -> [LiteralHit] {
    let automaton = try LiteralAutomaton(ByteRegion(copying: LiteralAutomaton.build(literals)))
    return automatonHits(automaton, in: Array(text.utf8))
}

func automatonHits(_ automaton: LiteralAutomaton, in bytes: [UInt8]) -> [LiteralHit] {
    var hits: [LiteralHit] = []
    bytes.withUnsafeBufferPointer { automaton.appendHits(in: $0, to: &hits) }
    return hits
}

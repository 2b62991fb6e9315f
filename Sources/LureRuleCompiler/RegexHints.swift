/// Makes expressions cheaper without changing what they match: before a word boundary that one of some words follows,
/// it is first asked whether the next letter is the first of one of these words. `[^.]{0,60}\b(?:visa|iqama)` tries 60
/// places, and a boundary of Unicode words costs more at each than a look at one letter.
struct RegexHints {
    private let pattern: [UInt8]

    static func hinted(_ pattern: String) -> String {
        var hints = RegexHints(pattern: Array(pattern.utf8))
        return String(decoding: hints.run(), as: UTF8.self)
    }

    private mutating func run() -> [UInt8] {
        var result: [UInt8] = []
        var place = 0
        while place < pattern.count {
            if place > 0, byte(place) == Self.escape, byte(place + 1) == UInt8(ascii: "b"),
                let letters = firstLetters(at: place + 2)
            {
                result += Array("(?=[".utf8) + letters.sorted() + Array("])".utf8)
            }
            let end = elementEnd(place)
            result += pattern[place..<end]
            place = end
        }
        return result
    }

    private static let escape = UInt8(ascii: "\\")

    /// 0 past the end.
    private func byte(_ place: Int) -> UInt8 { place < pattern.count ? pattern[place] : 0 }

    /// Past the escape, the class of characters or the single byte at `place`.
    private func elementEnd(_ place: Int) -> Int {
        if byte(place) == Self.escape { return min(place + 2, pattern.count) }
        guard byte(place) == UInt8(ascii: "[") else { return place + 1 }
        // A bracket that comes first stands for itself.
        var end = place + (byte(place + 1) == UInt8(ascii: "^") ? 2 : 1)
        if byte(end) == UInt8(ascii: "]") { end += 1 }
        while end < pattern.count, byte(end) != UInt8(ascii: "]") {
            end += byte(end) == Self.escape ? 2 : 1
        }
        return min(end + 1, pattern.count)
    }

    /// The first letters of the word, or of the words of the group, at `place`; nil if they are not plain.
    private func firstLetters(at place: Int) -> Set<UInt8>? {
        if byte(place) != UInt8(ascii: "(") { return letter(at: place).map { [$0] } }
        var place = place + 1
        if byte(place) == UInt8(ascii: "?") {
            guard byte(place + 1) == UInt8(ascii: ":") else { return nil }
            place += 2
        }
        guard let first = letter(at: place) else { return nil }
        var letters: Set<UInt8> = [first]
        var depth = 1
        while place < pattern.count {
            switch byte(place) {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "|") where depth == 1:
                guard let next = letter(at: place + 1) else { return nil }
                letters.insert(next)
            default: break
            }
            place = elementEnd(place)
            if depth == 0 { return isOptional(byte(place)) ? nil : letters }
        }
        return nil
    }

    /// The ASCII letter or digit at `place`, if it must be there.
    private func letter(at place: Int) -> UInt8? {
        let found = byte(place)
        guard (found | 0x20) &- 0x61 < 26 || found &- 0x30 < 10, !isOptional(byte(place + 1)) else {
            return nil
        }
        return found
    }

    /// Whether a quantifier may allow for nothing.
    private func isOptional(_ sign: UInt8) -> Bool { "?*{".utf8.contains(sign) }
}

/// Disguises of words of letters: Latin, Greek and Cyrillic, or, where a change needs no knowledge of letters, any.
enum Words {
    /// The text with words written anew.
    /// - Parameter write: gets a word's number, from 0, and its letters with their marks; nil leaves it.
    static func rewritten(
        _ text: String, _ write: (Int, [Unicode.Scalar]) -> [Unicode.Scalar]?
    ) -> String {
        var result = String.UnicodeScalarView()
        var word: [Unicode.Scalar] = []
        var count = 0
        func finish() {
            if word.isEmpty { return }
            // Very short words tell little, and letters of joined scripts come in long runs without spaces.
            if word.count >= 3 {
                result.append(contentsOf: write(count, word) ?? word)
                count += 1
            } else {
                result.append(contentsOf: word)
            }
            word.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            if Letters.isLetter(scalar) || (!word.isEmpty && isMark(scalar)) {
                word.append(scalar)
            } else {
                finish()
                result.append(scalar)
            }
        }
        finish()
        return String(result)
    }

    /// Every `step`-th single space as something else.
    static func respaced(_ text: String, every step: Int, with sign: String) -> String {
        var result = ""
        var count = 0
        for scalar in text.unicodeScalars {
            guard scalar == " " else {
                result.unicodeScalars.append(scalar)
                continue
            }
            count += 1
            result += count % step == 0 ? sign : " "
        }
        return result
    }

    /// Digits for the vowels that look like them, in words of four Latin letters or more.
    static func leet(_ word: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard word.count >= 4, word.allSatisfy(isPlain) else { return nil }
        let digits: [Unicode.Scalar: Unicode.Scalar] = ["a": "4", "e": "3", "i": "1", "o": "0"]
        return word.map { digits[$0] ?? $0 }
    }

    /// The last vowel of a word of four letters or more, four times.
    static func drawnOut(_ word: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard word.count >= 4, let place = word.lastIndex(where: { vowels.contains($0) }) else { return nil }
        return word[..<place] + [Unicode.Scalar](repeating: word[place], count: 4) + word[(place + 1)...]
    }

    /// A sign between all letters of a word of four or more that does not join.
    static func split(_ word: [Unicode.Scalar], _ sign: Unicode.Scalar) -> [Unicode.Scalar]? {
        guard word.count >= 4, word.allSatisfy(isAlphabetic) else { return nil }
        return Array(word.map { [$0] }.joined(separator: [sign]))
    }

    /// The second and third letter exchanged, in words of five letters or more.
    static func swapped(_ word: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard word.count >= 5, word.allSatisfy(isAlphabetic) else { return nil }
        var word = word
        word.swapAt(1, 2)
        return word
    }

    /// The third letter left out, in words of five letters or more.
    static func dropped(_ word: [Unicode.Scalar]) -> [Unicode.Scalar]? {
        guard word.count >= 5, word.allSatisfy(isAlphabetic) else { return nil }
        return Array(word[..<2]) + Array(word[3...])
    }

    private static let vowels = Set("aeiouyаеиоуыэюяAEIOUАЕИОУ".unicodeScalars)

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII }

    /// Letters of alphabets that stand singly: Latin, Greek, Cyrillic.
    private static func isAlphabetic(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x0530 || (0x1E00...0x1EFF).contains(scalar.value)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}

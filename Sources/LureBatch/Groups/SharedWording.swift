/// The words that near-duplicates have in common.
enum SharedWording {
    /// Longest wording told, in characters.
    private static let limit = 300

    /// Runs of the first text's words that three in four of all texts have too, with "…" for what lies between.
    /// - Parameter texts: folded texts, or beginnings of them.
    static func of(_ texts: [[UInt8]]) -> String {
        let worded = texts.map { words(of: String(decoding: $0, as: UTF8.self)) }
        guard let first = worded.first, first.count > 1 else { return worded.first?.first ?? "" }
        let pairs = worded.map { words in
            Set(zip(words, words.dropFirst()).map { Pair(first: $0, second: $1) })
        }
        var isShared = [Bool](repeating: false, count: first.count)
        for index in 1..<first.count {
            let pair = Pair(first: first[index - 1], second: first[index])
            if 4 * pairs.count(where: { $0.contains(pair) }) >= 3 * worded.count {
                isShared[index - 1] = true
                isShared[index] = true
            }
        }
        var wording = ""
        for index in first.indices where isShared[index] {
            if index > 0, !isShared[index - 1] {
                wording += wording.isEmpty ? "… " : " … "
            } else if !wording.isEmpty, !isUnspaced(first[index]) || !isUnspaced(first[index - 1]) {
                wording += " "
            }
            wording += first[index]
            if wording.count >= limit { return wording + " …" }
        }
        return wording
    }

    private struct Pair: Hashable {
        var first: String
        var second: String
    }

    /// What stands between spaces; in scripts without them, every character.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text {
            let isAlone = isUnspaced(String(character))
            if isAlone || character.isWhitespace {
                if !word.isEmpty { words.append(word) }
                word = ""
                if isAlone { words.append(String(character)) }
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// Thai, Lao, Burmese, Khmer, Kana, Han.
    private static func isUnspaced(_ word: String) -> Bool {
        switch word.unicodeScalars.first?.value ?? 0 {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF: true
        default: false
        }
    }
}

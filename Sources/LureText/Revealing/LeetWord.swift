/// Digits that stand for letters within a word.
///
/// Honest words with digits are many (amounts, models, chains, visas), so a digit counts as a letter only inside a
/// word, or at its beginning where no numeral can be meant.
enum LeetWord {
    /// Longer tokens are keys, hashes and addresses; in scalars.
    static let longest = 20

    /// The letter a digit or sign looks like; a one is an i here.
    static func letter(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 0x30: 0x6F  // o
        case 0x31: 0x69  // i
        case 0x33: 0x65  // e
        case 0x34: 0x61  // a
        case 0x35, 0x24: 0x73  // s
        case 0x37: 0x74  // t
        case 0x38: 0x62  // b
        case 0x39: 0x67  // g
        default: nil
        }
    }

    /// - Returns: whether anything was changed.
    static func undo(_ letters: inout [RevealedLetter]) -> Bool {
        guard isDisguise(letters) else { return false }
        return replace(&letters)
    }

    /// As `undo`, for letters that were set apart: there the spacing has given the disguise away.
    static func undoSpaced(_ letters: inout [RevealedLetter]) -> Bool { replace(&letters) }

    private static func replace(_ letters: inout [RevealedLetter]) -> Bool {
        let digits = letters.indices.filter {
            !ASCII.isLetter(letters[$0].scalar) && letter(letters[$0].scalar) != nil
        }
        for i in digits {
            guard let plain = letter(letters[i].scalar) else { continue }
            letters[i].scalar = letters[i].scalar == 0x31 ? one(at: i, letters) : plain
        }
        return !digits.isEmpty
    }

    /// Between consonants a one is an i, beside a vowel an l.
    private static func one(at i: Int, _ letters: [RevealedLetter]) -> UInt32 {
        func isVowel(_ j: Int) -> Bool {
            guard letters.indices.contains(j) else { return false }
            return ASCII.isVowel(letter(letters[j].scalar) ?? letters[j].scalar)
        }
        return isVowel(i - 1) || isVowel(i + 1) ? 0x6C : 0x69
    }

    private static func isDisguise(_ word: [RevealedLetter]) -> Bool {
        let count = word.count
        let digits = word.indices.filter { !ASCII.isLetter(word[$0].scalar) }
        guard count >= 3, let first = digits.first, let last = digits.last else { return false }
        guard count - digits.count >= max(2, digits.count),
            digits.allSatisfy({ letter(word[$0].scalar) != nil })
        else { return false }
        guard hasShortRuns(word), !HonestMixture.contains(word) else { return false }
        if first == 0 { return mayOpen(word) && (digits.count == 1 || last < count - 1) }
        // A number at the end counts things: "level3", "room5b"; a nought after letters does not.
        if last == count - 1 {
            return digits.count > 1 && first < count - 2 && !isDouble(word, digits)
                || isDouble(word, digits) && count >= 4 && digits.count == 2
                || word[last].scalar == 0x30 && count >= 4
        }
        if count == 3 { return word[first].scalar == 0x30 }
        if digits.count == 1 {
            if last == count - 2, first >= 3 { return word[first].scalar == 0x30 }
            if word[first].scalar == 0x34, first >= 3, count - 1 - last >= 3 { return false }  // "jobs4you"
        }
        return true
    }

    /// Both digits the same and side by side: "fr33".
    private static func isDouble(_ word: [RevealedLetter], _ digits: [Int]) -> Bool {
        digits.count == 2 && digits[1] == digits[0] + 1 && word[digits[0]].scalar == word[digits[1]].scalar
            && (word[digits[0]].scalar == 0x30 || word[digits[0]].scalar == 0x33)
    }

    /// No more than two digits in a row, and two only if they are the same.
    private static func hasShortRuns(_ word: [RevealedLetter]) -> Bool {
        var run = 0
        for i in word.indices {
            if ASCII.isDigit(word[i].scalar) {
                run += 1
                if run > 2 || (run == 2 && word[i].scalar != word[i - 1].scalar) { return false }
            } else {
                run = 0
            }
        }
        return true
    }

    /// Whether a digit at the beginning can only be a letter: a nought, or a vowel before consonants that begin no
    /// word ("1nvest", "4pply").
    private static func mayOpen(_ word: [RevealedLetter]) -> Bool {
        guard word.count >= 5 else { return false }
        let digit = word[0].scalar
        let second = word[1].scalar
        let third = word[2].scalar
        guard ASCII.isLetter(second), ASCII.isLetter(third) else { return false }
        if digit == 0x30 { return true }
        guard digit == 0x31 || digit == 0x33 || digit == 0x34, !ASCII.isVowel(second), !ASCII.isVowel(third)
        else { return false }
        if second == third { return true }
        switch third {
        case 0x6C, 0x72, 0x68, 0x77: return false  // l, r, h, w follow many consonants
        default: return second != 0x73 && second != 0x74 && second != 0x6B && second != 0x6D  // s, t, k, m
        }
    }
}

/// Words that honestly mix letters and digits a leet reading would change.
enum HonestMixture {
    private static let words: StaticString =
        " mp3 mp4 web3 b2b b2c c2c p2p o2o h2o co2 4g 5g trc20 erc20 bep20 covid19 h1b h2b l1a j1 k8s i18n s3 n95 usdt ps4 ps5 mt4 mt5 gpt4 gpt4o gpt3 h1n1 h5n1 5star 4star 3star 3x3 4x4 o365 iphone5s 1on1 one1one all1n1 "

    static func contains(_ word: [RevealedLetter]) -> Bool {
        words.withUTF8Buffer { list in
            var p = 0
            while p + word.count + 1 < list.count {
                if list[p] == 0x20, list[p + word.count + 1] == 0x20 {
                    var i = 0
                    while i < word.count, UInt32(list[p + 1 + i]) == word[i].scalar { i += 1 }
                    if i == word.count { return true }
                }
                p += 1
            }
            return false
        }
    }
}

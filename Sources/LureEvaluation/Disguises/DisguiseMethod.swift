import LureRuleCompiler

/// A way in which people write a text so that filters shall not read it, while people still can.
///
/// What examples of rules are tried in (`ExampleVariant`) is here too; the others go further: whole words are written
/// anew, and some lose what no folding can bring back (letters swapped or dropped).
public enum DisguiseMethod: String, CaseIterable, Sendable {
    case upperCase = "upper-case"
    case fullWidth = "full-width"
    case zeroWidth = "zero-width"
    case softHyphens = "soft-hyphens"
    case directionOverrides = "direction-overrides"
    case decomposed
    case withoutDiacritics = "no-diacritics"
    case otherChineseScript = "other-chinese-script"
    case halfWidthKana = "half-width-kana"
    case nativeDigits = "native-digits"
    case tatweel
    case lookAlikes = "look-alike-letter"
    case greekLookAlikes = "greek-look-alikes"
    case homoglyphMix = "homoglyph-mix"
    case mathLetters = "math-letters"
    case enclosedLetters = "enclosed-letters"
    case combiningMarks = "combining-marks"
    case leetspeak
    case repeatedLetters = "repeated-letters"
    case dotsInWords = "dots-in-words"
    case hyphensInWords = "hyphens-in-words"
    case letterSpaced = "letter-spaced"
    case punctuated = "signs-between-cjk"
    case lineBreaks = "line-breaks"
    case emojiAround = "emoji-around"
    case emojiBetweenWords = "emoji-between-words"
    case htmlEntities = "html-entities"
    case swappedLetters = "swapped-letters"
    case droppedLetters = "dropped-letters"

    /// For people.
    public var title: String {
        switch self {
        case .upperCase: "Upper case"
        case .fullWidth: "Full-width letters"
        case .zeroWidth: "Zero-width spaces between letters"
        case .softHyphens: "Soft hyphens between letters"
        case .directionOverrides: "Direction overrides around words"
        case .decomposed: "Decomposed letters (NFD)"
        case .withoutDiacritics: "No diacritics"
        case .otherChineseScript: "Traditional and simplified exchanged"
        case .halfWidthKana: "Half-width kana"
        case .nativeDigits: "Digits of the script"
        case .tatweel: "Tatweel in Arabic words"
        case .lookAlikes: "A Cyrillic or Latin look-alike in each word"
        case .greekLookAlikes: "Greek look-alikes"
        case .homoglyphMix: "Look-alikes of three scripts"
        case .mathLetters: "Mathematical letters"
        case .enclosedLetters: "Letters in circles"
        case .combiningMarks: "Combining marks on every letter"
        case .leetspeak: "Digits for letters"
        case .repeatedLetters: "A vowel drawn out"
        case .dotsInWords: "Dots in every third word"
        case .hyphensInWords: "Hyphens in every third word"
        case .letterSpaced: "Spaces between letters"
        case .punctuated: "Signs between Chinese, Japanese, Korean characters"
        case .lineBreaks: "Line breaks within phrases"
        case .emojiAround: "Emoji around the text"
        case .emojiBetweenWords: "Emoji between words"
        case .htmlEntities: "HTML entities"
        case .swappedLetters: "Two letters swapped in a word of ten"
        case .droppedLetters: "A letter dropped in a word of ten"
        }
    }

    /// Whether something of the text is lost, so that no folding can be expected to bring all of it back.
    public var losesLetters: Bool { self == .swappedLetters || self == .droppedLetters }

    /// The text in this disguise; nil if it leaves the text as it is.
    /// - Parameter language: BCP 47 tag, where known.
    public func apply(to text: String, language: String?) -> String? {
        if let variant {
            let language = language.map { $0.hasPrefix("zh") ? "zh" : $0 } ?? ""
            return variant.apply(to: text, marks: [], language: language)?.text
        }
        let written = rewritten(text)
        return Array(written.utf8) == Array(text.utf8) ? nil : written
    }

    private var variant: ExampleVariant? {
        switch self {
        case .upperCase: .upperCase
        case .fullWidth: .fullWidth
        case .zeroWidth: .zeroWidth
        case .decomposed: .decomposed
        case .emojiAround: .surroundedByEmoji
        case .lookAlikes: .lookAlikes
        case .letterSpaced: .letterSpaced
        case .punctuated: .punctuated
        case .withoutDiacritics: .withoutDiacritics
        case .otherChineseScript: .otherChineseScript
        default: nil
        }
    }

    private func rewritten(_ text: String) -> String {
        switch self {
        case .softHyphens: Letters.joined(text, with: "\u{AD}")
        case .tatweel: Letters.stretched(text)
        case .combiningMarks: Letters.marked(text)
        case .halfWidthKana, .nativeDigits, .greekLookAlikes, .homoglyphMix, .mathLetters, .enclosedLetters:
            Substitution.rewritten(text, self)
        case .htmlEntities: Letters.asEntities(text)
        case .leetspeak: Words.rewritten(text) { _, word in Words.leet(word) }
        case .repeatedLetters: Words.rewritten(text) { _, word in Words.drawnOut(word) }
        case .dotsInWords: Words.rewritten(text) { $0 % 3 == 0 ? Words.split($1, ".") : nil }
        case .hyphensInWords: Words.rewritten(text) { $0 % 3 == 0 ? Words.split($1, "-") : nil }
        case .directionOverrides: Words.rewritten(text) { ["\u{202D}"] + $1 + ["\u{202C}"] }
        case .swappedLetters: Words.rewritten(text) { $0 % 10 == 4 ? Words.swapped($1) : nil }
        case .droppedLetters: Words.rewritten(text) { $0 % 10 == 4 ? Words.dropped($1) : nil }
        case .lineBreaks: Words.respaced(text, every: 3, with: "\n")
        case .emojiBetweenWords: Words.respaced(text, every: 2, with: " 🔥 ")
        default: text
        }
    }
}

import Foundation

/// A way to write the same text so that it must still be read.
///
/// Marks move along with the text, so an example's exact spans are demanded in every variant.
public enum ExampleVariant: String, CaseIterable, Sendable {
    case asWritten = "as-written"
    case upperCase = "upper-case"
    case fullWidth = "full-width"
    case zeroWidth = "zero-width"
    case decomposed
    case surroundedByEmoji = "emoji"
    case lookAlikes = "look-alikes"
    case letterSpaced = "letter-spaced"
    case punctuated
    case withoutDiacritics = "no-diacritics"
    case otherChineseScript = "other-chinese-script"
    /// Between the halves of an honest offer.
    case buried

    /// The text of an example in this variant, with its marks moved; nil if the variant does not change it.
    public func apply(
        to text: String, marks: [Range<Int>], language: String
    ) -> (text: String, marks: [Range<Int>])? {
        if self == .asWritten { return (text, marks) }
        guard applies(to: language) else { return nil }
        if self == .buried { return Self.bury(text, marks, in: language) }
        let output = DisguisedText(text, marks: marks, as: self)
        // By scalars: Swift takes composed and decomposed letters for equal.
        let isChanged = !output.text.unicodeScalars.elementsEqual(text.unicodeScalars)
        return isChanged ? (output.text, output.marks) : nil
    }

    private static func bury(
        _ text: String, _ marks: [Range<Int>], in language: String
    ) -> (text: String, marks: [Range<Int>])? {
        guard let offer = HonestOffer.text(in: language) else { return nil }
        let opening = offer.opening + "\n"
        let shift = opening.utf8.count
        return (
            opening + text + "\n" + offer.closing,
            marks.map { $0.lowerBound + shift..<$0.upperBound + shift }
        )
    }

    private static let spacedLanguages = [
        "en", "zh", "vi", "th", "id", "ms", "tl", "hi-Latn", "ru", "ja", "ko", "lo", "mn", "sw", "fr", "es",
        "pt-BR",
    ]

    /// Words whose accents tell them apart stay as they are where people do type the accents.
    private func applies(to language: String) -> Bool {
        switch self {
        case .withoutDiacritics: ["vi", "es", "fr", "pt-BR", "tl"].contains(language)
        case .otherChineseScript: language == "zh"
        // Letters that join or stack can't be set apart.
        case .letterSpaced: Self.spacedLanguages.contains(language)
        default: true
        }
    }
}

/// A text rewritten scalar by scalar.
private struct DisguisedText {
    private(set) var text: String
    private(set) var marks: [Range<Int>] = []

    init(_ original: String, marks: [Range<Int>], as variant: ExampleVariant) {
        text = variant == .surroundedByEmoji ? "🔥✨ " : ""
        let scalars = Array(original.unicodeScalars)
        let words = variant == .lookAlikes ? MixedScript.replaceable(scalars) : []
        let spaced = variant == .letterSpaced ? SpacedWords.places(scalars) : []
        var moved: [Int: Int] = [:]
        var offset = 0
        for (index, scalar) in scalars.enumerated() {
            // A mark begins after what hides between letters and ends before it.
            moved[offset] = text.utf8.count
            let separator =
                spaced.contains(index)
                ? " " : Self.separator(variant, after: index > 0 ? scalars[index - 1] : nil, before: scalar)
            if !separator.isEmpty {
                text += separator
                if !marks.contains(where: { $0.upperBound == offset }) { moved[offset] = text.utf8.count }
            }
            text += words.contains(index) ? MixedScript.lookAlike(scalar) : Self.written(scalar, variant)
            offset += UTF8.width(scalar)
        }
        moved[offset] = text.utf8.count
        if variant == .surroundedByEmoji { text += " ✅💰" }
        self.marks = marks.map { (moved[$0.lowerBound] ?? 0)..<(moved[$0.upperBound] ?? 0) }
    }

    /// What is put between two scalars.
    private static func separator(
        _ variant: ExampleVariant, after previous: Unicode.Scalar?, before scalar: Unicode.Scalar
    ) -> String {
        guard let previous, previous.properties.isAlphabetic || isMark(previous), !isMark(scalar) else {
            return ""
        }
        switch variant {
        case .zeroWidth: return scalar.properties.isAlphabetic ? "\u{200B}" : ""
        case .punctuated: return isEastAsian(previous) && isEastAsian(scalar) ? "·" : ""
        default: return ""
        }
    }

    private static func written(_ scalar: Unicode.Scalar, _ variant: ExampleVariant) -> String {
        switch variant {
        case .upperCase: return scalar.properties.uppercaseMapping
        case .fullWidth:
            guard (0x21...0x7E).contains(scalar.value), let wide = Unicode.Scalar(scalar.value + 0xFEE0)
            else { return String(scalar) }
            return String(wide)
        case .decomposed: return decomposition(scalar)
        case .withoutDiacritics:
            if scalar == "đ" { return "d" }
            if scalar == "Đ" { return "D" }
            var plain = ""
            for part in decomposition(scalar).unicodeScalars where !isMark(part) {
                plain.unicodeScalars.append(part)
            }
            return plain
        case .otherChineseScript: return ChineseScripts.other(scalar)
        // Words stay apart: one space between letters, three between words.
        case .letterSpaced where scalar == " ": return "   "
        default: return String(scalar)
        }
    }

    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Han, Kana and Hangul.
    private static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
        (0x3041...0x30FA).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
            || (0xAC00...0xD7A3).contains(scalar.value)
    }
}

/// Words written with a space after each letter.
private enum SpacedWords {
    /// Places before which the space stands: in words of four letters or more, and in all text of scripts without
    /// spaces.
    static func places(_ scalars: [Unicode.Scalar]) -> Set<Int> {
        var places: Set<Int> = []
        var starts: [Int] = []
        for index in 0...scalars.count {
            let isInside =
                index < scalars.count
                && (scalars[index].properties.isAlphabetic || DisguisedText.isMark(scalars[index]))
            if isInside {
                if !DisguisedText.isMark(scalars[index]) { starts.append(index) }
                continue
            }
            let isUnspaced =
                starts.first.map {
                    (0x0E00...0x0EFF).contains(scalars[$0].value)
                        || (0x3041...0x9FFF).contains(scalars[$0].value)
                } ?? false
            if starts.count >= 4 || isUnspaced { places.formUnion(starts.dropFirst()) }
            starts.removeAll()
        }
        return places
    }
}

/// Letters of another script that look the same.
private enum MixedScript {
    private static let pairs: [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar)] = [
        ("a", "а"), ("e", "е"), ("o", "о"), ("p", "р"), ("c", "с"), ("x", "х"),
    ]

    static func lookAlike(_ scalar: Unicode.Scalar) -> String {
        for pair in pairs {
            if scalar == pair.latin { return String(pair.cyrillic) }
            if scalar == pair.cyrillic { return String(pair.latin) }
        }
        return String(scalar)
    }

    /// Places of letters to replace: the first that has a look-alike, in words of three letters or more, so that
    /// most of the word stays in its script.
    static func replaceable(_ scalars: [Unicode.Scalar]) -> Set<Int> {
        var places: Set<Int> = []
        var start = 0
        for end in 0...scalars.count where end == scalars.count || !scalars[end].properties.isAlphabetic {
            if end - start >= 3,
                let place = (start..<end).first(where: { lookAlike(scalars[$0]) != String(scalars[$0]) })
            {
                places.insert(place)
            }
            start = end + 1
        }
        return places
    }
}

/// Simplified and traditional characters, after ICU's tables.
private enum ChineseScripts {
    /// The traditional form of a simplified character, or the simplified one of a traditional.
    static func other(_ scalar: Unicode.Scalar) -> String {
        guard (0x4E00...0x9FFF).contains(scalar.value) else { return String(scalar) }
        for name in ["Hans-Hant", "Hant-Hans"] {
            let form = String(scalar).applyingTransform(StringTransform(name), reverse: false)
            if let form, form != String(scalar), form.unicodeScalars.count == 1 { return form }
        }
        return String(scalar)
    }
}

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

    /// The text of an example in this variant, with its marks moved; nil if the variant does not change it.
    public func apply(
        to text: String, marks: [Range<Int>], language: String
    ) -> (text: String, marks: [Range<Int>])? {
        if self == .asWritten { return (text, marks) }
        guard applies(to: language) else { return nil }
        let output = DisguisedText(text, marks: marks, as: self)
        return output.text == text ? nil : (output.text, output.marks)
    }

    /// Words whose accents tell them apart stay as they are where people do type the accents.
    private func applies(to language: String) -> Bool {
        switch self {
        case .withoutDiacritics: ["vi", "es", "fr", "pt-BR", "tl"].contains(language)
        case .otherChineseScript: language == "zh"
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
        var moved: [Int: Int] = [:]
        var offset = 0
        for (index, scalar) in scalars.enumerated() {
            // A mark begins after what hides between letters and ends before it.
            moved[offset] = text.utf8.count
            let separator = Self.separator(
                variant, after: index > 0 ? scalars[index - 1] : nil, before: scalar,
                isMarked: marks.contains { $0.lowerBound < offset && offset < $0.upperBound })
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
        _ variant: ExampleVariant, after previous: Unicode.Scalar?, before scalar: Unicode.Scalar,
        isMarked: Bool
    ) -> String {
        guard let previous, previous.properties.isAlphabetic || isMark(previous), !isMark(scalar) else {
            return ""
        }
        switch variant {
        case .zeroWidth: return scalar.properties.isAlphabetic ? "\u{200B}" : ""
        case .letterSpaced:
            guard isMarked else { return "" }
            // Words stay apart: one space between letters, three between words.
            return scalar == " " ? "  " : scalar.properties.isAlphabetic ? " " : ""
        case .punctuated:
            return isMarked && isEastAsian(previous) && isEastAsian(scalar) ? "·" : ""
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
        case .letterSpaced where scalar == " ": return " "
        default: return String(scalar)
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
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

/// Simplified characters and the traditional ones that folding leads to them.
private enum ChineseScripts {
    private static let traditional: [Unicode.Scalar: Unicode.Scalar] = {
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for value in 0x4E00...0x9FFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let folded = String(decoding: FormFolding.fold(String(scalar)), as: UTF8.self).unicodeScalars
            guard folded.count == 1, let simple = folded.first, simple != scalar else { continue }
            if table[simple] == nil { table[simple] = scalar }
        }
        return table
    }()

    /// The traditional form of a simplified character, or the simplified one of a traditional.
    static func other(_ scalar: Unicode.Scalar) -> String {
        if let form = traditional[scalar] { return String(form) }
        guard (0x4E00...0x9FFF).contains(scalar.value) else { return String(scalar) }
        return String(decoding: FormFolding.fold(String(scalar)), as: UTF8.self)
    }
}

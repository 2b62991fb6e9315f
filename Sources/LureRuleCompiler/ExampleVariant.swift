/// A way to write the same text so that it must still be read: each scalar becomes one or more others.
///
/// Marks move along with the text, so an example's exact spans are demanded in every variant.
public enum ExampleVariant: String, CaseIterable, Sendable {
    case asWritten, upperCase, fullWidth, zeroWidth, decomposed, surroundedByEmoji

    /// The text of an example in this variant, with its marks moved.
    public func apply(to text: String, marks: [Range<Int>]) -> (text: String, marks: [Range<Int>]) {
        var output = self == .surroundedByEmoji ? "🔥✨ " : ""
        var moved: [Int: Int] = [:]
        var offset = 0
        var lastWasLetter = false
        for scalar in text.unicodeScalars {
            // A mark begins after what hides between letters and ends before it.
            moved[offset] = output.utf8.count
            let isLetter = scalar.properties.isAlphabetic
            if self == .zeroWidth && isLetter && lastWasLetter && !isMark(scalar) {
                output += "\u{200B}"
                if !marks.contains(where: { $0.upperBound == offset }) { moved[offset] = output.utf8.count }
            }
            lastWasLetter = isLetter
            output += written(scalar)
            offset += scalar.utf8Width
        }
        moved[offset] = output.utf8.count
        if self == .surroundedByEmoji { output += " ✅💰" }
        return (output, marks.map { (moved[$0.lowerBound] ?? 0)..<(moved[$0.upperBound] ?? 0) })
    }

    private func written(_ scalar: Unicode.Scalar) -> String {
        switch self {
        case .asWritten, .zeroWidth, .surroundedByEmoji: return String(Character(scalar))
        case .upperCase: return scalar.properties.uppercaseMapping
        case .fullWidth:
            guard (0x21...0x7E).contains(scalar.value), let wide = Unicode.Scalar(scalar.value + 0xFEE0)
            else {
                return String(Character(scalar))
            }
            return String(Character(wide))
        case .decomposed: return decomposition(scalar)
        }
    }

    private func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}

extension Unicode.Scalar {
    var utf8Width: Int { UTF8.width(self) }
}

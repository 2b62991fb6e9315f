/// Disguises of single letters by what is put between or onto them.
enum Letters {
    /// `sign` between any two letters.
    static func joined(_ text: String, with sign: String) -> String {
        written(text) { before, scalar in
            before.map(isLetter) == true && isLetter(scalar) ? sign + String(scalar) : String(scalar)
        }
    }

    /// Tatweel between two Arabic letters that join.
    static func stretched(_ text: String) -> String {
        written(text) { before, scalar in
            guard let before, isArabic(before), isArabic(scalar), !notJoining.contains(before) else {
                return String(scalar)
            }
            return "\u{0640}" + String(scalar)
        }
    }

    /// A stroke and a ring on every letter of a script that has no such marks of its own.
    static func marked(_ text: String) -> String {
        written(text) { _, scalar in
            guard isLetter(scalar), scalar.value < 0x0530 else { return String(scalar) }
            return String(scalar) + "\u{0336}\u{030A}"
        }
    }

    /// Every third letter as a decimal character reference.
    static func asEntities(_ text: String) -> String {
        var count = 0
        return written(text) { _, scalar in
            guard isLetter(scalar) else { return String(scalar) }
            count += 1
            return count % 3 == 1 ? "&#\(scalar.value);" : String(scalar)
        }
    }

    /// A letter, not a mark nor a digit.
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
        (0x0620...0x064A).contains(scalar.value) || (0x0671...0x06D3).contains(scalar.value)
    }

    /// Letters that do not join to the next one (Unicode's Joining_Type R and U).
    private static let notJoining = Set("ءآأؤإاةدذرزوٱٲٳڈڑژے".unicodeScalars)

    private static func written(
        _ text: String, _ write: (Unicode.Scalar?, Unicode.Scalar) -> String
    ) -> String {
        var result = ""
        var before: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            result += write(before, scalar)
            before = scalar
        }
        return result
    }
}

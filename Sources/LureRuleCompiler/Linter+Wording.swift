/// Checks of what people read, and of the characters files are written in.
extension Linter {
    /// Words by which a text would pass a verdict; folded by letter case only.
    private static let verdicts = ["safe", "guilty", "is a scam", "illegal migrant", "illegal migrants"]

    mutating func checkWords(of rule: RuleFile) {
        checkWords(rule.title, at: rule.id.place, "title")
        checkWords(rule.why, at: rule.id.place, "why")
        for text in rule.ask { checkWords(text.value, at: text.place, "ask") }
        for text in rule.falseAlarms { checkWords(text.value, at: text.place, "false-alarms") }
    }

    mutating func checkWords(of recipe: RecipeFile) {
        checkWords(recipe.title, at: recipe.id.place, "title")
        checkWords(recipe.why, at: recipe.id.place, "why")
        for text in recipe.ask { checkWords(text.value, at: text.place, "ask") }
    }

    private mutating func checkWords(_ text: String, at place: Place, _ key: String) {
        let words = text.lowercased().split { !$0.isLetter && $0 != "-" }.joined(separator: " ")
        for verdict in Self.verdicts where " \(words) ".contains(" \(verdict) ") {
            report(.verdictWording, "'\(key)' says '\(verdict)'", at: place)
        }
    }

    /// Reports characters that don't show or pass for others. Examples may hold them on purpose.
    mutating func checkCharacters(_ file: SourceFile) {
        var isExample = false
        for (index, line) in file.lines.enumerated() {
            if let first = line.first, first != " ", first != "#" { isExample = line.hasPrefix("examples:") }
            if isExample { continue }
            if let column = Deception.column(in: line) {
                report(
                    .deceptiveCharacter, Deception.description(of: line, column),
                    at: Place(file, line: index + 1, column: column))
            }
        }
    }
}

/// Finds characters that deceive the eye.
enum Deception {
    /// Column, from 1, of the first such character.
    static func column(in line: String) -> Int? {
        var previous: Unicode.Scalar?
        var script = WordScript.none
        for (index, scalar) in line.unicodeScalars.enumerated() {
            if isInvisible(scalar, after: previous) { return index + 1 }
            // A letter after a backslash is a sign of an expression.
            let own = previous == "\\" ? WordScript.none : WordScript(scalar)
            if own == .none || script == .none {
                script = own
            } else if own != script {
                return index + 1
            }
            previous = scalar
        }
        return nil
    }

    /// What is wrong with the character at a column, from 1, with its code point, as nobody can see it.
    static func description(of line: String, _ column: Int) -> String {
        let scalars = Array(line.unicodeScalars)
        let scalar = scalars[column - 1]
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let isHidden = isInvisible(scalar, after: column > 1 ? scalars[column - 2] : nil)
        return isHidden ? "\(name) does not show" : "\(name) is of another script than the letter before it"
    }

    /// Joiners are part of how Indic and Arabic scripts are written; elsewhere they only hide.
    private static func isInvisible(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
        switch scalar.value {
        case 0x200C, 0x200D: previous.map { !(0x0600...0x0DFF).contains($0.value) } ?? true
        case 0x00AD, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
            0xFEFF,
            0x00...0x08, 0x0B...0x1F:
            true
        default: false
        }
    }

    /// Scripts whose letters look alike; they don't mix within a word.
    private enum WordScript {
        case none, latin, greek, cyrillic

        init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
            case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
            case 0x400...0x52F: self = .cyrillic
            default: self = .none
            }
        }
    }
}

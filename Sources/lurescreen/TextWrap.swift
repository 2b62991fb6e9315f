/// Breaks lines for a terminal, counting wide characters as two columns and SGR sequences as none.
enum TextWrap {
    static func lines(_ text: String, width: Int, hanging: Int = 0) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in pieces(text) {
            let size = columns(word)
            let limit = max(20, width) - (lines.isEmpty ? 0 : hanging)
            if used > 0, used + columns(trimmedEnd(word)) > limit {
                lines.append(trimmedEnd(line))
                line = ""
                used = 0
            }
            line += word
            used += size
        }
        lines.append(trimmedEnd(line))
        let indent = String(repeating: " ", count: hanging)
        return lines.enumerated().map { $0.offset == 0 ? $0.element : indent + $0.element }
    }

    /// Words with the space after them; between wide characters a line may break anywhere.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        // Counting the characters of a long word again and again would take the square of its length.
        var isLoneWide = false
        for character in text {
            let follows = isLoneWide
            isLoneWide = false
            if character == " " {
                piece.append(character)
                pieces.append(piece)
                piece = ""
            } else if isWide(character) {
                if !piece.isEmpty { pieces.append(piece) }
                piece = String(character)
                isLoneWide = true
            } else if follows, character.isLetter {
                pieces.append(piece)
                piece = String(character)
            } else {
                piece.append(character)
            }
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }

    private static func trimmedEnd(_ text: String) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }

    /// Terminal columns of a text.
    static func columns(_ text: String) -> Int {
        var count = 0
        var inSequence = false
        for character in text {
            if character == "\u{1B}" {
                inSequence = true
            } else if inSequence {
                if character == "m" { inSequence = false }
            } else {
                count += isWide(character) ? 2 : 1
            }
        }
        return count
    }

    /// East Asian wide characters and emoji, by block; what matters for layout, not a full UAX #11.
    private static func isWide(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60,
            0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return true
        default: return false
        }
    }
}

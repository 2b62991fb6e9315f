extension CharacterGroup {
    /// The group of a scalar beyond ASCII.
    @inline(__always)
    static func of(_ scalar: UInt32) -> CharacterGroup {
        switch scalar {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF,
            0x3005...0x3007:
            return CharacterGroup(.unspaced)
        case 0xAC00...0xD7A3: return CharacterGroup(.hangul)
        case 0x0400...0x0481, 0x048A...0x052F, 0x0900...0x0963, 0x0966...0x096F:
            return CharacterGroup(.spaced)
        case 0x0620...0x0669, 0x066E...0x06D3: return CharacterGroup(.spaced, .arabic)
        case 0x0E01...0x0E3A, 0x0E40...0x0E4E, 0x1780...0x17D3, 0x1000...0x1049:
            return CharacterGroup(.unspaced)
        default: return other(scalar)
        }
    }

    @inline(never)
    private static func other(_ scalar: UInt32) -> CharacterGroup {
        guard let value = Unicode.Scalar(scalar), isWord(value) else { return CharacterGroup(.outside) }
        switch scalar {
        case 0x0600...0x06FF, 0x0750...0x077F, 0x08A0...0x08FF: return CharacterGroup(.spaced, .arabic)
        case 0x1200...0x139F, 0x2D80...0x2DDF, 0xAB00...0xAB2F: return CharacterGroup(.spaced, .ethiopic)
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0xA9E0...0xA9FF, 0xAA60...0xAA7F,
            0x2E80...0x30FF, 0x31F0...0x31FF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            return CharacterGroup(.unspaced)
        case 0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97F, 0xD7B0...0xD7FF:
            return CharacterGroup(.hangul)
        default: return CharacterGroup(.spaced)
        }
    }

    /// Letters, marks and numbers are word characters.
    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}

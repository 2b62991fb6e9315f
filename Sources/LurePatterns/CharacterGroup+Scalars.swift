import LureText

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

    private static func other(_ scalar: UInt32) -> CharacterGroup {
        let properties = Scalars.properties(of: scalar)
        guard properties.isWordCharacter else { return CharacterGroup(.outside) }
        if properties.isUnspaced { return CharacterGroup(.unspaced) }
        switch properties.script {
        case .arabic: return CharacterGroup(.spaced, .arabic)
        case .ethiopic: return CharacterGroup(.spaced, .ethiopic)
        case .hangul: return CharacterGroup(.hangul)
        default: return CharacterGroup(.spaced)
        }
    }
}

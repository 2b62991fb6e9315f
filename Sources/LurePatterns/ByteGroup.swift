/// Eight ASCII bytes at a time.
enum ByteGroup {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Bit k: byte k is a letter or a digit.
    @inline(__always)
    static func wordMask(_ group: UInt64) -> UInt64 {
        let lower = group | (ones &* 0x20)
        let letters = (lower &+ ones &* (0x80 - 0x61)) & ~(lower &+ ones &* (0x80 - 0x7B))
        let digits = (group &+ ones &* (0x80 - 0x30)) & ~(group &+ ones &* (0x80 - 0x3A))
        return mask((letters | digits) & highs)
    }

    /// Bit k: byte k is printable and stands outside of words.
    @inline(__always)
    static func symbolMask(_ group: UInt64, words: UInt64) -> UInt64 {
        mask((group &+ ones &* (0x80 - 0x21)) & highs) & ~words
    }

    /// Gathers the high bits of eight bytes.
    @inline(__always)
    private static func mask(_ bits: UInt64) -> UInt64 {
        ((bits >> 7) &* 0x0102_0408_1020_4080) >> 56
    }
}

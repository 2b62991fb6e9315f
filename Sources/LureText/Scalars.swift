internal import CLureSupport

/// What the screener needs to know of one scalar.
public struct ScalarProperties: Sendable {
    let traits: Traits

    @inline(__always)
    init(traits: Traits) { self.traits = traits }

    public var script: Script { Script(rawValue: UInt8(truncatingIfNeeded: traits.script)) ?? .other }

    /// `script == .common` and `script == .hangul`, but quicker.
    @inline(__always)
    var isCommon: Bool { traits.script == UInt32(Script.common.rawValue) }
    @inline(__always)
    var isHangul: Bool { traits.script == UInt32(Script.hangul.rawValue) }

    /// Letters, digits and marks of every script.
    public var isWordCharacter: Bool { traits.contains(.word) }
    public var isLetter: Bool { traits.contains(.letter) }
    /// A decimal digit; in folded text only 0 to 9.
    public var isDigit: Bool { traits.contains(.digit) }
    public var isMark: Bool { traits.contains(.mark) }

    /// A letter or mark of a script written without spaces between words (Han, Kana, Thai, Lao, Khmer, Burmese).
    public var isUnspaced: Bool { traits.contains(.unspaced) }

    /// Emoji, and the shapes and dingbats that serve as bullets.
    public var isPictographic: Bool { traits.contains(.pictographic) }
}

/// Scalars of UTF-8 bytes and their properties (Unicode version: `unicodeVersion`).
public enum Scalars {
    public static let unicodeVersion = LURE_UNICODE_VERSION

    /// The scalar at `offset`; an ill-formed sequence gives U+FFFD and the length of its maximal subpart
    /// (Unicode 15, section 3.9, table 3-7), so that `count` always leads to the next scalar.
    /// - Precondition: `offset < bytes.count`.
    @inlinable
    @inline(__always)
    public static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (
        scalar: UInt32, count: Int
    ) {
        let b0 = bytes[offset]
        if b0 < 0x80 { return (UInt32(b0), 1) }
        return decodeMultiByte(bytes, at: offset, first: b0)
    }

    /// The usual two and three bytes at once; whatever is rare or wrong is left to a closer look.
    @inlinable
    @inline(__always)
    static func decodeMultiByte(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, first b0: UInt8
    ) -> (scalar: UInt32, count: Int) {
        let left = bytes.count &- offset
        if b0 >= 0xE0 {
            if b0 < 0xF0, left > 2 {
                // Payloads of the bytes that follow; above 0x3F if one is no continuation.
                let b1 = UInt32(bytes[offset &+ 1] ^ 0x80)
                let b2 = UInt32(bytes[offset &+ 2] ^ 0x80)
                let scalar = (UInt32(b0) & 0xF) &<< 12 | b1 &<< 6 | b2
                if b1 | b2 < 0x40, scalar >= 0x800, scalar >> 11 != 0x1B { return (scalar, 3) }
            }
        } else if b0 >= 0xC2, left > 1 {
            let b1 = UInt32(bytes[offset &+ 1] ^ 0x80)
            if b1 < 0x40 { return ((UInt32(b0) & 0x1F) &<< 6 | b1, 2) }
        }
        return decodeRare(bytes, at: offset, first: b0)
    }

    /// Four bytes, or ill-formed ones.
    @inline(never)
    @usableFromInline
    static func decodeRare(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, first b0: UInt8
    ) -> (scalar: UInt32, count: Int) {
        let left = bytes.count - offset
        guard b0 >= 0xC2, b0 <= 0xF4, left > 1 else { return (0xFFFD, 1) }
        let b1 = UInt32(bytes[offset + 1])
        guard b0 >= 0xE0, isSecond(b1, after: b0) else { return (0xFFFD, 1) }
        guard left > 2, bytes[offset + 2] & 0xC0 == 0x80 else { return (0xFFFD, 2) }
        let b2 = UInt32(bytes[offset + 2])
        if b0 < 0xF0 { return ((UInt32(b0) & 0xF) << 12 | (b1 & 0x3F) << 6 | b2 & 0x3F, 3) }
        guard left > 3, bytes[offset + 3] & 0xC0 == 0x80 else { return (0xFFFD, 3) }
        let b3 = UInt32(bytes[offset + 3])
        return ((UInt32(b0) & 0x7) << 18 | (b1 & 0x3F) << 12 | (b2 & 0x3F) << 6 | b3 & 0x3F, 4)
    }

    /// Rules out overlong forms, surrogates and values past U+10FFFF.
    private static func isSecond(_ b1: UInt32, after b0: UInt8) -> Bool {
        switch b0 {
        case 0xE0: b1 >= 0xA0 && b1 <= 0xBF
        case 0xED: b1 >= 0x80 && b1 <= 0x9F
        case 0xF0: b1 >= 0x90 && b1 <= 0xBF
        case 0xF4: b1 >= 0x80 && b1 <= 0x8F
        default: b1 & 0xC0 == 0x80
        }
    }

    /// - Parameter scalar: 0…0x10FFFF.
    /// - Complexity: O(1), three table look-ups.
    @inline(__always)
    public static func properties(of scalar: UInt32) -> ScalarProperties {
        ScalarProperties(traits: UnicodeRecord.of(scalar).traits)
    }

    /// `decode` and `properties` in one, for a scalar beyond ASCII of folded text.
    ///
    /// Four bytes are loaded at once, so the last scalars of a text take the longer way. A surrogate, which folded
    /// text can't hold, comes out as one scalar that is no word character.
    @inline(__always)
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, first b0: UInt8
    ) -> (scalar: UInt32, properties: ScalarProperties, count: Int) {
        if bytes.count &- offset >= 4, let base = bytes.baseAddress {
            let word = UInt32(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt32.self))
            if word & 0xC0C0F0 == 0x8080E0 {
                let scalar = (word & 0xF) << 12 | (word >> 8 & 0x3F) << 6 | word >> 16 & 0x3F
                if scalar >= 0x800 { return (scalar, properties(of: scalar), 3) }
            } else if word & 0xC0E0 == 0x80C0, word & 0x1E != 0 {
                let scalar = (word & 0x1F) << 6 | word >> 8 & 0x3F
                return (scalar, properties(of: scalar), 2)
            }
        }
        return readRare(bytes, at: offset, first: b0)
    }

    @inline(never)
    private static func readRare(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, first b0: UInt8
    ) -> (scalar: UInt32, properties: ScalarProperties, count: Int) {
        let (scalar, count) = decodeMultiByte(bytes, at: offset, first: b0)
        return (scalar, properties(of: scalar), count)
    }

    /// The end of the scalars of `set` (a bitmap of the basic plane) from `start` on, in folded text; it may stop
    /// before the last few bytes and before scalars of four.
    @inline(__always)
    static func end(
        of set: UnsafePointer<UInt64>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int {
        guard let base = bytes.baseAddress else { return start }
        let last = bytes.count &- 4
        var p = start
        while p <= last {
            let word = UInt32(littleEndian: UnsafeRawPointer(base + p).loadUnaligned(as: UInt32.self))
            if word & 0xF0 == 0xE0 {
                let block = Int((word & 0xF) &<< 6 | word &>> 8 & 0x3F)
                guard set[block] &>> UInt64(word &>> 16) & 1 != 0 else { break }
                p = p &+ 3
            } else {
                guard word & 0xE0 == 0xC0, set[Int(word & 0x1F)] &>> UInt64(word &>> 8) & 1 != 0 else {
                    break
                }
                p = p &+ 2
            }
        }
        return p
    }

    /// Whether the scalar at `place` of folded text is one of `set` (a bitmap of the basic plane).
    /// - Parameter orNear: what to say of the last few bytes, which are not looked at.
    @inline(__always)
    static func isHeld(
        by set: UnsafePointer<UInt64>, in bytes: UnsafeBufferPointer<UInt8>, at place: Int,
        orNear: Bool = false
    ) -> Bool {
        guard let base = bytes.baseAddress, place <= bytes.count &- 4 else { return orNear }
        let word = UInt32(littleEndian: UnsafeRawPointer(base + place).loadUnaligned(as: UInt32.self))
        if word & 0xF0 == 0xE0 {
            return set[Int((word & 0xF) &<< 6 | word &>> 8 & 0x3F)] &>> UInt64(word &>> 16) & 1 != 0
        }
        return word & 0xE0 == 0xC0 && set[Int(word & 0x1F)] &>> UInt64(word &>> 8) & 1 != 0
    }

    /// Appends the UTF-8 form of `scalar`.
    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if scalar < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: scalar))
        } else if scalar < 0x800 {
            bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else {
            if scalar < 0x10000 {
                bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            } else {
                bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
                bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            }
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }
}

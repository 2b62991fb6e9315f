import LureText

/// JSON being written as UTF-8 bytes: what the core needs, without Foundation.
///
/// Owns its memory, so that writing needs neither bounds nor uniqueness checks.
///
/// Invariant: `start` has room for `capacity` bytes, of which the first `count` are initialised. Whatever writes
/// calls `reserve` first.
public struct JSONBuffer: ~Copyable {
    var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    public internal(set) var count = 0

    public init() {
        capacity = 4096
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

    /// A copy of what was written.
    public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    /// Calls `body` with what was written, without a copy.
    package func withBytes<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) -> T {
        body(UnsafeBufferPointer(start: start, count: count))
    }

    /// Empties the buffer and keeps its memory.
    public mutating func removeAll() { count = 0 }

    /// Makes room for `extra` more bytes.
    @inline(__always)
    mutating func reserve(_ extra: Int) {
        if capacity &- count < extra { grow(extra) }
    }

    @inline(never)
    private mutating func grow(_ extra: Int) {
        capacity = max(2 * capacity, count + extra)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.moveInitialize(from: start, count: count)
        start.deallocate()
        start = larger
    }

    /// Bytes that are JSON already.
    @inline(__always)
    public mutating func raw(_ literal: StaticString) {
        reserve(literal.utf8CodeUnitCount)
        (start + count).initialize(from: literal.utf8Start, count: literal.utf8CodeUnitCount)
        count &+= literal.utf8CodeUnitCount
    }

    /// A JSON value copied as it stands.
    public mutating func raw(_ json: UnsafeBufferPointer<UInt8>) {
        guard let base = json.baseAddress else { return }
        reserve(json.count)
        (start + count).initialize(from: base, count: json.count)
        count &+= json.count
    }

    public mutating func byte(_ byte: UInt8) {
        reserve(1)
        put(byte)
    }

    /// Writes a byte for which there is room.
    @inline(__always)
    mutating func put(_ byte: UInt8) {
        (start + count).initialize(to: byte)
        count &+= 1
    }

    // MARK: Strings

    public mutating func string(_ text: String) {
        var copy = text
        copy.withUTF8 { string($0, isWellFormed: true) }
    }

    /// A quoted string; ill-formed UTF-8 comes out as U+FFFD.
    public mutating func string(_ text: UnsafeBufferPointer<UInt8>) { string(text, isWellFormed: false) }

    /// A quoted string.
    /// - Parameter isWellFormed: the text is known to be well-formed and is not looked at again.
    mutating func string(_ text: UnsafeBufferPointer<UInt8>, isWellFormed: Bool) {
        // The quotes, and what the last word copied may write beyond them.
        reserve(text.count &+ 9)
        put(UInt8(ascii: "\""))
        var i = 0
        while true {
            i = copyPlain(text, from: i, includingHigh: isWellFormed)
            guard i < text.count else { break }
            if text[i] >= 0x80 {
                let length = wellFormedLength(text, at: i)
                if length > 0 {
                    for k in i..<i + length { put(text[k]) }
                    i += length
                    continue
                }
            }
            escape(text[i])
            i += 1
            reserve(text.count &- i &+ 8)
        }
        put(UInt8(ascii: "\""))
    }

    /// Copies bytes that need no thought, eight at once where there are as many; returns where it stopped.
    ///
    /// There is room for the rest of `text` and eight bytes more.
    @inline(__always)
    private mutating func copyPlain(
        _ text: UnsafeBufferPointer<UInt8>, from first: Int, includingHigh: Bool
    ) -> Int {
        guard let base = text.baseAddress else { return first }
        let source = UnsafeRawPointer(base)
        var i = first
        while i &+ 8 <= text.count {
            let word = UInt64(littleEndian: (source + i).loadUnaligned(as: UInt64.self))
            let found = Self.specialBytes(word) | (includingHigh ? 0 : word & Self.highs)
            UnsafeMutableRawPointer(start + count).storeBytes(of: word.littleEndian, as: UInt64.self)
            // Above the lowest find there may be false ones, but not below.
            let plain = found == 0 ? 8 : found.trailingZeroBitCount >> 3
            count &+= plain
            i &+= plain
            if plain < 8 { return i }
        }
        if i < text.count, text.count >= 8 {
            // The last bytes, shifted down from the word that ends with the text; what is above them is not theirs.
            let bits = UInt64(truncatingIfNeeded: 8 &* (text.count &- i))
            let last = UInt64(littleEndian: (source + text.count - 8).loadUnaligned(as: UInt64.self))
            let word = last &>> (64 &- bits)
            let found =
                (Self.specialBytes(word) | (includingHigh ? 0 : word & Self.highs)) & ((1 &<< bits) &- 1)
            UnsafeMutableRawPointer(start + count).storeBytes(of: word.littleEndian, as: UInt64.self)
            let plain = found == 0 ? text.count &- i : found.trailingZeroBitCount >> 3
            count &+= plain
            return i &+ plain
        }
        while i < text.count {
            let byte = base[i]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte >= 0x80 && !includingHigh { return i }
            put(byte)
            i &+= 1
        }
        return i
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The high bit of the lowest byte that is `"`, `\` or below 0x20; above it there may be false finds.
    @inline(__always)
    private static func specialBytes(_ word: UInt64) -> UInt64 {
        let quote = word ^ (ones &* 0x22)
        let slash = word ^ (ones &* 0x5C)
        return (((quote &- ones) & ~quote) | ((slash &- ones) & ~slash) | ((word &- ones &* 0x20) & ~word))
            & highs
    }

    @inline(never)
    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x22: raw("\\\"")
        case 0x5C: raw("\\\\")
        case 0x0A: raw("\\n")
        case 0x0D: raw("\\r")
        case 0x09: raw("\\t")
        case 0x80...: raw("\u{FFFD}")
        default:
            raw("\\u00")
            self.byte(hexDigit(byte >> 4))
            self.byte(hexDigit(byte & 15))
        }
    }

    private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}

/// Length of the well-formed UTF-8 sequence of two to four bytes at `index`, or 0.
private func wellFormedLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let (scalar, count) = Scalars.decode(text, at: index)
    // U+FFFD itself is three bytes that begin with EF; a repaired sequence never is.
    return scalar == 0xFFFD && (text[index] != 0xEF || count != 3) ? 0 : count
}

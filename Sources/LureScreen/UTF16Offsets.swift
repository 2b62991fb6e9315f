import LureText

/// Turns UTF-8 offsets of one text into UTF-16 offsets.
///
/// Ill-formed bytes count as `String(decoding:as:)` shows them: one U+FFFD for each maximal subpart. Checkpoints
/// keep each look-up short, in any order.
struct UTF16Offsets: Sendable {
    /// Units before every multiple of `block` bytes of a well-formed text: its units are its bytes that are no
    /// continuation, and one more for each first byte of four.
    private var units: [UInt32] = []
    private static let block = 32
    private var isASCII = true
    private var isWellFormed = true

    /// At the first scalar boundary at or after every multiple of `stride` of an ill-formed text: its place in
    /// both units.
    private var checkpoints: [(utf8: Int, utf16: UInt32)] = []
    private static let stride = 256

    /// Reads a text; the buffers of the one before are used again.
    /// - Parameter isWellFormed: the text is known to be well-formed UTF-8.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>, isWellFormed: Bool) {
        self.isWellFormed = isWellFormed
        isASCII = false
        if isWellFormed { readWellFormed(text) } else { readIllFormed(text) }
    }

    private mutating func readWellFormed(_ text: UnsafeBufferPointer<UInt8>) {
        let count = text.count / Self.block + 1
        if units.count < count { units = [UInt32](repeating: 0, count: max(count, 2 * units.count)) }
        let total = units.withUnsafeMutableBufferPointer { Self.countBlocks(text, into: $0) }
        // As many units as bytes: every scalar is one byte.
        isASCII = total == text.count
    }

    /// Fills in the units before each block; returns those of the whole text.
    private static func countBlocks(
        _ text: UnsafeBufferPointer<UInt8>, into units: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        guard let base = text.baseAddress, let table = units.baseAddress else { return 0 }
        var total: UInt32 = 0
        let blocks = text.count / block
        for number in 0..<blocks {
            table[number] = total
            let place = base + number &* block
            // Written so that the compiler makes vectors of it; at most 64, so a byte holds the sum.
            var sum: UInt8 = 0
            for k in 0..<block {
                let byte = place[k]
                sum &+= (Int8(bitPattern: byte) >= -64 ? 1 : 0) &+ (byte >= 0xF0 ? 1 : 0)
            }
            total &+= UInt32(sum)
        }
        table[blocks] = total
        return Int(total) + Int(count(base, from: blocks &* block, to: text.count))
    }

    private mutating func readIllFormed(_ text: UnsafeBufferPointer<UInt8>) {
        checkpoints.removeAll(keepingCapacity: true)
        var units: UInt32 = 0
        var index = 0
        for start in Swift.stride(from: 0, to: text.count, by: Self.stride) {
            while index < start { index += Self.step(text, index, &units) }
            checkpoints.append((index, units))
        }
    }

    // MARK: Looking up

    /// The same place in UTF-16 units; `span` lies on scalar boundaries of `text`, the one last read.
    func span(_ span: TextSpan, in text: UnsafeBufferPointer<UInt8>) -> TextSpan {
        if isASCII { return span }
        let start = min(Int(span.start), text.count)
        let end = min(Int(span.end), text.count)
        if isWellFormed { return TextSpan(start: utf16(start, in: text), end: utf16(end, in: text)) }
        return TextSpan(start: utf16IllFormed(start, in: text), end: utf16IllFormed(end, in: text))
    }

    /// UTF-16 units before `offset`, which is at most the length of the well-formed text last read.
    private func utf16(_ offset: Int, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard let base = text.baseAddress else { return 0 }
        let number = offset / Self.block
        return units[number] &+ Self.count(base, from: number &* Self.block, to: offset)
    }

    private func utf16IllFormed(_ offset: Int, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var number = min(offset / Self.stride, checkpoints.count - 1)
        while number > 0, checkpoints[number].utf8 > offset { number -= 1 }
        guard number >= 0 else { return 0 }
        var (index, units) = checkpoints[number]
        while index < offset { index += Self.step(text, index, &units) }
        return units
    }

    // MARK: Counting

    /// UTF-16 units that begin in `start ..< end` of a well-formed text: less than a block, from its beginning.
    @inline(__always)
    private static func count(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> UInt32 {
        let text = UnsafeRawPointer(base)
        let length = end &- start
        var sum: UInt64 = 0
        // No loop: the compiler would make vectors of it, for three words at most.
        if length >= 8 { sum &+= units(in: word(text + start)) }
        if length >= 16 { sum &+= units(in: word(text + start + 8)) }
        if length >= 24 { sum &+= units(in: word(text + start + 16)) }
        let rest = length & 7
        if rest > 0, end >= 8 {
            // The bytes before the rest are made continuations, which count nothing.
            let bits = UInt64(truncatingIfNeeded: 8 &* rest)
            sum &+= units(in: (word(text + end - 8) &>> (64 &- bits)) | (0x8080_8080_8080_8080 &<< bits))
        } else {
            for place in end &- rest..<end {
                sum &+= (Int8(bitPattern: base[place]) >= -64 ? 1 : 0) &+ (base[place] >= 0xF0 ? 1 : 0)
            }
        }
        return UInt32(truncatingIfNeeded: sum)
    }

    @inline(__always)
    private static func word(_ place: UnsafeRawPointer) -> UInt64 {
        UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
    }

    /// UTF-16 units that begin in eight bytes.
    @inline(__always)
    private static func units(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let starts = (~(word >> 7) | (word >> 6)) & ones
        let fours = (word >> 7) & (word >> 6) & (word >> 5) & (word >> 4) & ones
        return ((starts &+ fours) &* ones) >> 56
    }

    /// Bytes of the scalar (or ill-formed subpart) at `index`; adds its UTF-16 units.
    private static func step(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ units: inout UInt32) -> Int {
        let (scalar, count) = Scalars.decode(text, at: index)
        units += scalar >= 0x10000 ? 2 : 1
        return max(1, count)
    }
}

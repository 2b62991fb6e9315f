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
        return Int(total) + Int(count(text, from: blocks &* block, to: text.count))
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
        let start = utf16(span.start, in: text)
        guard isWellFormed, span.end &- span.start <= 2 * UInt32(Self.block), span.end >= span.start,
            Int(span.end) <= text.count
        else { return TextSpan(start: start, end: utf16(span.end, in: text)) }
        return TextSpan(
            start: start, end: start &+ Self.count(text, from: Int(span.start), to: Int(span.end)))
    }

    /// UTF-16 units before `offset`, which stands on a scalar boundary of the text last read.
    private func utf16(_ offset: UInt32, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let target = min(Int(offset), text.count)
        if isWellFormed {
            let number = target / Self.block
            return units[number] &+ Self.count(text, from: number &* Self.block, to: target)
        }
        var number = min(target / Self.stride, checkpoints.count - 1)
        while number > 0, checkpoints[number].utf8 > target { number -= 1 }
        guard number >= 0 else { return 0 }
        var (index, units) = checkpoints[number]
        while index < target { index += Self.step(text, index, &units) }
        return units
    }

    /// UTF-16 units that begin in `start ..< end`, both within a well-formed text.
    @inline(__always)
    private static func count(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> UInt32 {
        guard let base = text.baseAddress else { return 0 }
        var sum: UInt64 = 0
        var place = start
        while place &+ 8 <= end {
            sum &+= units(in: (UnsafeRawPointer(base) + place).loadUnaligned(as: UInt64.self))
            place &+= 8
        }
        if place < end, place &+ 8 <= text.count {
            // The bytes from `end` on are made continuations, which count nothing.
            let word = UInt64(littleEndian: (UnsafeRawPointer(base) + place).loadUnaligned(as: UInt64.self))
            let kept = UInt64(truncatingIfNeeded: 8 &* (end &- place))
            sum &+= units(in: (word &<< (64 &- kept)) | (0x8080_8080_8080_8080 &>> kept))
            return UInt32(truncatingIfNeeded: sum)
        }
        while place < end {
            let byte = base[place]
            sum &+= (Int8(bitPattern: byte) >= -64 ? 1 : 0) &+ (byte >= 0xF0 ? 1 : 0)
            place &+= 1
        }
        return UInt32(truncatingIfNeeded: sum)
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

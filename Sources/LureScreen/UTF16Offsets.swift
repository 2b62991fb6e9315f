import LureText

/// Turns UTF-8 offsets of one text into UTF-16 offsets.
///
/// Ill-formed bytes count as `String(decoding:as:)` shows them: one U+FFFD for each maximal subpart. A checkpoint
/// every 256 bytes keeps each look-up short, in any order.
struct UTF16Offsets: Sendable {
    private static let stride = 256
    /// At the first scalar boundary at or after every multiple of `stride`: its place in both units.
    private var checkpoints: [(utf8: Int, utf16: UInt32)] = []
    private var isASCII = true

    /// Reads a text; the buffers of the one before are used again.
    mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
        checkpoints.removeAll(keepingCapacity: true)
        isASCII = isAllASCII(text)
        if isASCII { return }
        var units: UInt32 = 0
        var index = 0
        for start in Swift.stride(from: 0, to: text.count, by: Self.stride) {
            while index < start { index += Self.step(text, index, &units) }
            checkpoints.append((index, units))
        }
    }

    /// UTF-16 units before `offset`, which stands on a scalar boundary of the text last read.
    func utf16(_ offset: UInt32, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if isASCII { return offset }
        let target = min(Int(offset), text.count)
        var number = min(target / Self.stride, checkpoints.count - 1)
        while number > 0, checkpoints[number].utf8 > target { number -= 1 }
        guard number >= 0 else { return 0 }
        var (index, units) = checkpoints[number]
        while index < target { index += Self.step(text, index, &units) }
        return units
    }

    func span(_ span: TextSpan, in text: UnsafeBufferPointer<UInt8>) -> TextSpan {
        TextSpan(start: utf16(span.start, in: text), end: utf16(span.end, in: text))
    }

    private func isAllASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var high: UInt8 = 0
        for byte in text { high |= byte }
        return high < 0x80
    }

    /// Bytes of the scalar (or ill-formed subpart) at `index`; adds its UTF-16 units.
    private static func step(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ units: inout UInt32) -> Int {
        let (scalar, count) = Scalars.decode(text, at: index)
        units += scalar >= 0x10000 ? 2 : 1
        return max(1, count)
    }
}

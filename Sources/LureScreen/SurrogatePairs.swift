import LureText

/// Where a text has characters that take two UTF-16 units: what code points are counted by, where someone asks for them.
struct SurrogatePairs {
    /// UTF-8 offsets, ascending.
    private var offsets: [UInt32] = []

    init() {}

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var i = 0
        while i < text.count {
            // Only these begin a sequence of four bytes.
            guard text[i] >= 0xF0 else {
                i += 1
                continue
            }
            let (scalar, count) = Scalars.decode(text, at: i)
            if scalar >= 0x10000 { offsets.append(UInt32(i)) }
            i += max(1, count)
        }
    }

    /// A place in code points.
    func codePoints(_ place: Evidence) -> TextSpan {
        TextSpan(
            start: place.utf16.start - count(before: place.utf8.start),
            end: place.utf16.end - count(before: place.utf8.end))
    }

    /// - Complexity: O(log n) in the number of such characters.
    private func count(before offset: UInt32) -> UInt32 {
        var low = 0
        var high = offsets.count
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return UInt32(low)
    }
}

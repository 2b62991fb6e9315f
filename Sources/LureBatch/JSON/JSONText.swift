import LureScreen

/// Undoes the escapes of JSON strings.
public enum JSONText {
    /// Appends the text of a string to `output`.
    /// - Parameter raw: what stands between the quotes, checked by `JSONObjectReader`.
    public static func appendUnescaped(_ raw: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        let start = output.count
        output.append(contentsOf: raw)
        let first = firstIndex(of: backslash, in: raw, from: 0)
        guard first < raw.count else { return }
        // A text is never longer than what it is written as, so it is written over the copy.
        let count = output.withUnsafeMutableBufferPointer { copy in
            unescape(raw, from: first, into: UnsafeMutableBufferPointer(rebasing: copy[start...]))
        }
        output.removeLast(raw.count - count)
    }

    private static let backslash = UInt8(ascii: "\\")

    /// Whether a key as written (between its quotes) spells `name`.
    public static func equals(_ raw: UnsafeBufferPointer<UInt8>, _ name: [UInt8]) -> Bool {
        guard raw.count >= name.count else { return false }
        if firstIndex(of: backslash, in: raw, from: 0) < raw.count {
            var text: [UInt8] = []
            appendUnescaped(raw, to: &text)
            return text == name
        }
        return raw.count == name.count && raw.elementsEqual(name)
    }

    /// Writes the text of `raw`, whose first backslash is at `first`; returns its length.
    /// - Parameter text: as long as `raw`; up to `first` it holds the text already.
    private static func unescape(
        _ raw: UnsafeBufferPointer<UInt8>, from first: Int, into text: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        guard let source = raw.baseAddress, let target = text.baseAddress else { return 0 }
        var read = first
        var written = first
        while read < raw.count {
            (read, written) = unescapeOne(raw, read, target, written)
            let next = firstIndex(of: backslash, in: raw, from: read)
            let count = max(0, next - read)
            (target + written).update(from: source + read, count: count)
            read += count
            written += count
        }
        return written
    }

    /// Undoes the escape at `start`; returns where it ends in both texts.
    private static func unescapeOne(
        _ raw: UnsafeBufferPointer<UInt8>, _ start: Int, _ target: UnsafeMutablePointer<UInt8>, _ written: Int
    ) -> (read: Int, written: Int) {
        guard start + 1 < raw.count else { return (raw.count, written) }
        switch raw[start + 1] {
        case UInt8(ascii: "n"): target[written] = 0x0A
        case UInt8(ascii: "t"): target[written] = 0x09
        case UInt8(ascii: "r"): target[written] = 0x0D
        case UInt8(ascii: "b"): target[written] = 0x08
        case UInt8(ascii: "f"): target[written] = 0x0C
        case UInt8(ascii: "u"): return unescapeUnicode(raw, start, target, written)
        case let character: target[written] = character
        }
        return (start + 2, written + 1)
    }

    private static func unescapeUnicode(
        _ raw: UnsafeBufferPointer<UInt8>, _ start: Int, _ target: UnsafeMutablePointer<UInt8>, _ written: Int
    ) -> (read: Int, written: Int) {
        guard start + 6 <= raw.count else { return (raw.count, written) }
        var value = hexUnit(raw, start + 2) ?? 0xFFFD
        var end = start + 6
        if value & 0xFC00 == 0xD800, let low = hexUnit(raw, start + 8) {
            value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
            end = start + 12
        }
        var count = written
        for byte in UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
            target[count] = byte
            count += 1
        }
        return (end, count)
    }
}

extension JSONText {
    /// Appends a text as a JSON string, quotes and all; ill-formed UTF-8 comes out as U+FFFD.
    public static func appendString(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        let isPlain = text.allSatisfy { $0 >= 0x20 && $0 < 0x80 && $0 != 0x22 && $0 != 0x5C }
        if isPlain {
            output.append(0x22)
            output.append(contentsOf: text)
            output.append(0x22)
        } else {
            var json = JSONBuffer()
            json.string(text)
            output.append(contentsOf: json.bytes)
        }
    }
}

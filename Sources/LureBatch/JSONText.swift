/// Undoes the escapes of JSON strings.
public enum JSONText {
    /// Appends the text of a string to `output`.
    /// - Parameter raw: what stands between the quotes, checked by `JSONObjectReader`.
    public static func appendUnescaped(_ raw: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var start = 0
        var i = 0
        while i < raw.count {
            guard raw[i] == UInt8(ascii: "\\") else {
                i += 1
                continue
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: raw[start..<i]))
            i = appendEscape(raw, i, to: &output)
            start = i
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: raw[start..<raw.count]))
    }

    /// Whether a key as written (between its quotes) spells `name`.
    public static func equals(_ raw: UnsafeBufferPointer<UInt8>, _ name: [UInt8]) -> Bool {
        if raw.contains(UInt8(ascii: "\\")) {
            var text: [UInt8] = []
            appendUnescaped(raw, to: &text)
            return text == name
        }
        return raw.elementsEqual(name)
    }

    private static func appendEscape(
        _ raw: UnsafeBufferPointer<UInt8>, _ start: Int, to output: inout [UInt8]
    ) -> Int {
        switch raw[start + 1] {
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "u"): return appendUnicodeEscape(raw, start, to: &output)
        case let character: output.append(character)
        }
        return start + 2
    }

    private static func appendUnicodeEscape(
        _ raw: UnsafeBufferPointer<UInt8>, _ start: Int, to output: inout [UInt8]
    ) -> Int {
        var scalar = hexUnit(raw, start + 2) ?? 0xFFFD
        var end = start + 6
        if scalar & 0xFC00 == 0xD800, let low = hexUnit(raw, start + 8) {
            scalar = 0x10000 + (scalar & 0x3FF) << 10 + low & 0x3FF
            end = start + 12
        }
        output.append(contentsOf: String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
        return end
    }
}

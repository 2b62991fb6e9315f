/// JSON being written as UTF-8 bytes: what the core needs, without Foundation.
public struct JSONBuffer: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// Goes on where `output` ends; `finish` gives the bytes back.
    init(continuing output: inout [UInt8]) {
        // Taken over, not copied: `output` is empty until `finish`.
        swap(&bytes, &output)
    }

    mutating func finish() -> [UInt8] {
        var result: [UInt8] = []
        swap(&bytes, &result)
        return result
    }

    public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Bytes that are JSON already.
    @inline(__always)
    public mutating func raw(_ literal: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// A JSON value copied as it stands.
    public mutating func raw(_ json: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: json) }

    mutating func raw(_ json: [UInt8]) { bytes.append(contentsOf: json) }

    public mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    public mutating func string(_ text: String) {
        var copy = text
        copy.withUTF8 { string($0) }
    }

    /// A quoted string; ill-formed UTF-8 comes out as U+FFFD.
    public mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        var i = 0
        while i < text.count {
            let byte = text[i]
            if byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte < 0x80 {
                i += 1
                continue
            }
            if byte >= 0x80 {
                let length = wellFormedLength(text, at: i)
                if length > 0 {
                    i += length
                    continue
                }
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<i]))
            escape(byte)
            i += 1
            start = i
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<text.count]))
        bytes.append(UInt8(ascii: "\""))
    }

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
            bytes.append(hexDigit(byte >> 4))
            bytes.append(hexDigit(byte & 15))
        }
    }

    private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    public mutating func integer(_ value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        digits(value.magnitude, atLeast: 1)
    }

    private mutating func digits(_ value: UInt, atLeast width: Int) {
        var rest = value
        let start = bytes.count
        repeat {
            bytes.append(UInt8(0x30 + rest % 10))
            rest /= 10
        } while rest > 0
        while bytes.count - start < width { bytes.append(0x30) }
        bytes[start...].reverse()
    }

    /// A decimal with at most `places` (0…10) digits behind the point, without trailing zeros.
    ///
    /// Meant for log-odds and probabilities: the size of `value` must be under 10^8; others and not-a-number
    /// come out as null.
    public mutating func decimal(_ value: Double, places: Int) {
        guard value.magnitude < 1e8 else {
            raw("null")
            return
        }
        var scale: Double = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = UInt((value.magnitude * scale).rounded())
        let whole = scaled / UInt(scale)
        var fraction = scaled % UInt(scale)
        if value < 0 && scaled > 0 { bytes.append(UInt8(ascii: "-")) }
        digits(whole, atLeast: 1)
        guard fraction > 0 else { return }
        var width = places
        while fraction % 10 == 0 {
            fraction /= 10
            width -= 1
        }
        bytes.append(UInt8(ascii: "."))
        digits(fraction, atLeast: width)
    }
}

/// Length of the well-formed UTF-8 sequence of two to four bytes at `index`, or 0.
///
/// Source: the Unicode Standard, table 3-7.
private func wellFormedLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    func trails(_ count: Int, firstIn range: ClosedRange<UInt8>) -> Int {
        guard index + count < text.count, range.contains(text[index + 1]) else { return 0 }
        var i = index + 2
        while i <= index + count {
            if text[i] & 0xC0 != 0x80 { return 0 }
            i += 1
        }
        return count + 1
    }
    switch text[index] {
    case 0xC2...0xDF: return trails(1, firstIn: 0x80...0xBF)
    case 0xE0: return trails(2, firstIn: 0xA0...0xBF)
    case 0xED: return trails(2, firstIn: 0x80...0x9F)
    case 0xE1...0xEF: return trails(2, firstIn: 0x80...0xBF)
    case 0xF0: return trails(3, firstIn: 0x90...0xBF)
    case 0xF1...0xF3: return trails(3, firstIn: 0x80...0xBF)
    case 0xF4: return trails(3, firstIn: 0x80...0x8F)
    default: return 0
    }
}

import LureScreen
import LureText

/// Turns places in a joined text into places in the fields it was joined from.
///
/// Works on an answer as it was written: every place begins with `"utf8":[`, which inside a string would have its quotes
/// escaped. A place that lies in two fields becomes one place in each where places stand in a list, else it is cut off
/// at the end of the first field.
struct SpanFields: ~Copyable {
    private var parts: [(name: [UInt8], utf8: Range<Int>, utf16: Int)] = []
    private static let beyond = Array("\"beyond\":".utf8)
    private static let mark = Array("\"utf8\":[".utf8)

    /// - Parameter names: JSON strings of the source's fields.
    mutating func read(
        _ text: UnsafeBufferPointer<UInt8>, _ fields: [RowReading.Part], names: [[UInt8]]
    ) {
        parts.removeAll(keepingCapacity: true)
        var place = 0
        var units = 0
        for field in fields {
            units += utf16Count(text, place..<field.bytes.lowerBound)
            place = field.bytes.lowerBound
            parts.append((names[field.field], field.bytes, units))
        }
    }

    /// Appends an answer about the joined text.
    /// - Parameter isCut: the text was not read to its end.
    func append(
        _ answer: [UInt8], of text: UnsafeBufferPointer<UInt8>, isCut: Bool, to json: inout JSONBuffer
    ) {
        answer.withUnsafeBufferPointer { bytes in
            var done = 0
            var nextPlace = firstIndex(of: Self.mark, in: bytes, from: 0)
            var nextBeyond = isCut ? firstIndex(of: Self.beyond, in: bytes, from: 0) : bytes.count
            while true {
                let start = min(nextPlace, nextBeyond)
                json.raw(UnsafeBufferPointer(rebasing: bytes[done..<start]))
                if start == bytes.count { return }
                if start == nextBeyond {
                    done = start + Self.beyond.count
                    appendBeyond(Place.number(bytes, &done), &json)
                    nextBeyond = firstIndex(of: Self.beyond, in: bytes, from: done)
                } else {
                    let place = Place(bytes, start)
                    let isInList =
                        bytes[start - 1] == UInt8(ascii: "{") && place.end < bytes.count
                        && bytes[place.end] == UInt8(ascii: "}")
                    append(place, bytes, text, isInList, &json)
                    done = place.end
                    nextPlace = firstIndex(of: Self.mark, in: bytes, from: done)
                }
            }
        }
    }

    /// Where reading stopped: in a field, or behind the last one.
    private func appendBeyond(_ offset: Int, _ json: inout JSONBuffer) {
        if let part = parts.last(where: { $0.utf8.lowerBound <= offset }) {
            json.raw("\"field\":")
            part.name.withUnsafeBufferPointer { json.raw($0) }
            json.raw(",\"beyond\":")
            json.integer(min(offset, part.utf8.upperBound) - part.utf8.lowerBound)
        } else {
            json.raw("\"beyond\":")
            json.integer(offset)
        }
    }

    private func append(
        _ place: Place, _ bytes: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>,
        _ isInList: Bool, _ json: inout JSONBuffer
    ) {
        var isFirst = true
        for part in parts where part.utf8.overlaps(place.utf8) || part.utf8.contains(place.utf8.lowerBound) {
            if !isFirst { json.raw("},{") }
            isFirst = false
            let isWhole =
                part.utf8.lowerBound <= place.utf8.lowerBound && place.utf8.upperBound <= part.utf8.upperBound
            let clamped = place.utf8.clamped(to: part.utf8)
            var start = place.utf16.lowerBound - part.utf16
            var end = place.utf16.upperBound - part.utf16
            if !isWhole {
                start = utf16Count(text, part.utf8.lowerBound..<clamped.lowerBound)
                end = start + utf16Count(text, clamped)
            }
            json.raw("\"field\":")
            part.name.withUnsafeBufferPointer { json.raw($0) }
            json.raw(",\"utf8\":[")
            json.integer(clamped.lowerBound - part.utf8.lowerBound)
            json.raw(",")
            json.integer(clamped.upperBound - part.utf8.lowerBound)
            json.raw("],\"utf16\":[")
            json.integer(start)
            json.raw(",")
            json.integer(end)
            json.raw("]")
            if let words = place.text {
                json.raw(",\"text\":")
                if isWhole {
                    json.raw(UnsafeBufferPointer(rebasing: bytes[words]))
                } else {
                    json.string(UnsafeBufferPointer(rebasing: text[clamped]))
                }
            }
            if isWhole || !isInList { return }
        }
        // A place outside of every field can't be: all but the line breaks between them is in one.
        if isFirst { json.raw(UnsafeBufferPointer(rebasing: bytes[place.start..<place.end])) }
    }

    /// A place as an answer has it: `"utf8":[1,2],"utf16":[1,2]`, then perhaps `,"text":"…"`.
    private struct Place {
        var start: Int
        var end: Int
        var utf8: Range<Int>
        var utf16: Range<Int>
        var text: Range<Int>?

        /// - Parameter start: where the mark of a place stands.
        init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) {
            self.start = start
            var i = start + SpanFields.mark.count
            utf8 = Self.pair(bytes, &i)
            i += ",\"utf16\":[".utf8.count
            utf16 = Self.pair(bytes, &i)
            if bytes[i...].starts(with: ",\"text\":".utf8) {
                let words = i + ",\"text\":".utf8.count
                i = endOfString(bytes, words)
                text = words..<i
            }
            end = i
        }

        /// Reads `1,2]`.
        private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> Range<Int> {
            let first = number(bytes, &i)
            i += 1
            let second = number(bytes, &i)
            i += 1
            return first..<max(first, second)
        }

        static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> Int {
            var value = 0
            while i < bytes.count, bytes[i] &- 0x30 < 10 {
                value = 10 * value + Int(bytes[i] - 0x30)
                i += 1
            }
            return value
        }
    }
}

/// The offset after the string that begins at the quote at `start`.
private func endOfString(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    (try? skipString(bytes, start)) ?? bytes.count
}

/// Where the first byte at or after `start` stands that is not ASCII.
private func endOfASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard let base = bytes.baseAddress else { return start }
    let raw = UnsafeRawPointer(base)
    var i = start
    while i &+ 8 <= bytes.count,
        raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
        i &+= 8
    }
    while i < bytes.count, base[i] < 0x80 { i &+= 1 }
    return i
}

/// UTF-16 units of a part of a text; ill-formed sequences count as U+FFFD.
func utf16Count(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    let part = UnsafeBufferPointer(rebasing: text[range])
    var units = 0
    var i = 0
    while i < part.count {
        if part[i] < 0x80 {
            let end = endOfASCII(part, i)
            units += end - i
            i = end
            continue
        }
        let (scalar, count) = Scalars.decode(part, at: i)
        units += scalar >= 0x10000 ? 2 : 1
        i += max(1, count)
    }
    return units
}

/// Strings, numbers and literals of a JSON line, by RFC 8259.

/// Skips a string, number or literal; returns the offset after it.
func skipScalar(
    _ line: UnsafeBufferPointer<UInt8>, _ start: Int
) throws(JSONFault) -> (Int, JSONObjectReader.ValueType) {
    switch line[start] {
    case UInt8(ascii: "\""): return (try skipString(line, start), .string)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        return (try skipNumber(line, start), .number)
    case UInt8(ascii: "t"): return (try skipLiteral(line, start, "true"), .literal)
    case UInt8(ascii: "f"): return (try skipLiteral(line, start, "false"), .literal)
    case UInt8(ascii: "n"): return (try skipLiteral(line, start, "null"), .literal)
    default: throw JSONFault(column: start + 1, problem: .unexpectedCharacter)
    }
}

/// Skips a string that begins at the quote at `start`; returns the offset after the closing quote.
func skipString(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) throws(JSONFault) -> Int {
    var i = start + 1
    let raw = UnsafeRawPointer(line.baseAddress!)
    while true {
        while i &+ 32 <= line.count, !hasSpecialByte(raw + i) { i &+= 32 }
        // Eight bytes at a time up to a quote, a backslash or a control character.
        while i &+ 8 <= line.count {
            let word = UInt64(littleEndian: (raw + i).loadUnaligned(as: UInt64.self))
            let found = specialBytes(word)
            if found != 0 {
                i &+= found.trailingZeroBitCount >> 3
                break
            }
            i &+= 8
        }
        guard i < line.count else { throw JSONFault(column: i + 1, problem: .unexpectedEnd) }
        switch line[i] {
        case UInt8(ascii: "\""): return i + 1
        case UInt8(ascii: "\\"): i = try skipEscape(line, i)
        case 0..<0x20: throw JSONFault(column: i + 1, problem: .controlCharacterInString)
        default: i += 1
        }
    }
}

/// Whether one of 32 bytes is `"`, `\` or below 0x20; written so that the compiler makes vectors of it.
@inline(__always)
private func hasSpecialByte(_ raw: UnsafeRawPointer) -> Bool {
    var found: UInt8 = 0
    for k in 0..<32 {
        let byte = raw.load(fromByteOffset: k, as: UInt8.self)
        found |= (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0) | (byte < 0x20 ? 1 : 0)
    }
    return found != 0
}

/// The high bit of the lowest of eight bytes that is `"`, `\` or below 0x20; above it there may be false finds.
@inline(__always)
private func specialBytes(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let quote = word ^ (ones &* 0x22)
    let slash = word ^ (ones &* 0x5C)
    let found = ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash) | ((word &- ones &* 0x20) & ~word)
    return found & highs
}

private func skipEscape(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) throws(JSONFault) -> Int {
    guard start + 1 < line.count else { throw JSONFault(column: start + 1, problem: .unexpectedEnd) }
    switch line[start + 1] {
    case UInt8(ascii: "u"): return try skipUnicodeEscape(line, start)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
        UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
        return start + 2
    default: throw JSONFault(column: start + 1, problem: .badEscape)
    }
}

private func skipUnicodeEscape(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) throws(JSONFault) -> Int {
    guard let unit = hexUnit(line, start + 2) else { throw JSONFault(column: start + 1, problem: .badEscape) }
    if unit & 0xFC00 == 0xDC00 { throw JSONFault(column: start + 1, problem: .loneSurrogate) }
    guard unit & 0xFC00 == 0xD800 else { return start + 6 }
    guard start + 11 < line.count, line[start + 6] == UInt8(ascii: "\\"),
        line[start + 7] == UInt8(ascii: "u"),
        let second = hexUnit(line, start + 8), second & 0xFC00 == 0xDC00
    else { throw JSONFault(column: start + 1, problem: .loneSurrogate) }
    return start + 12
}

/// The four hexadecimal digits at `start`, or nil.
func hexUnit(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt32? {
    guard start + 4 <= line.count else { return nil }
    var value: UInt32 = 0
    for i in start..<start + 4 {
        switch line[i] {
        case 0x30...0x39: value = value << 4 | UInt32(line[i] - 0x30)
        case 0x41...0x46: value = value << 4 | UInt32(line[i] - 0x37)
        case 0x61...0x66: value = value << 4 | UInt32(line[i] - 0x57)
        default: return nil
        }
    }
    return value
}

private func skipNumber(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) throws(JSONFault) -> Int {
    func digits(_ from: Int) throws(JSONFault) -> Int {
        var i = from
        while i < line.count, line[i] &- 0x30 < 10 { i += 1 }
        if i == from { throw JSONFault(column: start + 1, problem: .badNumber) }
        return i
    }
    var i = start
    if line[i] == UInt8(ascii: "-") { i += 1 }
    let whole = i
    i = try digits(i)
    if line[whole] == UInt8(ascii: "0"), i > whole + 1 {
        throw JSONFault(column: start + 1, problem: .badNumber)
    }
    if i < line.count, line[i] == UInt8(ascii: ".") { i = try digits(i + 1) }
    if i < line.count, line[i] | 0x20 == UInt8(ascii: "e") {
        i += 1
        if i < line.count, line[i] == UInt8(ascii: "+") || line[i] == UInt8(ascii: "-") { i += 1 }
        i = try digits(i)
    }
    return i
}

private func skipLiteral(
    _ line: UnsafeBufferPointer<UInt8>, _ start: Int, _ word: StaticString
) throws(JSONFault) -> Int {
    guard start + word.utf8CodeUnitCount <= line.count else {
        throw JSONFault(column: start + 1, problem: .badLiteral)
    }
    for i in 0..<word.utf8CodeUnitCount where line[start + i] != word.utf8Start[i] {
        throw JSONFault(column: start + 1, problem: .badLiteral)
    }
    return start + word.utf8CodeUnitCount
}

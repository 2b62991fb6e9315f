/// Finds the members of one JSON object without building a tree.
///
/// The whole line is checked against RFC 8259, also the values nobody asked for, so that a broken row is
/// reported and not half read. Strings stay as written; `JSONText` undoes their escapes.
public struct JSONObjectReader: Sendable {
    public enum ValueType: Sendable { case string, number, object, array, literal }

    /// One member of the top-level object; ranges are byte offsets in the line.
    public struct Member: Sendable {
        /// The key between its quotes, escapes and all.
        public var key: Range<Int>
        /// The value as written, quotes included.
        public var value: Range<Int>
        public var type: ValueType
    }

    static let depthLimit = 128

    /// Members in order, from the last line read; a repeated key is listed each time.
    public private(set) var members: [Member] = []
    /// Open brackets of the value being skipped: true for an object.
    private var open: [Bool] = []

    public init() {}

    /// Reads a line; afterwards `members` holds what it contains.
    public mutating func read(_ line: UnsafeBufferPointer<UInt8>) throws(JSONFault) {
        members.removeAll(keepingCapacity: true)
        var i = skipSpace(line, 0)
        guard i < line.count, line[i] == UInt8(ascii: "{") else {
            throw JSONFault(column: i + 1, problem: .notAnObject)
        }
        i = skipSpace(line, i + 1)
        if i < line.count, line[i] == UInt8(ascii: "}") {
            i += 1
        } else {
            i = try readMembers(line, i)
        }
        i = skipSpace(line, i)
        if i < line.count { throw JSONFault(column: i + 1, problem: .trailingCharacters) }
    }

    private mutating func readMembers(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) throws(JSONFault)
        -> Int
    {
        var i = start
        while true {
            let key = try key(line, i)
            i = skipSpace(line, key.upperBound + 1)
            guard i < line.count else { throw JSONFault(column: i + 1, problem: .unexpectedEnd) }
            guard line[i] == UInt8(ascii: ":") else {
                throw JSONFault(column: i + 1, problem: .expectedColon)
            }
            i = skipSpace(line, i + 1)
            let begin = i
            let type: ValueType
            (i, type) = try skipValue(line, i)
            members.append(Member(key: key, value: begin..<i, type: type))
            i = skipSpace(line, i)
            guard i < line.count else { throw JSONFault(column: i + 1, problem: .unexpectedEnd) }
            if line[i] == UInt8(ascii: "}") { return i + 1 }
            guard line[i] == UInt8(ascii: ",") else {
                throw JSONFault(column: i + 1, problem: .expectedCommaOrEnd)
            }
            i = skipSpace(line, i + 1)
        }
    }

    private func key(_ line: UnsafeBufferPointer<UInt8>, _ i: Int) throws(JSONFault) -> Range<Int> {
        guard i < line.count else { throw JSONFault(column: i + 1, problem: .unexpectedEnd) }
        guard line[i] == UInt8(ascii: "\"") else { throw JSONFault(column: i + 1, problem: .expectedKey) }
        let end = try skipString(line, i)
        return i + 1..<end - 1
    }

    /// Skips any value, nested ones without recursion.
    mutating func skipValue(
        _ line: UnsafeBufferPointer<UInt8>, _ start: Int
    ) throws(JSONFault) -> (Int, ValueType) {
        guard start < line.count else { throw JSONFault(column: start + 1, problem: .unexpectedEnd) }
        let first = line[start]
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
            return try skipScalar(line, start)
        }
        open.removeAll(keepingCapacity: true)
        var i = start
        repeat {
            i = try step(line, i)
        } while !open.isEmpty
        return (i, first == UInt8(ascii: "{") ? .object : .array)
    }

    /// Reads one opening bracket, or one value and what closes after it.
    private mutating func step(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) throws(JSONFault) -> Int {
        var i = skipSpace(line, start)
        guard i < line.count else { throw JSONFault(column: i + 1, problem: .unexpectedEnd) }
        let byte = line[i]
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
            guard open.count < Self.depthLimit else { throw JSONFault(column: i + 1, problem: .tooDeep) }
            open.append(byte == UInt8(ascii: "{"))
            i = skipSpace(line, i + 1)
            guard i < line.count else { throw JSONFault(column: i + 1, problem: .unexpectedEnd) }
            let close = byte + 2  // "}" and "]" stand two places after "{" and "["
            guard line[i] == close else { return open[open.count - 1] ? try memberStart(line, i) : i }
        } else {
            (i, _) = try skipScalar(line, i)
            i = skipSpace(line, i)
            guard i < line.count else { throw JSONFault(column: i + 1, problem: .unexpectedEnd) }
        }
        return try closeOrContinue(line, i)
    }

    /// After a value: closes every bracket that ends here; stands at the next value afterwards.
    private mutating func closeOrContinue(
        _ line: UnsafeBufferPointer<UInt8>, _ start: Int
    ) throws(JSONFault) -> Int {
        var i = start
        while let isObject = open.last {
            i = skipSpace(line, i)
            guard i < line.count else { throw JSONFault(column: i + 1, problem: .unexpectedEnd) }
            if line[i] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                open.removeLast()
                i += 1
                continue
            }
            guard line[i] == UInt8(ascii: ",") else {
                throw JSONFault(column: i + 1, problem: .expectedCommaOrEnd)
            }
            i = skipSpace(line, i + 1)
            return isObject ? try memberStart(line, i) : i
        }
        return i
    }

    private func memberStart(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) throws(JSONFault) -> Int {
        let key = try key(line, start)
        let i = skipSpace(line, key.upperBound + 1)
        guard i < line.count else { throw JSONFault(column: i + 1, problem: .unexpectedEnd) }
        guard line[i] == UInt8(ascii: ":") else { throw JSONFault(column: i + 1, problem: .expectedColon) }
        return i + 1
    }
}

@inline(__always)
func skipSpace(_ line: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var i = start
    while i < line.count, line[i] == 0x20 || line[i] == 0x09 || line[i] == 0x0D || line[i] == 0x0A { i += 1 }
    return i
}

/// Finds the elements of one JSON array without building a tree; checks all of it, as `JSONObjectReader` does.
package struct JSONArrayReader: Sendable {
    package struct Element: Sendable {
        /// Bytes of the text read, quotes of strings included.
        package var value: Range<Int>
        package var type: JSONObjectReader.ValueType
    }

    /// In order, from the text last read.
    package private(set) var elements: [Element] = []
    private var values = JSONObjectReader()

    package init() {}

    /// Reads a text whose first sign but white space is `[`.
    package mutating func read(_ text: UnsafeBufferPointer<UInt8>) throws(JSONFault) {
        elements.removeAll(keepingCapacity: true)
        var i = skipSpace(text, 0)
        guard i < text.count, text[i] == UInt8(ascii: "[") else {
            throw JSONFault(column: i + 1, problem: .unexpectedCharacter)
        }
        i = skipSpace(text, i + 1)
        if i < text.count, text[i] == UInt8(ascii: "]") {
            i += 1
        } else {
            i = try readElements(text, i)
        }
        i = skipSpace(text, i)
        if i < text.count { throw JSONFault(column: i + 1, problem: .trailingCharacters) }
    }

    private mutating func readElements(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int
    ) throws(JSONFault) -> Int {
        var i = start
        while true {
            let (end, type) = try values.skipValue(text, i)
            elements.append(Element(value: i..<end, type: type))
            i = skipSpace(text, end)
            guard i < text.count else { throw JSONFault(column: i + 1, problem: .unexpectedEnd) }
            if text[i] == UInt8(ascii: "]") { return i + 1 }
            guard text[i] == UInt8(ascii: ",") else {
                throw JSONFault(column: i + 1, problem: .expectedCommaOrEnd)
            }
            i = skipSpace(text, i + 1)
        }
    }
}

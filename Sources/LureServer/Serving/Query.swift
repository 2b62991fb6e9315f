/// The parameters behind the question mark.
struct Query: Sendable {
    private var pairs: [(name: String, value: String)] = []

    /// - Parameter query: what stands behind the question mark, as form data is encoded.
    init(_ query: Substring) throws(Problem) {
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            pairs.append((try Self.decoded(parts[0]), parts.count > 1 ? try Self.decoded(parts[1]) : ""))
        }
    }

    /// The first value of a parameter.
    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    func flag(_ name: String) throws(Problem) -> Bool {
        switch self[name] {
        case nil, "false": false
        case "true": true
        default: throw .parameter(name, "true or false")
        }
    }

    /// One of a few words.
    func choice<T>(_ name: String, _ demand: String, _ read: (String) -> T?) throws(Problem) -> T? {
        guard let value = self[name] else { return nil }
        guard let choice = read(value) else { throw .parameter(name, demand) }
        return choice
    }

    private static func decoded(_ text: Substring) throws(Problem) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return String(text)
        }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexValue),
                    let low = rest.popFirst().flatMap(hexValue)
                else { throw .badQuery }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        guard let decoded = String(validating: bytes, as: UTF8.self) else { throw .badQuery }
        return decoded
    }
}

private func hexValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
}

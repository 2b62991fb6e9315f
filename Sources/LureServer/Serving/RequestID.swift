import HTTPTypes

/// Names of requests, in answers and in the log.
enum RequestID {
    static let header = HTTPField.Name("X-Request-Id")!

    /// The client's own name for the request if it is well-formed, else a random one.
    static func of(_ fields: HTTPFields) -> String {
        if let own = fields[header], isWellFormed(own) { return own }
        return random(bytes: 8)
    }

    /// 1 to 64 of A-Z, a-z, 0-9, `.`, `_`, `-`.
    static func isWellFormed(_ id: String) -> Bool {
        (1...64).contains(id.utf8.count)
            && id.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "_"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// Hexadecimal digits nobody can guess: the system's generator.
    static func random(bytes: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        var id = ""
        for _ in 0..<bytes {
            let byte = UInt8.random(in: .min ... .max, using: &generator)
            let digits = String(byte, radix: 16)
            id += digits.count == 1 ? "0" + digits : digits
        }
        return id
    }
}

import Foundation

#if canImport(Glibc)
    import Glibc
    private let streamType = Int32(SOCK_STREAM.rawValue)
    private let sendFlags = Int32(MSG_NOSIGNAL)
#else
    private let streamType = SOCK_STREAM
    private let sendFlags: Int32 = 0
#endif

/// A plain TCP connection to this machine: what a test sends is what the server gets.
final class Connection {
    private let socketNumber: Int32

    init(port: UInt16) throws {
        socketNumber = socket(AF_INET, streamType, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        // A server that hangs must not hang the tests.
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(socketNumber, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socketNumber, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if status != 0 { throw Missing() }
    }

    deinit { close(socketNumber) }

    func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes all, or as much as the server takes before it closes.
    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(socketNumber, $0.baseAddress, $0.count, sendFlags) }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }

    /// What comes next; empty at the end, on a fault, or when nothing comes for long.
    func read() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = bytes.withUnsafeMutableBytes { recv(socketNumber, $0.baseAddress, $0.count, 0) }
        return Array(bytes[..<max(0, count)])
    }

    func readAll() -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let next = read()
            if next.isEmpty { return all }
            all += next
        }
    }

    /// Reads until some text has come.
    func read(until text: String) -> String {
        var all: [UInt8] = []
        while true {
            let next = read()
            all += next
            let read = String(decoding: all, as: UTF8.self)
            if next.isEmpty || read.contains(text) { return read }
        }
    }
}

/// An answer as it came over a connection.
struct Answer {
    var status: Int
    /// Names in lower case.
    var fields: [String: String] = [:]
    var body: [UInt8]

    init(_ bytes: [UInt8], isHead: Bool = false) throws {
        let end = try required(
            bytes.indices.dropLast(3).first { bytes[$0...].starts(with: [13, 10, 13, 10]) })
        var lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines.removeFirst().split(separator: " ")
        status = try required(words.count > 1 ? Int(words[1]) : nil)
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { throw Missing() }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            fields[line[..<colon].lowercased()] = value
        }
        body = Array(bytes[(end + 4)...])
        if fields["transfer-encoding"] == "chunked" { body = try Self.joined(body) }
    }

    private static func joined(_ chunks: [UInt8]) throws -> [UInt8] {
        var body: [UInt8] = []
        var rest = chunks[...]
        while true {
            let line = try required(rest.firstIndex(of: 13))
            let size = try required(Int(String(decoding: rest[..<line], as: UTF8.self), radix: 16))
            if size == 0 { return body }
            rest = rest[(line + 2)...]
            body += rest.prefix(size)
            rest = rest.dropFirst(size + 2)
        }
    }

    var text: String { String(decoding: body, as: UTF8.self) }

    private var json: Any? { try? JSONSerialization.jsonObject(with: Data(body), options: .fragmentsAllowed) }
    func object() throws -> [String: Any] { try required(json as? [String: Any]) }
    func array() throws -> [[String: Any]] { try required(json as? [[String: Any]]) }

    /// The name of the problem it tells, if it is one and has all members that it must have.
    var problem: String? {
        guard fields["content-type"] == "application/problem+json", let object = try? object(),
            object["status"] as? Int == status, object["title"] is String, object["detail"] is String,
            object["instance"] as? String == fields["x-request-id"], let type = object["type"] as? String
        else { return nil }
        return type.hasPrefix("/problems/") ? String(type.dropFirst("/problems/".count)) : nil
    }
}

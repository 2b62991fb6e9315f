import Logging
import LureBatch
import LureScreen

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The log: one JSON object a line, on standard error. It never holds texts, addresses, tokens or queries.
struct ServerLog: Sendable {
    let logsRequests: Bool

    /// What is told of a request that was answered.
    struct Entry {
        var id: String
        var method: String
        var route: Route
        var status: Int
        var microseconds: Int
        var bytesIn: Int
        var bytesOut: Int
    }

    func request(_ entry: Entry) {
        guard logsRequests else { return }
        var json = JSONBuffer()
        begin("info", "request", &json)
        json.raw(",\"id\":")
        json.string(entry.id)
        json.raw(",\"method\":")
        json.string(entry.method)
        json.raw(",\"route\":")
        json.string(entry.route.label)
        json.raw(",\"status\":")
        json.integer(entry.status)
        json.raw(",\"ms\":")
        json.decimal(Double(entry.microseconds) / 1000, places: 3)
        json.raw(",\"in\":")
        json.integer(entry.bytesIn)
        json.raw(",\"out\":")
        json.integer(entry.bytesOut)
        json.raw("}\n")
        write(json)
    }

    /// Something that happened, with what belongs to it.
    func event(_ level: String, _ event: String, _ details: [(String, String)] = []) {
        var json = JSONBuffer()
        begin(level, event, &json)
        for (name, value) in details {
            json.raw(",")
            json.string(name)
            json.raw(":")
            json.string(value)
        }
        json.raw("}\n")
        write(json)
    }

    private func begin(_ level: String, _ event: String, _ json: inout JSONBuffer) {
        json.raw("{\"time\":")
        json.string(Self.timeStamp())
        json.raw(",\"level\":")
        json.string(level)
        json.raw(",\"event\":")
        json.string(event)
    }

    /// One call a line, so that lines of several threads do not mix.
    private func write(_ json: borrowing JSONBuffer) {
        json.withBytes { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = writeToStandardError(rest)
                if count <= 0 { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }

    /// Now, in UTC with milliseconds.
    private static func timeStamp() -> String {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        var parts = tm()
        gmtime_r(&now.tv_sec, &parts)
        return formatted(parts, "%Y-%m-%dT%H:%M:%S") + "." + threeDigits(now.tv_nsec / 1_000_000) + "Z"
    }

    private static func threeDigits(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    /// Now, as the Date header has it.
    static func dateHeader() -> String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        return formatted(parts, "%a, %d %b %Y %H:%M:%S GMT")
    }

    private static func formatted(_ parts: tm, _ format: String) -> String {
        var parts = parts
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
            guard let base = buffer.baseAddress else { return "" }
            let count = strftime(base, buffer.count, format, &parts)
            return String(decoding: UnsafeRawBufferPointer(start: base, count: count), as: UTF8.self)
        }
    }
}

private func writeToStandardError(_ bytes: UnsafeRawBufferPointer) -> Int {
    write(2, bytes.baseAddress, bytes.count)
}

/// Leads what the HTTP library has to say into the log.
struct ServerLogHandler: LogHandler {
    let log: ServerLog
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.warning

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        log.event(event.level.rawValue, "http", [("message", event.message.description)])
    }
}

import LureText

/// Contacts that are never exported and join no rows: one's own, those of honest firms.
///
/// One a line: a value (`example_hr`, `+1 555 0100`, `jobs@example.com`), a value of one type (`telegram:example_hr`), or
/// a host (`example.com`), which stands for all addresses and links there and below. Defanged ones are read too; what
/// follows a `#` at the beginning of a line is a remark.
public struct ContactDenyList: Sendable {
    private var values: Set<String> = []
    private var typed: Set<NamedContact> = []
    private var numbers: Set<String> = []

    /// Denies nothing.
    public init() {}

    public init(_ bytes: [UInt8]) {
        for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            add(String(decoding: line, as: UTF8.self))
        }
    }

    public var isEmpty: Bool { values.isEmpty && typed.isEmpty && numbers.isEmpty }

    private mutating func add(_ line: String) {
        guard !line.hasPrefix("#") else { return }
        let entry = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if let colon = entry.firstIndex(of: ":"),
            let channel = Fact.Channel.allCases.first(where: { $0.name == entry[..<colon].lowercased() })
        {
            let value = Self.normal(String(entry[entry.index(after: colon)...]))
            if !value.isEmpty { typed.insert(NamedContact(channel: channel, read: value)) }
            return
        }
        let value = Self.normal(String(entry))
        guard !value.isEmpty else { return }
        values.insert(value)
        let digits = value.filter { $0.isASCII && $0.isNumber }
        if digits.count >= 8, value.allSatisfy({ "+-(). ".contains($0) || $0.isNumber }) {
            numbers.insert(digits)
        }
    }

    /// Small letters, without a scheme, the sign of a handle, and brackets around dots.
    private static func normal(_ value: String) -> String {
        var rest = value.lowercased().filter { !$0.isWhitespace && $0 != "[" && $0 != "]" }[...]
        for prefix in ["https://", "http://", "hxxps://", "hxxp://", "@"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
            break
        }
        while rest.last == "/" || rest.last == "." { rest = rest.dropLast() }
        return String(rest)
    }

    func denies(_ contact: NamedContact) -> Bool {
        if isEmpty { return false }
        let value = Self.normal(contact.value)
        if values.contains(value) || typed.contains(NamedContact(channel: contact.channel, value: value)) {
            return true
        }
        if contact.channel == .phone || contact.channel == .whatsapp || contact.channel == .viber,
            numbers.contains(value.filter { $0.isASCII && $0.isNumber })
        {
            return true
        }
        return hosts(of: contact.channel, value).contains { values.contains($0) }
    }

    /// The host of a link or address, and those above it.
    private func hosts(of channel: Fact.Channel, _ value: String) -> [String] {
        guard channel == .email || value.contains("."), channel != .phone else { return [] }
        var host = value[...]
        if let sign = host.lastIndex(of: "@"), channel == .email { host = host[host.index(after: sign)...] }
        var labels = host.prefix { $0 != "/" && $0 != ":" && $0 != "?" }.split(separator: ".")
        var hosts: [String] = []
        while labels.count > 1 {
            hosts.append(labels.joined(separator: "."))
            labels.removeFirst()
        }
        return hosts
    }
}

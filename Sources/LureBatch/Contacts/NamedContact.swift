import LureText

/// A contact as groups and exports know it: links that only name an account ("t.me/name") are the account.
public struct NamedContact: Hashable, Sendable {
    public var channel: Fact.Channel
    public var value: String

    init(channel: Fact.Channel, value: String) {
        self.channel = channel
        self.value = value
    }

    /// - Parameter read: as it was read off a text.
    init(channel: Fact.Channel, read: String) {
        self.channel = channel
        value = channel == .email || channel == .url ? read : Self.account(of: read)
    }

    private static let accountHosts = ["t.me", "telegram.me", "wa.me", "m.me", "zalo.me"]

    private static func account(of value: String) -> String {
        var rest = value[...]
        for prefix in ["https://", "http://"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
        }
        guard let slash = rest.firstIndex(of: "/"), accountHosts.contains(String(rest[..<slash])) else {
            return value
        }
        let path = rest[rest.index(after: slash)...]
        let name = path.prefix { $0 != "?" && $0 != "#" && $0 != "/" }
        let isWhole =
            path.dropFirst(name.count).allSatisfy { $0 == "/" } || path.dropFirst(name.count).first == "?"
        return name.isEmpty || name.hasPrefix("+") || !isWhole ? value : String(name)
    }

    /// Whether rows that name it belong together: an address of someone, not a site many people name or a number that is
    /// partly hidden.
    var joinsRows: Bool {
        switch channel {
        case .url: value.contains("/")
        case .phone: !value.contains("x") && !value.contains("*")
        default: true
        }
    }

    /// The value so that no program makes a link of it: dots in brackets, "hxxp".
    public var defanged: String { defangedText(value) }

    /// As much of the value as does not tell whose it is.
    var masked: String { "\(value.prefix(2))…" }
}

/// A text in which no program finds a link: "hxxp" for "http", and a dot before anything but a space in brackets.
public func defangedText(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
        switch scalar.value {
        case 0x2E where index + 1 < scalars.count && scalars[index + 1] != " ": result += "[.]"
        case 0x74 where isInScheme(scalars, index): result += "x"
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: result.unicodeScalars.append("\u{FFFD}")
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// Whether the "t" at `index` is one of the two in "http".
private func isInScheme(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    func has(_ word: String, at start: Int) -> Bool {
        start >= 0 && start + 4 <= text.count && text[start..<start + 4].elementsEqual(word.unicodeScalars)
    }
    return has("http", at: index - 1) || has("http", at: index - 2)
}

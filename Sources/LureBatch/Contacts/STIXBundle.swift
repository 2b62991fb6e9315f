import LureScreen
import LureText

/// Contacts as cyber-observable objects of a STIX 2.1 bundle (OASIS Standard, 10 June 2021).
///
/// Addresses are `email-addr`, links `url`, hosts `domain-name`, all others `user-account` with the messenger, `phone` or
/// `wallet` as type. Ids are UUIDv5 of the properties that section 2.9 names, so the same contact has the same id in every
/// export. All carry `defanged` and, as properties of our own, rows, first and last row.
struct STIXBundle {
    /// Of all cyber-observable objects; section 2.9.
    private static let namespace: [UInt8] = [
        0x00, 0xAB, 0xED, 0xB4, 0xAA, 0x42, 0x46, 0x6C, 0x9C, 0x01, 0xFE, 0xD2, 0x33, 0x15, 0xA9, 0xB7,
    ]

    private var objects: [UInt8] = []
    private var ids: [UInt8] = []

    mutating func append(_ entry: ContactTable.Entry, _ inputs: [String]) {
        let (type, properties) = Self.properties(of: entry.contact)
        let id = "\(type)--\(UUIDv5.name(Self.object(properties), in: Self.namespace))"
        ids += Array(id.utf8)
        var json = JSONBuffer()
        json.raw("{\"type\":")
        json.string(type)
        json.raw(",\"spec_version\":\"2.1\",\"id\":")
        json.string(id)
        for (name, value) in properties {
            json.raw(",")
            json.string(name)
            json.raw(":")
            json.string(value)
        }
        json.raw(",\"defanged\":true,\"x_lurescreen_rows\":")
        json.integer(entry.rows)
        json.raw(",\"x_lurescreen_first\":")
        json.string(entry.first.name(inputs))
        json.raw(",\"x_lurescreen_last\":")
        json.string(entry.last.name(inputs))
        json.raw("}")
        if !objects.isEmpty { objects += [UInt8(ascii: ","), 0x0A] }
        objects += json.bytes
    }

    /// A bundle's objects are optional, and an empty list is none.
    func finished() -> [UInt8] {
        let id = UUIDv5.name(ids, in: Self.namespace)
        let head = "{\"type\":\"bundle\",\"id\":\"bundle--\(id)\""
        guard !objects.isEmpty else { return Array((head + "}\n").utf8) }
        return Array((head + ",\"objects\":[\n").utf8) + objects + Array("\n]}\n".utf8)
    }

    /// The object's type and the properties its id is made of, sorted by name.
    private static func properties(of contact: NamedContact) -> (String, [(String, String)]) {
        switch contact.channel {
        case .email: return ("email-addr", [("value", contact.defanged)])
        case .url:
            guard contact.value.contains("/") else { return ("domain-name", [("value", contact.defanged)]) }
            // Texts leave the scheme out, URLs can't.
            let hasScheme = contact.defanged.hasPrefix("hxxp")
            return ("url", [("value", hasScheme ? contact.defanged : "hxxps://" + contact.defanged)])
        default:
            return (
                "user-account",
                [("account_login", contact.defanged), ("account_type", contact.channel.name)]
            )
        }
    }

    /// Canonical JSON (RFC 8785): no spaces, names sorted.
    private static func object(_ properties: [(String, String)]) -> [UInt8] {
        var json = JSONBuffer()
        for (index, (name, value)) in properties.enumerated() {
            json.raw(index == 0 ? "{" : ",")
            json.string(name)
            json.raw(":")
            json.string(value)
        }
        json.raw("}")
        return json.bytes
    }
}

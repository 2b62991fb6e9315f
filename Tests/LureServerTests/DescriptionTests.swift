import Foundation
import Testing

private func content(of path: String) throws -> String {
    let home = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    return try String(contentsOf: home.appendingPathComponent(path), encoding: .utf8)
}

/// The names under `properties:` of a schema in openapi.yaml, and those it requires.
private func described(_ schema: String, in text: String) throws -> (
    names: Set<String>, required: Set<String>
) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let first = try #require(lines.firstIndex(of: "    \(schema):"))
    let rest = lines[(first + 1)...]
    let block = rest.prefix { $0.hasPrefix("      ") || $0.isEmpty }
    let required = try #require(block.first { $0.hasPrefix("      required: [") })
    let list = required.dropFirst("      required: [".count).dropLast()
    let names = block.filter { $0.hasPrefix("        ") && !$0.hasPrefix("         ") }
        .compactMap { $0.split(separator: ":").first.map { $0.trimmingCharacters(in: .whitespaces) } }
    return (
        Set(names), Set(list.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
    )
}

@Test(
    "the API's description names what the schema of an assessment names, but for what one of them alone tells"
)
func assessmentDescription() throws {
    let schema = try #require(
        JSONSerialization.jsonObject(with: Data(content(of: "docs/assessment.schema.json").utf8))
            as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    let required = try #require(schema["required"] as? [String])

    let described = try described("Assessment", in: content(of: "Sources/LureWebFiles/openapi.yaml"))

    // Only `scan --group` tells groups; only the API may be asked for signatures.
    #expect(described.names == Set(properties.keys).subtracting(["group"]).union(["signature"]))
    #expect(described.required == Set(required))
}

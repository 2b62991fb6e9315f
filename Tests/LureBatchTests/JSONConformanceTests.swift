import Foundation
import LureBatch
import Testing

/// Lines of `Fixtures/json.tsv` (written by `scripts/json-fixtures`): a JSON line, and its members by Python's parser.
private struct Case {
    let line: [UInt8]
    /// nil: to be refused.
    let members: [String]?
}

private func cases() throws -> [Case] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/json.tsv")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map { row in
        let columns = row.split(separator: "\t", omittingEmptySubsequences: false)
        let members = columns[1].split(separator: ",").map { String($0) }
        return Case(line: bytes(columns[0]), members: columns[1] == "bad" ? nil : members)
    }
}

private func bytes(_ hex: Substring) -> [UInt8] {
    let digits = hex.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}

/// The members as a fixture has them; nil if the line is refused.
private func members(_ line: [UInt8]) -> [String]? {
    var reader = JSONObjectReader()
    return line.withUnsafeBufferPointer { bytes in
        guard (try? reader.read(bytes)) != nil else { return nil }
        return reader.members.map { member in
            var key: [UInt8] = []
            JSONText.appendUnescaped(UnsafeBufferPointer(rebasing: bytes[member.key]), to: &key)
            guard member.type == .string else { return hex(key) + "=*" }
            var value: [UInt8] = []
            let inside = member.value.lowerBound + 1..<member.value.upperBound - 1
            JSONText.appendUnescaped(UnsafeBufferPointer(rebasing: bytes[inside]), to: &value)
            return hex(key) + "=" + hex(value)
        }
    }
}

@Test("lines are accepted, refused and read as Python's parser does")
func conformance() throws {
    let cases = try cases()
    for test in cases {
        #expect(members(test.line) == test.members, "\(String(decoding: test.line, as: UTF8.self))")
    }
    #expect(cases.count { $0.members != nil } > 500)
    #expect(cases.count { $0.members == nil } > 500)
}

import Testing

@testable import LureBatch

private struct Row: Equatable {
    var line: Int
    var text: String
    var isTooLong = false
}

/// The rows of a text that comes in pieces of some size.
private func rows(of text: String, pieceSize: Int, rowLimit: Int = 1 << 20) -> [Row] {
    var options = ScanOptions()
    options.format = .jsonl
    options.rowLimit = rowLimit
    var feed = RowFeed(options: options, ruleCount: 0)
    var rows: [Row] = []
    func take(_ block: Block) {
        for record in block.records {
            let bytes = block.content[record.start..<record.end]
            rows.append(
                Row(
                    line: record.line, text: String(decoding: bytes, as: UTF8.self),
                    isTooLong: record.problem == .tooLong(limit: rowLimit)))
        }
    }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        rest.prefix(pieceSize).withUnsafeBytes { feed.append($0) }
        rest = rest.dropFirst(pieceSize)
        if let block = feed.next(isLast: false) { take(block) }
        #expect(feed.count <= rowLimit + pieceSize)
    }
    if let block = feed.next(isLast: true) { take(block) }
    return rows
}

@Test("rows that come in pieces are the same whatever the pieces", arguments: [1, 2, 3, 7, 64, 4096])
func pieces(_ size: Int) {
    let text = "{\"text\":\"a\"}\n\n{broken\r\n  \n{\"text\":\"ž\"}\n{\"text\":\"last\"}"
    let expected = [
        Row(line: 1, text: "{\"text\":\"a\"}"), Row(line: 3, text: "{broken"),
        Row(line: 5, text: "{\"text\":\"ž\"}"), Row(line: 6, text: "{\"text\":\"last\"}"),
    ]
    #expect(
        rows(of: text, pieceSize: size).map { Row(line: $0.line, text: $0.text.trimmed) } == expected)
}

extension String {
    /// Without what may stand around a row.
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}

@Test(
    "a row that is too long is told at its line and passed over, however it comes",
    arguments: [1, 5, 50, 4096])
func tooLong(_ size: Int) {
    let text = "{\"a\":1}\n" + String(repeating: "x", count: 200) + "\n{\"b\":2}\n"
    let found = rows(of: text, pieceSize: size, rowLimit: 20)
    #expect(found.map(\.line) == [1, 2, 3])
    #expect(found.map(\.isTooLong) == [false, true, false])
    #expect(found.last?.text == "{\"b\":2}")
}

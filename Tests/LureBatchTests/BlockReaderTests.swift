import Foundation
import Testing

@testable import LureBatch

/// A file with this content, opened.
private func stream(_ content: [UInt8], encoding: String? = nil) throws -> ByteStream {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try Data(content).write(to: URL(fileURLWithPath: path))
    // The file stays readable while it is open.
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try ByteStream(FileDescriptor.openForReading(path), encoding: encoding)
}

/// Records of a content with their lines, problems as "!"; where blocks end is marked with "|".
private func records(
    _ content: String, _ format: RecordFormat, block: Int = 1 << 18, record: Int = 1 << 24, count: Int = 1024
) throws -> [String] {
    try records(
        Array(content.utf8), format, BlockReader.Limits(block: block, record: record, records: count))
}

private func records(
    _ content: [UInt8], _ format: RecordFormat, _ limits: BlockReader.Limits
) throws -> [String] {
    var reader = BlockReader(try stream(content), limits: limits)
    try reader.withHead { _ in }
    _ = try reader.begin(format)
    let block = Block(ruleCount: 0)
    var result: [String] = []
    while try reader.next(into: block) {
        for record in block.records {
            let text = String(decoding: block.content[record.start..<record.end], as: UTF8.self)
            result.append("\(record.line):" + (record.problem == nil ? text : "!"))
        }
        result.append("|")
    }
    return result
}

private func withoutEnds(_ records: [String]) -> [String] { records.filter { $0 != "|" } }

@Test("lines come out whole and numbered, whatever the block size", arguments: [4, 7, 16, 1000])
func wholeLines(_ size: Int) throws {
    let found = try records("one\ntwo\r\n\nfour is longer\nlast", .lines, block: size)

    #expect(withoutEnds(found) == ["1:one", "2:two", "4:four is longer", "5:last"])
}

@Test("a byte order mark belongs to no line", arguments: [1, 2, 3, 64])
func byteOrderMark(_ size: Int) throws {
    #expect(withoutEnds(try records("\u{FEFF}one\ntwo", .lines, block: size)) == ["1:one", "2:two"])
}

@Test("a row beyond the limit is passed over and named; the rows after it keep their numbers")
func longRow() throws {
    let long = String(repeating: "x", count: 500)

    let found = try records("one\n\(long)\nthree\n\(long)", .lines, block: 16, record: 100)

    #expect(withoutEnds(found) == ["1:one", "2:!", "3:three", "4:!"])
}

@Test("CSV records keep the line they begin on", arguments: [8, 16, 33, 1000])
func csvLines(_ size: Int) throws {
    let found = try records(
        "h,i\n1,\"a\nb\"\n\n2,c\n3,\"d\"x\n4,e", .csv(separator: UInt8(ascii: ",")), block: size)

    #expect(withoutEnds(found) == ["2:1,\"a\nb\"\n", "5:2,c\n", "6:!", "7:4,e"])
}

@Test("mails end before an empty line and a From line")
func mails() throws {
    let box = "From a\nX: 1\n\nbody\nFrom here on\n\nFrom b\n\nlast"

    let found = try records(box, .mbox, block: 8)

    #expect(withoutEnds(found) == ["1:From a\nX: 1\n\nbody\nFrom here on\n\n", "7:From b\n\nlast"])
}

@Test("line feeds are counted at every length")
func lineFeeds() {
    var random = SplitMix(state: 9)
    for length in [0, 1, 7, 8, 9, 31, 255 * 8, 255 * 8 + 1, 5_000] {
        let bytes = (0..<length).map { _ in [0x0A, 0x0B, 0x8A, 0x41][Int(random.next() & 3)] as UInt8 }
        let all = [UInt8](repeating: 0x0A, count: length)

        #expect(bytes.withUnsafeBufferPointer { countLineFeeds($0) } == bytes.count { $0 == 0x0A })
        #expect(all.withUnsafeBufferPointer { countLineFeeds($0) } == length)
    }
}

@Test("a text file is one record")
func wholeText() throws {
    #expect(try records("a\n\nb", .text, block: 2) == ["1:a\n\nb", "|"])
}

@Test("an empty file has no block")
func empty() throws {
    #expect(try records("", .lines) == [])
}

@Test("a scan that goes on at the end of a block sees the same blocks")
func resumption() throws {
    var random = SplitMix(state: 3)
    let rows = (0..<300).map { "row \($0) " + String(repeating: "z", count: Int(random.next() % 60)) }
    let content = Array(rows.joined(separator: "\n").utf8)
    let limits = BlockReader.Limits(block: 256, record: 4096, records: 5)
    var ends: [InputPosition] = []
    var reader = BlockReader(try stream(content), limits: limits)
    try reader.withHead { _ in }
    _ = try reader.begin(.lines)
    let block = Block(ruleCount: 0)
    while try reader.next(into: block) { ends.append(block.end) }

    for (index, end) in ends.enumerated() {
        var later = BlockReader(try stream(content), limits: limits)
        try later.withHead { _ in }
        _ = try later.begin(.lines)
        try later.skip(to: end)
        var rest: [InputPosition] = []
        while try later.next(into: block) { rest.append(block.end) }

        #expect(rest == Array(ends[(index + 1)...]))
    }
    #expect(ends.count > 50)
}

@Test("packed files come out as they went in, several members too", arguments: [Compression.gzip, .zstd])
func packed(_ kind: Compression) throws {
    let packer = Packer(kind)
    let text = String(repeating: "some row\n", count: 40_000)
    let content = packer.pack(Array(text.utf8)) + packer.packWhole([]) + packer.pack(Array("last".utf8))

    let found = withoutEnds(try records(content, .lines, BlockReader.Limits()))

    #expect(found.count == 40_001)
    #expect(found.first == "1:some row")
    #expect(found.last == "40001:last")
}

@Test("an archive cut short gives its whole rows, then says so", arguments: [Compression.gzip, .zstd])
func truncated(_ kind: Compression) throws {
    var random = SplitMix(state: 1)
    let rows = (0..<20_000).map { "\($0) \(random.next())\n" }.joined()
    let packed = Packer(kind).pack(Array(rows.utf8))
    let block = Block(ruleCount: 0)
    var count = 0

    let fault = #expect(throws: InputFault.self) {
        var reader = BlockReader(try stream(Array(packed[..<(packed.count * 3 / 4)])), limits: .init())
        try reader.withHead { _ in }
        _ = try reader.begin(.lines)
        while try reader.next(into: block) { count += block.records.count }
    }

    #expect(fault == .truncated(kind))
    #expect(count > 5_000)
}

@Test("a file that becomes shorter while it is read has not come to its end")
func shrunk() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try Data(String(repeating: "row\n", count: 1_000).utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let stream = try ByteStream(FileDescriptor.openForReading(path), encoding: nil)
    try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 2_001)
    var reader = BlockReader(stream, limits: .init())
    try reader.withHead { _ in }
    _ = try reader.begin(.lines)

    #expect(throws: InputFault.shrunk) { try reader.next(into: Block(ruleCount: 0)) }
}

@Test(
    "archives that are no archives are damaged, not a crash", arguments: [Compression.gzip, .zstd])
func corrupt(_ kind: Compression) throws {
    var random = SplitMix(state: 5)
    let packed = Packer(kind).pack(Array(String(repeating: "abc 123 ", count: 4_000).utf8))
    for _ in 0..<300 {
        var bytes = packed
        for _ in 0..<3 {
            bytes[4 + Int(random.next() % UInt64(bytes.count - 4))] = UInt8(random.next() & 255)
        }
        do {
            _ = try records(bytes, .lines, BlockReader.Limits(block: 1 << 12, record: 1 << 14))
        } catch let fault as InputFault {
            #expect([.truncated(kind), .corrupt(kind), .windowTooLarge].contains(fault))
        }
    }
}

@Test(
    "other encodings are read as UTF-8",
    arguments: [
        ("UTF-16LE", [0x65, 0x00, 0xE9, 0x00, 0x3D, 0xD8, 0x00, 0xDE], "eé😀"),
        ("GB18030", [0xD5, 0xD0, 0xC6, 0xB8, 0x81, 0x30, 0x84, 0x36], "招聘\u{A5}"),
        ("Big5", [0xA9, 0xDB, 0xB8, 0x75], "招聘"),
        ("WINDOWS-1258", [0x76, 0x69, 0xEA, 0xF2, 0x63], "vi\u{1EC7}c"),
        ("TIS-620", [0xA7, 0xD2, 0xB9], "งาน"),
        ("SHIFT_JIS", [0x8B, 0x81, 0x90, 0x6C], "求人"),
        ("KOI8-R", [0xD2, 0xC1, 0xC2, 0xCF, 0xD4, 0xC1], "работа"),
        ("EUC-KR", [0xB1, 0xB8, 0xC0, 0xCE], "구인"),
        ("Big5", [0xA9, 0xDB, 0xFF, 0x41], "招\u{FFFD}A"),
        ("GB18030", [0x41, 0xD5], "A\u{FFFD}"),
    ] as [(String, [UInt8], String)])
func encodings(_ name: String, _ bytes: [UInt8], _ expected: String) throws {
    // Many of them, so that characters lie across every border of pieces.
    let stream = try stream((0..<30_000).flatMap { _ in bytes }, encoding: name)
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 777)
    while true {
        let count = try piece.withUnsafeMutableBytes { try stream.read(into: $0) }
        if count == 0 { break }
        text += piece[..<count]
    }

    let once = Array(expected.unicodeScalars)
    let all = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    if name == "GB18030", bytes.count == 2 {
        // 0xD5 0x41 is a character; only the last one is cut.
        #expect(all.last == "\u{FFFD}")
    } else {
        #expect(all.count == once.count * 30_000)
        #expect(Array(all.prefix(once.count)) == once)
        #expect(Array(all.suffix(once.count)) == once)
    }
}

@Test("UTF-16 is known by its mark, an unknown encoding is refused")
func marks() throws {
    #expect(throws: InputFault.unknownEncoding("klingon-9")) { try stream([65], encoding: "klingon-9") }
    let found = try records([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x62, 0], .lines, BlockReader.Limits())
    #expect(withoutEnds(found) == ["1:a", "2:b"])
}

@Test(
    "the format is told by the content",
    arguments: [
        ("{\"text\":1}", RecordFormat.jsonl), (" \n{", .jsonl), ("From a b\n", .mbox),
        ("hello, world", .lines),
        ("id,text\n1,2", .csv(separator: 0x2C)), ("id\ttext\n", .csv(separator: 0x09)),
        ("id;\"text\"\n", .csv(separator: 0x3B)), ("text\nhello", .csv(separator: 0x2C)),
    ])
func sniffing(_ content: String, _ expected: RecordFormat) {
    let format = Array(content.utf8).withUnsafeBufferPointer {
        RecordFormat.byContent($0, columns: ["text"])
    }

    #expect(format == expected)
}

import Foundation
import LureBatch
import Testing

/// All lines of a file read in small blocks, with their numbers, and the numbers of dropped ones.
private func read(_ content: String, blockSize: Int, lineLimit: Int = 1 << 20) throws -> (
    lines: [String], dropped: [Int]
) {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try FileDescriptor.openForReading(path)
    defer { file.close() }
    var reader = LineBlockReader(file, blockSize: blockSize, lineLimit: lineLimit)
    var lines: [String] = []
    var dropped: [Int] = []
    while let block = try reader.next() {
        dropped += block.droppedLines
        var number = block.firstLine
        for line in String(decoding: block.bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            if !line.isEmpty { lines.append("\(number):\(line)") }
            number += 1
        }
    }
    return (lines, dropped)
}

@Test("lines come out whole and numbered, whatever the block size", arguments: [4, 7, 16, 1000])
func wholeLines(_ blockSize: Int) throws {
    let result = try read("one\ntwo\n\nfour is longer\nlast", blockSize: blockSize)

    #expect(result.lines == ["1:one", "2:two", "4:four is longer", "5:last"])
    #expect(result.dropped == [])
}

@Test("a byte order mark belongs to no line", arguments: [1, 2, 3, 64])
func byteOrderMark(_ blockSize: Int) throws {
    #expect(try read("\u{FEFF}one\ntwo", blockSize: blockSize).lines == ["1:one", "2:two"])
}

@Test("a line beyond the limit is dropped and named; the lines after it keep their numbers")
func longLine() throws {
    let long = String(repeating: "x", count: 500)

    let result = try read("one\n\(long)\nthree\n\(long)", blockSize: 16, lineLimit: 100)

    #expect(result.lines == ["1:one", "3:three"])
    #expect(result.dropped == [2, 4])
}

@Test("an empty file has no block")
func empty() throws {
    #expect(try read("", blockSize: 16).lines == [])
}

import Foundation
import LureScreen
import Testing

@testable import LureBatch

private let screener = Result { try Screener() }

/// Output, faulty rows and faulty inputs of a scan of one file.
private func scan(
    _ path: String, _ format: ScanOptions.RowFormat, blockSize: Int, jobs: Int,
    to output: ScanOptions.OutputFormat
) throws -> [String] {
    var options = ScanOptions()
    options.format = format
    options.output = output
    options.evidence = .none
    options.blockSize = blockSize
    options.separator = UInt8(ascii: ",")
    if format == .jsonl || format == .csv { options.textFields = ["text", "more"] }
    let target = path + ".out"
    var plan = Scan.Plan(inputs: [path])
    plan.output = target
    defer { try? FileManager.default.removeItem(atPath: target) }
    var faults: [String] = []
    let events = Scan.Events(
        report: { faults.append($0.message) }, reportInput: { faults.append("\($0): \($1)") })
    let summary = try Scan(screener: screener.get(), options: options, jobs: jobs).run(plan, events: events)
    let bytes = try #require(FileManager.default.contents(atPath: target))
    return [String(decoding: bytes, as: UTF8.self)] + faults + ["\(summary.rows) \(summary.faults)"]
}

private let seeds: [(ScanOptions.RowFormat, String)] = [
    (.jsonl, #"{"id":1,"text":"free ticket","more":"a\n\ud83d\ude00"}\#n{"text":"x","more":null}\#n[]\#n"#),
    (.csv, "id,text,more\n1,\"free \"\"x\"\"\nticket\",b\n2,c,\"d\"\n\n3,\"e\",\"f\"\r\n"),
    (.mbox, "From a\nSubject: =?utf-8?q?=C3=A9?=\n\nfree ticket\n\nFrom b\nX: y\n\n>From c\n"),
    (.lines, "free ticket\r\n\n  \nx\n"),
    (.text, "free ticket\n\nto the border"),
]

@Test("any bytes give the same answers and faults, whatever the size of blocks and the number of workers")
func anyBytes() throws {
    var random = SplitMix(state: 21)
    let signs = Array("\",\n\r{}[]:\\u ;-=?FromX\u{0}".utf8) + [0x80, 0xC3, 0xFF, 0xF0]
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("input").path
    for (format, seed) in seeds {
        for round in 0..<25 {
            var bytes = Array(seed.utf8) + Array(seed.utf8)
            for _ in 0..<Int(random.next() % 8) {
                let place = Int(random.next() % UInt64(bytes.count))
                let sign = signs[Int(random.next() % UInt64(signs.count))]
                if random.next() & 1 == 0 { bytes[place] = sign } else { bytes.insert(sign, at: place) }
            }
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let output: ScanOptions.OutputFormat = [.jsonl, .csv, .brief][round % 3]

            let large = try scan(path, format, blockSize: 1 << 18, jobs: 1, to: output)
            let small = try scan(path, format, blockSize: 64, jobs: 3, to: output)

            #expect(large == small, "\(format) \(bytes)")
        }
    }
}

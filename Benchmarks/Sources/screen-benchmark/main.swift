import LureBatch
import LureScreen

// Screens the texts of a JSON-lines file one after another on the main thread and writes full answers into memory:
// what `scan` does to a row, without threads, so that callgrind can count instructions.
//
// usage: screen-benchmark FILE LIMIT   (prints messages, bytes in, bytes out)

guard CommandLine.arguments.count == 3, let limit = Int(CommandLine.arguments[2]) else {
    fatalError("usage: screen-benchmark FILE LIMIT")
}
let content = try FileDescriptor.openForReading(CommandLine.arguments[1]).readAll()
let screener = try Screener()
let writer = AssessmentJSON(screener: screener, detail: .full)
var options = Screener.Options()
options.termLimit = 3
var scratch = screener.makeScratch()
var reader = JSONObjectReader()
var text: [UInt8] = []
var output = JSONBuffer()
var messages = 0
var bytesIn = 0
var bytesOut = 0
content.withUnsafeBufferPointer { bytes in
    for line in bytes.split(separator: 0x0A).prefix(limit) {
        let row = UnsafeBufferPointer(rebasing: line)
        guard (try? reader.read(row)) != nil,
            let member = reader.members.first(where: { row[$0.key].elementsEqual("text".utf8) })
        else { continue }
        text.removeAll(keepingCapacity: true)
        let inside = member.value.lowerBound + 1..<member.value.upperBound - 1
        JSONText.appendUnescaped(UnsafeBufferPointer(rebasing: row[inside]), to: &text)
        text.withUnsafeBufferPointer { message in
            _ = screener.screen(message, options: options, scratch: &scratch)
            output.removeAll()
            writer.append(scratch, of: message, row: AssessmentJSON.Row(number: messages), to: &output)
        }
        messages += 1
        bytesIn += row.count
        bytesOut += output.count
    }
}
print("\(messages) messages, \(bytesIn) bytes in, \(bytesOut) bytes out")

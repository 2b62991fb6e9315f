import LureScreen
import Testing

@testable import LureBatch

/// What becomes of places in a text that was joined from `fields`, named f0, f1 and so on.
private func mapped(_ answer: String, _ fields: [String]) -> String {
    var text: [UInt8] = []
    var parts: [RowReading.Part] = []
    for (index, field) in fields.enumerated() {
        if index > 0 { text.append(0x0A) }
        let start = text.count
        text += Array(field.utf8)
        parts.append(RowReading.Part(field: index, bytes: start..<text.count))
    }
    let names = fields.indices.map { Array("\"f\($0)\"".utf8) }
    var spans = SpanFields()
    var json = JSONBuffer()
    text.withUnsafeBufferPointer {
        spans.read($0, parts, names: names)
        spans.append(Array(answer.utf8), of: $0, isCut: true, to: &json)
    }
    return String(decoding: json.bytes, as: UTF8.self)
}

@Test("a place is told by its field and counted from the field's beginning")
func places() {
    let answer = #"{"a":[{"utf8":[6,8],"utf16":[4,5],"text":"é"}],"id":"\"utf8\":[1,2]"}"#

    #expect(
        mapped(answer, ["日é", "é!"])
            == #"{"a":[{"field":"f1","utf8":[0,2],"utf16":[1,2],"text":"é"}],"id":"\"utf8\":[1,2]"}"#)
}

@Test("a place in two fields becomes two in a list, and is cut off elsewhere")
func acrossFields() {
    let list = #"[{"utf8":[1,5],"utf16":[1,5],"text":"b\ncd"}]"#
    let term = #"[{"utf8":[1,5],"utf16":[1,5],"text":"b\ncd","contribution":1}]"#

    #expect(
        mapped(list, ["ab", "cde"])
            == #"[{"field":"f0","utf8":[1,2],"utf16":[1,2],"text":"b"},{"field":"f1","utf8":[0,2],"utf16":[0,2],"text":"cd"}]"#
    )
    #expect(
        mapped(term, ["ab", "cde"])
            == #"[{"field":"f0","utf8":[1,2],"utf16":[1,2],"text":"b","contribution":1}]"#)
}

@Test("where reading stopped is told by field")
func beyond() {
    #expect(mapped(#"[{"beyond":5}]"#, ["日", "abc"]) == #"[{"field":"f1","beyond":1}]"#)
    #expect(mapped(#"["beyond:5",{"beyond":2}]"#, ["abc"]) == #"["beyond:5",{"field":"f0","beyond":2}]"#)
}

@Test("a checkpoint is read as it was written")
func checkpoint() {
    var checkpoint = Checkpoint(scan: 0xFEDC_BA98_0123_4567, ruleCount: 3)
    checkpoint.input = 2
    checkpoint.position = InputPosition(offset: 77, line: 5)
    checkpoint.inputSizes = [3, -1]
    checkpoint.header = Array("a,\"b\u{0}\"\n".utf8)
    checkpoint.separator = 9
    checkpoint.hasLayout = true
    checkpoint.unreadableInputs = ["x y", "é"]
    checkpoint.tally.rules = [1, 0, 9]
    checkpoint.tally.rows = 10
    checkpoint.isFinished = true

    #expect(Checkpoint(checkpoint.json, ruleCount: 3) == checkpoint)
    #expect(Checkpoint(checkpoint.json, ruleCount: 4) == nil)
    #expect(Checkpoint(Array(checkpoint.json.dropLast(9)), ruleCount: 3) == nil)
    #expect(Checkpoint([], ruleCount: 3) == nil)
}

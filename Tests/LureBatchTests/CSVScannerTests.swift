import Testing

@testable import LureBatch

/// Everything a scanner makes of a text: records as fields, faults as "!".
private func scan(_ text: String, separator: Character = ",") -> [[String]] {
    let bytes = Array(text.utf8)
    var scanner = CSVScanner(separator: separator.asciiValue!)
    var records: [[String]] = []
    var place = 0
    bytes.withUnsafeBufferPointer { bytes in
        while place < bytes.count {
            switch scanner.scan(bytes, from: place, isLast: true) {
            case .record(let end):
                records.append(scanner.fields.map { content(of: $0, in: bytes) })
                place = end
            case .blank(let end): place = end
            case .fault(let problem, let end):
                records.append(["!\(problem)"])
                place = end
            case .incomplete: return
            }
        }
    }
    return records
}

private func content(of field: CSVScanner.Field, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    var text: [UInt8] = []
    CSVScanner.appendText(of: field, in: bytes, to: &text)
    return String(decoding: text, as: UTF8.self)
}

@Test(
    "records come out as RFC 4180 has them",
    arguments: [
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("\"a\nb\",c", [["a\nb", "c"]]),
        ("\"say \"\"hi\"\"\",\"\"\n", [["say \"hi\"", ""]]),
        (",\n", [["", ""]]),
        ("\n\n\r\na", [["a"]]),
        ("a,\"b\"\r\n\"\"\"\"", [["a", "b"], ["\""]]),
        ("5\" screen,x", [["5\" screen", "x"]]),
        ("a,b,", [["a", "b", ""]]),
        ("\"a\r\nb\"\r\nc", [["a\r\nb"], ["c"]]),
        ("日本,\"é,ü\"", [["日本", "é,ü"]]),
        ("", []),
    ])
func records(_ text: String, _ expected: [[String]]) {
    #expect(scan(text) == expected)
}

@Test("after a fault reading goes on at the next line")
func faults() {
    #expect(scan("\"a\"b,c\nd,e") == [["!textAfterQuote"], ["d", "e"]])
    #expect(scan("x,\"open\nd,e\n") == [["!unclosedQuote"], ["d", "e"]])
}

@Test("any ASCII sign separates", arguments: [";", "\t", "|", ":"] as [Character])
func separators(_ separator: Character) {
    #expect(
        scan("a\(separator)\"b\(separator)c\"\(separator)d,e", separator: separator) == [
            ["a", "b\(separator)c", "d,e"]
        ])
}

@Test("a record is taken only when nothing that may come can change it")
func pieces() {
    let whole = Array("\"a\"\"b\",c d e f g h i j,\"x\ny\"\r\nnext".utf8)
    let end = whole.firstIndex(of: UInt8(ascii: "n"))!
    for count in 0..<whole.count {
        var scanner = CSVScanner()
        let outcome = whole[..<count].withUnsafeBufferPointer {
            scanner.scan($0, from: 0, isLast: false)
        }

        #expect(outcome == (count < end ? .incomplete : .record(end: end)), "\(count) bytes")
    }
}

@Test("what is written as CSV is read back, whatever the fields hold")
func roundTrip() {
    var random = SplitMix(state: 7)
    let signs = ["a", "b", "\"", ",", "\n", "\r\n", "é", " ", "12345678"]
    for _ in 0..<3_000 {
        let fields = (0..<Int(random.next() % 4) + 1).map { _ in
            (0..<Int(random.next() % 6)).map { _ in signs[Int(random.next() % UInt64(signs.count))] }.joined()
        }
        let line = fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")

        #expect(scan(line + "\r\n" + line) == [fields, fields])
    }
}

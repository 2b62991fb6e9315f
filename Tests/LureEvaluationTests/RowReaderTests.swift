import LureEvaluation
import LureText
import Testing

private func records(_ text: String, separator: Character = ",") -> [CSVRecords.Record] {
    var records = CSVRecords(Array(text.utf8), separator: separator.asciiValue ?? 0)
    var all: [CSVRecords.Record] = []
    while let record = records.next() { all.append(record) }
    return all
}

private func fields(_ record: CSVRecords.Record) -> [String] {
    record.fields.map { String(decoding: $0, as: UTF8.self) }
}

@Test(
    "fields are read as RFC 4180 has them",
    arguments: [
        ("a,b\n", ["a", "b"]), ("a,b", ["a", "b"]), ("a,\r\n", ["a", ""]), (",", ["", ""]),
        ("\"a,b\",c", ["a,b", "c"]), ("\"say \"\"hi\"\"\",c", ["say \"hi\"", "c"]),
        ("\"two\nlines\",c", ["two\nlines", "c"]), ("\"two\r\nlines\",c", ["two\r\nlines", "c"]),
        ("\"\",c", ["", "c"]), ("5\" pipe,c", ["5\" pipe", "c"]), ("\u{FEFF}a,b", ["a", "b"]),
    ])
func quoting(_ text: String, _ expected: [String]) {
    let all = records(text)

    #expect(all.count == 1)
    #expect(all.first.map(fields) == expected)
    #expect(all.first?.problem == nil)
}

@Test("records know their first line, also after breaks inside quotes and empty lines")
func recordLines() {
    let all = records("a,b\r\n\"1\n2\",c\n\nd,e\n")

    #expect(all.map(\.line) == [1, 2, 5])
}

@Test("an open quote costs its line, not the file")
func openQuote() {
    let all = records("a,b\n\"open,1\nc,2\n")

    #expect(all.map(\.problem) == [nil, .unclosedQuote, nil])
    #expect(all.last.map(fields) == ["c", "2"])
}

@Test("what follows a closing quote is a fault")
func textAfterQuote() {
    #expect(records("\"a\"b,c\n").map(\.problem) == [.textAfterQuote])
}

private func read(_ text: String, file: String, _ change: (inout RowFields) -> Void = { _ in }) -> RowReader {
    var fields = RowFields()
    change(&fields)
    var reader = RowReader(fields)
    reader.read(Array(text.utf8), file: file)
    return reader
}

@Test("the project's rows need no options")
func ownRows() throws {
    let reader = read(
        """
        {"id":"en-1","text":"Wire a deposit","kind":"offer","label":"lure","categories":["advance-fee","task-scam"],\
        "language":"en","cluster":"c1","split":"test"}
        """, file: "en.jsonl")

    let row = try #require(reader.rows.first)
    #expect(row.id == "en-1")
    #expect(row.isLure == true)
    #expect(row.kind == .offer)
    #expect(row.categories == ["advance-fee", "task-scam"])
    #expect([row.language, row.split, row.cluster] == ["en", "test", "c1"])
}

@Test("columns of one's own, several text columns, labels of one's own")
func ownColumns() throws {
    let reader = read(
        "Nr;x,Subject,Body,Verdict,cat\n7,Job,\"Wire, then start\",Fraud,fee;mule\n8,Job,Cook wanted,fine,\n9,Job,Cook,,\n",
        file: "rows.csv"
    ) {
        $0.id = "Nr;x"
        $0.text = ["Subject", "Body"]
        $0.label = "Verdict"
        $0.category = "cat"
        $0.positiveLabels = ["fraud"]
    }

    #expect(reader.faults == [])
    #expect(reader.rows.map(\.isLure) == [true, false, nil])
    #expect(reader.rows.map(\.id) == ["7", "8", "9"])
    let first = try #require(reader.rows.first)
    #expect(first.text == "Job\nWire, then start")
    #expect(first.categories == ["fee", "mule"])
}

@Test(
    "numbers and truth values are labels too",
    arguments: [("1", true), ("0", false), ("true", true), ("false", false)])
func labels(_ label: String, _ isLure: Bool) {
    #expect(read("{\"text\":\"a\",\"label\":\(label)}", file: "a.jsonl").rows.map(\.isLure) == [isLure])
}

@Test("standard input is read by its first sign")
func told() {
    #expect(read("text,label\na,1\n", file: "standard input").rows.count == 1)
    #expect(read(" {\"text\":\"a\"}\n", file: "standard input").rows.count == 1)
    #expect(read("", file: "standard input").rows.count == 0)
}

@Test("a kind that no text can have is counted and left out")
func unknownKind() {
    let reader = read("{\"text\":\"a\",\"kind\":\"advert\"}", file: "a.jsonl")

    #expect(reader.rows.map(\.kind) == [nil])
    #expect(reader.unknownKinds == 1)
}

@Test(
    "bad rows are named with file, line and what to do, and all others are read",
    arguments: [
        ("secret", "rows.jsonl:2: the line is not a JSON object"),
        ("[\"secret\"]", "rows.jsonl:2: the line is not a JSON object"),
        (
            "{\"t\":\"secret\"}",
            "rows.jsonl:2: the row has no text in \"text\"; name the field with --text-field"
        ),
        (
            "{\"text\":\"secret\",\"label\":\"spam\"}",
            "rows.jsonl:2: \"label\" is none of lure, legit, 1 and 0; say with --positive which labels mean a lure"
        ),
    ])
func badLines(_ line: String, _ message: String) {
    let reader = read("{\"text\":\"a\"}\n\(line)\n{\"text\":\"b\"}\n", file: "rows.jsonl")

    #expect(reader.faults.map(\.message) == [message])
    #expect(reader.rows.map(\.text) == ["a", "b"])
}

@Test("a CSV without its text column, a row with a field too many, bytes that are no text")
func badRecords() {
    #expect(read("secret,1\n", file: "a.csv").faults.map(\.problem) == [.missingColumn(field: "text")])
    #expect(
        read("text,label\nsecret,1,2\nb,1\n", file: "a.csv").faults.map(\.problem)
            == [.wrongFieldCount(found: 3, expected: 2)])
    var reader = RowReader()
    reader.read(Array("text\n".utf8) + [0xFF, 0x0A], file: "a.csv")
    #expect(reader.faults.map(\.line) == [2])
    #expect(reader.faults.map(\.problem) == [.notUTF8])
}

import Foundation
import Testing

private let lure = "Free ticket to Sihanoukville, we keep your passport"

/// Answers as dictionaries.
func answers(_ output: String) throws -> [[String: Any]] {
    try output.split(separator: "\n").map { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
        return try #require(object as? [String: Any])
    }
}

@Test("last week's CSV comes back with band, risk, kind and reasons beside the old columns")
func table() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
        "no,title,price,body\r\n1,\"Chat \"\"support\"\"\",\"1,200\",\"\(lure).\r\nTelegram @example_hr\"\r\n2,Barista,10,See you on Sunday\r\n",
        to: "rows.csv")

    let outcome = try Command.run(
        [
            "scan", "--quiet", path, "--text-field", "title", "--text-field", "body", "-o",
            folder.path("out.csv"),
        ])

    let table = try String(contentsOfFile: folder.path("out.csv"), encoding: .utf8)
    let start =
        "no,title,price,body,band,risk,kind,reasons\r\n1,\"Chat \"\"support\"\"\",\"1,200\",\"\(lure).\r\nTelegram @example_hr\",high,0."
    #expect(outcome.status == 0)
    #expect(table.hasPrefix(start))
    #expect(table.contains("Wants your passport handed over or kept"))
    #expect(table.contains("\r\n2,Barista,10,See you on Sunday,"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out.csv.partial")))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out.csv.checkpoint")))
}

@Test("spans of several fields are told by field, and slicing the field gives the words")
func fieldSpans() throws {
    let folder = try TemporaryFolder()
    let fields = [
        "t": "求人 \"A\": free ticket 😀",
        "b": "é\nIn Sihanoukville we keep your passport. Telegram @example_hr",
    ]
    let row = try JSONSerialization.data(withJSONObject: fields)
    let path = try folder.write(String(decoding: row, as: UTF8.self), to: "rows.jsonl")

    let outcome = try Command.run(["scan", "--quiet", path, "--text-field", "t", "--text-field", "b"])

    let answer = try #require(answers(outcome.output).first)
    let findings = try #require(answer["findings"] as? [[String: Any]])
    var places = findings.flatMap { $0["evidence"] as? [[String: Any]] ?? [] }
    places += answer["contacts"] as? [[String: Any]] ?? []
    places += (answer["model"] as? [String: Any])?["terms"] as? [[String: Any]] ?? []
    #expect(Set(places.compactMap { $0["field"] as? String }) == ["t", "b"])
    for place in places {
        let name = try #require(place["field"] as? String)
        let field = try #require(fields[name])
        let utf8 = try #require(place["utf8"] as? [Int])
        let utf16 = try #require(place["utf16"] as? [Int])
        let text = try #require(place["text"] as? String)
        #expect(String(decoding: Array(field.utf8)[utf8[0]..<utf8[1]], as: UTF8.self) == text)
        #expect(String(decoding: Array(field.utf16)[utf16[0]..<utf16[1]], as: UTF16.self) == text)
    }
}

@Test("kept fields are carried over byte for byte")
func kept() throws {
    let folder = try TemporaryFolder()
    let json = #"{"text":"hello there my friend","n":1.50e+2,"s":"a\u00e9\/","o":{ "x" : [1, 2 ] }}"#
    let jsonPath = try folder.write(json, to: "rows.jsonl")
    let csvPath = try folder.write("text,a,b\nhello there my friend,\"x \"\"y\"\"\", 7\n", to: "rows.csv")
    let keepJSON = ["--keep", "n", "--keep", "s", "--keep", "o"]

    let fromJSON = try Command.run(["scan", "--quiet", jsonPath] + keepJSON)
    let fromCSV = try Command.run(["scan", "--quiet", csvPath, "--keep", "b", "--keep", "a"])
    let table = try Command.run(["scan", "--quiet", csvPath, "--keep", "b", "--keep", "a", "--to", "csv"])

    #expect(
        fromJSON.output.hasSuffix(#","kept":{"n":1.50e+2,"s":"a\u00e9\/","o":{ "x" : [1, 2 ] }}}"# + "\n"))
    #expect(fromCSV.output.hasSuffix(#","kept":{"b":" 7","a":"x \"y\""}}"# + "\n"))
    #expect(table.output.hasPrefix("id,b,a,band,risk,kind,reasons\n2, 7,\"x \"\"y\"\"\","))
}

@Test("a folder gives one message a file, rows of row files, and each loop once")
func folders() throws {
    let folder = try TemporaryFolder()
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder.path("in/deep"), withIntermediateDirectories: true)
    _ = try folder.write(lure + "\n\nsecond part", to: "in/a.txt")
    _ = try folder.write("hello there my friend", to: "in/deep/b")
    _ = try folder.write("{\"id\":\"r1\",\"text\":\"hello again my friend\"}\n", to: "in/c.jsonl")
    _ = try folder.write("", to: "in/empty.txt")
    try manager.createSymbolicLink(atPath: folder.path("in/deep/loop"), withDestinationPath: "..")
    try manager.createSymbolicLink(atPath: folder.path("in/gone"), withDestinationPath: "nowhere")

    let outcome = try Command.run(["scan", folder.path("in"), "-o", folder.path("in/out.jsonl")])

    let output = try String(contentsOfFile: folder.path("in/out.jsonl"), encoding: .utf8)
    let ids = try answers(output).map { $0["id"] as? String }
    #expect(ids == [folder.path("in/a.txt"), "r1", folder.path("in/deep/b")])
    #expect(outcome.errors.contains("/in/deep/loop: this folder leads back to itself"))
    #expect(outcome.errors.contains("/in/gone: No such file or directory"))
    #expect(outcome.status == 2)
}

@Test("patterns, several files and mails are read")
func manyInputs() throws {
    let folder = try TemporaryFolder()
    let box = "From a\nSubject: Office job\n\n\(lure)\n\nFrom b\nSubject: Hi\n\nSee you on Sunday\n"
    _ = try folder.write(box, to: "a.mbox")
    _ = try folder.write("hello there my friend\nand you too\n", to: "b.txt")

    let outcome = try Command.run(["scan", folder.path("*.[mt]*")])

    let found = try answers(outcome.output)
    #expect(outcome.status == 0)
    #expect(found.map { $0["id"] as? Int } == [1, 6, 1, 2])
    let places = (found[0]["findings"] as? [[String: Any]])?.flatMap {
        $0["evidence"] as? [[String: Any]] ?? []
    }
    #expect(places?.contains { $0["field"] as? String == "text" } == true)
    #expect(try Command.run(["scan", folder.path("*.nothing")]).errors.contains("no file matches"))
}

@Test("other encodings are named, and an unknown one is refused")
func encoding() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("rows.csv")
    try Data("text;n\n\(lure);1\n".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }).write(
        to: URL(fileURLWithPath: path))

    let outcome = try Command.run(["scan", "--quiet", "--encoding", "UTF-16LE", path])
    let unknown = try Command.run(["scan", "--quiet", "--encoding", "klingon", path])

    #expect(try answers(outcome.output).count == 1)
    #expect(unknown.status == 2)
    #expect(
        unknown.errors
            == "error: \(path): encoding klingon is not known here; `iconv -l` lists the names that are\n")
}

@Test("packed output unpacks to the plain one", arguments: ["gz", "zst"])
func packedOutput(_ ending: String) throws {
    let folder = try TemporaryFolder()
    let rows = (0..<500).map { "{\"id\":\($0),\"text\":\"row \($0) \(lure)\"}" }.joined(separator: "\n")
    let path = try folder.write(rows, to: "rows.jsonl")
    let packed = folder.path("out.jsonl.\(ending)")

    #expect(try Command.run(["scan", "--quiet", path, "-o", packed, "--block-bytes", "4000"]).status == 0)
    // The answers of answers: what is read from the packed file must be what is read from the plain one.
    let plain = try Command.run(["scan", "--quiet", path])
    let again = try Command.run(["scan", "--quiet", "--format", "lines", packed])
    let expected = try Command.run(
        ["scan", "--quiet", "--format", "lines", "-"], input: Data(plain.output.utf8))

    #expect(again.output == expected.output)
    #expect(try answers(again.output).count == 500)
}

@Test("the summary counts bands, kinds, languages and rules")
func summary() throws {
    let folder = try TemporaryFolder()
    let rows =
        "{\"text\":\"\(lure). Telegram only @example_hr, no experience\"}\n{\"text\":\"see you at football on Sunday, bring water\"}\n{broken\n"

    let outcome = try Command.run(
        ["scan", "--min-band", "high", "--to", "brief", "--summary", folder.path("sum.json"), "-"],
        input: Data(rows.utf8))

    let data = try Data(contentsOf: URL(fileURLWithPath: folder.path("sum.json")))
    let object = try JSONSerialization.jsonObject(with: data)
    let summary = try #require(object as? [String: Any])
    #expect(summary["rows"] as? Int == 2)
    #expect(summary["omitted"] as? Int == 1)
    #expect(summary["errors"] as? Int == 1)
    #expect((summary["bands"] as? [String: Int])?["high"] == 1)
    #expect((summary["languages"] as? [String: Int])?["en"] == 2)
    #expect((summary["rules"] as? [String: Int])?["doc-passport-handover"] == 1)
    let brief = try #require(answers(outcome.output).first)
    #expect(Set(brief.keys) == ["id", "kind", "band", "risk", "rules"])
    #expect((brief["rules"] as? [String])?.contains("doc-passport-handover") == true)
    #expect(outcome.errors.contains("rules: "))
}

@Test("a CSV file without the column for the text says which columns it has")
func missingColumn() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("no,body\n1,x\n", to: "rows.csv")

    let outcome = try Command.run(["scan", "--quiet", path])

    #expect(outcome.status == 2)
    #expect(
        outcome.errors
            == "error: \(path): no column \"text\"; name the one that holds the text with --text-field (columns: no, body)\n"
    )
}

@Test("an output that replaces a file keeps its permissions, and a link stays a link")
func permissions() throws {
    let folder = try TemporaryFolder()
    let manager = FileManager.default
    let path = try folder.write("old", to: "private.jsonl")
    try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try manager.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "private.jsonl")

    let outcome = try Command.run(
        ["scan", "--quiet", "--format", "lines", "-o", folder.path("link")], input: Data("hello there".utf8))

    #expect(outcome.status == 0)
    #expect(try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    #expect(try manager.destinationOfSymbolicLink(atPath: folder.path("link")) == "private.jsonl")
    #expect(try answers(String(contentsOfFile: path, encoding: .utf8)).count == 1)
}

@Test("--timings tells what each stage takes and changes no answer")
func timings() throws {
    let folder = try TemporaryFolder()
    let rows = (1...50).map { #"{"id":\#($0),"text":"Chat job in Sihanoukville, ticket free"}"# }
        .joined(separator: "\n")

    let plain = try Command.run(["scan", "--quiet", "-"], input: Data(rows.utf8))
    let timed = try Command.run(
        ["scan", "--timings", "--summary", folder.path("sum.json"), "-"], input: Data(rows.utf8))

    #expect(timed.output == plain.output)
    let data = try Data(contentsOf: URL(fileURLWithPath: folder.path("sum.json")))
    let object = try JSONSerialization.jsonObject(with: data)
    let summary = try #require(object as? [String: Any])
    let stages = try #require(summary["nanosecondsPerRow"] as? [String: Int])
    #expect(stages.count == 13)
    #expect(stages["folding"] ?? 0 > 0 && stages["rules"] ?? 0 > 0)
    #expect(timed.errors.contains("nanoseconds a row and core"))
}

import Foundation
import Testing

private let texts = [
    "Free ticket to Sihanoukville, we keep your passport at the office, salary $900, Telegram @example_hr",
    "Barista wanted in Utrecht, weekends only, experience needed",
    "Free ticket to Sihanoukville, we keep your passport at the office, salary $1,400, Telegram @example_hr",
    "Typists: no skills needed, visa and flight paid, chat job in Cambodia, ask Telegram @example_hr",
]

private func rows(_ texts: [String]) throws -> String {
    try texts.enumerated().map { index, text in
        let row = try JSONSerialization.data(withJSONObject: ["id": "r\(index)", "text": text])
        return String(decoding: row, as: UTF8.self)
    }.joined(separator: "\n")
}

/// Id, size and line of the first row of each answer's group.
private func groups(_ output: String) throws -> [String: [String]] {
    var groups: [String: [String]] = [:]
    for answer in try answers(output) {
        let group = try #require(answer["group"] as? [String: Any])
        let first = try #require(group["first"] as? [String: Any])
        groups[try #require(answer["id"] as? String)] =
            [try #require(group["id"] as? String), "\(group["size"] ?? "")", "\(first["line"] ?? "")"]
    }
    return groups
}

@Test("grouped answers are the answers, each with its group", arguments: ["jsonl", "brief"])
func grouped(_ format: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(rows(texts), to: "rows.jsonl")
    let plain = try Command.run(["scan", "--quiet", path, "--to", format, "--block-bytes", "200"])

    let outcome = try Command.run([
        "scan", "--quiet", path, "--to", format, "--block-bytes", "200", "--group",
    ])

    let found = try groups(outcome.output)
    let stripped = outcome.output.replacing(try Regex(",\"group\":\\{.*\\}\\}\\}\n"), with: "}\n")
    #expect(outcome.status == 0)
    #expect(stripped == plain.output)
    #expect(found["r0"]?.dropFirst() == ["3", "1"])
    #expect(found["r0"] == found["r2"] && found["r0"] == found["r3"])
    #expect(found["r1"]?.dropFirst() == ["1", "2"])
}

@Test("shuffled rows get the same group ids")
func shuffledRows() throws {
    let folder = try TemporaryFolder()
    let lines = try rows(texts).split(separator: "\n")
    let first = try folder.write(lines.joined(separator: "\n"), to: "a.jsonl")
    let second = try folder.write(lines.reversed().joined(separator: "\n"), to: "b.jsonl")

    let one = try groups(Command.run(["scan", "--quiet", "--group", first]).output)
    let other = try groups(Command.run(["scan", "--quiet", "--group", second]).output)

    #expect(one.mapValues { $0.prefix(2) } == other.mapValues { $0.prefix(2) })
}

@Test("a table gets three columns, packed and with rows left out too")
func groupedTable() throws {
    let folder = try TemporaryFolder()
    let table = "id,text\r\n" + texts.enumerated().map { "\($0),\"\($1)\"\r\n" }.joined()
    let path = try folder.write(table + "4,\r\n", to: "a,b.csv")
    let out = folder.path("out.csv")

    let outcome = try Command.run(["scan", "--quiet", path, "--group", "-o", out])
    let packed = try Command.run(["scan", "--quiet", path, "--group", "-o", out + ".gz"])
    let high = try Command.run(["scan", "--quiet", path, "--to", "csv", "--group", "--min-band", "high"])

    let lines = try String(contentsOfFile: out, encoding: .utf8).components(separatedBy: "\r\n")
    #expect(outcome.status == 0 && packed.status == 0 && high.status == 0)
    #expect(lines[0] == "id,text,band,risk,kind,reasons,group,group_size,group_first")
    #expect(lines[1].hasSuffix(",3,\"\(path):2\"") && lines[3].hasSuffix(",3,\"\(path):2\""))
    #expect(lines[2].hasSuffix(",1,\"\(path):3\""))
    #expect(lines[5].hasSuffix(",,,"))
    #expect(!high.output.contains("Barista") && high.output.contains(",3,\"\(path):2\""))
    #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == [
            "a,b.csv", "out.csv", "out.csv.gz",
        ])
}

@Test("the summary tells of groups without words of texts, unless they are asked for")
func groupSummary() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(rows(texts), to: "rows.jsonl")
    let summary = folder.path("summary.json")
    func largest() throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: summary)))
        let groups = try #require((object as? [String: Any])?["groups"] as? [String: Any])
        #expect(groups["count"] as? Int == 1 && groups["rows"] as? Int == 3)
        return try #require((groups["largest"] as? [[String: Any]])?.first)
    }

    let masked = try Command.run(["scan", path, "--group", "--summary", summary])
    let maskedGroup = try largest()
    let shown = try Command.run(["scan", path, "--group", "--show-texts", "--summary", summary])
    let shownGroup = try largest()

    #expect(masked.errors.contains("groups: 1 of two rows or more · 3 rows in them\n"))
    #expect(masked.errors.contains("telegram ex… (3)") && !masked.errors.contains("example_hr"))
    #expect(maskedGroup["wording"] == nil && "\(maskedGroup)".contains("ex…"))
    #expect(!"\(maskedGroup)".contains("example_hr") && !"\(maskedGroup)".contains("passport at"))
    #expect(shown.errors.contains("telegram example_hr (3)"))
    #expect(shownGroup["size"] as? Int == 3 && shownGroup["wording"] is String)
}

@Test("contacts of rows of band caution or more are exported, but not those denied")
func contactExport() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
        rows(
            texts + ["Barista wanted in Utrecht, write to jobs@example.com"] + [
                texts[0] + " or hr@bad.example"
            ]),
        to: "rows.jsonl")
    let deny = try folder.write("# ours\n@example_hr\n", to: "deny.txt")
    let (table, bundle) = (folder.path("contacts.csv"), folder.path("contacts.json"))

    let all = try Command.run(["scan", "--quiet", path, "--contacts", table])
    let some = try Command.run(["scan", "--quiet", path, "--contacts", bundle, "--deny", deny])

    let lines = try String(contentsOfFile: table, encoding: .utf8).split(separator: "\n")
    #expect(all.status == 0 && some.status == 0)
    #expect(lines.first == "type,value,rows,first,last")
    #expect(lines.contains { $0.hasPrefix("telegram,example_hr,") && $0.hasSuffix(",\(path):1,\(path):6") })
    #expect(lines.contains("email,hr@bad[.]example,1,\(path):6,\(path):6"))
    #expect(!lines.contains { $0.contains("jobs@") })
    let stix = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: bundle)))
    let objects = try #require((stix as? [String: Any])?["objects"] as? [[String: Any]])
    #expect(objects.map { $0["value"] as? String } == ["hr@bad[.]example"])
}

@Test(
    "what does not go together is refused",
    arguments: [
        ["--group", "--resume", "-o", "x"], ["--contacts", "c.csv", "--resume", "-o", "x"], ["--show-texts"],
        ["--deny", "d.txt"], ["--contacts", "x", "-o", "x"],
    ])
func refused(_ options: [String]) throws {
    let outcome = try Command.run(["scan", "-"] + options)

    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(options.contains("--resume") ? "begin anew" : "Error: --"))
}

@Test("a grouped scan leaves no checkpoint of an earlier one behind")
func staleCheckpoint() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(rows(texts), to: "rows.jsonl")
    let out = folder.path("out")
    _ = try folder.write("{}", to: "out.checkpoint")

    let missing = try Command.run(["scan", "--quiet", path, folder.path("missing"), "--group", "-o", out])

    #expect(missing.status == 2)
    #expect(FileManager.default.fileExists(atPath: out))
    #expect(!FileManager.default.fileExists(atPath: out + ".checkpoint"))
}

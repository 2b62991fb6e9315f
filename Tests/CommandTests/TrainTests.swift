import Foundation
import Testing

/// Rows of two shops' complaints: other columns and labels than the project's, and nothing about kinds.
private func table(_ count: Int) -> String {
    let bad = [
        "send the deposit first, then the parcel", "pay the unlock fee, \"today only\"",
        "wire money to release it",
    ]
    let good = ["the parcel came on time", "the shop opens at nine", "thank you for the quick delivery"]
    var lines = ["Nr,Body,Verdict"]
    for index in 0..<count {
        let text = index % 2 == 0 ? bad[index / 2 % 3] : good[index / 2 % 3]
        let quoted = "\(text)\nnumber \(["one", "two", "six", "ten"][index % 4])".replacingOccurrences(
            of: "\"", with: "\"\"")
        lines.append("\(index),\"\(quoted)\",\(index % 2 == 0 ? "Fraud" : "ok")")
    }
    return lines.joined(separator: "\r\n") + "\r\n"
}

private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
}

private let columns = ["--text-field", "Body", "--label-field", "Verdict", "--positive", "fraud"]

@Test("someone's own table is learned from, twice the same, and the model is used by scan")
func ownTable() throws {
    try withFolder { folder in
        try table(120).write(toFile: folder + "/mine.csv", atomically: true, encoding: .utf8)

        for name in ["first", "second"] {
            let run = try Command.run(
                ["train", folder + "/mine.csv", "--output", "\(folder)/\(name)", "--quiet"] + columns)
            #expect(run.status == 0, "\(run.errors)")
        }
        for file in ["model.bin", "pack.bin", "weights.tsv", "thresholds.yml", "report.md"] {
            let first = FileManager.default.contents(atPath: "\(folder)/first/\(file)")
            #expect(first != nil && first == FileManager.default.contents(atPath: "\(folder)/second/\(file)"))
        }
        let rows = ["pay the deposit first, then the parcel", "the shop opens on time, thank you"]
            .map { "{\"text\":\"\($0)\"}" }.joined(separator: "\n")
        let scan = try Command.run(
            ["scan", "-", "--model", folder + "/first/model.bin", "--pack", folder + "/first/pack.bin"],
            input: Data(rows.utf8))
        let risks = try scan.output.split(separator: "\n").map { line in
            let answer = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return try #require(answer?["risk"] as? Double)
        }
        #expect(risks.count == 2 && risks[0] > risks[1] * 3, "\(risks)")
    }
}

@Test("rows that can't be used are named and left out, and the exit status says so")
func badRows() throws {
    try withFolder { folder in
        try (table(100) + "x,\"no end").write(toFile: folder + "/mine.csv", atomically: true, encoding: .utf8)

        let run = try Command.run(["train", folder + "/mine.csv", "--output", folder + "/out"] + columns)

        #expect(run.status == 2)
        #expect(run.errors.contains("mine.csv:202: a quote is opened and never closed"), "\(run.errors)")
        #expect(FileManager.default.fileExists(atPath: folder + "/out/model.bin"))
    }
}

@Test("one-sided rows are refused with a word on what to do")
func oneSidedRows() throws {
    try withFolder { folder in
        let rows = (0..<40).map { "{\"text\":\"shop \($0) opens\",\"label\":\"legit\"}" }.joined(
            separator: "\n")
        try rows.write(toFile: folder + "/mine.jsonl", atomically: true, encoding: .utf8)

        let run = try Command.run(["train", folder + "/mine.jsonl", "--output", folder + "/out"])

        #expect(run.status == 2)
        #expect(run.errors.contains("0 lures and 40 honest texts"))
        #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
    }
}

@Test("a file that can't be read is named, and nothing is learned")
func unreadableRows() throws {
    try withFolder { folder in
        try table(100).write(toFile: folder + "/mine.csv", atomically: true, encoding: .utf8)

        let run = try Command.run(
            ["train", folder + "/mine.csv", folder + "/none.csv", "--output", folder + "/out"] + columns)

        #expect(run.status == 2)
        #expect(run.errors == "error: \(folder)/none.csv: No such file or directory\n")
        #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
    }
}

@Test("standard input is refused: rows are read twice")
func trainFromStandardInput() throws {
    #expect(try Command.run(["train", "-", "--output", "/tmp"]).status == 64)
}

@Test("the study is of the project's own texts only")
func studyOfOwnRows() throws {
    #expect(
        try Command.run(["train", "mine.csv", "--output", "/tmp", "--study", "/tmp/study.md"]).status == 64)
}

@Test("a row behind many megabytes is named by its line, and a last line needs no end")
func longFile() throws {
    try withFolder { folder in
        let gap = String(repeating: String(repeating: " ", count: 999) + "\n", count: 9000)
        let rows = (0..<60).map { "{\"text\":\"shop \($0 % 7) opens\",\"label\":\($0 % 2)}\n" }
        let first = rows[..<20].joined()
        let rest = rows[20...].joined()
        try (first + gap + "no row\n" + rest + "{\"text\":\"shop\",\"label\":2}").write(
            toFile: folder + "/mine.jsonl", atomically: true, encoding: .utf8)

        let run = try Command.run(["train", folder + "/mine.jsonl", "--output", folder + "/out"])

        #expect(run.status == 2)
        #expect(run.errors.contains("mine.jsonl:9021: the line is not a JSON object"), "\(run.errors)")
        #expect(run.errors.contains("mine.jsonl:9062: \"label\" is none of"), "\(run.errors)")
        #expect(FileManager.default.fileExists(atPath: folder + "/out/model.bin"))
    }
}

import Foundation
import Testing

/// Runs the built command as a user would.
struct Command {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    static let binary: URL = {
        // The command lies beside the test bundle, whatever the scratch path is called.
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        while !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("lurescreen").path),
            folder.path != "/"
        {
            folder.deleteLastPathComponent()
        }
        return folder.appendingPathComponent("lurescreen")
    }()

    static func run(_ arguments: [String], input: Data = Data(), environment: [String: String] = [:]) throws
        -> Outcome
    {
        let process = Process()
        process.executableURL = binary
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let folder = try TemporaryFolder()
        let paths = ["in", "out", "err"].map { folder.path($0) }
        try input.write(to: URL(fileURLWithPath: paths[0]))
        for path in paths[1...] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: paths[0]))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: paths[1]))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: paths[2]))
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: try String(contentsOfFile: paths[1], encoding: .utf8),
            errors: try String(contentsOfFile: paths[2], encoding: .utf8))
    }
}

/// A folder that goes away with its owner.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("lurescreen-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: url.appendingPathComponent(name))
        return path(name)
    }
}

private let lure = """
    Hiring chatters in Sihanoukville, no experience. Free air ticket and room. Company keeps your passport. \
    Telegram only @example_hr
    """

@Test("check marks the evidence, gives reasons and what to ask, and never says scam or safe")
func checkForPeople() throws {
    let outcome = try Command.run(["check", lure])

    #expect(outcome.status == 0)
    #expect(outcome.output.contains("MATCHES DOCUMENTED HIGH-RISK PATTERNS"))
    #expect(outcome.output.contains("«Sihanoukville»"))
    #expect(outcome.output.contains("Ask next"))
    #expect(!outcome.output.contains("is a scam"))
    #expect(!outcome.output.contains("\u{1B}["))
}

@Test("check --json prints one object of schema 1 whose ledger adds up")
func checkJSON() throws {
    let outcome = try Command.run(["check", "--json", "-"], input: Data(lure.utf8))

    let answer = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let ledger = try #require(answer["ledger"] as? [String: Double])
    let lines = ["prior", "findings", "recipes", "model", "calibration"].compactMap { ledger[$0] }
    let risk = try #require(answer["risk"] as? Double)
    #expect(answer["schema"] as? Int == 1)
    #expect(lines.count == 5)
    let logit = try #require(ledger["logit"])
    #expect((lines.reduce(0, +) - logit).magnitude < 1e-9)
    #expect((1 / (1 + exp(-logit)) - risk).magnitude < 1e-9)
}

@Test("--fail-on sets the exit status; without it every verdict ends with 0")
func failOn() throws {
    #expect(try Command.run(["check", "--fail-on", "high", lure]).status == 1)
    #expect(
        try Command.run(["check", "--fail-on", "high", "See you at football on Sunday, bring water"]).status
            == 0)
}

@Test("colour is used only when asked for, and NO_COLOR is obeyed")
func color() throws {
    #expect(try Command.run(["check", "--color", "always", lure]).output.contains("\u{1B}["))
    #expect(!(try Command.run(["check", lure], environment: ["NO_COLOR": "1"]).output.contains("\u{1B}[")))
}

@Test("control characters of a text never reach the terminal")
func terminalInjection() throws {
    let outcome = try Command.run(["check", "-"], input: Data("\u{1B}]0;title\u{7} \(lure) \u{202E}".utf8))

    #expect(!outcome.output.contains("\u{1B}"))
    #expect(!outcome.output.contains("\u{202E}"))
}

@Test("a file that does not exist is named, with exit status 2")
func missingFile() throws {
    let check = try Command.run(["check", "-f", "/no/such/file"])
    let scan = try Command.run(["scan", "/no/such/folder/file.jsonl"])

    #expect(check.status == 2)
    #expect(check.errors == "error: /no/such/file: No such file or directory\n")
    #expect(scan.status == 2)
    #expect(scan.errors.hasPrefix("error: /no/such/folder/file.jsonl: No such file or directory\n"))
}

@Test("wrong usage ends with 64 and says what to do")
func usage() throws {
    let outcome = try Command.run(["check", "--prior", "1.5", "hello"])

    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--prior must lie between 0 and 1"))
}

@Test("scan answers in input order with ids, reports bad rows with file and line, and ends with 2")
func scanFaults() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
        """
        {"id":"a","text":"Free ticket to Sihanoukville, we keep your passport"}
        {"id":"b","text":
        {"id":"c"}

        {"text":"hello there my friend"}
        {"id":5,"text":17}
        """, to: "rows.jsonl")

    let outcome = try Command.run(["scan", path])

    let answers = try outcome.output.split(separator: "\n").map { line in
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(outcome.status == 2)
    #expect(answers.count == 2)
    #expect(answers.first?["id"] as? String == "a")
    #expect(answers.last?["id"] as? Int == 5, "a row without an id is named by its line")
    #expect(outcome.errors.contains("\(path):2:18: the line ends inside the JSON object"))
    #expect(outcome.errors.contains("\(path):3: no field \"text\""))
    #expect(outcome.errors.contains("\(path):6: field \"text\" is not a string"))
    #expect(!outcome.errors.contains("Sihanoukville"))
}

@Test("an empty file is no fault")
func emptyFile() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run(["scan", "--quiet", try folder.write("", to: "empty.jsonl")])

    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.isEmpty)
}

@Test("one worker and four give the same bytes, in input order")
func order() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<4_000).map { "{\"id\":\($0),\"text\":\"row \($0) \(lure) and some more words\"}" }
    let path = try folder.write(rows.joined(separator: "\n"), to: "rows.jsonl")

    let one = try Command.run(["scan", "--quiet", "--jobs", "1", "--evidence", "none", path])
    let four = try Command.run(["scan", "--quiet", "--jobs", "4", "--evidence", "none", path])

    #expect(one.status == 0)
    #expect(one.output == four.output)
    #expect(one.output.split(separator: "\n").count == 4_000)
}

@Test("fields are joined, carried over and renamed as asked")
func fields() throws {
    let row =
        #"{"no":"x\u0031","title":"Office job","body":"in Sihanoukville, free ticket","src":{"a":[1]},"text":null}"#
    let outcome = try Command.run(
        [
            "scan", "--quiet", "--id-field", "no", "--text-field", "title", "--text-field", "body", "--keep",
            "src",
        ],
        input: Data(row.utf8))

    let answer = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(answer["id"] as? String == "x1")
    #expect(((answer["kept"] as? [String: Any])?["src"] as? [String: [Int]]) == ["a": [1]])
    let findings = try #require(answer["findings"] as? [[String: Any]])
    #expect(findings.contains { $0["rule"] as? String == "dest-scam-hub-place" })
}

@Test("--errors-to keeps standard error short and lists every bad row")
func errorsTo() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(String(repeating: "{broken\n", count: 25), to: "rows.jsonl")

    let outcome = try Command.run(["scan", "--errors-to", folder.path("faults.jsonl"), path])

    let faults = try String(contentsOfFile: folder.path("faults.jsonl"), encoding: .utf8).split(
        separator: "\n")
    #expect(outcome.status == 2)
    #expect(faults.count == 25)
    #expect(outcome.errors == "0 rows · 25 unreadable rows\n")
}

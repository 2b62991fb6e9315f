import Foundation
import Testing

private let rows = """
    verdict,message
    fraud,"Hiring chatters in Sihanoukville, no experience. Company keeps your passport. Telegram @example_hr"
    fine,"Cook wanted, meals included, apply at the counter"
    fine,Driver needed for a bakery in the mornings

    """

private let columns = ["--text-field", "message", "--label-field", "verdict", "--positive", "fraud"]

@Test("evaluate measures a CSV with columns and labels of one's own, and writes the same files twice")
func evaluateCSV() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(rows, to: "rows.csv")
    let files = [
        "--json", folder.path("e.json"), "--markdown", folder.path("e.md"), "--report", folder.path("e.html"),
    ]

    let outcome = try Command.run(["evaluate", file] + columns + files)
    let first = try ["e.json", "e.md", "e.html"].map {
        try String(contentsOfFile: folder.path($0), encoding: .utf8)
    }
    _ = try Command.run(["evaluate", file] + columns + files)
    let second = try ["e.json", "e.md", "e.html"].map {
        try String(contentsOfFile: folder.path($0), encoding: .utf8)
    }

    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("1 lures, 2 honest"))
    #expect(first == second)
    for report in first { #expect(!report.contains("bakery")) }
}

@Test("evaluate names bad rows without their words, measures the others and ends with 2")
func evaluateBadRows() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(rows + "fine,secret words, unquoted\n", to: "rows.csv")

    let outcome = try Command.run(["evaluate", file] + columns)

    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("rows.csv:5: the row has 3 fields, the first line has 2"))
    #expect(!outcome.errors.contains("secret"))
    #expect(outcome.output.contains("1 lures, 2 honest"))
}

@Test("evaluate without a file says which one to give, and with an unknown split that there is no row")
func evaluateNothing() throws {
    let none = try Command.run(["evaluate"])
    #expect(none.status == 64)
    #expect(none.errors.contains("Give a file of labelled texts"))

    let outcome = try Command.run(["evaluate", "-", "--split", "test"] + columns, input: Data(rows.utf8))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("there is no row to measure in this split"))
}

@Test("evaluate puts a second set-up beside the first")
func evaluateAgainst() throws {
    let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/LureBundle/model.bin")

    let outcome = try Command.run(
        ["evaluate", "-", "--against-model", shipped.path] + columns, input: Data(rows.utf8))

    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Against"))
    let words = outcome.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("It flags 0 more lures and 0 fewer"))
}

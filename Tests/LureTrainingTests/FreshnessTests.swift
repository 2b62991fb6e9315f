import Foundation
import LureTraining
import Testing

private let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

@Test(
    "what is shipped is what the rules and training texts give, twice the same; if not, run scripts/generate")
func freshness() throws {
    let run = try TrainingRun(rules: root + "/rules", data: root + "/training-data")

    #expect(FileManager.default.contents(atPath: root + "/Sources/LureBundle/model.bin") == Data(run.model))
    #expect(FileManager.default.contents(atPath: root + "/Sources/LureBundle/pack.bin") == Data(run.pack))
    #expect(try String(contentsOfFile: root + "/rules/weights.tsv", encoding: .utf8) == run.weights)
    #expect(try String(contentsOfFile: root + "/rules/thresholds.yml", encoding: .utf8) == run.thresholds)
}

@Test("one-sided data is refused with the counts")
func oneSided() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows = (0..<30).map { index in
        """
        {"id":"en-\(index)","text":"shop number \(index) opens","kind":"other","label":"legit","categories":[],\
        "language":"en","channel":"sms","basis":"talk","cluster":"c\(index)","split":"train"}
        """
    }
    try rows.joined(separator: "\n").write(
        to: folder.appendingPathComponent("en.jsonl"), atomically: true, encoding: .utf8)

    do {
        _ = try TrainingRun(rules: root + "/rules", data: folder.path)
        Issue.record("one-sided data was accepted")
    } catch let error as TrainingRun.Failure {
        guard case .oneSided(let lures, let honest) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(lures == 0)
        #expect(honest == 30)
    }
}

@Test("a broken row is named by file and line")
func brokenRow() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "{\"id\":\"a\"}\nnot json\n".write(
        to: folder.appendingPathComponent("en.jsonl"), atomically: true, encoding: .utf8)

    let faults = Corpus.load(folder.path).1

    #expect(faults.map(\.line) == [1, 2])
    #expect(faults.map(\.problem) == ["the row has no \"text\"", "the line is not a JSON object"])
}

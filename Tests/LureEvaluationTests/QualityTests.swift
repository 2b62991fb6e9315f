import Foundation
import LureEvaluation
import LureScreen
import Testing

private let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Digest of the test split, as `evaluate` prints it.
private func testTexts() throws -> String {
    let folder = root.appendingPathComponent("training-data")
    var reader = RowReader()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where name.hasSuffix(".jsonl") {
        reader.read([UInt8](try Data(contentsOf: folder.appendingPathComponent(name))), file: name)
    }
    return Evaluator.digest(of: reader.rows.filter { $0.split == "test" })
}

@Test(
    "published numbers are those of the shipped rules, model and test texts; if not, run scripts/quality",
    arguments: ["rules/QUALITY.md", "docs/model-card.md", "README.md"])
func publishedNumbers(_ path: String) throws {
    let report = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    let shipped = try Screener().provenance

    #expect(report.contains("Rules `\(shipped.rules)`"), "\(path) is of other rules")
    #expect(report.contains("model `\(shipped.model)`"), "\(path) is of another model")
    #expect(report.contains("test texts `\(try testTexts())`"), "\(path) is of other test texts")
}

@Test("the study of the model is of the shipped rules and model; if not, run scripts/generate")
func study() throws {
    let report = try String(contentsOf: root.appendingPathComponent("docs/model.md"), encoding: .utf8)
    let shipped = try Screener().provenance

    #expect(report.contains("Rules `\(shipped.rules)`, model `\(shipped.model)`."))
}

import Foundation
import LureEvaluation
import LureScreen
import Testing

private let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
private let root = tests.deletingLastPathComponent().deletingLastPathComponent()

/// The texts whose findings are kept: training texts, context texts, sentences with phrases; by language code.
private let kept: RuleSnapshot.Texts = {
    var kept = RuleSnapshot.Texts()
    for (folder, ending) in [
        (root.appendingPathComponent("training-data"), "jsonl"),
        (tests.appendingPathComponent("Texts"), "jsonl"),
        (tests.appendingPathComponent("Texts/phrases"), "tsv"),
    ] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names.sorted() where name.hasSuffix("." + ending) && name != "splits.tsv" {
            let file = folder.appendingPathComponent(name)
            let content = FileManager.default.contents(atPath: file.path) ?? Data()
            kept.add(
                ending == "tsv"
                    ? PhraseSentence.read(content, file: name).0.map(\.labelled)
                    : LabelledText.read(content, file: name).0,
                from: name)
        }
    }
    return kept
}()

@Test(
    "the rules find in every text what they found before; if that is meant to change, run scripts/snapshot and read its difference",
    arguments: kept.names)
func snapshot(_ language: String) throws {
    let path = tests.appendingPathComponent("Snapshots/\(language).tsv").path
    let written = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    let texts = try #require(kept.texts[language])

    let now = RuleSnapshot(texts, screener: try Screener())

    let differences = now.differences(from: RuleSnapshot(parsing: written)).map(\.summary)
    let shown = differences.prefix(20).joined(separator: "\n")
    #expect(
        differences.isEmpty,
        "\(differences.count) texts; if these are meant, run scripts/snapshot:\n\(shown)")
    #expect(differences != [] || now.rendered == written, "the order is another: run scripts/snapshot")
}

@Test("every sentence with phrases is found by the rules it names")
func phraseSentences() throws {
    let folder = tests.appendingPathComponent("Texts/phrases")
    let screener = try Screener()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names.sorted() {
        let content = try Data(contentsOf: folder.appendingPathComponent(name))
        let (sentences, faults) = PhraseSentence.read(content, file: name)
        #expect(faults.map(\.message) == [])
        for sentence in sentences {
            #expect(sentence.missingRules(with: screener) == [], "\(name):\(sentence.line): \(sentence.text)")
        }
    }
}

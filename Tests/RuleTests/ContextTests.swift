import Foundation
import LureScreen
import LureText
import Testing

/// A text of `Texts/<language>.jsonl`: about job traps, or an honest offer that looks like one.
private struct ContextText: Decodable {
    var text: String
    var kind: String
    /// Who speaks, or the trade.
    var register: String
}

private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Texts")
private let contextLanguages = ["en", "hi", "id", "ja", "km", "ko", "ms", "ru", "th", "tl", "vi", "zh"]

private func texts(_ language: String) throws -> [ContextText] {
    let content = try String(contentsOf: folder.appendingPathComponent("\(language).jsonl"), encoding: .utf8)
    return try content.split(separator: "\n").map {
        try JSONDecoder().decode(ContextText.self, from: Data($0.utf8))
    }
}

@Test(
    "of texts about scams none is high, hardly one is more than low, and seven of ten are known for what they are",
    arguments: contextLanguages)
func texts(about language: String) throws {
    let screener = try Screener()
    let all = try texts(language).filter { $0.kind != "offer" }
    let assessments = all.map { screener.assess($0.text) }

    #expect(all.count >= 30)
    let raised = assessments.filter { $0.band.map { $0 > .low } ?? false }
    #expect(raised.filter { $0.band == .high }.count <= 1)
    #expect(raised.count <= 4)
    let known = assessments.filter { [TextKind.warning, .question, .distress].contains($0.kind) }
    #expect(10 * known.count >= 7 * all.count, "\(known.count) of \(all.count)")
}

@Test(
    "of honest offers that look like lures at most one is high, and at most four are more than low",
    arguments: contextLanguages)
func honestOffers(_ language: String) throws {
    let screener = try Screener()
    let offers = try texts(language).filter { $0.kind == "offer" }
    let bands = offers.map { screener.assess($0.text).band }

    #expect(offers.count >= 30)
    #expect(bands.filter { $0 == .high }.count <= 1)
    #expect(bands.filter { $0 == .caution || $0 == .high }.count <= 4)
}

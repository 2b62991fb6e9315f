import Foundation
import LureScreen
import Testing

/// A text of `Texts/<language>.jsonl`: about job traps, or an honest offer that looks like one.
private struct ContextText: Decodable {
    var text: String
    var kind: String
    /// Who speaks, or the trade.
    var register: String
}

private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Texts")
private let languages = ["en", "hi", "id", "ja", "km", "ko", "ms", "ru", "th", "tl", "vi", "zh"]

private func texts(_ language: String) throws -> [ContextText] {
    let content = try String(contentsOf: folder.appendingPathComponent("\(language).jsonl"), encoding: .utf8)
    return try content.split(separator: "\n").map {
        try JSONDecoder().decode(ContextText.self, from: Data($0.utf8))
    }
}

@Test("texts about scams are read as such and never rise above the low band", arguments: languages)
func texts(about language: String) throws {
    let screener = try Screener()
    let all = try texts(language).filter { $0.kind != "offer" }

    #expect(all.count >= 30)
    for (number, row) in all.enumerated() {
        let assessment = screener.assess(row.text)
        let isRead = [TextKind.warning, .question, .distress].contains(assessment.kind)
        #expect(isRead, "\(language) \(number + 1) (\(row.register)) is read as \(assessment.kind.name)")
        #expect(assessment.band.map { $0 <= .low } ?? true, "\(language) \(number + 1) (\(row.register))")
    }
}

@Test("honest offers that look like lures are never high, and seldom caution", arguments: languages)
func honestOffers(_ language: String) throws {
    let screener = try Screener()
    let offers = try texts(language).filter { $0.kind == "offer" }
    let bands = offers.map { screener.assess($0.text).band }

    #expect(offers.count >= 30)
    let high = bands.indices.filter { bands[$0] == .high }.map { "\($0 + 1) (\(offers[$0].register))" }
    #expect(high == [])
    let caution = bands.indices.filter { bands[$0] == .caution }.map { "\($0 + 1) (\(offers[$0].register))" }
    #expect(caution.count * 15 <= offers.count, "\(caution)")
}

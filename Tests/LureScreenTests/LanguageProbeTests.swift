import Foundation
import LureScreen
import Testing

/// The same two texts in every language: one that is not about work, one honest job advert.
private struct Probe {
    var language: String
    var talk: String
    var advert: String

    static func all() throws -> [Probe] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/language-probe.tsv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            let fields = line.split(separator: "\t").map(String.init)
            try #require(fields.count == 3)
            return Probe(language: fields[0], talk: fields[1], advert: fields[2])
        }
    }
}

private func risks(_ text: (Probe) -> String) throws -> [(language: String, risk: Double)] {
    let screener = try Screener()
    return try Probe.all().map { probe in
        let assessment = screener.assess(text(probe))
        #expect(assessment.band == .low, "\(probe.language)")
        return (probe.language, try #require(assessment.risk, "\(probe.language)"))
    }
}

/// Languages further than a point above the least risk, and none of the others.
private func outliers(_ risks: [(language: String, risk: Double)]) -> Set<String> {
    let least = risks.map(\.risk).min() ?? 0
    return Set(risks.filter { $0.risk - least >= 0.01 }.map(\.language))
}

@Test(
    "what is not about work is of the same risk in every language, to a point but for those that docs/model.md names"
)
func neutralTalk() throws {
    let risks = try risks(\.talk)

    #expect(risks.count == 28)
    #expect(outliers(risks).isSubset(of: ["ja", "my", "ne", "km"]), "\(risks)")
    #expect(risks.allSatisfy { $0.risk < 0.03 }, "\(risks)")
}

@Test(
    "an honest advert is of the same risk in every language, to a point but for those that docs/model.md names"
)
func honestAdvert() throws {
    let risks = try risks(\.advert)

    #expect(
        outliers(risks).isSubset(of: ["ja", "am"]), "\(risks)")
    #expect(risks.allSatisfy { $0.risk < 0.03 }, "\(risks)")
}

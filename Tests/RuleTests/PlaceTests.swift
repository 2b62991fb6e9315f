import Foundation
import LureScreen
import LureText
import Testing

/// A row of `Texts/places/places.tsv`: a spelling that a place of the gazetteer has in a language.
private struct NamedPlace: Sendable {
    var language: String
    var name: String
    /// Why it is not recognised; empty if it is.
    var reason: String
    /// A plain sentence of the language with the place in it.
    var text: String
    /// Where in `text` it stands, in bytes.
    var span: Range<Int>

    static let all: [NamedPlace] = {
        var sentences: [String: String] = [:]
        for fields in rows("sentences.tsv") { sentences[fields[0]] = fields[1] }
        return rows("places.tsv").map { fields in
            let parts = (sentences[fields[0]] ?? "{}").components(separatedBy: "{}")
            let start = parts[0].utf8.count
            return NamedPlace(
                language: fields[0], name: fields[1], reason: fields[2],
                text: parts.joined(separator: fields[1]), span: start..<start + fields[1].utf8.count)
        }
    }()

    private static func rows(_ name: String) -> [[String]] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Texts/places/\(name)")
        let text = FileManager.default.contents(atPath: file.path).map { String(decoding: $0, as: UTF8.self) }
        return (text ?? "").split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}

private let placeConcepts: Set<String> = [
    "hub-place", "border-town", "risk-country", "gateway", "golden-triangle", "china", "rich-country",
    "compound",
]

/// Whether a concept of places has a hit that overlaps the place.
private func isRecognised(_ place: NamedPlace, by screener: Screener) -> Bool {
    let reading = screener.reading(of: Array(place.text.utf8))
    return reading.concepts.hits.contains { hit in
        let span = reading.folded.map.sourceSpan(of: hit.span)
        return placeConcepts.contains(screener.pack.conceptName(Int(hit.concept)))
            && Int(span.start) < place.span.upperBound && Int(span.end) > place.span.lowerBound
    }
}

@Test("every spelling of the gazetteer's places is recognised, or the table says why not")
func recognisedPlaces() throws {
    let screener = try Screener()

    #expect(NamedPlace.all.count > 500)
    for place in NamedPlace.all where place.reason.isEmpty != isRecognised(place, by: screener) {
        let problem = place.reason.isEmpty ? "is not recognised" : "is recognised: take its reason away"
        Issue.record("\(place.language): \(place.name) \(problem)")
    }
}

/// Names that say more than a place: a casino and betting sites.
private let businesses: Set<String> = ["คิงส์โรมัน", "ฟิลิปปินส์ เว็บพนัน", "马尼拉网投"]

@Test("a place alone raises no band")
func placesAlone() throws {
    let screener = try Screener()

    for place in NamedPlace.all where !businesses.contains(place.name) {
        let band = screener.assess(place.text).band
        #expect(band == .low || band == .insufficient, "\(place.language): \(place.text)")
    }
}

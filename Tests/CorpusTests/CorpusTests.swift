import Foundation
import LureText
import LureTraining
import Testing

private let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("training-data").path
private let loaded = Corpus.load(folder)
private let rows = loaded.0.rows
private let mainLanguages: [Language] = [
    .english, .chineseSimplified, .chineseTraditional, .vietnamese, .thai, .indonesian, .malay, .tagalog,
    .khmer, .hindi,
    .hindiLatin, .russian, .japanese, .korean,
]

@Test("every row can be read")
func readable() {
    #expect(loaded.1.map(\.message) == [])
    #expect(rows.count > 1_000)
}

@Test("ids and texts are unique")
func unique() {
    #expect(Set(rows.map(\.id)).count == rows.count)
    #expect(Set(rows.map { Folder().fold($0.text).bytes }).count == rows.count)
}

@Test("a main language has forty rows or more, at least half of them honest", arguments: mainLanguages)
func balance(_ language: Language) {
    let own = rows.filter { $0.language == language }
    let lures = own.filter { $0.label == .lure }.count

    #expect(own.count >= 40)
    #expect(lures >= 15)
    #expect(2 * lures <= own.count)
}

@Test("labels, kinds, categories and basis agree")
func consistent() {
    for row in rows {
        #expect(row.label == .legit || row.kind == .offer, "\(row.id): only an offer can be a lure")
        #expect((row.label == .lure) == !row.categories.isEmpty, "\(row.id): categories belong to lures")
        #expect(!row.basis.isEmpty && !row.channel.isEmpty && !row.cluster.isEmpty, "\(row.id)")
    }
}

@Test("a cluster lies in one split")
func splits() {
    for (cluster, members) in Dictionary(grouping: rows, by: \.cluster) {
        #expect(Set(members.map(\.split)).count == 1, "\(cluster)")
    }
    for split in DataRow.Split.allCases { #expect(rows.filter { $0.split == split }.count > 50) }
}

@Test("no row holds a contact that could be someone's")
func contacts() {
    let scanner = FactScanner()
    for row in rows {
        let folded = Folder().fold(row.text)
        var facts: [Fact] = []
        folded.bytes.withUnsafeBufferPointer { scanner.scan($0, into: &facts) }
        for fact in facts {
            guard case .contact(let channel) = fact.kind else { continue }
            let value = folded.bytes.withUnsafeBufferPointer { ContactValue.value(of: fact, in: $0) }
            #expect(isReserved(value), "\(row.id): \(channel.name) \(value)")
        }
    }
}

/// Whether a contact is made up on its face: a name with "example" in it, a masked number, a 555 number.
private func isReserved(_ value: String) -> Bool {
    let words = [
        "example", "sample", "vidu", "contoh", "halimbawa", "primer", "test", "demo", "mau", "yejesi", "yeje",
        "udaharan", "tuayang",
    ]
    return words.contains(where: value.contains) || value.contains("xx") || value.contains("**")
        || value.contains("555")
}

@Test("splits and datasheet are fresh; if not, run scripts/splits")
func freshness() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", folder + "/../scripts/splits", "--check"]
    try process.run()
    process.waitUntilExit()

    #expect(process.terminationStatus == 0)
}

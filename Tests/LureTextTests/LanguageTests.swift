import Foundation
import LureText
import Testing

@Suite("Languages")
struct LanguageTests {
    static let rows = LanguageSentences.all.flatMap { row in row.texts.map { (row.code, $0) } }

    @Test("a message speaks the language it is written in", arguments: rows)
    func speaking(_ code: String, _ text: String) throws {
        let language = try #require(Language(code: code))

        let guess = identify(text)

        #expect(guess.speaking.isSuperset(of: LanguageSet(language)))
    }

    @Test(
        "the primary language is right for nearly all messages of each language",
        arguments: LanguageSentences.all.map(\.code))
    func primary(_ code: String) throws {
        let texts = try #require(LanguageSentences.all.first { $0.code == code }).texts

        let wrong = texts.filter { identify($0).primary?.code != code }

        #expect(texts.count >= 8)
        // Spoken Hindi and Urdu are one language: some Latin sentences could be either.
        #expect(
            wrong.count <= (code == "ur-Latn" ? 2 : 1),
            "\(wrong.map { ($0, identify($0).primary?.code ?? "nil") })")
    }

    @Test(
        "numbers, signs, addresses, handles and names tell no language", arguments: LanguageSentences.untold)
    func untold(_ text: String) {
        let guess = identify(text)

        #expect(guess.primary == nil)
        #expect(guess.confidence == 0)
    }

    @Test("a language that is not known is not taken for one that is", arguments: LanguageSentences.foreign)
    func foreign(_ text: String) {
        #expect(identify(text).primary == nil)
    }

    @Test("two languages in one message both speak", arguments: LanguageSentences.mixed.indices)
    func mixed(_ index: Int) {
        let row = LanguageSentences.mixed[index]

        let guess = identify(row.text)

        #expect(guess.primary?.code == row.primary)
        for code in row.speaking {
            #expect(Language(code: code).map { guess.speaking.contains(LanguageSet($0)) } == true, "\(code)")
        }
    }

    @Test("a plain message of one language keeps the far ones silent")
    func silent() {
        let guess = identify(
            "We are looking for a warehouse worker, the pay is weekly and you can start today")

        #expect(guess.primary == .english)
        #expect(guess.confidence > 0.8)
        #expect(!guess.speaking.contains(LanguageSet(.thai)))
        #expect(!guess.speaking.contains(LanguageSet(.swahili)))
        #expect(!guess.speaking.contains(LanguageSet(.vietnamese)))
    }

    @Test("Latin words that tell nothing let all languages of Latin script speak")
    func undecided() {
        #expect(identify("Kcmxq zzvrt plorq").speaking == .latin)
    }

    @Test(
        "one character of a script of one language lets that language speak",
        arguments: ["th": "ก", "ko": "한", "am": "ሥ"])
    func stray(_ code: String, _ letter: String) throws {
        let language = try #require(Language(code: code))

        #expect(identify("please send your number now \(letter)").speaking.contains(LanguageSet(language)))
        #expect(identify("please send your number now \(letter)").primary == .english)
    }

    @Test("any bytes give an answer within bounds")
    func anyBytes() {
        var state: UInt64 = 42
        for _ in 0..<3000 {
            var bytes: [UInt8] = []
            for _ in 0..<40 {
                state = StableHash.mix(state &+ 0x9E37_79B9_7F4A_7C15)
                bytes.append(UInt8(truncatingIfNeeded: state))
            }
            let guess = identify(String(decoding: bytes, as: UTF8.self), original: bytes)
            #expect((0...1).contains(guess.confidence))
            #expect((guess.primary == nil) == (guess.confidence == 0))
        }
    }

    private func identify(_ text: String, original: [UInt8]? = nil) -> LanguageGuess {
        let (folded, segmentation) = foldedAndSegmented(text)
        var guess = LanguageGuess()
        (original ?? Array(text.utf8)).withUnsafeBufferPointer {
            LanguageIdentifier().identify(
                original: $0, folded: folded, segmentation: segmentation, into: &guess)
        }
        return guess
    }
}

@Suite("Language tables")
struct LanguageTableTests {
    @Test("the tables are what the lists say; if not, run scripts/language-tables")
    func freshness() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let process = Process()
        process.executableURL = root.appending(path: "scripts/language-tables")
        process.arguments = ["--check"]

        try process.run()
        process.waitUntilExit()

        #expect(process.terminationStatus == 0)
    }
}

/// A text as the identifier is given it.
func foldedAndSegmented(_ text: String) -> (FoldedText, Segmentation) {
    let folded = Folder().fold(text)
    var segmentation = Segmentation()
    Segmenter().segment(folded, into: &segmentation)
    return (folded, segmentation)
}

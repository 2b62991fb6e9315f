import Foundation
import LureEvaluation
import LureScreen
import Testing

private let texts = [
    LabelledText(text: "Wire the training deposit first, then you start", textClass: .lure, id: "en-1"),
    LabelledText(text: "Lunch at noon?", textClass: .other),
]

@Test("a snapshot names the rules that fire, and reads back what it wrote")
func roundTrip() throws {
    let snapshot = RuleSnapshot(texts, screener: try Screener())

    #expect(snapshot.entries.map(\.id) == ["en-1", texts[1].snapshotID])
    #expect(snapshot.entries[0].rules.keys.contains("fee-training-deposit"))
    #expect(snapshot.entries[1].rules == [:])
    #expect(RuleSnapshot(parsing: snapshot.rendered) == snapshot)
    #expect(snapshot.rendered.split(separator: "\n").count == 2)
}

@Test("digests of a text without an id do not depend on the machine")
func stableDigest() {
    #expect(LabelledText(text: "Lunch at noon?", textClass: .other).snapshotID == "wbhugzx")
}

@Test(
    "what a snapshot shows of a change: rules added and lost, other words, other concepts, texts come and gone"
)
func differences() {
    let before = RuleSnapshot(parsing: "a\tfee-x:aaa rec-y:bbb\tccccc\nb\t\tddddd\nc\t\t\ngone\t\t\n")
    let after = RuleSnapshot(parsing: "a\trec-y:bbc role-z:aaa\tccccd\nb\t\tddddd\nc\t\t\nnew\t\t\n")

    let differences = after.differences(from: before)

    #expect(
        differences.map(\.summary) == [
            "a: added role-z; lost fee-x; other words of rec-y; other concepts", "new: new text",
            "gone: text is gone",
        ])
}

@Test("another place of the same words is another snapshot")
func places() throws {
    let screener = try Screener()
    let early = RuleSnapshot(
        [LabelledText(text: "Pay the training deposit now. OK", textClass: .lure, id: "1")],
        screener: screener)
    let late = RuleSnapshot(
        [LabelledText(text: "OK. Pay the training deposit now", textClass: .lure, id: "1")],
        screener: screener)

    let difference = late.differences(from: early).first

    #expect(difference?.moved.contains("fee-training-deposit") == true)
    #expect(difference?.readsOtherwise == true)
}

@Test("lines of phrase sentences are rules and a text; others are named")
func sentences() {
    let content = "fee-x rec-y\tPay first, a friend says.\n\nfee-x Pay first\n\tno rule\n"

    let (sentences, faults) = PhraseSentence.read(Data(content.utf8), file: "en.tsv")

    #expect(
        sentences == [PhraseSentence(line: 1, rules: ["fee-x", "rec-y"], text: "Pay first, a friend says.")])
    #expect(faults.map(\.line) == [3, 4])
}

@Test("phrases are counted by rule and language")
func phraseCounts() throws {
    var statistics = try FormStatistics(.shipped, of: .phrases, screener: try Screener())
    statistics.count(LabelledText(text: "Sales work, high salary no experience", textClass: .lure))

    let rows = statistics.rows.filter { $0.total > 0 }
    #expect(
        rows.contains {
            $0.owner == "pay-high-for-low-skill" && $0.language == "en"
                && $0.form == "high salary no experience"
                && $0.counts == [1, 0, 0, 0, 0]
        })
}

@Test("a sentence names the rules that miss it")
func missingRules() throws {
    let sentence = PhraseSentence(
        line: 1, rules: ["pay-high-for-low-skill", "fee-training-deposit"],
        text: "Sales work, high salary no experience")

    #expect(sentence.missingRules(with: try Screener()) == ["fee-training-deposit"])
}

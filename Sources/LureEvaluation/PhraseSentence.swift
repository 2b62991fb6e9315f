public import Foundation
public import LureScreen

/// A sentence in which phrases stand as people type them, and the rules that must find it.
///
/// `Tests/RuleTests/Texts/phrases/<language>.tsv`: ids of rules, separated by spaces, a tab, the sentence.
public struct PhraseSentence: Hashable, Sendable {
    /// From 1.
    public var line: Int
    public var rules: [String]
    public var text: String

    public init(line: Int, rules: [String], text: String) {
        self.line = line
        self.rules = rules
        self.text = text
    }

    /// The sentence as a text without label.
    public var labelled: LabelledText { LabelledText(text: text, textClass: .unlabelled) }

    /// The rules it names that do not fire.
    public func missingRules(with screener: Screener) -> [String] {
        let found = screener.reading(of: Array(text.utf8)).rules.hits.map {
            screener.pack.ruleID(Int($0.rule))
        }
        return rules.filter { !found.contains($0) }
    }

    /// Reads a file of sentences.
    /// - Returns: what could be read, and a fault for every other line.
    public static func read(_ content: Data, file: String) -> ([PhraseSentence], [LabelledText.Fault]) {
        var sentences: [PhraseSentence] = []
        var faults: [LabelledText.Fault] = []
        let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            let fields = String(decoding: line, as: UTF8.self).split(separator: "\t").map(String.init)
            let rules = fields.first.map { $0.split(separator: " ").map(String.init) } ?? []
            guard fields.count == 2, !rules.isEmpty else {
                faults.append(
                    LabelledText.Fault(
                        file: file, line: index + 1, problem: "the line is not: rules, tab, sentence"))
                continue
            }
            sentences.append(PhraseSentence(line: index + 1, rules: rules, text: fields[1]))
        }
        return (sentences, faults)
    }
}

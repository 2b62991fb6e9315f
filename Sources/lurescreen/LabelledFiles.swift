import ArgumentParser
import Foundation
import LureBatch
import LureEvaluation

/// Files of labelled texts, as the bench reads them.
struct LabelledFiles: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "JSON lines with \"text\", and if known \"label\" (lure, legit, 1, 0) and \"kind\"; - is standard input. Or .tsv: rules, tab, sentence.",
            valueName: "file"))
    var files: [String]

    /// All texts; rows that can't be read are named on standard error.
    /// - Returns: the texts, and whether every row was read.
    func read() throws -> (texts: [LabelledText], isComplete: Bool) {
        var texts: [LabelledText] = []
        var isComplete = true
        for file in files {
            let own = try read(file, &isComplete)
            texts += own
        }
        return (texts, isComplete)
    }

    /// The texts of one file; `isComplete` becomes false if a row can't be read.
    func read(_ file: String, _ isComplete: inout Bool) throws -> [LabelledText] {
        let content = Data(try readInput(file))
        let texts: [LabelledText]
        let faults: [LabelledText.Fault]
        if file.hasSuffix(".tsv") {
            let sentences: [PhraseSentence]
            (sentences, faults) = PhraseSentence.read(content, file: file)
            texts = sentences.map(\.labelled)
        } else {
            (texts, faults) = LabelledText.read(content, file: file)
        }
        for fault in faults { printError("error: \(fault.message)") }
        if !faults.isEmpty { isComplete = false }
        return texts
    }
}

import ArgumentParser
import Foundation
import LureBatch
import LureEvaluation

/// Files of labelled texts, as the bench reads them.
struct LabelledFiles: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "JSON lines with \"text\", and if known \"label\" (lure, legit, 1, 0) and \"kind\"; - is standard input.",
            valueName: "file"))
    var files: [String]

    /// All texts; rows that can't be read are named on standard error.
    /// - Returns: the texts, and whether every row was read.
    func read() throws -> (texts: [LabelledText], isComplete: Bool) {
        var texts: [LabelledText] = []
        var isComplete = true
        for file in files {
            let (own, faults) = LabelledText.read(Data(try readInput(file)), file: file)
            for fault in faults { printError("error: \(fault.message)") }
            if !faults.isEmpty { isComplete = false }
            texts += own
        }
        return (texts, isComplete)
    }
}

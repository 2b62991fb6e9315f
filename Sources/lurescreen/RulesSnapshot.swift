import ArgumentParser
import Foundation
import LureBatch
import LureEvaluation
import LureScreen

extension Rules {
    struct Snapshot: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what the rules find in each text, or compare it with what they found before.",
            discussion: """
                A line a text: its id; the rules that fire, each with a digest of its evidence; a digest of the concepts \
                read. With --check FOLDER the texts of each FILE are compared with FOLDER/<name of FILE>.tsv and every \
                difference is named; the command then ends with status 1.
                """)

        @OptionGroup var location: Location
        @OptionGroup var labelled: LabelledFiles

        @Option(
            help: ArgumentHelp("Write a file for each name of FILE into this folder.", valueName: "folder"))
        var output: String?

        @Option(help: ArgumentHelp("Compare with the files of this folder.", valueName: "folder"))
        var check: String?

        @Flag(help: "With --check: stop at the first difference.")
        var first = false

        func validate() throws {
            if output != nil && check != nil { throw ValidationError("Give --output or --check, not both.") }
        }

        func run() throws {
            let screener = try location.screener()
            var isComplete = true
            var texts = RuleSnapshot.Texts()
            for file in labelled.files { texts.add(try labelled.read(file, &isComplete), from: file) }
            var changed = 0
            for name in texts.names {
                changed += try handle(texts.texts[name] ?? [], name, screener)
                if first && changed > 0 { throw ExitCode(1) }
            }
            if check != nil { printError("\(changed) texts are found otherwise") }
            if changed > 0 { throw ExitCode(1) }
            if !isComplete { throw ExitCode(2) }
        }

        /// - Returns: how many texts differ.
        private func handle(_ texts: [LabelledText], _ name: String, _ screener: Screener) throws -> Int {
            if let check {
                let path = "\(check)/\(name).tsv"
                let earlier = RuleSnapshot(parsing: String(decoding: try readFile(path), as: UTF8.self))
                return try compare(texts, earlier, path, screener)
            }
            let text = RuleSnapshot(texts, screener: screener).rendered
            if let output {
                try writeFile(Array(text.utf8), to: "\(output)/\(name).tsv")
            } else {
                try printOut(text)
            }
            return 0
        }

        private func compare(
            _ texts: [LabelledText], _ earlier: RuleSnapshot, _ path: String, _ screener: Screener
        ) throws -> Int {
            let now = RuleSnapshot(texts, screener: screener)
            let differences = now.differences(from: earlier)
            for difference in differences.prefix(first ? 1 : differences.count) {
                try printOut("\(path): \(difference.summary)\n")
            }
            return differences.count
        }
    }
}

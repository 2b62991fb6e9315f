import ArgumentParser
import Foundation
import LureRuleCompiler

extension Rules {
    struct Docs: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the rule reference: a page for each rule, with its examples highlighted.")

        @OptionGroup var location: Location

        @Option(
            name: [.customShort("o"), .long],
            help: "The folder to write to; pages of rules that are gone are removed.")
        var output = "docs/rules"

        func run() throws {
            let (source, diagnostics) = RuleSource.load(location.rules)
            let errors = diagnostics.filter { $0.severity == .error }
            guard errors.isEmpty else {
                printError(
                    "error: \(location.rules): \(errors.count) faults; `lurescreen rules lint` names them")
                throw ExitCode(1)
            }
            let pages = RulePages(source).files
            do {
                try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            } catch {
                printError("error: \(output): the folder can't be made")
                throw ExitCode(2)
            }
            for (name, text) in pages { try writeFile(Array(text.utf8), to: "\(output)/\(name)") }
            let names = Set(pages.map(\.name))
            for old in (try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []
            where old.hasSuffix(".md") && !names.contains(old) {
                try? FileManager.default.removeItem(atPath: "\(output)/\(old)")
            }
            printError("\(output): \(pages.count) pages")
        }
    }
}

import ArgumentParser
import Foundation
import LureBatch
import LureEvaluation
import LureRuleCompiler
import LureScreen

struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The rule author's bench: lint, test, measure, list and compile rules.",
        subcommands: [
            Lint.self, Test.self, Snapshot.self, Stats.self, Forms.self, List.self, Show.self, Docs.self,
            Compile.self,
        ])

    struct Location: ParsableArguments {
        @Option(
            help: ArgumentHelp(
                "The rule folder; without thresholds.yml in it, it is laid over the built-in rules.",
                valueName: "folder"))
        var rules = "rules"

        /// The pack that the folder compiles to; if it has errors the command ends with status 1.
        func compiled() throws -> [UInt8] {
            try compiledPack(of: rules, status: 1)
        }

        /// A screener with the rules of the folder, whose answers rest on the built-in model.
        func screener() throws -> Screener { try screener(try compiled()) }

        /// The rules of the folder, and a screener with them.
        func sourceAndScreener() throws -> (RuleSource, Screener) {
            let (source, pack) = try compiledRules(of: rules, status: 1)
            return (source, try screener(pack))
        }

        private func screener(_ bytes: [UInt8]) throws -> Screener {
            do throws(Screener.LoadError) {
                return try Screener(pack: bytes, model: nil)
            } catch {
                printError("error: \(error.message(pack: rules, model: nil))")
                throw ExitCode(2)
            }
        }
    }

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Report every fault in the rule files at once, with its place and how to mend it.",
            discussion: "Ends with status 1 if there are errors; warnings alone end with 0.")

        @OptionGroup var location: Location

        func run() throws {
            let (_, diagnostics) = RuleSource.load(location.rules)
            for diagnostic in diagnostics { try printOut(diagnostic.rendered() + "\n") }
            let errors = diagnostics.filter { $0.severity == .error }.count
            printError("\(errors) errors, \(diagnostics.count - errors) warnings")
            if errors > 0 { throw ExitCode(1) }
        }
    }

    struct Compile: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compile the rule files to a pack that the screener loads.")

        @OptionGroup var location: Location

        @Option(name: [.customShort("o"), .long], help: "Where to write the pack.")
        var output: String

        @Flag(help: "Write nothing; end with status 1 if the file differs from what would be written.")
        var check = false

        func run() throws {
            let bytes = try location.compiled()
            if check {
                guard FileManager.default.contents(atPath: output) == Data(bytes) else {
                    printError("error: \(output) is not fresh; run scripts/generate")
                    throw ExitCode(1)
                }
                return
            }
            try writeFile(bytes, to: output)
            printError("\(output): \(bytes.count) bytes")
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run the examples of all rules and recipes and check their exact spans.")

        @OptionGroup var location: Location

        @Argument(help: "Only these rules.")
        var ids: [String] = []

        @Flag(help: "Also in disguise: other letter case and width, look-alikes, spacing, and so on.")
        var disguised = false

        @Option(
            help: ArgumentHelp(
                "Instead: a file of rules, tab, sentence; these rules must fire.", valueName: "file"))
        var sentences: String?

        func run() throws {
            if let sentences { return try testSentences(sentences) }
            let (source, screener) = try location.sourceAndScreener()
            let runner = ExampleRunner(screener: screener)
            let examples = source.examples.filter { ids.isEmpty || ids.contains($0.rule) }
            let variants = disguised ? ExampleVariant.allCases : [.asWritten]
            var failures = 0
            for example in examples {
                for variant in variants {
                    guard let failure = runner.failure(of: example, as: variant) else { continue }
                    failures += 1
                    try printOut(failure + "\n")
                }
            }
            try finish(examples.count * variants.count, failures)
        }

        private func testSentences(_ file: String) throws {
            let screener = try location.screener()
            let (sentences, faults) = PhraseSentence.read(Data(try readFile(file)), file: file)
            for fault in faults { try printOut(fault.message + "\n") }
            var failures = faults.count
            for sentence in sentences {
                let missing = sentence.missingRules(with: screener)
                if missing.isEmpty { continue }
                failures += 1
                try printOut("\(file):\(sentence.line): does not fire: \(missing.joined(separator: ", "))\n")
            }
            try finish(sentences.count + faults.count, failures)
        }

        private func finish(_ count: Int, _ failures: Int) throws {
            printError("\(count - failures) passed, \(failures) failed")
            if failures > 0 { throw ExitCode(1) }
        }
    }
}

/// The pack that a rule folder compiles to; a folder with faults is refused whole, all faults named.
func compiledPack(of folder: String, status: Int32) throws -> [UInt8] {
    try compiledRules(of: folder, status: status).pack
}

/// The rules of a folder and the pack that they compile to; a folder with faults is refused whole, all faults named.
func compiledRules(of folder: String, status: Int32) throws -> (source: RuleSource, pack: [UInt8]) {
    let (source, diagnostics) = RuleSource.load(folder)
    let errors = diagnostics.filter { $0.severity == .error }
    for error in errors { printError(error.rendered()) }
    guard errors.isEmpty else {
        printError("error: \(folder): faults found: \(errors.count); nothing of it is used")
        throw ExitCode(status)
    }
    do throws(CompileFailure) {
        return (source, try source.compile())
    } catch {
        printError("error: \(folder): the rules do not fit into a pack (\(error))")
        throw ExitCode(status)
    }
}

import ArgumentParser
import Foundation
import LureBatch
import LureRuleCompiler
import LureScreen

struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The rule author's bench: lint, test, compile and list rules.",
        subcommands: [Lint.self, Test.self, Compile.self, List.self, Show.self])

    struct Location: ParsableArguments {
        @Option(help: ArgumentHelp("The folder that holds concepts, rules and recipes.", valueName: "folder"))
        var rules = "rules"

        /// The pack that the folder compiles to; if it has errors the command ends with status 1.
        func compiled() throws -> [UInt8] {
            let (source, diagnostics) = RuleSource.load(rules)
            let errors = diagnostics.filter { $0.severity == .error }
            for error in errors { printError(error.rendered()) }
            guard errors.isEmpty else { throw ExitCode(1) }
            do throws(CompileFailure) {
                return try source.compile()
            } catch {
                printError("error: \(rules): the rules do not fit into a pack (\(error))")
                throw ExitCode(1)
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

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the rules of the pack in use, one a line.")

        @OptionGroup var screening: ScreeningOptions

        func run() throws {
            let pack = try screening.makeScreener().pack
            for index in 0..<pack.ruleCount {
                let rule = pack.rule(index)
                try printOut("\(rule.id)\t\(rule.severity.name)\t\(rule.status.name)\t\(rule.title)\n")
            }
            for index in 0..<pack.recipeCount {
                let recipe = pack.recipe(index)
                try printOut("\(recipe.id)\trecipe\t\(recipe.floor.name)\t\(recipe.title)\n")
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show one rule of the pack in use.")

        @Argument(help: "Id of the rule.")
        var id: String

        @OptionGroup var screening: ScreeningOptions

        func run() throws {
            let pack = try screening.makeScreener().pack
            guard let index = (0..<pack.ruleCount).first(where: { pack.rule($0).id == id }) else {
                throw ValidationError("There is no rule \"\(id)\"; `lurescreen rules list` shows them all.")
            }
            let rule = pack.rule(index)
            var out =
                "\(rule.title)\n\(rule.id) · \(rule.family) · \(rule.severity.name) · \(rule.status.name)\n\n"
            out += rule.why + "\n"
            if !rule.categories.isEmpty {
                out += "\nSpeaks for: \(rule.categories.members.map(\.name).joined(separator: ", "))\n"
            }
            if !rule.ask.isEmpty { out += "\nAsk:\n" + rule.ask.map { "  • \($0)\n" }.joined() }
            if !rule.falseAlarms.isEmpty {
                out +=
                    "\nAn honest text may say the same:\n" + rule.falseAlarms.map { "  • \($0)\n" }.joined()
            }
            out += "\nSources: \(rule.sources.joined(separator: ", ")) (docs/sources.md)\n"
            try printOut(out)
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run the examples of all rules and recipes and check their exact spans.")

        @OptionGroup var location: Location

        @Argument(help: "Only these rules.")
        var ids: [String] = []

        func run() throws {
            let (source, _) = RuleSource.load(location.rules)
            let bytes = try location.compiled()
            let screener: Screener
            do throws(Screener.LoadError) {
                screener = try Screener(pack: bytes, model: nil)
            } catch {
                printError("error: \(error.message(pack: location.rules, model: nil))")
                throw ExitCode(2)
            }
            var failures = 0
            let examples = source.examples.filter { ids.isEmpty || ids.contains($0.rule) }
            for example in examples {
                guard let failure = ExampleRunner(screener: screener).failure(of: example) else { continue }
                failures += 1
                try printOut(failure + "\n")
            }
            printError("\(examples.count - failures) passed, \(failures) failed")
            if failures > 0 { throw ExitCode(1) }
        }
    }
}

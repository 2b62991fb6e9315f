import ArgumentParser
import LureRuleCompiler
import LureScreen

extension Rules {
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one rule or recipe in use, as its page of the rule reference has it.")

        @Argument(help: "Id of the rule or recipe.")
        var id: String

        @OptionGroup var screening: ScreeningOptions

        func run() throws {
            guard screening.pack == nil else {
                throw ValidationError("A pack has no examples; name the folder of its rules with --rules.")
            }
            let source = screening.rules.map { RuleSource.load($0).0 } ?? RuleSource.shipped
            guard let page = RulePages(source).files.first(where: { $0.name == "\(id).md" }) else {
                throw ValidationError("There is no rule \"\(id)\"; `lurescreen rules list` shows them all.")
            }
            // Without the comment that heads the page.
            let lines = page.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
            try printOut(lines.joined(separator: "\n"))
        }
    }
}

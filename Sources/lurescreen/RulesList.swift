import ArgumentParser
import LureRuleCompiler
import LureScreen

extension Rules {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the rules and recipes in use, one a line.",
            discussion: """
                With --coverage: a table of rules and languages instead. ● a match example shows that the rule speaks \
                the language, ○ it has words but no example, · it has no words.
                """)

        @OptionGroup var screening: ScreeningOptions

        @Flag(help: "Show which rule speaks which language.")
        var coverage = false

        func run() throws {
            if coverage {
                guard screening.pack == nil else {
                    throw ValidationError(
                        "--coverage reads rule files; a pack has none. Name their folder with --rules.")
                }
                let source = screening.rules.map { RuleSource.load($0).0 } ?? RuleSource.shipped
                return try printOut(Self.table(RuleCoverage(source)))
            }
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

        private static func table(_ coverage: RuleCoverage) -> String {
            let width = (coverage.rows.map(\.id.count).max() ?? 0) + 2
            func line(_ name: String, _ cells: [String]) -> String {
                var text = name.padded(to: width)
                for (language, cell) in zip(coverage.languages, cells) {
                    text += cell.padded(to: max(language.count, 3) + 1)
                }
                while text.last == " " { text.removeLast() }
                return text + "\n"
            }
            var text = line("", coverage.languages)
            for row in coverage.rows {
                text += line(
                    row.id,
                    row.cells.map { cell in
                        switch cell {
                        case .none: "·"
                        case .words: "○"
                        case .shown: "●"
                        }
                    })
            }
            text += line("rules with words", coverage.totals.map { String($0.words) })
            return text + line("rules with examples", coverage.totals.map { String($0.shown) })
        }
    }
}

extension String {
    /// Filled up with spaces at the end; longer texts stay as they are.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

    /// Filled up with spaces at the beginning.
    func rightAligned(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}

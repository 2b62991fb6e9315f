import LurePatterns
import LureRules

/// Judges parsed rule files together: what one file alone can't show.
struct Linter {
    let source: RuleSource
    let folder: RuleFolder
    let weightIDs: [Located<String>]
    let concepts: Set<String>
    let factTerms = Set(FactConcept.names)
    let ruleIDs: Set<String>
    var diagnostics: [Diagnostic] = []

    init(_ source: RuleSource, folder: RuleFolder, weights: [Located<String>]) {
        self.source = source
        self.folder = folder
        weightIDs = weights
        concepts = Set(source.concepts)
        ruleIDs = Set(source.rules.map(\.id.value))
    }

    mutating func run() {
        checkNames()
        for rule in source.rules {
            checkTerms(rule)
            checkPhrases(rule)
            checkRegexes(rule)
            checkExamples(rule)
            checkWords(of: rule)
            checkSources(rule.sources)
            if rule.when.isEmpty, rule.phrases.isEmpty, rule.regexes.isEmpty,
                !hasFault(in: rule.id.place.file)
            {
                report(.nothingToMatch, "'\(rule.id.value)' has nothing to match", at: rule.id.place)
            }
        }
        for recipe in source.recipes {
            checkRules(of: recipe)
            checkWords(of: recipe)
            checkSources(recipe.sources)
        }
        checkWeights()
        checkUsualPay()
        checkConceptRows()
        checkPhrasesAcrossRules()
        checkLanguages()
        for file in folder.rules + folder.recipes { checkCharacters(file) }
    }

    mutating func report(_ code: LintCode, _ message: String, at place: Place, help: String? = nil) {
        diagnostics.append(Diagnostic(code, message, at: place, help: help))
    }

    /// A rule whose conditions did not parse is not also blamed for having none.
    private func hasFault(in file: SourceFile) -> Bool {
        let text = file.lines
        return text.contains { $0.hasPrefix("when:") || $0.hasPrefix("phrases:") || $0.hasPrefix("regex:") }
    }

    // MARK: Names

    private mutating func checkNames() {
        var seen: Set<String> = []
        for id in source.rules.map(\.id) + source.recipes.map(\.id) {
            if id.value != id.place.file.stem {
                report(
                    .idIsNotFileName, "the id is '\(id.value)', the file '\(id.place.file.stem)'",
                    at: id.place)
            }
            if !seen.insert(id.value).inserted {
                report(.repeatedID, "'\(id.value)' is the id of another file too", at: id.place)
            }
        }
        for rule in source.rules where !RuleFile.families.contains(rule.family) {
            report(.unknownFamily, "'\(rule.family)' is no family", at: rule.id.place)
        }
    }

    private mutating func checkTerms(_ rule: RuleFile) {
        for condition in rule.when {
            for term in condition.slots.flatMap(\.terms) { checkTerm(term) }
            if case .fact(let test, let slots) = condition.body, test.isTimesUsual,
                slots.allSatisfy(\.isAbsent)
            {
                report(.usualPayAlone, "high pay is no sign on its own", at: condition.place)
            }
        }
        for exception in rule.unless {
            switch exception.kind {
            case .inClause(let terms), .inText(let terms): for term in terms { checkTerm(term) }
            case .negation: checkTerm(Located("no", at: exception.place))
            case .question: break
            }
        }
    }

    private mutating func checkTerm(_ term: Located<String>) {
        if UsualPayFile.isCountry(term.value) {
            report(
                .unknownTerm, "'\(term.value)' is a term of the table of usual pay only", at: term.place,
                help: "where people are from or go to is no sign; name what is offered or done")
            return
        }
        if concepts.contains(term.value) || factTerms.contains(term.value) { return }
        let what = term.value.hasPrefix("fact-") ? "fact term" : "concept"
        report(.unknownTerm, "'\(term.value)' is no \(what)", at: term.place)
    }

    private mutating func checkSources(_ sources: [Located<String>]) {
        guard !folder.sources.isEmpty else { return }
        let known = Set(folder.sources.flatMap { SourceTable.ids(in: $0) })
        for source in sources where !known.contains(source.value) {
            report(.unknownSource, "'\(source.value)' is not in docs/sources.md", at: source.place)
        }
    }

    // MARK: Recipes and weights

    private mutating func checkRules(of recipe: RecipeFile) {
        for name in (recipe.core + recipe.boosters + recipe.unless).joined() {
            if name.value.hasSuffix("*") {
                let start = name.value.dropLast()
                if !ruleIDs.contains(where: { $0.hasPrefix(start) }) {
                    report(.unknownRule, "no rule begins with '\(start)'", at: name.place)
                }
            } else if !ruleIDs.contains(name.value) {
                report(.unknownRule, "there is no rule '\(name.value)'", at: name.place)
            }
        }
    }

    private mutating func checkWeights() {
        let recipeIDs = Set(source.recipes.map(\.id.value))
        for id in weightIDs where !ruleIDs.contains(id.value) && !recipeIDs.contains(id.value) {
            report(.wrongWeight, "'\(id.value)' is neither a rule nor a recipe", at: id.place)
        }
    }

    private mutating func checkUsualPay() {
        let table = source.usualPay
        for name in table.rows.map(\.country) + table.without where !concepts.contains(name.value) {
            report(.unknownConcept, "'\(name.value)' is not defined", at: name.place)
        }
        checkSources(table.rows.map(\.source) + table.rates.values.map(\.source))
        for row in table.rows where table.rates[row.currency] == nil {
            report(
                .wrongUsualPay, "'\(row.currency)' has no rate: dollars could not be compared with this row",
                at: row.country.place, help: "add the currency to 'rates' with its year and source")
        }
    }

    // MARK: Examples

    private mutating func checkExamples(_ rule: RuleFile) {
        guard rule.status == .stable, folder.overlay == nil else { return }
        let english = rule.examples.filter { $0.language == "en" }
        let matches = english.filter(\.shouldMatch).count
        let others = english.count - matches
        if matches < 3 || others < 3 {
            report(
                .tooFewExamples, "\(matches) match and \(others) no-match examples in en", at: rule.id.place)
        }
        let written = Set(folder.concepts.map(\.stem))
        let lacking = RuleLanguages.main.filter { language in
            guard language != "en", written.contains(language) else { return false }
            let own = rule.examples.filter { $0.language == language }
            return own.allSatisfy(\.shouldMatch) || !own.contains(where: \.shouldMatch)
        }
        if !lacking.isEmpty {
            report(
                .languageWithoutExamples,
                "no match or no no-match example in \(lacking.joined(separator: ", "))",
                at: rule.id.place)
        }
    }

    private mutating func checkLanguages() {
        let exercised = Set(source.rules.flatMap(\.examples).filter(\.shouldMatch).map(\.language))
        for file in folder.concepts where !exercised.contains(file.stem) {
            report(
                .languageNeverExercised, "no rule has a match example in '\(file.stem)'", at: Place(file))
        }
    }
}

/// Reads `docs/sources.md`: ids are the first cells of table rows.
enum SourceTable {
    static func ids(in file: SourceFile) -> Set<String> {
        Set(
            file.lines.compactMap { line in
                guard line.hasPrefix("| ") else { return nil }
                let cell = line.dropFirst(2).prefix { $0 != "|" }
                return cell.filter { $0 != " " && $0 != "`" }
            })
    }
}

import LurePatterns
import LureRules
import LureText

/// Why rule files don't become a pack.
public enum CompileFailure: Error, Equatable {
    /// The linter found errors; it says which.
    case faultyRules
    /// The files ask for more than the format holds.
    case doesNotFit(RulePackWriter.Failure)
}

extension RuleSource {
    /// Log-odds of a rule without a learned weight, by severity.
    private static func defaultWeight(_ rule: RuleFile) -> Double {
        let size =
            switch rule.severity {
            case .low: 0.35
            case .medium: 0.8
            case .high: 1.5
            case .critical: 2.5
            }
        return rule.polarity == .mitigating ? -size : size
    }

    private static let defaultRecipeWeight = 0.5

    /// The pack's bytes; the order of files and rows does not matter.
    public func compile() throws(CompileFailure) -> [UInt8] {
        if hasErrors { throw .faultyRules }
        return try compileDespiteFaults()
    }

    /// As `compile`, leaving out what is faulty.
    func compileDespiteFaults() throws(CompileFailure) -> [UInt8] {
        do throws(RulePackWriter.Failure) {
            return try RulePackWriter.write(contents()) { SHA256.hexadecimal(of: $0, count: 12) }
        } catch {
            throw .doesNotFit(error)
        }
    }

    /// The pack as plain values.
    public func contents() -> RulePackContents {
        var contents = RulePackContents()
        // Countries come last, as the pack wants them.
        contents.concepts =
            FactConcept.names + concepts.filter { !UsualPayFile.isCountry($0) }
            + concepts.filter { UsualPayFile.isCountry($0) }
        contents.families = Set(rules.map(\.family)).sorted()
        contents.thresholds = thresholds
        let conceptIndex = Dictionary(
            uniqueKeysWithValues: contents.concepts.enumerated().map { ($0.element, $0.offset) })
        var forms = FormTable()
        for row in conceptRows {
            guard let concept = conceptIndex[row.concept.value] else { continue }
            forms.add(row.form.value, row.kind.boundary, row.language) { form in
                .concept(concept, isSingleHan: RuleLanguages.isSingleHan(form))
            }
        }
        for (index, rule) in rules.enumerated() {
            contents.rules.append(compiled(rule, conceptIndex, contents.families))
            if rule.status == .deprecated { continue }
            for phrase in rule.phrases {
                forms.add(phrase.text.value, .word, phrase.language) { _ in .phrase(rule: index) }
            }
            for regex in rule.regexes {
                let number = contents.regexes.count
                contents.regexes.append(
                    RulePackContents.Regex(rule: index, source: RegexHints.hinted(regex.pattern.value)))
                let head = RegexHead(regex.pattern.value)
                let beginsWhole = head?.isNamed(by: regex.literals.map(\.value)) ?? false
                for literal in regex.literals {
                    // Elsewhere an expression says itself where its words end.
                    let isWhole = beginsWhole && head?.contains(literal.value) == true
                    forms.add(
                        literal.value, isWhole ? .word : .stem, regex.language,
                        speakers: .all.union(.always)
                    ) { _ in .regex(number) }
                }
            }
        }
        contents.forms = forms.forms
        let ruleIDs = rules.map(\.id.value)
        contents.usualPay = usualPay.rows.compactMap { row in
            conceptIndex[row.country.value].map { row.compiled(country: $0) }
        }
        contents.silentOnPay = usualPay.without.compactMap { conceptIndex[$0.value] }
        contents.rates = usualPay.rates.mapValues(\.perUSD)
        for recipe in recipes { contents.recipes.append(compiled(recipe, ruleIDs)) }
        return contents
    }

    private func compiled(
        _ file: RuleFile, _ concepts: [String: Int], _ families: [String]
    ) -> RulePackContents.Rule {
        var rule = RulePackContents.Rule()
        rule.id = file.id.value
        rule.title = file.title
        rule.why = file.why
        rule.family = families.firstIndex(of: file.family) ?? 0
        rule.severity = file.severity
        rule.status = file.status
        rule.polarity = file.polarity
        rule.kind = file.kind
        rule.categories = file.categories
        rule.ask = file.ask.map(\.value)
        rule.falseAlarms = file.falseAlarms.map(\.value)
        rule.sources = file.sources.map(\.value)
        rule.weight = weights[rule.id] ?? Self.defaultWeight(file)
        rule.alternatives = file.when.compactMap { compiled($0, concepts) }
        for exception in file.unless {
            switch exception.kind {
            case .negation: rule.unless.negation = true
            case .question: rule.unless.question = true
            case .inClause(let terms): rule.unless.inClause += terms.compactMap { concepts[$0.value] }
            case .inText(let terms): rule.unless.inText += terms.compactMap { concepts[$0.value] }
            }
        }
        return rule
    }

    /// nil if a term that must be there is unknown.
    private func compiled(_ condition: Condition, _ concepts: [String: Int]) -> RulePackContents.Alternative?
    {
        let slots = condition.slots.map { slot in
            RulePackContents.Slot(
                concepts: slot.terms.compactMap { concepts[$0.value] }, link: slot.link,
                isAbsent: slot.isAbsent)
        }
        guard slots.allSatisfy({ !$0.concepts.isEmpty }) else { return nil }
        switch condition.body {
        case .fact(let test, _): return .fact(test, with: slots)
        case .together(let scope, _): return .together(scope: scope, slots: slots)
        }
    }

    private func compiled(_ file: RecipeFile, _ ruleIDs: [String]) -> RulePackContents.Recipe {
        var recipe = RulePackContents.Recipe()
        recipe.id = file.id.value
        recipe.title = file.title
        recipe.why = file.why
        recipe.categories = file.categories
        recipe.ask = file.ask.map(\.value)
        recipe.sources = file.sources.map(\.value)
        recipe.floor = file.floor
        recipe.weight = weights[recipe.id] ?? Self.defaultRecipeWeight
        recipe.need = max(1, min(file.need, file.core.count))
        recipe.core = file.core.map { Self.indices(of: $0, in: ruleIDs) }
        recipe.boosters = file.boosters.map { Self.indices(of: $0, in: ruleIDs) }
        recipe.unless = Set(file.unless.flatMap { Self.indices(of: $0, in: ruleIDs) }).sorted()
        return recipe
    }

    /// Indices of the rules an item names; `*` at the end stands for any rest.
    private static func indices(of names: [Located<String>], in ids: [String]) -> [Int] {
        ids.indices.filter { index in
            names.contains { name in
                name.value.hasSuffix("*")
                    ? ids[index].hasPrefix(name.value.dropLast()) : ids[index] == name.value
            }
        }
    }
}

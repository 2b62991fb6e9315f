import LurePatterns
import LureText

/// Writes a rule pack: the same contents give the same bytes.
public struct RulePackWriter {
    /// What can't be written because it exceeds the format.
    public enum Failure: Error, Equatable {
        case tooManyConcepts(Int)
        case tooManyRules(Int)
        case tooManyTerms(rule: String)
        case tooManyMeanings(form: String)
    }

    private var strings: [UInt8] = []
    private var stringPlaces: [String: UInt32] = [:]
    private var lists: [UInt32] = []
    private var sections: [[UInt8]] = PackFormat.Section.allCases.map { _ in [] }
    private var ruleRefs: [UInt32] = []
    private var groups: [UInt32] = []
    private var conceptRefs: [UInt32] = []

    private init() {}

    /// The pack's bytes.
    /// - Parameter digest: gives 12 characters of lower-case hexadecimal for the bytes of a pack whose digest field
    ///   is zero.
    public static func write(
        _ contents: RulePackContents, digest: ([UInt8]) -> [UInt8]
    ) throws(Failure) -> [UInt8] {
        guard contents.concepts.count <= PackFormat.conceptLimit else {
            throw .tooManyConcepts(contents.concepts.count)
        }
        guard contents.rules.count <= PackFormat.ruleLimit else { throw .tooManyRules(contents.rules.count) }
        var writer = RulePackWriter()
        try writer.addForms(contents)
        try writer.addRules(contents)
        writer.addRecipes(contents)
        writer.addNumbers(contents)
        writer.addUsualPay(contents)
        var names: [UInt32] = []
        for name in contents.concepts { names += writer.reference(name) }
        writer.set(.concepts, names)
        var families: [UInt32] = []
        for name in contents.families { families += writer.reference(name) }
        writer.set(.families, families)
        writer.set(.lists, writer.lists)
        writer.set(.ruleRefs, writer.ruleRefs)
        writer.set(.groups, writer.groups)
        writer.set(.conceptRefs, writer.conceptRefs)
        writer.sections[PackFormat.Section.strings.rawValue] = writer.strings
        var bytes = writer.assembled()
        let mark = digest(bytes).prefix(PackFormat.digestCount)
        for (index, byte) in mark.enumerated() { bytes[PackFormat.digestOffset + index] = byte }
        return bytes
    }

    private func assembled() -> [UInt8] {
        var bytes = PackFormat.magic
        Self.append(PackFormat.version, to: &bytes)
        Self.append(UInt32(sections.count), to: &bytes)
        bytes += [UInt8](repeating: 0, count: PackFormat.headerCount - bytes.count)
        var offset = PackFormat.headerCount + 8 * sections.count
        for section in sections {
            Self.append(UInt32(offset), to: &bytes)
            Self.append(UInt32(section.count), to: &bytes)
            offset += (section.count + 7) & ~7
        }
        for section in sections {
            bytes += section
            while bytes.count % 8 != 0 { bytes.append(0) }
        }
        return bytes
    }

    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
    }

    private mutating func set(_ section: PackFormat.Section, _ words: [UInt32]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(words.count * 4)
        for word in words { Self.append(word, to: &bytes) }
        sections[section.rawValue] = bytes
    }

    /// Offset and byte count of `text` in the string section; equal strings are stored once.
    private mutating func reference(_ text: String) -> [UInt32] {
        let count = UInt32(text.utf8.count)
        if let place = stringPlaces[text] { return [place, count] }
        let place = UInt32(strings.count)
        strings += Array(text.utf8)
        stringPlaces[text] = place
        return [place, count]
    }

    private mutating func list(_ texts: [String]) -> [UInt32] {
        let first = UInt32(lists.count / PackFormat.Stride.string)
        for text in texts { lists += reference(text) }
        return [first, UInt32(texts.count)]
    }

    private mutating func concepts(_ indices: [Int]) -> [UInt32] {
        let first = UInt32(conceptRefs.count)
        conceptRefs += indices.map { UInt32($0) }
        return [first, UInt32(indices.count)]
    }

    private mutating func rules(_ indices: [Int]) -> [UInt32] {
        let first = UInt32(ruleRefs.count)
        ruleRefs += indices.map { UInt32($0) }
        return [first, UInt32(indices.count)]
    }

    private mutating func groups(_ members: [[Int]]) -> [UInt32] {
        let records = members.map { rules($0) }
        let first = UInt32(groups.count / PackFormat.Stride.group)
        for record in records { groups += record }
        return [first, UInt32(members.count)]
    }

    private static func split(_ number: Double) -> [UInt32] {
        let bits = number.bitPattern
        return [UInt32(truncatingIfNeeded: bits), UInt32(truncatingIfNeeded: bits >> 32)]
    }

    private mutating func addForms(_ contents: RulePackContents) throws(Failure) {
        var literals: [Literal] = []
        var forms: [UInt32] = []
        var lists: [UInt32] = []
        var spellings: [(form: UInt32, spelling: Spelling)] = []
        literals.reserveCapacity(contents.forms.count)
        for (index, form) in contents.forms.enumerated() {
            let targets = form.targets.map { Self.encoded($0) }
            guard targets.count <= FormTarget.listLimit else {
                throw .tooManyMeanings(form: String(decoding: form.literal, as: UTF8.self))
            }
            forms.append(form.languages.rawValue)
            if targets.count == 1 {
                forms.append(targets[0].raw)
            } else {
                forms.append(FormTarget(listAt: lists.count, count: targets.count).raw)
                for target in targets { lists.append(target.raw) }
            }
            literals.append(Literal(bytes: form.literal, boundary: form.boundary, value: UInt32(index)))
            spellings += form.spellings.map { (UInt32(index), $0) }
        }
        set(.forms, forms)
        set(.formTargets, lists)
        set(.spellings, SpellingTable.words(spellings))
        sections[PackFormat.Section.automaton.rawValue] = LiteralAutomaton.build(literals)
    }

    private static func encoded(_ target: RulePackContents.Target) -> FormTarget {
        switch target {
        case .concept(let index, let isSingleHan):
            FormTarget(kind: .concept, index: index, isSingleHan: isSingleHan)
        case .phrase(let rule): FormTarget(kind: .phrase, index: rule)
        case .regex(let index): FormTarget(kind: .regex, index: index)
        }
    }

    private mutating func addRules(_ contents: RulePackContents) throws(Failure) {
        var records: [UInt32] = []
        var program = Program()
        for (index, rule) in contents.rules.enumerated() {
            let first = program.alternatives.count / PackFormat.Stride.alternative
            for alternative in rule.alternatives { try add(alternative, of: rule, to: &program) }
            let count = program.alternatives.count / PackFormat.Stride.alternative - first
            records += reference(rule.id) + reference(rule.title) + reference(rule.why)
            records.append(
                UInt32(rule.family) | UInt32(rule.severity.rawValue) << 8 | UInt32(rule.status.rawValue) << 16
                    | UInt32(rule.polarity.rawValue) << 24)
            let kind = rule.kind.map { UInt32($0.rawValue) + 1 } ?? 0
            records.append(UInt32(rule.categories.rawValue) | kind << 8)
            records += list(rule.ask) + list(rule.falseAlarms) + list(rule.sources)
            records += [UInt32(first), UInt32(count)]
            records += concepts(rule.unless.inClause) + concepts(rule.unless.inText)
            records.append((rule.unless.negation ? 1 : 0) | (rule.unless.question ? 2 : 0))
            records += Self.split(rule.weight)
            let used = records.count - index * PackFormat.Stride.rule
            records += [UInt32](repeating: 0, count: PackFormat.Stride.rule - used)
        }
        set(.rules, records)
        set(.alternatives, program.alternatives)
        set(.slots, program.slots)
        set(.factTests, program.facts)
        var regexes: [UInt32] = []
        for regex in contents.regexes { regexes += [UInt32(regex.rule), 0] + reference(regex.source) }
        set(.regexes, regexes)
    }

    private struct Program {
        var alternatives: [UInt32] = []
        var slots: [UInt32] = []
        var facts: [UInt32] = []
    }

    private mutating func add(
        _ alternative: RulePackContents.Alternative, of rule: RulePackContents.Rule, to program: inout Program
    ) throws(Failure) {
        switch alternative {
        case .together(let scope, let slots):
            let first = try add(slots, of: rule, to: &program)
            program.alternatives += [0, UInt32(scope.rawValue), first, UInt32(slots.count)]
        case .fact(let test, let slots):
            let index = program.facts.count / PackFormat.Stride.factTest
            let period = test.period.map { UInt32($0.rawValue) + 1 } ?? 0
            let currency = test.currency.map { UInt32($0.rawValue) + 1 } ?? 0
            program.facts += [
                UInt32(test.subject.rawValue) | (test.isAbove ? 1 << 8 : 0)
                    | (test.isTimesUsual ? 1 << 9 : 0),
                period | currency << 8,
            ]
            program.facts += Self.split(test.bound)
            let first = try add(slots, of: rule, to: &program)
            program.alternatives += [1, UInt32(index), first, UInt32(slots.count)]
        }
    }

    /// - Returns: the index of the first slot.
    private mutating func add(
        _ slots: [RulePackContents.Slot], of rule: RulePackContents.Rule, to program: inout Program
    ) throws(Failure) -> UInt32 {
        let present = slots.filter { !$0.isAbsent }
        guard present.count <= PackFormat.slotLimit else { throw .tooManyTerms(rule: rule.id) }
        let first = program.slots.count / PackFormat.Stride.slot
        for slot in present + slots.filter({ $0.isAbsent }) {
            let link: UInt32 =
                switch slot.link {
                case .none: 0
                case .after: 1
                case .within(let words): 2 | UInt32(words) << 8
                }
            program.slots += [link | (slot.isAbsent ? 4 : 0)] + concepts(slot.concepts)
        }
        return UInt32(first)
    }

    private mutating func addRecipes(_ contents: RulePackContents) {
        var records: [UInt32] = []
        for (index, recipe) in contents.recipes.enumerated() {
            records += reference(recipe.id) + reference(recipe.title) + reference(recipe.why)
            records += [
                UInt32(recipe.categories.rawValue) | UInt32(recipe.floor.rawValue) << 8, UInt32(recipe.need),
            ]
            records += list(recipe.ask) + list(recipe.sources)
            records += groups(recipe.core) + groups(recipe.boosters)
            records += rules(recipe.unless)
            records += Self.split(recipe.weight)
            let used = records.count - index * PackFormat.Stride.recipe
            records += [UInt32](repeating: 0, count: PackFormat.Stride.recipe - used)
        }
        set(.recipes, records)
    }

    private mutating func addNumbers(_ contents: RulePackContents) {
        var words: [UInt32] = []
        for number in contents.thresholds.numbers { words += Self.split(number) }
        set(.numbers, words)
    }

    private mutating func addUsualPay(_ contents: RulePackContents) {
        var rows: [UInt32] = []
        for row in contents.usualPay {
            rows += [UInt32(row.country), UInt32(row.currency.rawValue)] + reference(row.label)
            rows += Self.split(row.amount)
        }
        // Without a label or an amount: nothing is known.
        for concept in contents.silentOnPay { rows += [UInt32(concept), 0] + reference("") + Self.split(0) }
        set(.usualPay, rows)
        set(.rates, Fact.Currency.allCases.flatMap { Self.split(contents.rates[$0] ?? 0) })
    }
}

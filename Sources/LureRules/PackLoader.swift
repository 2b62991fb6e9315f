import LurePatterns
import LureText

/// Reads the sections of a pack and checks every number that will serve as an index.
struct PackLoader {
    private let sections: PackSections
    private let texts: PackTexts
    private let conceptRefs: PackedTable<UInt32>

    init(_ sections: PackSections, texts: PackTexts) throws(PackError) {
        self.sections = sections
        self.texts = texts
        conceptRefs = try sections.words(.conceptRefs)
        for index in 0..<conceptRefs.count {
            try sections.check(conceptRefs[index], below: texts.concepts.count, .conceptRefs)
        }
    }

    func forms() throws(PackError) -> (table: PackedTable<UInt32>, targets: PackedTable<UInt32>) {
        let table = try sections.words(.forms, stride: PackFormat.Stride.form)
        let targets = try sections.words(.formTargets)
        let regexCount =
            try sections.words(.regexes, stride: PackFormat.Stride.regex).count / PackFormat.Stride.regex
        // Bounds by kind, so that the loop over tens of thousands of forms stays short.
        let limits = (texts.concepts.count, texts.ruleCount, regexCount)
        for index in 0..<targets.count {
            let target = FormTarget(raw: targets[index])
            guard target.kind != .list, Self.isSound(target, limits) else {
                throw .outOfRange(offset: sections.offset(.formTargets) + 4 * index)
            }
        }
        for index in stride(from: 1, to: table.count, by: PackFormat.Stride.form) {
            let target = FormTarget(raw: table[index])
            let isSound =
                target.kind == .list
                ? target.index + target.listCount <= targets.count : Self.isSound(target, limits)
            guard isSound else { throw .outOfRange(offset: sections.offset(.forms) + 4 * index) }
        }
        return (table, targets)
    }

    func spellings() throws(PackError) -> SpellingTable {
        guard let table = SpellingTable(try sections.words(.spellings)) else {
            throw .misaligned(offset: sections.offset(.spellings))
        }
        return table
    }

    private static func isSound(_ target: FormTarget, _ limits: (Int, Int, Int)) -> Bool {
        switch target.kind {
        case .concept: target.index < limits.0
        case .phrase: target.index < limits.1
        case .regex: target.index < limits.2
        case .list: false
        }
    }

    func rules() throws(PackError) -> (traits: [RuleTraits], program: RuleProgram) {
        guard texts.ruleCount <= PackFormat.ruleLimit else {
            throw .outOfRange(offset: sections.offset(.rules))
        }
        let table = try sections.words(.rules, stride: PackFormat.Stride.rule)
        let alternatives = try sections.words(.alternatives, stride: PackFormat.Stride.alternative)
        var program = RuleProgram(conceptCount: texts.concepts.count)
        try addFactTests(to: &program)
        var traits: [RuleTraits] = []
        for place in stride(from: 0, to: table.count, by: PackFormat.Stride.rule) {
            let trait = try self.traits(table, place)
            traits.append(trait)
            let first = table[place + RuleField.alternatives]
            let count = table[place + RuleField.alternatives + 1]
            let limit = alternatives.count / PackFormat.Stride.alternative
            try sections.check(first, count, in: limit, .rules)
            let firstOfProgram = program.alternatives.count
            // Rules don't share alternatives: without this a small forged pack could unfold into a huge one.
            guard firstOfProgram + Int(count) <= limit else {
                throw .outOfRange(offset: sections.offset(.rules))
            }
            for index in first..<first + count {
                try add(alternatives, Int(index) * PackFormat.Stride.alternative, to: &program)
            }
            let flags = table[place + RuleField.unlessFlags]
            program.add(
                RuleProgram.Rule(
                    firstAlternative: Int32(firstOfProgram), alternativeCount: Int32(count),
                    unlessInClause: Int32(try set(table, place + RuleField.unlessInClause, &program)),
                    unlessInText: Int32(try set(table, place + RuleField.unlessInText, &program)),
                    isSilencedByNegation: flags & 1 != 0, isSilencedByQuestion: flags & 2 != 0,
                    status: trait.status))
        }
        program.seal()
        return (traits, program)
    }

    private func traits(_ table: PackedTable<UInt32>, _ place: Int) throws(PackError) -> RuleTraits {
        let packed = table[place + RuleField.traits]
        let more = table[place + RuleField.categories]
        let kind = UInt8(truncatingIfNeeded: more >> 8)
        let weight = table.double(at: place + RuleField.weight)
        guard Int(packed & 255) < texts.families.count,
            let severity = Severity(rawValue: UInt8(truncatingIfNeeded: packed >> 8)),
            let status = RuleStatus(rawValue: UInt8(truncatingIfNeeded: packed >> 16)),
            let polarity = Polarity(rawValue: UInt8(truncatingIfNeeded: packed >> 24)),
            kind == 0 || TextKind(rawValue: kind - 1) != nil, weight.isFinite,
            more & 255 & ~UInt32(CategorySet.all.rawValue) == 0
        else { throw .invalidValue(offset: sections.offset(.rules) + 4 * place) }
        return RuleTraits(
            family: UInt8(packed & 255), severity: severity, status: status, polarity: polarity,
            kind: kind == 0 ? nil : TextKind(rawValue: kind - 1),
            categories: CategorySet(rawValue: UInt8(truncatingIfNeeded: more)), weight: weight)
    }

    /// The set of the list of concepts whose place and count stand at `place`; -1 if the list is empty.
    private func set(
        _ table: PackedTable<UInt32>, _ place: Int, _ program: inout RuleProgram
    ) throws(PackError) -> Int {
        try checkConcepts(table, place)
        guard table[place + 1] > 0 else { return -1 }
        return program.addSet(concepts(table, place))
    }

    private func checkConcepts(_ table: PackedTable<UInt32>, _ place: Int) throws(PackError) {
        try sections.check(table[place], table[place + 1], in: conceptRefs.count, .conceptRefs)
        guard Int(table[place + 1]) <= texts.concepts.count else {
            throw .outOfRange(offset: sections.offset(.conceptRefs))
        }
    }

    /// The list whose place and count, already checked, stand at `place`.
    private func concepts(_ table: PackedTable<UInt32>, _ place: Int) -> [UInt32] {
        (Int(table[place])..<Int(table[place] + table[place + 1])).map { conceptRefs[$0] }
    }

    private func addFactTests(to program: inout RuleProgram) throws(PackError) {
        let table = try sections.words(.factTests, stride: PackFormat.Stride.factTest)
        for place in stride(from: 0, to: table.count, by: PackFormat.Stride.factTest) {
            let period = UInt8(truncatingIfNeeded: table[place + 1])
            let currency = UInt8(truncatingIfNeeded: table[place + 1] >> 8)
            let bound = table.double(at: place + 2)
            guard let subject = FactTest.Subject(rawValue: UInt8(truncatingIfNeeded: table[place])),
                period == 0 || Fact.Period(rawValue: period - 1) != nil,
                currency == 0 || Fact.Currency(rawValue: currency - 1) != nil, bound.isFinite
            else { throw .invalidValue(offset: sections.offset(.factTests) + 4 * place) }
            program.add(
                FactTest(
                    subject, isAbove: table[place] >> 8 & 1 != 0, bound: bound,
                    period: period == 0 ? nil : Fact.Period(rawValue: period - 1),
                    currency: currency == 0 ? nil : Fact.Currency(rawValue: currency - 1),
                    isTimesUsual: table[place] >> 9 & 1 != 0))
        }
    }

    private func add(
        _ table: PackedTable<UInt32>, _ place: Int, to program: inout RuleProgram
    ) throws(PackError) {
        let (first, count) = (table[place + 2], table[place + 3])
        let isFact = table[place] == 1
        if isFact { try sections.check(table[place + 1], below: program.factTests.count, .factTests) }
        let slots = try sections.words(.slots, stride: PackFormat.Stride.slot)
        try sections.check(first, count, in: slots.count / PackFormat.Stride.slot, .slots)
        guard isFact || table[place] == 0 && table[place + 1] <= 1 else {
            throw .invalidValue(offset: sections.offset(.alternatives) + 4 * place)
        }
        let firstOfProgram = program.slots.count
        guard Int(count) <= 64 else { throw .outOfRange(offset: sections.offset(.slots)) }
        var absent: [UInt32] = []
        for index in first..<first + count {
            let slot = Int(index) * PackFormat.Stride.slot
            if slots[slot] & 4 != 0 {
                try checkConcepts(slots, slot + 1)
                absent += concepts(slots, slot + 1)
                continue
            }
            let link: RulePackContents.Slot.Link =
                switch slots[slot] & 3 {
                case 1: .after
                case 2: .within(Int(slots[slot] >> 8))
                default: .none
                }
            let set = try set(slots, slot + 1, &program)
            guard set >= 0 else { throw .invalidValue(offset: sections.offset(.slots) + 4 * slot) }
            program.addSlot(set, link)
        }
        let present = program.slots.count - firstOfProgram
        guard present > 0 || isFact && count == 0, present <= PackFormat.slotLimit else {
            throw .invalidValue(offset: sections.offset(.alternatives) + 4 * place)
        }
        program.add(
            RuleProgram.Alternative(
                first: Int32(firstOfProgram), count: Int32(present),
                absent: absent.isEmpty ? -1 : Int32(program.addSet(absent)),
                scope: isFact ? .fact : table[place + 1] == 1 ? .text : .clause,
                test: isFact ? Int32(table[place + 1]) : 0))
    }
}

extension PackLoader {
    func regexes() throws(PackError) -> (patterns: [RegexPattern], rules: [UInt16]) {
        let table = try sections.words(.regexes, stride: PackFormat.Stride.regex)
        var patterns: [RegexPattern] = []
        var rules: [UInt16] = []
        for place in stride(from: 0, to: table.count, by: PackFormat.Stride.regex) {
            try sections.check(table[place], below: texts.ruleCount, .regexes)
            rules.append(UInt16(table[place]))
            // Tried only where a literal begins, never further on.
            patterns.append(RegexPattern(source: "\\G(?:\(texts.text(table, place + 2)))"))
        }
        guard rules.count <= Int(UInt16.max) else { throw .outOfRange(offset: sections.offset(.regexes)) }
        return (patterns, rules)
    }

    func recipes() throws(PackError) -> (traits: [RecipeTraits], program: RecipeProgram) {
        let table = try sections.words(.recipes, stride: PackFormat.Stride.recipe)
        guard texts.recipeCount <= PackFormat.ruleLimit else {
            throw .outOfRange(offset: sections.offset(.recipes))
        }
        var traits: [RecipeTraits] = []
        var program = RecipeProgram(ruleCount: texts.ruleCount)
        for place in stride(from: 0, to: table.count, by: PackFormat.Stride.recipe) {
            let packed = table[place + RecipeField.traits]
            let weight = table.double(at: place + RecipeField.weight)
            guard let floor = BandFloor(rawValue: UInt8(truncatingIfNeeded: packed >> 8)), weight.isFinite,
                packed & 255 & ~UInt32(CategorySet.all.rawValue) == 0
            else { throw .invalidValue(offset: sections.offset(.recipes) + 4 * place) }
            traits.append(
                RecipeTraits(
                    categories: CategorySet(rawValue: UInt8(truncatingIfNeeded: packed)), floor: floor,
                    weight: weight))
            let core = try groups(table, place + RecipeField.core)
            let need = Int(table[place + RecipeField.need])
            // A recipe that needs nothing would speak in every text.
            guard need > 0, need <= core.count else {
                throw .invalidValue(offset: sections.offset(.recipes) + 4 * place)
            }
            program.add(
                need: need, core: core, boosters: try groups(table, place + RecipeField.boosters),
                unless: try rules(table, place + RecipeField.unless))
        }
        program.seal()
        return (traits, program)
    }

    private func groups(_ table: PackedTable<UInt32>, _ place: Int) throws(PackError) -> [[Int]] {
        let groups = try sections.words(.groups, stride: PackFormat.Stride.group)
        let (first, count) = (table[place], table[place + 1])
        try sections.check(first, count, in: groups.count / PackFormat.Stride.group, .groups)
        guard count <= 64 else { throw .outOfRange(offset: sections.offset(.groups)) }
        var members: [[Int]] = []
        for index in first..<first + count {
            members.append(try rules(groups, Int(index) * PackFormat.Stride.group))
        }
        return members
    }

    private func rules(_ table: PackedTable<UInt32>, _ place: Int) throws(PackError) -> [Int] {
        let refs = try sections.words(.ruleRefs)
        let (first, count) = (table[place], table[place + 1])
        try sections.check(first, count, in: refs.count, .ruleRefs)
        guard Int(count) <= texts.ruleCount else { throw .outOfRange(offset: sections.offset(.ruleRefs)) }
        var members: [Int] = []
        for index in Int(first)..<Int(first + count) {
            try sections.check(refs[index], below: texts.ruleCount, .ruleRefs)
            members.append(Int(refs[index]))
        }
        return members
    }

    func thresholds() throws(PackError) -> Thresholds {
        let table = try sections.words(.numbers)
        guard table.count == 2 * PackFormat.thresholdCount else {
            throw .truncated(offset: sections.offset(.numbers))
        }
        let numbers = (0..<PackFormat.thresholdCount).map { table.double(at: 2 * $0) }
        let thresholds = Thresholds(
            caution: numbers[0], high: numbers[1], cautionFalseAlarms: numbers[2],
            highFalseAlarms: numbers[3],
            prior: numbers[4], calibrationSlope: numbers[5], calibrationIntercept: numbers[6],
            modelScale: numbers[7], offerShift: numbers[8])
        guard thresholds.isSound else { throw .invalidValue(offset: sections.offset(.numbers)) }
        return thresholds
    }

    func usualPay() throws(PackError) -> UsualPay {
        let first = UsualPay.firstCountry(in: texts.concepts)
        var pay = UsualPay(countries: first..<texts.concepts.count)
        let rates = try sections.words(.rates, stride: PackFormat.Stride.rate)
        guard rates.count == PackFormat.Stride.rate * Fact.Currency.allCases.count else {
            throw .truncated(offset: sections.offset(.rates))
        }
        for index in Fact.Currency.allCases.indices {
            let rate = rates.double(at: PackFormat.Stride.rate * index)
            guard rate.isFinite, rate >= 0 else { throw .invalidValue(offset: sections.offset(.rates)) }
            pay.rates.append(rate)
        }
        let rows = try sections.words(.usualPay, stride: PackFormat.Stride.usualPay)
        guard rows.count / PackFormat.Stride.usualPay <= UsualPay.rowLimit else {
            throw .outOfRange(offset: sections.offset(.usualPay))
        }
        for place in stride(from: 0, to: rows.count, by: PackFormat.Stride.usualPay) {
            let amount = rows.double(at: place + 4)
            if amount == 0, rows[place] < texts.concepts.count {
                pay.silent.append(Int(rows[place]))
                continue
            }
            guard pay.countries.contains(Int(rows[place])), rows[place + 1] < 255, amount.isFinite,
                amount > 0,
                let currency = Fact.Currency(rawValue: UInt8(rows[place + 1]))
            else { throw .invalidValue(offset: sections.offset(.usualPay) + 4 * place) }
            pay.rows.append(
                UsualPay.Row(
                    country: Int(rows[place]), amount: amount, currency: currency,
                    label: texts.text(rows, place + 2)))
        }
        return pay
    }
}

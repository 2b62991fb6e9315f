/// The conditions of all recipes: sets of rules as bit masks.
struct RecipeProgram: Sendable {
    struct Recipe: Sendable {
        var need: Int
        /// Mask numbers.
        var core: Range<Int>
        var boosters: Range<Int>
        var unless: Int
    }

    private(set) var recipes: [Recipe] = []
    private(set) var masks: [UInt64] = []
    let maskWords: Int

    init(ruleCount: Int) { maskWords = max(1, (ruleCount + 63) / 64) }

    /// Every rule is below the rule count.
    mutating func add(need: Int, core: [[Int]], boosters: [[Int]], unless: [Int]) {
        let first = masks.count / maskWords
        for rules in core + boosters + [unless] {
            let start = masks.count
            masks += [UInt64](repeating: 0, count: maskWords)
            for rule in rules { masks[start + (rule >> 6)] |= 1 << UInt64(rule & 63) }
        }
        let coreEnd = first + core.count
        recipes.append(
            Recipe(
                need: need, core: first..<coreEnd, boosters: coreEnd..<coreEnd + boosters.count,
                unless: coreEnd + boosters.count))
    }
}

/// A recipe whose core is met.
public struct RecipeHit: Hashable, Sendable {
    /// Index in the pack.
    public var recipe: UInt16
    /// Groups of the core that are met.
    public var coreCount: UInt16
    /// Boosters that are met.
    public var boosterCount: UInt16
}

/// Finds the recipes whose core is met by the rules that fired. Keeps its buffer between messages.
public struct RecipeEvaluator: Sendable {
    private var fired: [UInt64] = []

    public init() {}

    /// Writes the recipes that are met, by index. Rules in shadow don't count.
    public mutating func evaluate(_ hits: [RuleHit], of pack: RulePack, into recipes: inout [RecipeHit]) {
        recipes.removeAll(keepingCapacity: true)
        let program = pack.recipeProgram
        fired.removeAll(keepingCapacity: true)
        for _ in 0..<program.maskWords { fired.append(0) }
        for hit in hits where !hit.isShadow { fired[Int(hit.rule) >> 6] |= 1 << UInt64(hit.rule & 63) }
        for (index, recipe) in program.recipes.enumerated() {
            if meets(recipe.unless, program) { continue }
            let coreCount = count(recipe.core, program)
            guard coreCount >= recipe.need else { continue }
            recipes.append(
                RecipeHit(
                    recipe: UInt16(index), coreCount: UInt16(coreCount),
                    boosterCount: UInt16(count(recipe.boosters, program))))
        }
    }

    private func count(_ masks: Range<Int>, _ program: RecipeProgram) -> Int {
        var count = 0
        for mask in masks where meets(mask, program) { count += 1 }
        return count
    }

    private func meets(_ mask: Int, _ program: RecipeProgram) -> Bool {
        for word in 0..<program.maskWords
        where program.masks[mask * program.maskWords + word] & fired[word] != 0 {
            return true
        }
        return false
    }
}

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
    /// For each rule a mask of `recipeWords` words: the recipes whose core it serves. Empty before `seal`.
    private(set) var served: [UInt64] = []
    let maskWords: Int

    /// Words of a mask with a bit for each recipe.
    var recipeWords: Int { (recipes.count + 63) / 64 }

    init(ruleCount: Int) { maskWords = max(1, (ruleCount + 63) / 64) }

    /// Every rule is below the rule count, and `need` above 0.
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

    /// Finishes a program to which all recipes were added.
    mutating func seal() {
        served = [UInt64](repeating: 0, count: maskWords * 64 * recipeWords)
        for (index, recipe) in recipes.enumerated() {
            for place in recipe.core.lowerBound * maskWords..<recipe.core.upperBound * maskWords {
                var left = masks[place]
                while left != 0 {
                    let rule = (place % maskWords) << 6 | left.trailingZeroBitCount
                    served[rule * recipeWords + (index >> 6)] |= 1 << UInt64(index & 63)
                    left &= left - 1
                }
            }
        }
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

/// Finds the recipes whose core is met by the rules that fired. Keeps its buffers between messages.
public struct RecipeEvaluator: Sendable {
    private var fired: [UInt64] = []
    /// Recipes that some rule that fired speaks for: most are none of these.
    private var open: [UInt64] = []

    public init() {}

    /// Writes the recipes that are met, by index. Rules in shadow don't count.
    public mutating func evaluate(_ hits: [RuleHit], of pack: RulePack, into recipes: inout [RecipeHit]) {
        if !recipes.isEmpty { recipes.removeAll(keepingCapacity: true) }
        if !hits.isEmpty { evaluate(hits, pack.recipeProgram, &recipes) }
    }

    private mutating func evaluate(
        _ hits: [RuleHit], _ program: RecipeProgram, _ recipes: inout [RecipeHit]
    ) {
        let words = program.recipeWords
        Self.clear(&fired, program.maskWords)
        Self.clear(&open, words)
        for hit in hits where !hit.isShadow {
            fired[Int(hit.rule) >> 6] |= 1 << UInt64(hit.rule & 63)
            for word in 0..<words { open[word] |= program.served[Int(hit.rule) * words + word] }
        }
        for word in 0..<words {
            var left = open[word]
            while left != 0 {
                let index = word << 6 | left.trailingZeroBitCount
                left &= left - 1
                let recipe = program.recipes[index]
                if meets(recipe.unless, program) { continue }
                let coreCount = count(recipe.core, program)
                guard coreCount >= recipe.need else { continue }
                recipes.append(
                    RecipeHit(
                        recipe: UInt16(index), coreCount: UInt16(coreCount),
                        boosterCount: UInt16(count(recipe.boosters, program))))
            }
        }
    }

    private static func clear(_ mask: inout [UInt64], _ count: Int) {
        if mask.count != count { mask = [UInt64](repeating: 0, count: count) }
        for word in 0..<count { mask[word] = 0 }
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

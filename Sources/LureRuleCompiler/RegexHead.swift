/// The words an expression begins with, if it says them plainly: `\b(?:hi|hello)\b…` begins with one of two whole
/// words.
struct RegexHead {
    private let words: [String]

    /// nil if the expression does not begin with `\b(?:`, words between bars, and `)\b`.
    init?(_ pattern: String) {
        let opening = "\\b(?:"
        guard pattern.hasPrefix(opening), let end = pattern.firstIndex(of: ")"),
            pattern[end...].hasPrefix(")\\b")
        else { return nil }
        let inside = pattern[pattern.index(pattern.startIndex, offsetBy: opening.count)..<end]
        guard !inside.contains(where: { "\\([{.*+?^$".contains($0) }) else { return nil }
        words = inside.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }

    /// Whether the literals name every word, so that each match begins with a literal as a whole word.
    func isNamed(by literals: [String]) -> Bool { words.allSatisfy { literals.contains($0) } }

    func contains(_ literal: String) -> Bool { words.contains(literal) }
}

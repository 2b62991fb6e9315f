import LureRules
import LureText
import Testing

/// A condition over the concepts a, b, c, and an independent way to judge it: try every choice of words.
private struct Pattern: CustomTestStringConvertible, Sendable {
    var condition: String
    /// Letters that fill each slot.
    var slots: [String]
    /// From slot to the one before: nil any place, 0 after, N within N words.
    var links: [Int?]
    var absent = ""

    var testDescription: String { condition }

    static let all = [
        Pattern(condition: "job + visa", slots: ["j", "v"], links: [nil, nil]),
        Pattern(condition: "job > visa", slots: ["j", "v"], links: [nil, 0]),
        Pattern(condition: "job ~2 visa", slots: ["j", "v"], links: [nil, 2]),
        Pattern(condition: "job | visa + visa | boss", slots: ["jv", "vb"], links: [nil, nil]),
        Pattern(condition: "job > visa > boss", slots: ["j", "v", "b"], links: [nil, 0, 0]),
        Pattern(condition: "job ~1 visa > boss | job", slots: ["j", "v", "bj"], links: [nil, 1, 0]),
        Pattern(condition: "job + visa + boss", slots: ["j", "v", "b"], links: [nil, nil, nil]),
        Pattern(condition: "job + visa + not free", slots: ["j", "v"], links: [nil, nil], absent: "f"),
        Pattern(condition: "job > boss + visa", slots: ["j", "b", "v"], links: [nil, 0, nil]),
    ]

    /// The smallest window, or nil if no choice of words meets the condition.
    func window(in letters: [Character]) -> Int? {
        if letters.contains(where: absent.contains) { return nil }
        var best: Int?
        func choose(_ chosen: [Int]) {
            guard chosen.count < slots.count else {
                let window = (chosen.max() ?? 0) - (chosen.min() ?? 0)
                if window <= 24 { best = min(best ?? window, window) }
                return
            }
            for place in letters.indices where slots[chosen.count].contains(letters[place]) {
                guard !chosen.contains(place) else { continue }
                if let link = links[chosen.count], let before = chosen.last {
                    if link == 0 ? place <= before : abs(place - before) - 1 > link { continue }
                }
                choose(chosen + [place])
            }
        }
        choose([])
        return best
    }
}

@Test("the window found is as small as the smallest of all choices of words", arguments: Pattern.all)
private func smallest(_ pattern: Pattern) throws {
    var rules = TinyRules()
    rules.add("pay-tested", when: [pattern.condition])
    let pack = try rules.pack()
    let names: [Character: String] = ["j": "job", "v": "visa", "b": "boss", "f": "free"]
    var random = SeededNumbers(state: 7)
    for _ in 0..<300 {
        let alphabet = Array(random.next() % 3 == 0 ? "jvbfxxxx" : "jvbxxxxx")
        let letters = (0..<Int.random(in: 1...40, using: &random)).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        }
        let words = letters.map { names[$0] ?? String($0) }

        let run = TinyRun(pack, words.joined(separator: " "))

        #expect(run.window == pattern.window(in: letters), "\(words.joined(separator: " "))")
    }
}

extension TinyRun {
    /// Words from the first to the last of the evidence of rule 0, or nil if it did not fire.
    fileprivate var window: Int? {
        guard let marked else { return nil }
        let parts = marked.split(separator: " ")
        guard let first = parts.firstIndex(where: { $0.contains("«") }),
            let last = parts.lastIndex(where: { $0.contains("»") })
        else { return nil }
        return last - first
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, seedable, the same everywhere.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}

import LurePatterns

/// Looks for texts on which an expression backtracks without end.
///
/// The texts are made from the expression's own parts: what it repeats, repeated a thousand times after one of
/// its literals, and then something that lets the match fail.
enum RegexStrain {
    private static let repeats = 1_000

    /// A shortened text that runs into the limit, or nil.
    static func input(against pattern: String, literals: [String]) -> String? {
        let set = RegexSet([RegexPattern(source: pattern, literals: literals)])
        var scratch = RegexScratch(set)
        let parts = parts(of: pattern)
        for start in [""] + literals {
            for part in parts {
                let text = Array((start + String(repeating: part, count: repeats) + "\u{1}").utf8)
                let outcome = text.withUnsafeBufferPointer { scratch.match(0, in: $0) }
                if case .notEvaluated(let obstacle) = outcome, isLimit(obstacle) {
                    return start + part + part + "…"
                }
            }
        }
        return nil
    }

    private static func isLimit(_ obstacle: RegexObstacle) -> Bool {
        switch obstacle {
        case .matchLimit, .heapLimit, .depthLimit, .stackLimit: true
        case .doesNotCompile, .noEngine, .invalidRequest, .engineError: false
        }
    }

    /// What the expression is made of, one character or class at a time, and neighbours together.
    private static func parts(of pattern: String) -> [String] {
        var samples: [String] = []
        var escaped = false
        for character in pattern.unicodeScalars {
            if escaped {
                escaped = false
                switch character {
                case "w": samples.append("a")
                case "d": samples.append("1")
                case "s": samples.append(" ")
                case "b", "B", "K", "A", "z": break
                default: samples.append(String(character))
                }
            } else if character == "\\" {
                escaped = true
            } else if character == "." {
                samples.append("x")
            } else if !"()[]{}?*+|^$:=!<>".unicodeScalars.contains(character) {
                samples.append(String(character))
            }
        }
        let pairs = zip(samples, samples.dropFirst()).map { $0 + $1 }
        return Array(Set(samples + pairs + [samples.joined()])).sorted()
    }
}

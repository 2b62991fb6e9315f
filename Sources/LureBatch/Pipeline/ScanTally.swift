import LureScreen
import LureText

/// Counts of answered rows.
public struct ScanTally: Equatable, Sendable {
    /// Rows answered.
    public internal(set) var rows = 0
    /// Rows answered that `minimumBand` leaves out of the output.
    public internal(set) var omitted = 0
    /// Rows by `Band.rawValue`; distress texts are in no band.
    public internal(set) var bands = [Int](repeating: 0, count: Band.allCases.count)
    /// Rows by `TextKind.rawValue`.
    public internal(set) var kinds = [Int](repeating: 0, count: TextKind.allCases.count)
    /// Rows by `Language.rawValue`; the last counts those whose language can't be told.
    public internal(set) var languages = [Int](repeating: 0, count: Language.allCases.count + 1)
    /// Rows in which each rule fired, by its index in the pack.
    public internal(set) var rules: [Int]

    init(ruleCount: Int) { rules = [Int](repeating: 0, count: ruleCount) }

    mutating func count(_ kind: TextKind, _ band: Band?, _ reading: borrowing Reading) {
        rows += 1
        if let band { bands[Int(band.rawValue)] += 1 }
        kinds[Int(kind.rawValue)] += 1
        languages[reading.language.primary.map { Int($0.rawValue) } ?? languages.count - 1] += 1
        for hit in reading.rules.hits { rules[Int(hit.rule)] += 1 }
    }

    mutating func add(_ other: ScanTally) {
        rows += other.rows
        omitted += other.omitted
        Self.add(other.bands, to: &bands)
        Self.add(other.kinds, to: &kinds)
        Self.add(other.languages, to: &languages)
        Self.add(other.rules, to: &rules)
    }

    private static func add(_ counts: [Int], to sums: inout [Int]) {
        for i in sums.indices { sums[i] += counts[i] }
    }

    mutating func reset() {
        (rows, omitted) = (0, 0)
        for i in bands.indices { bands[i] = 0 }
        for i in kinds.indices { kinds[i] = 0 }
        for i in languages.indices { languages[i] = 0 }
        for i in rules.indices { rules[i] = 0 }
    }
}

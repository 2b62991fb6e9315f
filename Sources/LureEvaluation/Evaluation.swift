public import LureScreen
public import LureText

/// How well a screener does on labelled texts.
public struct Evaluation: Sendable {
    /// What screened.
    public var provenance: Screener.Provenance
    /// First 12 hexadecimal digits of the SHA-256 of ids, labels and texts.
    public var corpus: String
    /// Texts by class and band.
    public var bands: [BandCounts]
    /// All labelled texts first, then by language, pooled languages, split.
    public var slices: [Slice]
    /// Lures by category, then honest texts by kind.
    public var shares: [FlagShare]
    /// nil without kinds.
    public var kinds: KindTable?
    public var curves: Curves
    /// Lures that were missed and honest texts that were flagged, the worst first.
    public var mistakes: [Mistake]
    /// How many there are in all.
    public var missedLures: Int
    public var falseAlarms: Int
    public var resamples: Int
    public var seed: UInt64
    /// Share of lures that calibration is measured at; nil: the texts' own.
    public var prior: Double?
    public var comparison: Comparison?
    public var disguises: [DisguiseOutcome] = []

    /// Texts of one class by what was said of them.
    public struct BandCounts: Sendable {
        public var name: String
        public var high = 0
        public var caution = 0
        public var low = 0
        public var insufficient = 0
        public var distress = 0

        public var total: Int { high + caution + low + insufficient + distress }

        mutating func add(_ verdict: Verdict) {
            switch verdict.band {
            case .high: high += 1
            case .caution: caution += 1
            case .low: low += 1
            case .insufficient: insufficient += 1
            case nil: distress += 1
            }
        }
    }

    /// Kinds as labelled (rows) and as told (columns), by `TextKind`.
    public struct KindTable: Sendable {
        public var counts: [[Int]]

        public var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }
        public var right: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }
    }

    /// Points to draw.
    public struct Curves: Sendable {
        /// From the highest score down, after each tie: shares of lures and honest texts, and precision.
        public var ranking: [(lures: Double, honest: Double, precision: Double)] = []
        /// Mean risk, share of lures and number of texts in ten bins of equal mass.
        public var reliability: [(risk: Double, share: Double, count: Int)] = []
        /// Texts by risk in twenty bins.
        public var histogram: [(lures: Int, honest: Int)] = []
    }

    public struct Mistake: Sendable {
        public var id: String
        public var isLure: Bool
        public var kind: TextKind?
        public var language: String?
        public var band: Band?
        /// At the prior of the pack; nil where there was no verdict.
        public var risk: Double?
        public var rules: [String]
        /// Only if texts were asked for.
        public var text: String?
    }

    /// A second set-up on the same texts.
    public struct Comparison: Sendable {
        public var provenance: Screener.Provenance
        public var values: [Measured?]
        public var curves: Curves
        /// Second less first, by `Measure`.
        public var differences: [Measured?]
        public var luresGained: Int
        public var luresLost: Int
        public var alarmsGained: Int
        public var alarmsLost: Int
    }
}

/// The layout of a model file: a header, then a hash table: the fingerprints of all slots, then the weights of all.
/// Little-endian; read in place.
enum ModelFormat {
    static let signature: UInt64 = 0x4C44_4D45_5255_4C  // "LUREMDL"
    static let version: UInt32 = 3
    /// Goes up whenever `FeatureKey` or what features are read from changes.
    static let featureVersion: UInt32 = 4

    // Byte offsets in the header.
    static let versionOffset = 8
    static let featureVersionOffset = 12
    static let slotCountOffset = 16
    /// `readsWordPairs` and `weighsKinds`, one bit each.
    static let flagsOffset = 20
    static let digestOffset = 24
    static let numbersOffset = 32
    static let headerCount = 128

    /// Weights of a slot: lure against the rest, then one for each `TextKind`.
    static let classCount = 6

    /// The fingerprint a key leaves in its slot; 0 marks an empty one.
    static func fingerprint(_ key: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: key >> 32)) }
}

/// The weights of one slot: 12 bytes.
struct ModelWeights: BitwiseCopyable, Sendable {
    var lure: Int16 = 0
    var offer: Int16 = 0
    var question: Int16 = 0
    var warning: Int16 = 0
    var distress: Int16 = 0
    var other: Int16 = 0
}

/// The numbers a model holds besides its table.
struct ModelNumbers: Hashable, Sendable {
    /// What an Int16 weight is multiplied with, in log-odds.
    var unit = 0.001
    /// Slope and intercept from the mean term to calibrated log-odds at even odds.
    var lureSlope = 1.0
    var lureIntercept = 0.0
    /// Factor from the mean term to the log-score of a kind.
    var kindSlope = 1.0
    /// One for each `TextKind`.
    var kindIntercepts = [Double](repeating: 0, count: 5)
    /// Known features up to which a text becomes surer by its length.
    var surest = TrainingPlan.manyLanguages.surest

    var values: [Double] { [unit, lureSlope, lureIntercept, kindSlope] + kindIntercepts + [surest] }

    init() {}

    init(values: [Double]) {
        unit = values[0]
        lureSlope = values[1]
        lureIntercept = values[2]
        kindSlope = values[3]
        kindIntercepts = Array(values[4..<9])
        surest = values[9]
    }

    /// Scores stay finite and small whatever the table says.
    var isSound: Bool { values.allSatisfy { $0.isFinite && $0.magnitude < 1e6 } && surest >= 8 }

    /// What the sum of so many known features is divided by.
    func divisor(_ known: Int) -> Double { Model.divisor(known, surest: surest) }
}

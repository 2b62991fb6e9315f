import LureText

/// A worker's buffers for reading features, kept between messages.
///
/// Features are held once each: a hash set in which a slot counts as empty unless it carries the number of the
/// present message, so that starting a message clears nothing.
public struct FeatureScratch: Sendable {
    /// The features of the message read last, in the order they were found.
    public internal(set) var features: [Feature] = []

    /// `message << 32 | upper half of the key`. Two keys that share the upper half and a run of slots would
    /// pass for one: about one pair in 2^32.
    private var slots: [UInt64]
    private var message: UInt64 = 0
    /// Places that give no word features: amounts and contacts.
    var masks: [TextSpan] = []
    /// Hashes of the clauses seen.
    var clauseHashes: Set<UInt64> = []
    /// The distinct concepts of the clause at hand.
    var clauseConcepts: [ConceptHit] = []

    public init() {
        slots = [UInt64](repeating: 0, count: 4096)
    }

    mutating func beginMessage() {
        features.removeAll(keepingCapacity: true)
        masks.removeAll(keepingCapacity: true)
        message += 1
        guard message > UInt64(UInt32.max) else { return }
        for index in slots.indices { slots[index] = 0 }
        message = 1
    }

    /// Keeps a feature unless the message already shows it.
    @inline(__always)
    mutating func add(_ key: UInt64, _ start: UInt32, _ end: UInt32, _ group: FeatureGroup) {
        if features.count &* 2 >= slots.count { grow() }
        let entry = (message << 32) | (key >> 32)
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while true {
            let found = slots[slot]
            if found == entry { return }
            if found >> 32 != message { break }
            slot = (slot &+ 1) & mask
        }
        slots[slot] = entry
        features.append(Feature(key: key, span: TextSpan(start: start, end: end), group: group))
    }

    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: slots.count * 2)
        let mask = larger.count - 1
        for feature in features {
            var slot = Int(truncatingIfNeeded: feature.key) & mask
            while larger[slot] != 0 { slot = (slot + 1) & mask }
            larger[slot] = (message << 32) | (feature.key >> 32)
        }
        slots = larger
    }
}

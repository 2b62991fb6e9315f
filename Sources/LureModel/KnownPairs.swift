import LureText

/// Where a model keeps concepts and pairs of them, so that their keys need not be made for each text.
///
/// Rows are filled when a text first speaks of their concept. Whoever owns it frees it.
///
/// Invariant: `rows` holds `keys.count` rows of `2 * keys.count + 3` entries, those whose bit in `isFilled` is set filled
/// for `keys` and for the fingerprints of `slots`; both are kept, so that nothing else ever stands at their addresses.
/// `clauses` holds a word for each of the keys, 0 between messages.
struct KnownPairs {
    /// With more concepts than any pack may have, or more slots than an entry can tell, no table is kept.
    private static let conceptLimit = 1024
    private static let slotLimit = Int(UInt32.max)

    /// Clauses of a message told apart; later ones share the last bit.
    static let clauseLimit = 63

    /// By concept, one bit for each clause whose pairs hold it.
    private(set) var clauses = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    private var keys: [UInt64] = []
    private var slots: FeatureSlots?
    private var rows: UnsafeMutablePointer<UInt32>?
    private var isFilled: [Bool] = []

    init() {}

    func deallocate() {
        rows?.deallocate()
        clauses.deallocate()
    }

    /// Makes the table one for these concepts and this model.
    mutating func fit(_ newKeys: [UInt64], _ newSlots: FeatureSlots) {
        let isSame =
            slots?.address == newSlots.address && slots?.count == newSlots.count
            && keys.count == newKeys.count
            && keys.withUnsafeBufferPointer { own in
                newKeys.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress }
            }
        if !isSame { start(newKeys, newSlots) }
    }

    @inline(never)
    private mutating func start(_ newKeys: [UInt64], _ newSlots: FeatureSlots) {
        rows?.deallocate()
        rows = nil
        keys = newKeys
        slots = newSlots
        isFilled = [Bool](repeating: false, count: newKeys.count)
        guard newKeys.count <= Self.conceptLimit, newSlots.count <= Self.slotLimit else { return }
        rows = .allocate(capacity: newKeys.count * (2 * newKeys.count + 3) + 1)
        clauses.deallocate()
        clauses = .allocate(capacity: newKeys.count + 1)
        clauses.initialize(repeating: 0, count: newKeys.count + 1)
    }

    /// One more than slots, 0 for what the model does not know: for each concept that of its pair with this one, then
    /// for each that of the step from it to this one, then those of this concept by itself, opening a text, and closing
    /// it. nil if there is no table.
    @inline(__always)
    mutating func row(of concept: UInt16) -> UnsafePointer<UInt32>? {
        guard let rows else { return nil }
        let row = rows + Int(concept) &* (2 &* keys.count &+ 3)
        if !isFilled[Int(concept)] { fill(row, Int(concept)) }
        return UnsafePointer(row)
    }

    /// Forgets the clauses of the concepts of a message.
    func forget(_ hits: [ConceptHit]) {
        guard rows != nil else { return }
        for hit in hits where Int(hit.concept) < keys.count { clauses[Int(hit.concept)] = 0 }
    }

    @inline(never)
    private mutating func fill(_ row: UnsafeMutablePointer<UInt32>, _ concept: Int) {
        for other in keys.indices {
            (row + other).initialize(to: entry(FeatureKey.pair(keys[concept], keys[other])))
        }
        let steps = row + keys.count
        for other in keys.indices {
            (steps + other).initialize(to: entry(FeatureKey.step(keys[other], keys[concept])))
        }
        let own = steps + keys.count
        own.initialize(to: entry(FeatureKey.concept(keys[concept])))
        (own + 1).initialize(to: entry(FeatureKey.openingConcept(keys[concept])))
        (own + 2).initialize(to: entry(FeatureKey.closingConcept(keys[concept])))
        isFilled[concept] = true
    }

    private func entry(_ key: UInt64) -> UInt32 {
        guard let slot = slots?.slot(of: key) else { return 0 }
        return UInt32(slot + 1)
    }
}

import LureText

/// Which pairs of concepts a model knows: most it does not, and their keys need not be made.
///
/// Rows are filled when a text first speaks of their concept. Whoever owns it frees it.
///
/// Invariant: `rows` holds `keys.count` rows of `rowWords` words, those whose bit in `isFilled` is set filled for `keys`
/// and the fingerprints at `model`, which `slots` keeps alive. A concept's number is below `keys.count`.
struct KnownPairs {
    /// With more concepts than any pack may have no table is kept.
    private static let conceptLimit = 1024

    private var keys: [UInt64] = []
    private var slots: FeatureSlots?
    private var rows: UnsafeMutablePointer<UInt64>?
    private var isFilled: [Bool] = []
    private var rowWords = 0

    func deallocate() { rows?.deallocate() }

    /// Makes the table one for these concepts and this model.
    mutating func fit(_ newKeys: [UInt64], _ newSlots: FeatureSlots) {
        let isSame = slots?.address == newSlots.address && keys.count == newKeys.count
            && keys.withUnsafeBufferPointer { own in
                newKeys.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress }
            }
        if !isSame { start(newKeys, newSlots) }
    }

    /// Both are kept, so that nothing else ever stands at their addresses.
    @inline(never)
    private mutating func start(_ newKeys: [UInt64], _ newSlots: FeatureSlots) {
        rows?.deallocate()
        rows = nil
        keys = newKeys
        slots = newSlots
        isFilled = [Bool](repeating: false, count: newKeys.count)
        rowWords = (newKeys.count + 63) / 64
        guard newKeys.count <= Self.conceptLimit else { return }
        rows = .allocate(capacity: max(1, newKeys.count * rowWords))
    }

    /// One bit for each concept that the model knows the pair with; nil if that can't be told.
    @inline(__always)
    mutating func row(of concept: UInt16) -> UnsafePointer<UInt64>? {
        guard let rows else { return nil }
        let row = rows + Int(concept) &* rowWords
        if !isFilled[Int(concept)] { fill(row, Int(concept)) }
        return UnsafePointer(row)
    }

    @inline(never)
    private mutating func fill(_ row: UnsafeMutablePointer<UInt64>, _ concept: Int) {
        row.initialize(repeating: 0, count: rowWords)
        for other in keys.indices where slots?.slot(of: FeatureKey.pair(keys[concept], keys[other])) != nil {
            row[other >> 6] |= 1 << UInt64(other & 63)
        }
        isFilled[concept] = true
    }
}

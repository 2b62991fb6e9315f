import LureText

/// The clauses of one message by their hashes: a set in which a slot counts as empty unless it carries the number
/// of the present message, so that starting a message clears nothing.
///
/// Invariant: `slots` holds `slotCount` entries, of which at most half are of the present message.
struct ClauseSet {
    private let slots: UnsafeMutablePointer<(hash: UInt64, message: UInt64)>
    private var message: UInt64 = 0
    private(set) var count = 0
    private static let slotCount = 2 * ShapeFeatures.clauseLimit

    init() {
        slots = .allocate(capacity: Self.slotCount)
        slots.initialize(repeating: (0, 0), count: Self.slotCount)
    }

    func deallocate() { slots.deallocate() }

    mutating func beginMessage() {
        count = 0
        message += 1
    }

    /// - Returns: whether no clause with this hash was seen, and fewer than `ShapeFeatures.clauseLimit` were.
    mutating func add(_ hash: UInt64) -> Bool {
        guard count < ShapeFeatures.clauseLimit else { return false }
        var slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
        while slots[slot].message == message {
            if slots[slot].hash == hash { return false }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
        slots[slot] = (hash, message)
        count += 1
        return true
    }
}

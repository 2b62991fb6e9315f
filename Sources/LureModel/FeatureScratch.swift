import LureText

/// A worker's buffers for reading features, kept between messages.
public struct FeatureScratch: Sendable {
    private var storage = Storage()
    /// Places that give no word features: amounts and contacts.
    var masks: [TextSpan] = []

    public init() {}

    /// The features of the message read last, in the order they were found.
    public var features: [Feature] { withFeatures { Array($0) } }

    /// The same in place.
    public func withFeatures<R>(_ body: (UnsafeBufferPointer<Feature>) -> R) -> R {
        withExtendedLifetime(storage) {
            body(
                UnsafeBufferPointer(start: storage.table.pointee.features, count: storage.table.pointee.count)
            )
        }
    }

    /// Calls `body` with the table of a new message, emptied.
    mutating func withNewMessage(_ body: (inout FeatureTable, inout [TextSpan]) -> Void) {
        masks.removeAll(keepingCapacity: true)
        // A copy of this scratch keeps the features it was made with.
        if !isKnownUniquelyReferenced(&storage) { storage = Storage() }
        let table = storage.table
        table.pointee.beginMessage()
        body(&table.pointee, &masks)
    }

    /// Owns a table, so that it is freed with the last scratch that refers to it.
    private final class Storage: @unchecked Sendable {
        // Sendable: written only through a scratch that alone refers to it.
        let table: UnsafeMutablePointer<FeatureTable>

        init() {
            table = .allocate(capacity: 1)
            table.initialize(to: FeatureTable())
        }

        deinit {
            table.pointee.deallocate()
            table.deallocate()
        }
    }
}

/// The features of one message, once each: a hash set in which a slot counts as empty unless it carries the
/// number of the present message, so that starting a message clears nothing.
///
/// Invariant: `features` has room for half as many as there are slots, whose number is a power of two; the first
/// `count` are initialised, and each has one slot. So there is always an empty slot. The same holds of clauses.
struct FeatureTable {
    private(set) var features: UnsafeMutablePointer<Feature>
    private(set) var count = 0
    /// `message << 32 | upper half of the key`. Two keys that share the upper half and a run of slots would
    /// pass for one: about one pair in 2^32.
    private var slots: UnsafeMutablePointer<UInt64>
    private var slotCount = 4096
    private var message: UInt64 = 0
    /// Hashes of the clauses seen, and the messages they belong to.
    private let clauses: UnsafeMutablePointer<(hash: UInt64, message: UInt64)>
    private(set) var clauseCount = 0
    private static let clauseSlots = 2 * ShapeFeatures.clauseLimit

    init() {
        features = .allocate(capacity: slotCount / 2)
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: 0, count: slotCount)
        clauses = .allocate(capacity: Self.clauseSlots)
        clauses.initialize(repeating: (0, 0), count: Self.clauseSlots)
    }

    func deallocate() {
        features.deallocate()
        slots.deallocate()
        clauses.deallocate()
    }

    mutating func beginMessage() {
        count = 0
        clauseCount = 0
        message += 1
        guard message > UInt64(UInt32.max) else { return }
        slots.update(repeating: 0, count: slotCount)
        clauses.update(repeating: (0, 0), count: Self.clauseSlots)
        message = 1
    }

    /// Keeps a feature unless the message already shows it.
    @inline(__always)
    mutating func add(_ key: UInt64, _ start: UInt32, _ end: UInt32, _ group: FeatureGroup) {
        let entry = (message << 32) | (key >> 32)
        let mask = slotCount &- 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while true {
            let found = slots[slot]
            if found == entry { return }
            if found >> 32 != message { break }
            slot = (slot &+ 1) & mask
        }
        slots[slot] = entry
        let feature = Feature(key: key, span: TextSpan(start: start, end: end), group: group)
        (features + count).initialize(to: feature)
        count &+= 1
        if count &* 2 == slotCount { grow() }
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Feature>.allocate(capacity: slotCount)
        larger.moveInitialize(from: features, count: count)
        features.deallocate()
        features = larger
        slots.deallocate()
        slotCount *= 2
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: 0, count: slotCount)
        let mask = slotCount - 1
        for index in 0..<count {
            let key = features[index].key
            var slot = Int(truncatingIfNeeded: key) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = (message << 32) | (key >> 32)
        }
    }

    /// - Returns: whether no clause with this hash was seen, and fewer than `ShapeFeatures.clauseLimit` were.
    mutating func addClause(_ hash: UInt64) -> Bool {
        guard clauseCount < ShapeFeatures.clauseLimit else { return false }
        var slot = Int(truncatingIfNeeded: hash) & (Self.clauseSlots - 1)
        while clauses[slot].message == message {
            if clauses[slot].hash == hash { return false }
            slot = (slot + 1) & (Self.clauseSlots - 1)
        }
        clauses[slot] = (hash, message)
        clauseCount += 1
        return true
    }
}

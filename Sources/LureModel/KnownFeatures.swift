import LureText

/// The slots of a model by the fingerprints of their features.
struct FeatureSlots: Sendable {
    /// A power of two of them, one of which at least is empty (0).
    private let fingerprints: PackedTable<UInt32>
    private let mask: Int

    var count: Int { fingerprints.count }

    init(_ fingerprints: PackedTable<UInt32>) {
        self.fingerprints = fingerprints
        mask = fingerprints.count - 1
    }

    /// Where the weights of a feature stand, or nil if the model does not know it.
    @inline(__always)
    func slot(of key: UInt64) -> Int? {
        let fingerprint = ModelFormat.fingerprint(key)
        var index = Int(truncatingIfNeeded: key) & mask
        while true {
            let found = fingerprints[index]
            if found == fingerprint { return index }
            if found == 0 { return nil }
            index = (index &+ 1) & mask
        }
    }
}

/// The features of one message that a model knows, once each: all a score needs.
///
/// Invariant: `entries` has room for `capacity` entries, the first `count` of which are initialised; `seen` holds one
/// bit for each of `slotCount` slots, set for the slots of those entries and no others.
struct KnownFeatures {
    struct Entry {
        /// The first place that shows the feature, in the folded text: start and end.
        var place: UInt64
        /// Its slot in the model.
        var slot: UInt32
        /// Its weight for a lure, in the file's unit; filled in when the score is made.
        var lure: Int16
        /// Whether it stands in the place of the entry before and was read right after it.
        var continues: Bool
    }

    private(set) var entries: UnsafeMutablePointer<Entry>
    private(set) var count = 0
    private var capacity = 1024
    private var seen: UnsafeMutablePointer<UInt64>
    private var slotCount = 64
    private var firsts = FirstReadings()

    init() {
        entries = .allocate(capacity: capacity)
        seen = .allocate(capacity: 1)
        seen.initialize(to: 0)
    }

    func deallocate() {
        entries.deallocate()
        seen.deallocate()
    }

    /// Keeps of the features of a message those that have a slot.
    mutating func take(_ features: UnsafeBufferPointer<Feature>, _ slots: FeatureSlots) {
        begin(slotCount: slots.count, room: features.count)
        guard let base = features.baseAddress else { return }
        let seen = seen
        var entry = entries
        // The place of the entry kept last, its index, and whether a feature of another place was read since.
        var last = UInt64.max
        var lastIndex = 0
        var isInterrupted = false
        for index in 0..<features.count {
            let place = base[index].place
            guard let slot = slots.slot(of: base[index].key) else {
                if place != last { isInterrupted = true }
                continue
            }
            let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: slot)
            let word = seen[slot &>> 6]
            if word & bit != 0 { continue }
            seen[slot &>> 6] = word | bit
            let continues =
                place == last && (!isInterrupted || !firsts.part(features, after: lastIndex, before: index))
            entry.initialize(
                to: Entry(
                    place: place, slot: UInt32(truncatingIfNeeded: slot), lure: 0, continues: continues))
            entry += 1
            last = place
            lastIndex = index
            isInterrupted = false
        }
        count = entry - entries
    }

    /// Empties the set for at most `room` features of a model with so many slots.
    private mutating func begin(slotCount newCount: Int, room: Int) {
        if newCount == slotCount {
            for index in 0..<count { seen[Int(entries[index].slot >> 6)] = 0 }
        } else {
            seen.deallocate()
            slotCount = newCount
            let words = (newCount + 63) / 64
            seen = .allocate(capacity: words)
            seen.initialize(repeating: 0, count: words)
        }
        count = 0
        firsts.removeAll()
        guard room > capacity else { return }
        entries.deallocate()
        capacity = max(2 * capacity, room)
        entries = .allocate(capacity: capacity)
    }
}

/// Tells where features are read for the first time: only then do they part others of one place.
private struct FirstReadings {
    /// Up to so many features are compared one by one; beyond, keys are gathered.
    private static let few = 512
    private var keys = Set<UInt64>()
    /// How many features were gathered.
    private var count = 0

    mutating func removeAll() {
        guard count > 0 else { return }
        keys.removeAll()
        count = 0
    }

    /// Whether a new feature of another place stands between two features of one place.
    /// - Complexity: linear in the number of features, over all calls.
    @inline(never)
    mutating func part(_ features: UnsafeBufferPointer<Feature>, after first: Int, before last: Int) -> Bool {
        if last <= Self.few {
            for index in first + 1..<last where features[index].place != features[first].place {
                if Self.isNew(features, at: index) { return true }
            }
            return false
        }
        var isParted = false
        for index in count..<last {
            let isNew = keys.insert(features[index].key).inserted
            if isNew, index > first, features[index].place != features[first].place { isParted = true }
        }
        count = last
        return isParted
    }

    private static func isNew(_ features: UnsafeBufferPointer<Feature>, at index: Int) -> Bool {
        let key = features[index].key
        for other in 0..<index where features[other].key == key { return false }
        return true
    }
}

/// A worker's buffers for scoring, kept between messages.
public struct ModelScratch: ~Copyable, @unchecked Sendable {
    // Sendable: what its pointers lead to is its own.
    /// What the message scored last has of features that the model knows.
    var known = KnownFeatures()
    var buffers = FeatureBuffers()
    /// Of `Model.terms`.
    var largest: [(span: TextSpan, weight: Int)] = []

    public init() {}

    deinit {
        known.deallocate()
        buffers.deallocate()
    }
}

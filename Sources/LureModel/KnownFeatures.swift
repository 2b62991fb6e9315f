import LureText

/// The slots of a model by the fingerprints of their features.
struct FeatureSlots: Sendable {
    /// A power of two of them, one of which at least is empty (0).
    private let fingerprints: PackedTable<UInt32>
    private let mask: Int

    var count: Int { fingerprints.count }

    /// Of the fingerprints; no longer valid than this.
    var address: UnsafePointer<UInt32> { fingerprints.address }

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

/// What the features of one message weigh that a model knows, each counted once.
///
/// Invariant: `places` and `found` have room for `capacity` entries, of which the first `placeCount` and `count` are
/// written, and before the first entry of `places` stands one more, to which nothing belongs; `seen` holds one bit for each of `slotCount` slots, set for the slots in `found` and no others.
struct KnownFeatures {
    /// A place of the text, and what its features weigh for a lure in the file's unit. Features of one place that
    /// are read one after another share an entry.
    struct Place {
        /// Start and end in the folded text.
        var span: UInt64
        var lure: Int
    }

    private(set) var places: UnsafeMutablePointer<Place>
    private(set) var placeCount = 0
    private var found: UnsafeMutablePointer<UInt32>
    /// Features known, each once.
    private(set) var count = 0
    private var capacity = 1024
    private var seen: UnsafeMutablePointer<UInt64>
    private var slotCount = 64

    private(set) var lure = 0
    private(set) var offer = 0
    private(set) var question = 0
    private(set) var warning = 0
    private(set) var distress = 0
    private(set) var other = 0

    init() {
        places = Self.allocatePlaces(capacity)
        found = .allocate(capacity: capacity)
        seen = .allocate(capacity: 1)
        seen.initialize(to: 0)
    }

    func deallocate() {
        (places - 1).deallocate()
        found.deallocate()
        seen.deallocate()
    }

    private static func allocatePlaces(_ capacity: Int) -> UnsafeMutablePointer<Place> {
        let memory = UnsafeMutablePointer<Place>.allocate(capacity: capacity + 1)
        memory.initialize(to: Place(span: 0, lure: 0))
        return memory + 1
    }

    /// Starts a message, for a model with so many slots.
    mutating func begin(slotCount newCount: Int) {
        if newCount == slotCount {
            for index in 0..<count { seen[Int(found[index] >> 6)] = 0 }
        } else {
            seen.deallocate()
            slotCount = newCount
            let words = (newCount + 63) / 64
            seen = .allocate(capacity: words)
            seen.initialize(repeating: 0, count: words)
        }
        count = 0
        placeCount = 0
        (lure, offer, question, warning, distress, other) = (0, 0, 0, 0, 0, 0)
    }

    @inline(__always)
    var isFull: Bool { count == capacity }

    @inline(__always)
    func has(_ slot: Int) -> Bool { seen[slot &>> 6] &>> UInt64(truncatingIfNeeded: slot & 63) & 1 != 0 }

    /// Notes the slot of a feature that was not counted yet; there must be room.
    @inline(__always)
    mutating func note(_ slot: Int) {
        seen[slot &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: slot)
        (found + count).initialize(to: UInt32(truncatingIfNeeded: slot))
        count &+= 1
    }

    /// Counts a feature that was not counted yet.
    /// - Parameter continues: whether it belongs to the entry before.
    @inline(__always)
    mutating func add(_ weights: ModelWeights, at span: UInt64, continues: Bool) {
        lure &+= Int(weights.lure)
        offer &+= Int(weights.offer)
        question &+= Int(weights.question)
        warning &+= Int(weights.warning)
        distress &+= Int(weights.distress)
        other &+= Int(weights.other)
        if continues {
            places[placeCount &- 1].lure &+= Int(weights.lure)
        } else {
            (places + placeCount).initialize(to: Place(span: span, lure: Int(weights.lure)))
            placeCount &+= 1
        }
    }

    /// Counts all features of a message, in the order they were read.
    mutating func count(_ features: UnsafeBufferPointer<Feature>, _ model: Model) {
        begin(slotCount: model.slots.count)
        var firsts = FirstReadings()
        // The feature counted last: its place and index, and whether one of another place was read since.
        var last = UInt64.max
        var lastIndex = 0
        var isInterrupted = false
        for index in features.indices {
            let place = features[index].place
            guard let slot = model.slots.slot(of: features[index].key) else {
                if place != last { isInterrupted = true }
                continue
            }
            if has(slot) { continue }
            let continues =
                place == last && (!isInterrupted || !firsts.part(features, after: lastIndex, before: index))
            if isFull { grow() }
            note(slot)
            add(model.weights[slot], at: place, continues: continues)
            last = place
            lastIndex = index
            isInterrupted = false
        }
    }

    /// Makes room for more features.
    @inline(never)
    mutating func grow() {
        let morePlaces = Self.allocatePlaces(2 * capacity)
        morePlaces.moveInitialize(from: places, count: placeCount)
        (places - 1).deallocate()
        places = morePlaces
        let moreFound = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * capacity)
        moreFound.moveInitialize(from: found, count: count)
        found.deallocate()
        found = moreFound
        capacity *= 2
    }
}

/// Tells where features are read for the first time: only then do they part others of one place.
private struct FirstReadings {
    /// Up to so many features are compared one by one; beyond, keys are gathered.
    private static let few = 512
    private var keys = Set<UInt64>()
    /// How many features were gathered.
    private var count = 0

    /// Whether a new feature of another place stands between two features of one place.
    /// - Complexity: linear in the number of features, over all calls.
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
    var pairs = KnownPairs()
    var buffers = FeatureBuffers()
    /// Of `Model.terms`.
    var largest: [(span: TextSpan, weight: Int)] = []

    public init() {}

    deinit {
        known.deallocate()
        pairs.deallocate()
        buffers.deallocate()
    }
}

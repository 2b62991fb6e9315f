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
/// written; `seen` holds one bit for each of `slotCount` slots, set for the slots in `found` and no others.
struct KnownFeatures {
    /// A place of the text, and what its features weigh for a lure in the file's unit. Features of one place that
    /// are read one after another share an entry.
    struct Place {
        /// Start and end in the folded text.
        var span: UInt64
        var lure: Int
    }

    /// Features that share a place with the entry before, but something was read in between: they belong to that
    /// entry unless it was read for the first time there.
    struct Doubt {
        var entry: Int
        /// Numbers of the features, as they were read.
        var before: Int
        var here: Int
    }

    private(set) var places: UnsafeMutablePointer<Place>
    private(set) var placeCount = 0
    private var found: UnsafeMutablePointer<UInt32>
    /// Features known, each once.
    private(set) var count = 0
    private var capacity = 1024
    private var seen: UnsafeMutablePointer<UInt64>
    private var slotCount = 64
    private(set) var doubts: [Doubt] = []

    private(set) var lure = 0
    private(set) var offer = 0
    private(set) var question = 0
    private(set) var warning = 0
    private(set) var distress = 0
    private(set) var other = 0

    init() {
        places = .allocate(capacity: capacity)
        found = .allocate(capacity: capacity)
        seen = .allocate(capacity: 1)
        seen.initialize(to: 0)
    }

    func deallocate() {
        places.deallocate()
        found.deallocate()
        seen.deallocate()
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
        if !doubts.isEmpty { doubts.removeAll(keepingCapacity: true) }
        (lure, offer, question, warning, distress, other) = (0, 0, 0, 0, 0, 0)
    }

    /// - Returns: whether the feature of a slot was not counted yet; it is now.
    @inline(__always)
    mutating func note(_ slot: Int) -> Bool {
        let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: slot)
        let word = seen[slot &>> 6]
        if word & bit != 0 { return false }
        seen[slot &>> 6] = word | bit
        if count == capacity { grow() }
        (found + count).initialize(to: UInt32(truncatingIfNeeded: slot))
        count &+= 1
        return true
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

    mutating func doubt(before: Int, here: Int) {
        doubts.append(Doubt(entry: placeCount, before: before, here: here))
    }

    /// Joins the entries in doubt to those before them, as far as `features`, in the order they were read, say so.
    @inline(never)
    mutating func settle(_ features: UnsafeBufferPointer<Feature>) {
        var firsts = FirstReadings()
        let joined = doubts.map { !firsts.part(features, after: $0.before, before: $0.here) }
        for index in doubts.indices.reversed() where joined[index] {
            let entry = doubts[index].entry
            places[entry - 1].lure += places[entry].lure
            placeCount -= 1
            for later in entry..<placeCount { places[later] = places[later + 1] }
        }
    }

    @inline(never)
    private mutating func grow() {
        let morePlaces = UnsafeMutablePointer<Place>.allocate(capacity: 2 * capacity)
        morePlaces.moveInitialize(from: places, count: placeCount)
        places.deallocate()
        places = morePlaces
        let moreFound = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * capacity)
        moreFound.moveInitialize(from: found, count: count)
        found.deallocate()
        found = moreFound
        capacity *= 2
    }
}

/// Counts features as they are read, and keeps none of those that the model does not know.
///
/// Invariant: lives inside `Model.score` only; `fingerprints` and `weights` are those of the model, which keeps them
/// alive, and `mask` is one less than their number.
struct KnownSink: FeatureSink {
    private let fingerprints: UnsafePointer<UInt32>
    private let mask: Int
    private let weights: UnsafePointer<ModelWeights>
    private(set) var known: KnownFeatures
    private(set) var pairs: KnownPairs
    /// Features read.
    private var index = 0
    /// The feature counted last: its place and number.
    private var last = UInt64.max
    private var lastIndex = 0
    /// Not 0 if a feature of another place was read since.
    private var interruption: UInt64 = 0

    init(_ model: Model, _ known: KnownFeatures, _ pairs: KnownPairs) {
        fingerprints = model.slots.address
        mask = model.slots.count - 1
        weights = model.weights.address
        self.known = known
        self.pairs = pairs
    }

    @inline(__always)
    mutating func add(_ key: UInt64, _ start: UInt32, _ end: UInt32, _ group: FeatureGroup) {
        add(key, TextSpan(start: start, end: end).place)
    }

    @inline(__always)
    mutating func add(_ key: UInt64, _ place: UInt64) {
        let fingerprint = ModelFormat.fingerprint(key)
        var slot = Int(truncatingIfNeeded: key) & mask
        while true {
            let found = fingerprints[slot]
            if found == fingerprint { return take(slot, place) }
            if found == 0 { return skip(place) }
            slot = (slot &+ 1) & mask
        }
    }

    /// A feature that the model does not know.
    @inline(__always)
    private mutating func skip(_ place: UInt64) {
        interruption |= place ^ last
        index &+= 1
    }

    @inline(never)
    private mutating func take(_ slot: Int, _ place: UInt64) {
        if known.note(slot) {
            var continues = place == last
            if continues, interruption != 0 {
                known.doubt(before: lastIndex, here: index)
                continues = false
            }
            known.add(weights[slot], at: place, continues: continues)
            last = place
            lastIndex = index
            interruption = 0
        }
        index &+= 1
    }

    @inline(__always)
    mutating func addPairs(
        of one: PairedConcept, with others: UnsafePointer<PairedConcept>, _ count: Int
    ) {
        guard let row = pairs.row(of: one.concept) else {
            for index in 0..<count {
                add(FeatureKey.pair(one.key, others[index].key), one.around(others[index]).place)
            }
            return
        }
        for index in 0..<count {
            let other = others + index
            let place = one.around(other.pointee).place
            let concept = Int(other.pointee.concept)
            if row[concept &>> 6] &>> UInt64(truncatingIfNeeded: concept & 63) & 1 == 0 {
                skip(place)
            } else {
                add(FeatureKey.pair(one.key, other.pointee.key), place)
            }
        }
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

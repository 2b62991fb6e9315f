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

/// Counts features as they are read, and keeps none of those that the model does not know.
///
/// Invariant: lives inside `Model.score` only; `fingerprints` and `weights` are those of the model, which keeps them
/// alive, `mask` is one less than their number, and `pairs` fits the model and the concepts of the message.
struct KnownSink: FeatureSink {
    private let fingerprints: UnsafePointer<UInt32>
    private let mask: Int
    private let weights: UnsafePointer<ModelWeights>
    private(set) var known: KnownFeatures
    private let pairs: UnsafeMutablePointer<KnownPairs>
    /// The place of the feature counted last.
    private var last = UInt64.max
    /// Not 0 if a feature of another place was read since, for the first time: it parts features of one place.
    private var parting: UInt64 = 0
    /// Not 0 if one was read that may have been read before.
    private var interruption: UInt64 = 0
    /// Whether it was left open if two features share an entry: then all must be counted once more, in a row.
    private(set) var isDoubtful = false
    /// Number of the clause whose pairs are taken, and whether it has one.
    private var clause = 0

    init(_ model: Model, _ known: KnownFeatures, _ pairs: UnsafeMutablePointer<KnownPairs>) {
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

    /// Of words an interruption is noted once and for all: places only come again where nothing is read in between.
    @inline(__always)
    mutating func beginWord() { interruption = 1 }

    @inline(__always)
    mutating func addInWord(_ key: UInt64, _ start: UInt32, _ end: UInt32, _ group: FeatureGroup) {
        let fingerprint = ModelFormat.fingerprint(key)
        var slot = Int(truncatingIfNeeded: key) & mask
        while true {
            let found = fingerprints[slot]
            if found == fingerprint { return take(slot, TextSpan(start: start, end: end).place) }
            if found == 0 { return }
            slot = (slot &+ 1) & mask
        }
    }

    @inline(__always)
    private mutating func add(_ key: UInt64, _ place: UInt64) {
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
    private mutating func skip(_ place: UInt64) { interruption |= place ^ last }

    @inline(never)
    private mutating func take(_ slot: Int, _ place: UInt64) {
        if known.has(slot) { return }
        let isSame = place == last
        if known.isFull || isSame && parting | interruption != 0 { return takeRare(slot, place) }
        known.note(slot)
        known.add(weights[slot], at: place, continues: isSame)
        last = place
        parting = 0
        interruption = 0
    }

    /// As `take`, for a new feature without room, or with others between it and one of the same place.
    @inline(never)
    private mutating func takeRare(_ slot: Int, _ place: UInt64) {
        if known.isFull { known.grow() }
        if place == last, parting == 0, interruption != 0 { isDoubtful = true }
        known.note(slot)
        known.add(weights[slot], at: place, continues: place == last && parting | interruption == 0)
        last = place
        parting = 0
        interruption = 0
    }

    @inline(__always)
    mutating func addConcept(_ concept: UInt16, _ keys: UnsafeBufferPointer<UInt64>, at span: TextSpan) {
        guard let row = pairs.pointee.row(of: concept) else {
            return add(FeatureKey.concept(keys[Int(concept)]), span.place)
        }
        add(row[keys.count], span.place)
    }

    @inline(__always)
    mutating func addPairs(
        of one: PairedConcept, with others: UnsafePointer<PairedConcept>, _ count: Int
    ) {
        guard let row = pairs.pointee.row(of: one.concept) else {
            for index in 0..<count {
                add(FeatureKey.pair(one.key, others[index].key), one.around(others[index]).place)
            }
            return
        }
        let clauses = pairs.pointee.clauses
        let earlier = clauses[Int(one.concept)]
        for index in 0..<count {
            let other = others + index
            let concept = Int(other.pointee.concept)
            let place = one.around(other.pointee).place
            if row[concept] != 0 {
                take(Int(row[concept]) &- 1, place)
            } else if earlier & clauses[concept] == 0 {
                parting |= place ^ last
            } else if clause >= KnownPairs.clauseLimit {
                skip(place)
            }
        }
        clauses[Int(one.concept)] = earlier | 1 &<< UInt64(truncatingIfNeeded: min(clause, 63))
    }

    mutating func endClause() { clause &+= 1 }

    mutating func endPairs(_ hits: [ConceptHit]) { pairs.pointee.forget(hits) }

    /// Takes a feature as `KnownPairs` tells it.
    @inline(__always)
    private mutating func add(_ entry: UInt16, _ place: UInt64) {
        if entry == 0 { skip(place) } else { take(Int(entry) &- 1, place) }
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

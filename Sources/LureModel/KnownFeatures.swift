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
/// First they are noted, which touches no weights; then all are weighed in a row, so that their weights are fetched
/// side by side.
///
/// Invariant: `found`, `spans` and `places` have room for `capacity` entries, of which the first `count`, `count` and
/// `placeCount` are written, and before the first entry of `places` stands one more, to which nothing belongs; `seen`
/// holds one bit for each of `slotCount` slots, set for the slots in `found` and no others.
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
    /// The place of each feature found; `joined` if it belongs to the entry before.
    private var spans: UnsafeMutablePointer<UInt64>
    /// Features known, each once.
    private(set) var count = 0
    private var capacity = 1024
    private var seen: UnsafeMutablePointer<UInt64>
    private var slotCount = 64

    private(set) var sums = WeightSums()

    /// No place: one that ends where texts never do.
    static let joined = UInt64.max

    init() {
        places = Self.allocatePlaces(capacity)
        found = .allocate(capacity: capacity)
        spans = .allocate(capacity: capacity)
        seen = .allocate(capacity: 1)
        seen.initialize(to: 0)
    }

    func deallocate() {
        (places - 1).deallocate()
        found.deallocate()
        spans.deallocate()
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
        sums = WeightSums()
    }

    @inline(__always)
    var isFull: Bool { count == capacity }

    /// Whether a slot was noted before; from now on it was.
    @inline(__always)
    func mark(_ slot: Int) -> Bool {
        let word = seen + slot &>> 6
        let old = word.pointee
        word.pointee = old | 1 &<< UInt64(truncatingIfNeeded: slot)
        return old &>> UInt64(truncatingIfNeeded: slot) & 1 != 0
    }

    /// Notes the slot of a feature that was just marked for the first time; there must be room.
    /// - Parameter span: its place, or `joined`.
    @inline(__always)
    mutating func note(_ slot: Int, at span: UInt64) {
        (found + count).initialize(to: UInt32(truncatingIfNeeded: slot))
        (spans + count).initialize(to: span)
        count &+= 1
    }

    /// Sums the weights of all features noted.
    /// - Parameter weights: those of a model by slot, behind the fingerprints of its file.
    mutating func weigh(_ weights: UnsafePointer<ModelWeights>) {
        // One before the first: a feature that is joined follows another one.
        var place = places - 1
        var index = 0
        while index < count {
            let end = min(count, index &+ WeightSums.surveyable)
            var block = WeightSums.Block()
            while index < end {
                let own = weights + Int(found[index])
                block.add(own)
                if spans[index] == Self.joined {
                    place.pointee.lure &+= Int(own.pointee.lure)
                } else {
                    place += 1
                    place.initialize(to: Place(span: spans[index], lure: Int(own.pointee.lure)))
                }
                index &+= 1
            }
            sums.add(block)
        }
        placeCount = place - places + 1
    }

    /// Notes and weighs all features of a message, in the order they were read.
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
            if mark(slot) { continue }
            let continues =
                place == last && (!isInterrupted || !firsts.part(features, after: lastIndex, before: index))
            if isFull { grow() }
            note(slot, at: continues ? Self.joined : place)
            last = place
            lastIndex = index
            isInterrupted = false
        }
        weigh(model.weights.address)
    }

    /// Makes room for more features.
    @inline(never)
    mutating func grow() {
        (places - 1).deallocate()
        places = Self.allocatePlaces(2 * capacity)
        found = Self.doubled(found, capacity)
        spans = Self.doubled(spans, capacity)
        capacity *= 2
    }

    private static func doubled<T>(
        _ old: UnsafeMutablePointer<T>, _ count: Int
    ) -> UnsafeMutablePointer<T> {
        let new = UnsafeMutablePointer<T>.allocate(capacity: 2 * count)
        new.moveInitialize(from: old, count: count)
        old.deallocate()
        return new
    }
}

/// Sums of weights, one for each class of a model.
struct WeightSums {
    private(set) var lure = 0
    private(set) var offer = 0
    private(set) var question = 0
    private(set) var warning = 0
    private(set) var distress = 0
    private(set) var other = 0

    /// Weights whose sum surely fits into 32 bits.
    static let surveyable = 1 << 15

    mutating func add(_ block: Block) {
        lure &+= Int(block.even[1])
        offer &+= Int(block.odd[1])
        question &+= Int(block.even[2])
        warning &+= Int(block.odd[2])
        distress &+= Int(block.even[3])
        other &+= Int(block.odd[3])
    }

    /// Sums of up to `surveyable` weights, two to a lane.
    struct Block {
        /// The first, third and fifth weight from lane 1 on; lane 0 holds what stands before a weight in the file.
        fileprivate var even = SIMD4<Int32>()
        /// The second, fourth and sixth.
        fileprivate var odd = SIMD4<Int32>()

        /// - Parameter weights: of one slot; four bytes before them belong to the file too.
        @inline(__always)
        mutating func add(_ weights: UnsafePointer<ModelWeights>) {
            let pairs = (UnsafeRawPointer(weights) - 4).loadUnaligned(as: SIMD4<Int32>.self)
            even &+= (pairs &<< 16) &>> 16
            odd &+= pairs &>> 16
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

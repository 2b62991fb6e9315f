import LureText

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

    @inline(__always)
    private mutating func take(_ slot: Int, _ place: UInt64) {
        if known.mark(slot) { return }
        if place == last || known.isFull { return takeRare(slot, place) }
        known.note(slot, at: place)
        last = place
        parting = 0
        interruption = 0
    }

    /// As `take`, for a new feature without room, or of the same place as the last one.
    @inline(never)
    private mutating func takeRare(_ slot: Int, _ place: UInt64) {
        if known.isFull { known.grow() }
        if place == last, parting == 0, interruption != 0 { isDoubtful = true }
        let continues = place == last && parting | interruption == 0
        known.note(slot, at: continues ? KnownFeatures.joined : place)
        last = place
        parting = 0
        interruption = 0
    }

    @inline(__always)
    mutating func addConcept(
        _ hit: ConceptHit, _ keys: UnsafeBufferPointer<UInt64>, opens: Bool, closes: Bool
    ) {
        let place = hit.span.place
        guard let row = pairs.pointee.row(of: hit.concept) else {
            let key = keys[Int(hit.concept)]
            add(FeatureKey.concept(key), place)
            if opens { add(FeatureKey.openingConcept(key), place) }
            if closes { add(FeatureKey.closingConcept(key), place) }
            return
        }
        let own = row + 2 &* keys.count
        add(own[0], place)
        if opens { add(own[1], place) }
        if closes { add(own[2], place) }
    }

    @inline(__always)
    mutating func addStep(
        from before: UInt16, to concept: UInt16, _ keys: UnsafeBufferPointer<UInt64>, around span: TextSpan
    ) {
        guard let row = pairs.pointee.row(of: concept) else {
            return add(FeatureKey.step(keys[Int(before)], keys[Int(concept)]), span.place)
        }
        add(row[keys.count &+ Int(before)], span.place)
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
    private mutating func add(_ entry: UInt32, _ place: UInt64) {
        if entry == 0 { skip(place) } else { take(Int(entry) &- 1, place) }
    }
}

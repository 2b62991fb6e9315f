import LureText

/// Takes the features of a message as they are read.
protocol FeatureSink {
    mutating func add(_ key: UInt64, _ start: UInt32, _ end: UInt32, _ group: FeatureGroup)

    /// Takes a feature of the word or run at hand, as `add` does.
    mutating func addInWord(_ key: UInt64, _ start: UInt32, _ end: UInt32, _ group: FeatureGroup)

    /// What follows stands in another word or run than all before.
    mutating func beginWord()

    /// Takes a concept, which is below the number of keys; whether it stands in the first clause, and in the last.
    mutating func addConcept(
        _ hit: ConceptHit, _ keys: UnsafeBufferPointer<UInt64>, opens: Bool, closes: Bool)

    /// Takes the step from a concept to one that is named for the first time.
    mutating func addStep(
        from before: UInt16, to concept: UInt16, _ keys: UnsafeBufferPointer<UInt64>, around span: TextSpan)

    /// Takes the pairs of a concept with others of its clause.
    mutating func addPairs(
        of one: PairedConcept, with others: UnsafePointer<PairedConcept>, _ count: Int)

    /// The pairs that follow are of another clause.
    mutating func endClause()

    /// All pairs were taken.
    /// - Parameter hits: what they were made of.
    mutating func endPairs(_ hits: [ConceptHit])
}

/// A concept of the clause at hand.
struct PairedConcept {
    /// `StableHash` of its name.
    var key: UInt64
    var span: TextSpan
    var concept: UInt16

    /// The smallest span around this concept and another one.
    @inline(__always)
    func around(_ other: PairedConcept) -> TextSpan {
        TextSpan(start: min(span.start, other.span.start), end: max(span.end, other.span.end))
    }
}

/// Features of one message as they were read: the same one again and again where the text shows it so.
struct FeatureList: FeatureSink {
    private(set) var features: [Feature] = []
    mutating func add(_ key: UInt64, _ start: UInt32, _ end: UInt32, _ group: FeatureGroup) {
        features.append(Feature(key: key, span: TextSpan(start: start, end: end), group: group))
    }

    mutating func addInWord(_ key: UInt64, _ start: UInt32, _ end: UInt32, _ group: FeatureGroup) {
        add(key, start, end, group)
    }

    mutating func beginWord() {}

    mutating func addConcept(
        _ hit: ConceptHit, _ keys: UnsafeBufferPointer<UInt64>, opens: Bool, closes: Bool
    ) {
        let key = keys[Int(hit.concept)]
        add(FeatureKey.concept(key), hit.span.start, hit.span.end, .concept)
        if opens { add(FeatureKey.openingConcept(key), hit.span.start, hit.span.end, .conceptPlace) }
        if closes { add(FeatureKey.closingConcept(key), hit.span.start, hit.span.end, .conceptPlace) }
    }

    mutating func addStep(
        from before: UInt16, to concept: UInt16, _ keys: UnsafeBufferPointer<UInt64>, around span: TextSpan
    ) {
        add(FeatureKey.step(keys[Int(before)], keys[Int(concept)]), span.start, span.end, .conceptStep)
    }

    mutating func addPairs(
        of one: PairedConcept, with others: UnsafePointer<PairedConcept>, _ count: Int
    ) {
        for index in 0..<count {
            let span = one.around(others[index])
            add(FeatureKey.pair(one.key, others[index].key), span.start, span.end, .conceptPair)
        }
    }

    mutating func endClause() {}
    mutating func endPairs(_ hits: [ConceptHit]) {}
}

/// What reading features needs, kept between messages. Whoever owns one frees it.
struct FeatureBuffers {
    /// Places that give no word features: amounts and contacts.
    var masks: [TextSpan] = []
    var clauses = ClauseSet()

    mutating func beginMessage() {
        masks.removeAll(keepingCapacity: true)
        clauses.beginMessage()
    }

    func deallocate() { clauses.deallocate() }
}

import LureText

/// The features of one message as they were read: the same one again and again where the text shows it so.
///
/// Invariant: `features` has room for `capacity`, the first `count` of which are initialised.
struct FeatureList {
    private(set) var features: UnsafeMutablePointer<Feature>
    private(set) var count = 0
    private var capacity = 1024

    init() { features = .allocate(capacity: capacity) }

    func deallocate() { features.deallocate() }

    mutating func removeAll() { count = 0 }

    /// Where to write so many features at most; `end(_:)` must follow before anything else is done to the list.
    @inline(__always)
    mutating func room(for more: Int) -> Cursor {
        if count &+ more > capacity { grow(count + more) }
        return Cursor(place: features + count)
    }

    @inline(__always)
    mutating func end(_ cursor: Cursor) { count = cursor.place - features }

    /// Adds one feature.
    mutating func add(_ key: UInt64, _ start: UInt32, _ end: UInt32, _ group: FeatureGroup) {
        var cursor = room(for: 1)
        cursor.add(key, start, end, group)
        self.end(cursor)
    }

    /// Where the next feature goes: features are written by the handful, so that it stays in a register.
    struct Cursor {
        fileprivate var place: UnsafeMutablePointer<Feature>

        @inline(__always)
        mutating func add(_ key: UInt64, _ start: UInt32, _ end: UInt32, _ group: FeatureGroup) {
            place.initialize(
                to: Feature(key: key, span: TextSpan(start: start, end: end), group: group))
            place += 1
        }
    }

    @inline(never)
    private mutating func grow(_ needed: Int) {
        capacity = max(2 * capacity, needed)
        let larger = UnsafeMutablePointer<Feature>.allocate(capacity: capacity)
        larger.moveInitialize(from: features, count: count)
        features.deallocate()
        features = larger
    }
}

/// What reading features needs, kept between messages. Whoever owns one frees it.
struct FeatureBuffers {
    var list = FeatureList()
    /// Places that give no word features: amounts and contacts.
    var masks: [TextSpan] = []
    var clauses = ClauseSet()

    mutating func beginMessage() {
        list.removeAll()
        masks.removeAll(keepingCapacity: true)
        clauses.beginMessage()
    }

    func deallocate() {
        list.deallocate()
        clauses.deallocate()
    }
}

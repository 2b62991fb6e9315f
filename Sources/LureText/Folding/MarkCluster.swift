/// One starter with the marks after it, as folding orders and composes them.
///
/// Invariant: `scalars` holds `capacity` values, the first `count` of them written; each folds to itself.
struct MarkCluster {
    static let markLimit = 30
    static let capacity = 32

    let scalars: UnsafeMutablePointer<UInt32>
    private(set) var count = 0
    private var marks = 0
    /// Source bytes it was made from.
    private(set) var start = 0
    private(set) var end = 0
    /// Of the marks that folding drops.
    private(set) var accent: Accent = .none

    init(scalars: UnsafeMutablePointer<UInt32>) { self.scalars = scalars }

    /// Whether the next scalar belongs to another cluster.
    func isFull(for traits: Traits) -> Bool {
        count > 0 && (!traits.contains(.attaches) || marks == MarkCluster.markLimit)
    }

    mutating func append(_ scalar: UInt32, _ traits: Traits, source: Range<Int>) {
        if count == 0 { start = source.lowerBound }
        scalars[count] = scalar
        count += 1
        marks += traits.contains(.attaches) ? 1 : 0
        end = source.upperBound
    }

    /// A dropped mark belongs to the character it stands on; a breve makes a short i of a Cyrillic i.
    mutating func absorb(_ mark: UInt32, source: Range<Int>) {
        guard count > 0 else { return }
        end = source.upperBound
        accent = accent.adding(.ofMark(mark))
        if mark == 0x306, scalars[count - 1] == 0x438 { scalars[count - 1] = 0x439 }
    }

    /// Notes the accent of a precomposed letter, just appended.
    mutating func absorb(_ marks: Accent) { accent = accent.adding(marks) }

    mutating func removeAll() {
        accent = .none
        count = 0
        marks = 0
    }

    /// Canonical ordering, then canonical composition (Unicode 15, section 3.11, D109 and D117).
    mutating func normalise() {
        guard count > 1 else { return }
        order()
        var kept = 0
        var starter = -1
        var lastClass: UInt32? = nil
        for i in 0..<count {
            let scalar = scalars[i]
            let rank = UnicodeRecord.of(scalar).traits.combiningClass
            if starter >= 0, lastClass.map({ $0 < rank }) ?? true,
                let composite = Composition.compose(scalars[starter], scalar)
            {
                scalars[starter] = composite
                continue
            }
            if rank == 0 {
                starter = kept
                lastClass = nil
            } else {
                lastClass = rank
            }
            scalars[kept] = scalar
            kept += 1
        }
        count = kept
    }

    /// Stable insertion sort of each run of marks by combining class.
    private mutating func order() {
        for i in 1..<count {
            let scalar = scalars[i]
            let rank = UnicodeRecord.of(scalar).traits.combiningClass
            guard rank > 0 else { continue }
            var j = i
            while j > 0, UnicodeRecord.of(scalars[j - 1]).traits.combiningClass > rank {
                scalars[j] = scalars[j - 1]
                j -= 1
            }
            scalars[j] = scalar
        }
    }
}

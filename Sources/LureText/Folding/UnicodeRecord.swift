internal import CLureSupport

/// Properties of a scalar as the generated tables pack them (layout: UnicodeTables.h).
struct Traits: OptionSet, Sendable {
    let rawValue: UInt32

    static let word = Traits(rawValue: 1 << 13)
    static let unspaced = Traits(rawValue: 1 << 14)
    static let pictographic = Traits(rawValue: 1 << 15)
    /// Folds to one scalar of another length.
    static let resized = Traits(rawValue: 1 << 16)
    /// Folds to the scalars of a pool entry.
    static let expands = Traits(rawValue: 1 << 17)
    /// A mark that folding drops; it belongs to the character before it.
    static let removedMark = Traits(rawValue: 1 << 18)
    /// A default-ignorable that belongs to nothing.
    static let removedInvisible = Traits(rawValue: 1 << 19)
    static let space = Traits(rawValue: 1 << 20)
    static let newline = Traits(rawValue: 1 << 21)
    /// May reorder or compose with what stands before it, or is dropped with it.
    static let attaches = Traits(rawValue: 1 << 22)
    /// Second of a canonical composition.
    static let maybe = Traits(rawValue: 1 << 23)
    /// First of a canonical composition.
    static let first = Traits(rawValue: 1 << 24)
    /// A styled form of an ASCII letter: full width, mathematical, enclosed.
    static let stylised = Traits(rawValue: 1 << 25)
    /// The target is a canonical composition.
    static let composite = Traits(rawValue: 1 << 26)
    static let letter = Traits(rawValue: 1 << 27)
    static let digit = Traits(rawValue: 1 << 28)
    static let mark = Traits(rawValue: 1 << 29)

    static let whiteSpace: Traits = [.space, .newline]
    /// What the fast path leaves to others.
    static let special: Traits = [.resized, .expands, .removedMark, .removedInvisible, .space, .newline]
    /// Those, and marks.
    static let notPlain = Traits(rawValue: special.rawValue | attaches.rawValue | 0xFF)

    /// Canonical combining class of the folded scalar.
    @inline(__always) var combiningClass: UInt32 { rawValue & 0xFF }
    @inline(__always) var script: UInt32 { rawValue >> 8 & 0x1F }

    @inline(__always)
    func intersects(_ other: Traits) -> Bool { rawValue & other.rawValue != 0 }
}

/// How one scalar folds.
struct UnicodeRecord {
    /// The folded scalar, 0 for the scalar itself; with `.expands` a place in the pool of expansions.
    let target: UInt32
    let traits: Traits

    /// - Parameter scalar: 0…0x10FFFF; the tables cover just that.
    @inline(__always)
    static func of(_ scalar: UInt32) -> UnicodeRecord {
        let block = Int(lure_unicode_stage1_base()[Int(scalar >> 7)])
        let index = Int(lure_unicode_stage2_base()[block << 7 | Int(scalar & 0x7F)])
        let records = lure_unicode_records_base()
        return UnicodeRecord(target: records[2 * index], traits: Traits(rawValue: records[2 * index + 1]))
    }
}

/// Canonical composition over the pairs that folding keeps.
enum Composition {
    private static let leads: Range<UInt32> = 0x1100..<0x1113
    private static let vowels: Range<UInt32> = 0x1161..<0x1176
    private static let trails: Range<UInt32> = 0x11A8..<0x11C3
    static let syllables: Range<UInt32> = 0xAC00..<0xD7A4

    /// The composite of two scalars, or nil.
    static func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if leads.contains(first), vowels.contains(second) {
            return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
        }
        if syllables.contains(first), (first - 0xAC00) % 28 == 0, trails.contains(second) {
            return first + second - 0x11A7
        }
        let pairs = lure_unicode_compositions_base()
        let key = UInt64(first) << 32 | UInt64(second)
        var low = 0
        var high = Int(LURE_UNICODE_COMPOSITIONS)
        while low < high {
            let middle = (low + high) / 2
            let here = UInt64(pairs[3 * middle]) << 32 | UInt64(pairs[3 * middle + 1])
            if here == key { return pairs[3 * middle + 2] }
            if here < key { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// The pair a composite stands for, or nil. Hangul syllables are left to `forEachPart`.
    private static func pair(of composite: UInt32) -> (UInt32, UInt32)? {
        let pairs = lure_unicode_compositions_base()
        for i in 0..<Int(LURE_UNICODE_COMPOSITIONS) where pairs[3 * i + 2] == composite {
            return (pairs[3 * i], pairs[3 * i + 1])
        }
        return nil
    }

    /// Full canonical decomposition, in order.
    static func forEachPart(of scalar: UInt32, _ body: (UInt32) -> Void) {
        if syllables.contains(scalar) {
            let index = scalar - 0xAC00
            body(0x1100 + index / 588)
            body(0x1161 + index % 588 / 28)
            if index % 28 != 0 { body(0x11A7 + index % 28) }
        } else if let (first, second) = pair(of: scalar) {
            forEachPart(of: first, body)
            forEachPart(of: second, body)
        } else {
            body(scalar)
        }
    }
}

/// The scalars behind records with the trait `.expands`.
enum Expansions {
    static func forEach(at place: UInt32, _ body: (UInt32) -> Void) {
        let pool = lure_unicode_expansions_base() + Int(place)
        for i in 0..<Int(pool[0]) { body(pool[1 + i]) }
    }
}

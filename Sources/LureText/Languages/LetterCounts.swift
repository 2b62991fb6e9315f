internal import CLureSupport

/// What the letters of a text say about its languages, counted on the way through it.
///
/// Counts of one text add to those of another, and may be taken off again.
public struct LetterCounts: Sendable {
    /// As `LanguageEvidence` lays them out; `LanguageEvidence.size` numbers.
    private(set) var numbers = [UInt32](repeating: 0, count: LanguageEvidence.size)

    public init() {}

    public mutating func removeAll() {
        numbers.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    }

    /// Calls `body` with the evidence to add to.
    @inline(__always)
    mutating func withEvidence<R>(_ body: (LanguageEvidence) -> R) -> R? {
        numbers.withUnsafeMutableBufferPointer { $0.baseAddress.map { body(LanguageEvidence($0)) } }
    }

    /// Takes off what the letters at some places of the text say.
    /// - Parameter places: in order.
    public mutating func ignore(_ places: [TextSpan], in text: UnsafeBufferPointer<UInt8>) {
        var others = LetterCounts()
        var start = 0
        for place in places where Int(place.start) >= start && Int(place.end) <= text.count {
            let bytes = UnsafeBufferPointer(rebasing: text[Int(place.start)..<Int(place.end)])
            _ = others.withEvidence { LetterReader().read(bytes, into: $0) }
            start = Int(place.end)
        }
        for index in numbers.indices { numbers[index] &-= others.numbers[index] }
    }
}

/// Counts letters one by one while something else is done with them.
///
/// Invariant: the tables are the generated ones, or never go; `evidence` is alive as long as this is.
struct LetterCounter {
    let evidence: LanguageEvidence
    let reader = LetterReader()
    let writings: UnsafePointer<UInt8> = lure_writings()
    /// Bitmap of the basic plane: what folds to itself, attaches to nothing and tells nothing of a language.
    let quiet: UnsafePointer<UInt64> = QuietScalars.shared.table.address
    /// The writing of the scalars at hand, and how many are yet to be counted.
    var writing: UInt8 = 0
    var pending: UInt32 = 0

    init(_ evidence: LanguageEvidence) { self.evidence = evidence }

    /// Counts a scalar.
    @inline(__always)
    mutating func note(_ scalar: UInt32) {
        guard scalar < 0x1_0000 else { return }
        let next = writings[Int(scalar &>> 6)]
        if next != writing {
            finish()
            writing = next
        }
        pending = pending &+ 1
        if reader.mayTell(scalar) { reader.noteTelling(next, scalar, evidence) }
    }

    /// Counts the letters of some bytes.
    func read(_ bytes: UnsafeBufferPointer<UInt8>) { reader.read(bytes, into: evidence) }

    /// Counts what is pending.
    mutating func finish() {
        evidence.scalars[Int(writing)] &+= pending
        pending = 0
    }
}

/// A bitmap that most scalars of most texts are in. Made once and shared.
private final class QuietScalars: Sendable {
    static let shared = QuietScalars()

    let table: FixedTable<UInt64>

    private init() {
        let plain: UnsafePointer<UInt64> = lure_unicode_plain_base()
        let telling: UnsafePointer<UInt64> = lure_telling()
        table = FixedTable((0..<1024).map { plain[$0] & ~telling[$0] })
    }
}

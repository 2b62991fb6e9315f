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
/// Invariant: the tables are the generated ones; `evidence` is alive as long as this is.
struct LetterCounter {
    private let evidence: LanguageEvidence
    private let reader = LetterReader()
    private let writings: UnsafePointer<UInt8> = lure_writings()
    private let telling: UnsafePointer<UInt64> = lure_telling()
    /// The writing of the scalars at hand, and how many are yet to be counted.
    private var writing: UInt8 = 0
    private var pending: UInt32 = 0

    init(_ evidence: LanguageEvidence) { self.evidence = evidence }

    /// Counts a scalar of the basic plane beyond ASCII.
    /// - Parameters:
    ///   - block: its upper bits.
    ///   - last: its last byte, with the six lower ones.
    @inline(__always)
    mutating func note(_ block: Int, _ last: UInt32) {
        let next = writings[block]
        if next != writing {
            evidence.scalars[Int(writing)] &+= pending
            writing = next
            pending = 0
        }
        pending = pending &+ 1
        if telling[block] &>> UInt64(last) & 1 != 0 {
            reader.noteTelling(next, UInt32(truncatingIfNeeded: block) &<< 6 | last & 0x3F, evidence)
        }
    }

    /// Counts a scalar.
    @inline(__always)
    mutating func note(_ scalar: UInt32) {
        if scalar < 0x1_0000 { note(Int(scalar &>> 6), scalar & 0x3F) }
    }

    /// Counts the letters of some bytes.
    func read(_ bytes: UnsafeBufferPointer<UInt8>) { reader.read(bytes, into: evidence) }

    /// Counts what is pending.
    mutating func finish() {
        evidence.scalars[Int(writing)] &+= pending
        pending = 0
    }
}

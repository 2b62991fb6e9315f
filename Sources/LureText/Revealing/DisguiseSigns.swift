/// Where a text may be disguised, noted while it is cut into words.
///
/// Of the places that the search for disguises changes or reports something at, none is missing; most texts have
/// none, and need no search.
public struct DisguiseSigns: Sendable {
    /// Starts of words and signs, ascending, in folded bytes.
    private(set) var places: [UInt32] = []
    /// Whether words stand so that the search would cut them otherwise (a mark without a letter): it must read all.
    private(set) var isEverywhere = false
    /// Line breaks and pictographs within a sentence, ascending; among `places` too.
    private(set) var gaps: [UInt32] = []
    /// Whether a character reference of HTML may stand somewhere.
    public private(set) var mayHoldEntities = false

    mutating func removeAll() {
        places.removeAll(keepingCapacity: true)
        isEverywhere = false
        mayHoldEntities = false
        gaps.removeAll(keepingCapacity: true)
    }

    /// What a unit (a run of letters, digits and marks between apostrophes) is made of.
    struct Kinds: OptionSet {
        let rawValue: UInt8

        static let letters = Kinds(rawValue: 1)
        static let digits = Kinds(rawValue: 2)
        static let beyondASCII = Kinds(rawValue: 4)
    }

    /// Looks at a unit of a spaced script: letters mixed with others, or a single character set apart.
    @inline(never)
    mutating func noteUnit(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ kinds: Kinds) {
        let (start, end) = (range.lowerBound, range.upperBound)
        let hasDollar =
            end + 1 < bytes.count && bytes[end] == UInt8(ascii: "$") && ASCII.isLetter(bytes[end + 1])
        if kinds.contains(.letters), kinds != .letters || hasDollar {
            places.append(UInt32(start))
        } else if end - start <= 4, end - start == Self.length(bytes[start]),
            SpacedOut.mayBegin(bytes, after: end, isUnspaced: false)
        {
            places.append(UInt32(start))
        }
    }

    /// Looks at a run of an unspaced script.
    @inline(__always)
    mutating func noteRun(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard range.upperBound < bytes.count, SpacedOut.mayBeSeparator(bytes[range.upperBound]) else {
            return
        }
        noteSeparatedRun(bytes, range)
    }

    @inline(never)
    private mutating func noteSeparatedRun(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        if SpacedOut.mayBegin(bytes, after: range.upperBound, isUnspaced: true) {
            places.append(UInt32(range.lowerBound))
        }
    }

    /// Looks for vowels that are drawn out, after all other places were noted.
    mutating func noteDrawnOut(in bytes: UnsafeBufferPointer<UInt8>) {
        let count = places.count
        DrawnOut.appendTokens(of: bytes, to: &places)
        if places.count > count, count > 0 { places.sort() }
    }

    mutating func noteMark() { isEverywhere = true }

    mutating func noteSign(at place: Int) { places.append(UInt32(place)) }

    @inline(never)
    mutating func noteGap(at place: Int) {
        gaps.append(UInt32(place))
        noteSign(at: place)
    }

    mutating func noteEntity(at place: Int) {
        mayHoldEntities = true
        noteSign(at: place)
    }

    /// Bytes of the scalar that begins so.
    private static func length(_ first: UInt8) -> Int {
        first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }
}

public import LureText

/// Finds all places of many literals in one pass.
///
/// A trie over folded bytes, walked from every place where a form may begin:
/// - the start of a word in spaced scripts, and any character outside of words ("@", "$", an emoji);
/// - in Arabic and Ethiopic script also behind a particle written on to the word (ال, و, የ);
/// - every character in unspaced scripts;
/// - every syllable in Hangul for forms of three syllables or more; shorter ones only where Hangul starts.
///
/// A change between spaced, unspaced and Hangul writing starts and ends words ("加tg", "3万"); between digits
/// and letters it does not. On the right, `Boundary.word` asks that no word of a spaced script goes on; forms
/// that end in an unspaced script, Hangul or outside of words may be followed by anything.
public struct LiteralAutomaton: Sendable {
    private let region: ByteRegion
    private let layout: LiteralImage.Layout
    private let longest: Int
    private let boundedRoot: UInt32
    private let anywhereRoot: UInt32
    private let starts: StartTable
    /// Whether each value is its own index, as with forms numbered in the order of their bytes.
    private let isNumbered: Bool

    /// Opens compiled literals in place.
    ///
    /// Checks every index once: any bytes give an automaton that stays inside its tables and whose work at one
    /// place of a text is bounded, or an error.
    /// - Complexity: O(n) in the size of the region.
    public init(_ region: ByteRegion) throws(PackError) {
        let header = try LiteralLoader.header(region)
        let layout = LiteralImage.Layout(
            unitCount: header.unitCount, tailWordCount: header.tailWordCount, entryCount: header.entryCount)
        try LiteralLoader.check(region, header, layout)
        self.region = region
        self.layout = layout
        longest = header.longest
        boundedRoot = Self.node(header.boundedRoot)
        anywhereRoot = Self.node(header.anywhereRoot)
        isNumbered = LiteralLoader.isNumbered(region, header, layout)
        let root = boundedRoot
        let unitsPlace = layout.units
        starts = region.withUnsafeBytes { image in
            // The header's size was checked, so there is an address.
            let units = image.baseAddress.map { ($0 + unitsPlace).assumingMemoryBound(to: UInt32.self) }
            return StartTable(units: units, root: root)
        }
    }

    /// A root that leads nowhere is none.
    private static func node(_ root: UInt32) -> UInt32 { root & LiteralImage.Unit.kindMask == 0 ? 0 : root }

    /// Appends all hits, sorted by start, longer ones first, then by value.
    ///
    /// - Parameters:
    ///   - text: folded UTF-8; other bytes give hits that mean nothing but do no harm.
    ///   - room: to work in.
    /// - Complexity: linear in the text; the longest form bounds the work at one place.
    public func appendHits(
        in text: UnsafeBufferPointer<UInt8>, to hits: inout [LiteralHit], room: LiteralRoom = LiteralRoom()
    ) {
        guard let base = text.baseAddress, text.count < Int(UInt32.max), boundedRoot | anywhereRoot != 0
        else { return }
        region.withUnsafeBytes { image in
            starts.withPointers { blocks, entries in
                guard let start = image.baseAddress else { return }
                let scan = LiteralScan(
                    text: base, count: text.count, longest: longest, blocks: blocks, entries: entries,
                    units: (start + layout.units).assumingMemoryBound(to: UInt32.self),
                    tails: (start + layout.tails).assumingMemoryBound(to: UInt32.self),
                    values: isNumbered ? nil : (start + layout.values).assumingMemoryBound(to: UInt32.self),
                    flags: (start + layout.flags).assumingMemoryBound(to: UInt8.self),
                    boundedRoot: boundedRoot, anywhereRoot: anywhereRoot,
                    mayWalkTogether: LiteralScan.mayWalkTogether(text))
                HitSink.withSink(room, into: &hits) { scan.run(&$0) }
            }
        }
    }
}

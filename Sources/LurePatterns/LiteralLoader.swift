import LureText

/// Checks compiled literals before anything is read in place.
enum LiteralLoader {
    struct Header {
        var unitCount: Int
        var tailWordCount: Int
        var entryCount: Int
        var longest: Int
        var boundedRoot: UInt32
        var anywhereRoot: UInt32
    }

    static func header(_ region: ByteRegion) throws(PackError) -> Header {
        guard region.count >= LiteralImage.headerCount + LiteralImage.pairsCount else {
            throw .truncated(offset: region.count)
        }
        func word(_ field: Int) -> UInt32 { region.load(UInt32.self, at: 4 * field) ?? 0 }
        guard word(LiteralImage.Field.signature) == LiteralImage.signature else {
            throw .wrongSignature(offset: 0)
        }
        let version = word(LiteralImage.Field.version)
        guard version == LiteralImage.version else {
            throw .unsupportedVersion(version, offset: 4 * LiteralImage.Field.version)
        }
        for field in [
            LiteralImage.Field.unitCount, LiteralImage.Field.tailWordCount, LiteralImage.Field.entryCount,
        ]
        where word(field) >= UInt32(LiteralImage.Unit.valueLimit) { throw .outOfRange(offset: 4 * field) }
        guard word(LiteralImage.Field.longest) <= UInt32(LiteralImage.longestLimit) else {
            throw .invalidValue(offset: 4 * LiteralImage.Field.longest)
        }
        return Header(
            unitCount: Int(word(LiteralImage.Field.unitCount)),
            tailWordCount: Int(word(LiteralImage.Field.tailWordCount)),
            entryCount: Int(word(LiteralImage.Field.entryCount)),
            longest: Int(word(LiteralImage.Field.longest)),
            boundedRoot: word(LiteralImage.Field.boundedRoot),
            anywhereRoot: word(LiteralImage.Field.anywhereRoot))
    }

    static func check(
        _ region: ByteRegion, _ header: Header, _ layout: LiteralImage.Layout
    ) throws(PackError) {
        // Whole blocks: `base ^ byte` then stays inside the units.
        guard header.unitCount % 256 == 0 else { throw .misaligned(offset: 4 * LiteralImage.Field.unitCount) }
        guard region.count == layout.end else { throw .truncated(offset: min(region.count, layout.end)) }
        let units = try words(region, at: layout.units, count: header.unitCount)
        let tails = try words(region, at: layout.tails, count: header.tailWordCount)
        _ = try words(region, at: layout.values, count: header.entryCount)
        try checkLists(region, header, layout)
        for (field, root) in [
            (LiteralImage.Field.boundedRoot, header.boundedRoot),
            (LiteralImage.Field.anywhereRoot, header.anywhereRoot),
        ] where root != 0 {
            guard root & LiteralImage.Unit.kindMask != LiteralImage.Unit.tail else {
                throw .invalidValue(offset: 4 * field)
            }
            try checkUnit(root, header, units, tails, offset: 4 * field)
        }
        for index in 0..<units.count where units[index] != 0 {
            try checkUnit(units[index], header, units, tails, offset: layout.units + 4 * index)
        }
    }

    /// A unit leads to a block of units, or to a tail whose bytes and values are all there.
    private static func checkUnit(
        _ unit: UInt32, _ header: Header, _ units: PackedTable<UInt32>, _ tails: PackedTable<UInt32>,
        offset: Int
    ) throws(PackError) {
        let value = Int(unit >> 10)
        switch unit & LiteralImage.Unit.kindMask {
        case LiteralImage.Unit.branch:
            guard value < units.count else { throw .outOfRange(offset: offset) }
        case LiteralImage.Unit.terminalBranch:
            guard value < units.count, Int(units[value] >> 10) < header.entryCount else {
                throw .outOfRange(offset: offset)
            }
        case LiteralImage.Unit.tail:
            guard value < tails.count else { throw .outOfRange(offset: offset) }
            let length = Int(tails[value] & 0x3FF)
            guard (length + 3) / 4 <= tails.count - value - 1, Int(tails[value] >> 10) < header.entryCount
            else {
                throw .outOfRange(offset: offset)
            }
        // The index of a first value; with a label it would pass for a node.
        default: guard unit & 0xFF == 0 else { throw .invalidValue(offset: offset) }
        }
    }

    /// Lists of values end inside their section, and none is long.
    private static func checkLists(
        _ region: ByteRegion, _ header: Header, _ layout: LiteralImage.Layout
    ) throws(PackError) {
        guard let flags = region.slice(at: layout.flags, count: header.entryCount)?.table(of: UInt8.self)
        else {
            throw .truncated(offset: layout.flags)
        }
        var length = 0
        for index in 0..<flags.count {
            guard flags[index] & ~LiteralImage.Flag.all == 0 else {
                throw .invalidValue(offset: layout.flags + index)
            }
            length = flags[index] & LiteralImage.Flag.last != 0 ? 0 : length + 1
            guard length < LiteralImage.listLimit else { throw .outOfRange(offset: layout.flags + index) }
        }
        guard length == 0 else { throw .outOfRange(offset: layout.flags + header.entryCount) }
    }

    /// Whether each value of a checked image is its own index.
    static func isNumbered(_ region: ByteRegion, _ header: Header, _ layout: LiteralImage.Layout) -> Bool {
        guard
            let values = region.slice(at: layout.values, count: 4 * header.entryCount)?.table(of: UInt32.self)
        else { return false }
        for index in 0..<values.count where values[index] != UInt32(truncatingIfNeeded: index) {
            return false
        }
        return true
    }

    private static func words(
        _ region: ByteRegion, at offset: Int, count: Int
    ) throws(PackError) -> PackedTable<UInt32> {
        guard let slice = region.slice(at: offset, count: 4 * count) else { throw .truncated(offset: offset) }
        guard let table = slice.table(of: UInt32.self) else { throw .misaligned(offset: offset) }
        return table
    }
}

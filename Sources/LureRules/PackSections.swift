import LureText

/// The sections of a pack, found and measured but not yet judged.
struct PackSections {
    private let regions: [ByteRegion]
    private let offsets: [Int]
    let digest: String

    init(_ region: ByteRegion) throws(PackError) {
        let count = PackFormat.Section.allCases.count
        guard region.count >= PackFormat.headerCount + 8 * count else {
            throw .truncated(offset: region.count)
        }
        for (index, byte) in PackFormat.magic.enumerated() where region.load(UInt8.self, at: index) != byte {
            throw .wrongSignature(offset: index)
        }
        let version = region.load(UInt32.self, at: 8) ?? 0
        guard version == PackFormat.version else { throw .unsupportedVersion(version, offset: 8) }
        guard region.load(UInt32.self, at: 12) == UInt32(count) else { throw packFault(at: 12) }
        var regions: [ByteRegion] = []
        var offsets: [Int] = []
        for index in 0..<count {
            let place = PackFormat.headerCount + 8 * index
            guard let offset = region.load(UInt32.self, at: place),
                let size = region.load(UInt32.self, at: place + 4),
                offset % 8 == 0,
                let section = region.slice(at: Int(offset), count: Int(size))
            else { throw packFault(at: place) }
            regions.append(section)
            offsets.append(Int(offset))
        }
        self.regions = regions
        self.offsets = offsets
        digest = region.slice(at: PackFormat.digestOffset, count: PackFormat.digestCount)?.string() ?? ""
    }

    func region(_ section: PackFormat.Section) -> ByteRegion { regions[section.rawValue] }

    func offset(_ section: PackFormat.Section) -> Int { offsets[section.rawValue] }

    /// A section as `UInt32` words that make whole records of `stride` words.
    func words(_ section: PackFormat.Section, stride: Int = 1) throws(PackError) -> PackedTable<UInt32> {
        guard let table = region(section).table(of: UInt32.self), table.count % stride == 0 else {
            throw .misaligned(offset: offset(section))
        }
        return table
    }

    /// Throws unless `first ..< first + count` lies in a table of `limit` records.
    func check(
        _ first: UInt32, _ count: UInt32, in limit: Int, _ section: PackFormat.Section
    ) throws(PackError) {
        guard Int(first) <= limit, Int(count) <= limit - Int(first) else {
            throw .outOfRange(offset: offset(section))
        }
    }

    /// Throws unless `index` is a record of a table of `limit`.
    func check(_ index: UInt32, below limit: Int, _ section: PackFormat.Section) throws(PackError) {
        guard Int(index) < limit else { throw .outOfRange(offset: offset(section)) }
    }
}

/// The error for content at `offset`, in bytes from the start of the pack, that can't stand.
func packFault(at offset: Int) -> PackError { .invalidValue(offset: offset) }

extension PackedTable<UInt32> {
    /// A number stored as two words, low word first.
    func double(at index: Int) -> Double {
        Double(bitPattern: UInt64(self[index]) | UInt64(self[index + 1]) << 32)
    }
}

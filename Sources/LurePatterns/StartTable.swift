import LureText

/// What the scan must know of a character of up to three bytes of UTF-8: its group, and where in the trie of
/// bounded forms its bytes lead.
///
/// An entry is a unit of the trie whose label is replaced by the character's group: kind and value are those of
/// the node behind the character's last byte, so that a walk begins behind the character, and not at all where no
/// form begins with it. Kind and value are 0 if there is no such node.
struct StartTable: Sendable {
    /// Kind and value where a form ends, or stands alone, within the bytes of the character: walk from the root.
    static let root: UInt32 = 0x400
    /// Above the group.
    static let nodeMask: UInt32 = 0xFFFF_FF00

    /// For each 64 scalars up to U+FFFF the place of their entries; those of ASCII are the first two.
    private var blocks: [UInt32] = []
    private var entries: [UInt32] = []

    private typealias Units = UnsafePointer<UInt32>?

    /// - Parameters:
    ///   - units: checked units; nil gives a table without forms.
    ///   - root: the unit of the trie of bounded forms; 0 if there is none.
    init(units: UnsafePointer<UInt32>?, root: UInt32) {
        self = Self.withoutForms
        for block in 0..<1024 {
            let node = Self.parent(of: block, units, root)
            guard node != 0 else { continue }
            let known = Int(blocks[block])
            if block >= 2 {
                blocks[block] = UInt32(entries.count)
                for low in 0..<64 { entries.append(entries[known + low]) }
            }
            let place = Int(blocks[block])
            for low in 0..<64 { entries[place + low] |= Self.entry(block, low, node, units) }
        }
    }

    func withPointers(_ body: (UnsafePointer<UInt32>, UnsafePointer<UInt32>) -> Void) {
        blocks.withUnsafeBufferPointer { blocks in
            entries.withUnsafeBufferPointer { entries in
                guard let blocks = blocks.baseAddress, let entries = entries.baseAddress else { return }
                body(blocks, entries)
            }
        }
    }

    /// The node that the bytes shared by a block of 64 scalars lead to, without label; 0 if there is none.
    private static func parent(of block: Int, _ units: Units, _ root: UInt32) -> UInt32 {
        if block < 2 { return root & nodeMask }
        if block < 32 { return child(of: root & nodeMask, 0xC0 | UInt8(block), units) }
        let lead = child(of: root & nodeMask, 0xE0 | UInt8(block >> 6), units)
        return child(of: lead, 0x80 | UInt8(block & 0x3F), units)
    }

    private static func entry(_ block: Int, _ low: Int, _ node: UInt32, _ units: Units) -> UInt32 {
        child(of: node, block < 2 ? UInt8(64 * block + low) : 0x80 | UInt8(low), units)
    }

    /// A node's child without its label. What ends or stands alone at the node asks for a walk from the root.
    private static func child(of node: UInt32, _ byte: UInt8, _ units: Units) -> UInt32 {
        guard let units, node != 0, node != root else { return node == root ? root : 0 }
        guard node & LiteralImage.Unit.kindMask == LiteralImage.Unit.branch else { return root }
        let unit = units[Int(node >> 10) ^ Int(byte)]
        guard UInt8(truncatingIfNeeded: unit) == byte, unit & LiteralImage.Unit.kindMask != 0 else {
            return 0
        }
        return unit & nodeMask
    }

    /// The groups of all characters, without nodes. Most blocks share theirs: they hold characters of one group.
    private static let withoutForms = StartTable()

    private init() {
        var uniform: [UInt8: UInt32] = [:]
        for block in 0..<1024 {
            let groups = (64 * block..<64 * block + 64).map { Self.group(of: UInt32($0)) }
            let isUniform = groups.allSatisfy { $0 == groups[0] }
            if isUniform, let place = uniform[groups[0]] {
                blocks.append(place)
                continue
            }
            let place = UInt32(entries.count)
            if isUniform { uniform[groups[0]] = place }
            blocks.append(place)
            entries += groups.map { UInt32($0) }
        }
    }

    private static func group(of scalar: UInt32) -> UInt8 {
        guard scalar < 0x80 else { return CharacterGroup.of(scalar).raw }
        return CharacterGroup(CharacterGroup.isWordASCII(UInt8(scalar)) ? .spaced : .outside).raw
    }
}

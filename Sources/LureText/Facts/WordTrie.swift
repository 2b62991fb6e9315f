/// Words as a trie over scalars, whose edges live in one hash table.
///
/// An edge is found by (node, scalar) exactly, so a walk never meets a false word; it costs one probe a scalar
/// and usually ends at the first.
struct WordTrie: Sendable {
    /// An edge: node << 41 | scalar << 20 | child. Children are never 0, so 0 is an empty slot.
    private var slots = [UInt64](repeating: 0, count: 1 << 12)
    private var shift: UInt64 = 64 - 12
    private var edgeCount = 0
    /// By node: what the word that ends there means, as told by `insert`; 0 if no word does.
    private var marks: [UInt16] = [0]

    /// The node reached from `node` by `scalar`, or 0.
    @inline(__always)
    func child(of node: UInt32, by scalar: UInt32) -> UInt32 {
        let key = UInt64(node) << 21 | UInt64(scalar)
        let mask = slots.count - 1
        var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while true {
            let edge = slots[slot]
            if edge >> 20 == key, edge != 0 { return UInt32(edge & 0xFFFFF) }
            if edge == 0 { return 0 }
            slot = (slot + 1) & mask
        }
    }

    @inline(__always)
    func mark(of node: UInt32) -> UInt16 { marks[Int(node)] }

    /// Adds a word; `mark` gets the mark it has already, or 0, and gives the one it shall have.
    mutating func insert(_ scalars: [UInt32], mark: (UInt16) -> UInt16) {
        var node: UInt32 = 0
        for scalar in scalars {
            var next = child(of: node, by: scalar)
            if next == 0 {
                next = UInt32(marks.count)
                marks.append(0)
                add(edge: UInt64(node) << 41 | UInt64(scalar) << 20 | UInt64(next))
            }
            node = next
        }
        marks[Int(node)] = mark(marks[Int(node)])
    }

    private mutating func add(edge: UInt64) {
        if (edgeCount + 1) * 8 > slots.count * 5 { grow() }
        place(edge)
        edgeCount += 1
    }

    private mutating func place(_ edge: UInt64) {
        var slot = Int(((edge >> 20) &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = edge
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        shift -= 1
        for edge in old where edge != 0 { place(edge) }
    }
}

/// Words as a trie over scalars, whose edges live in one hash table.
///
/// An edge is found by (node, scalar) exactly, so a walk never meets a false word; it costs one probe a scalar
/// and usually ends at the first.
struct WordTrie: Sendable {
    /// An edge: node << 41 | scalar << 20 | child. Children are never 0, so 0 is an empty slot.
    private let slots: FixedTable<UInt64>
    private let shift: UInt64
    /// By node: what the word that ends there means, as told by `insert`, and above it what `finished` told of that;
    /// 0 if no word ends there.
    private let marks: FixedTable<UInt32>

    /// The node reached from `node` by `scalar`, or 0.
    @inline(__always)
    func child(of node: UInt32, by scalar: UInt32) -> UInt32 {
        let key = UInt64(node) << 21 | UInt64(scalar)
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while true {
            let edge = slots[slot]
            if edge == 0 { return 0 }
            if edge >> 20 == key { return UInt32(truncatingIfNeeded: edge & 0xFFFFF) }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    @inline(__always)
    func mark(of node: UInt32) -> (mark: UInt16, note: UInt16) {
        let both = marks[Int(node)]
        return (UInt16(truncatingIfNeeded: both), UInt16(truncatingIfNeeded: both >> 16))
    }

    /// A trie that words are still added to.
    struct Builder {
        private var slots = [UInt64](repeating: 0, count: 1 << 12)
        private var shift: UInt64 = 64 - 12
        private var edgeCount = 0
        private var marks: [UInt16] = [0]

        init() {}

        /// - Parameter note: what to keep with a mark, so that walks need not look elsewhere.
        func finished(_ note: (UInt16) -> UInt16) -> WordTrie {
            let notes = marks.map { $0 == 0 ? 0 : UInt32($0) | UInt32(note($0)) << 16 }
            return WordTrie(slots: FixedTable(slots), shift: shift, marks: FixedTable(notes))
        }

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

        private func child(of node: UInt32, by scalar: UInt32) -> UInt32 {
            let key = UInt64(node) << 21 | UInt64(scalar)
            var slot = Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
            while slots[slot] != 0, slots[slot] >> 20 != key { slot = (slot + 1) & (slots.count - 1) }
            return UInt32(slots[slot] & 0xFFFFF)
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
}

/// Values that never change once made, read without checks or reference counting in inner loops.
///
/// Invariant: `base` holds `count` elements, alive as long as `owner`; they are never written after init.
struct FixedTable<Element: Sendable>: @unchecked Sendable {
    // Sendable: immutable memory kept alive by `owner`.
    private let owner: Owner
    private let base: UnsafePointer<Element>
    let count: Int

    private final class Owner {
        let memory: UnsafeMutableBufferPointer<Element>

        init(_ elements: [Element]) {
            memory = .allocate(capacity: max(elements.count, 1))
            _ = memory.initialize(from: elements)
        }

        deinit { memory.deallocate() }
    }

    /// - Parameter elements: values that hold no references; they are not destroyed one by one.
    init(_ elements: [Element]) {
        owner = Owner(elements)
        base = UnsafePointer(owner.memory.baseAddress.unsafelyUnwrapped)
        count = elements.count
    }

    /// Where the elements stand; no longer valid than the table.
    @inline(__always) var address: UnsafePointer<Element> { base }

    /// The element at `index`, which must be below `count`.
    @inline(__always)
    subscript(index: Int) -> Element {
        assert(index >= 0 && index < count)
        return base[index]
    }
}

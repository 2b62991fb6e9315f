import LureText

/// Which rows belong together.
///
/// Two rows do if their texts have the same words, if their signatures agree in at least `closeness` of 64 bytes and in
/// four bytes side by side, or if they name the same contact; and so do rows that a chain of such pairs leads to. Rows
/// are compared in an order that their texts decide, so the order of rows changes nothing.
struct RowGroups {
    /// Bytes of 64 in which near-duplicates agree: 0.6 of all pairs of words.
    static let closeness = 39
    /// Rows a row is compared with among those that agree in the same four bytes: its neighbours when sorted by the next
    /// four. Bounds the work where thousands share a standard sentence.
    private static let neighbours = 8
    private static let bandCount = 2 * TextSignature.wordCount

    /// The node of each row: its number among distinct texts, sorted by their hash; `none` for a row without words.
    private var nodes: [UInt32]
    private static let none = UInt32.max
    /// The node's parent in its tree; never above the node itself, so that the root has the group's lowest hash.
    private var parents: [UInt32] = []
    /// A row that has the node's text.
    private var samples: [UInt32] = []
    private let keys: GroupKeys
    /// Rows of the group and its first row, by root.
    private var sizes: [UInt32] = []
    private var firsts: [UInt32] = []

    /// - Complexity: O(n) in the number of rows; takes about 45 bytes a row beside the keys.
    init(_ keys: GroupKeys) {
        self.keys = keys
        nodes = [UInt32](repeating: Self.none, count: keys.count)
        var sorter = KeySorter()
        sorter.reserve(keys.count)
        joinEqual(&sorter)
        joinClose(&sorter)
        joinByContact()
        count()
    }

    // MARK: Asking

    /// A group.
    struct Group: Equatable {
        /// Number that tells groups apart.
        var root: Int
        /// The lowest hash of its texts.
        var hash: UInt64
        var size: Int
        /// Index of its first row.
        var first: Int
    }

    /// nil for a row without words, and beyond the limit of rows.
    func group(of row: Int) -> Group? {
        guard row < nodes.count, nodes[row] != Self.none else { return nil }
        return group(root: Int(parents[Int(nodes[row])]))
    }

    private func group(root: Int) -> Group {
        Group(
            root: root, hash: keys.hashes[Int(samples[root])], size: Int(sizes[root]),
            first: Int(firsts[root]))
    }

    /// Groups of two rows or more.
    var groupCount: Int { sizes.count { $0 > 1 } }
    /// Rows in them.
    var groupedRows: Int { sizes.reduce(0) { $0 + ($1 > 1 ? Int($1) : 0) } }

    /// The groups of two rows or more with the most rows; among equal ones those with the lowest hash.
    func largest(_ count: Int) -> [Group] {
        var found: [Group] = []
        for root in sizes.indices where sizes[root] > 1 {
            if found.count == count, let last = found.last, sizes[root] <= last.size { continue }
            let place = found.firstIndex { $0.size < sizes[root] } ?? found.count
            found.insert(group(root: root), at: place)
            if found.count > count { found.removeLast() }
        }
        return found
    }

    // MARK: Joining

    private mutating func joinEqual(_ sorter: inout KeySorter) {
        for row in 0..<keys.count where keys.hasText(row) { sorter.append(keys.hashes[row], UInt32(row)) }
        sorter.sort()
        for index in 0..<sorter.count {
            if index == 0 || sorter.keys[index] != sorter.keys[index - 1] {
                parents.append(UInt32(parents.count))
                samples.append(sorter.values[index])
            }
            nodes[Int(sorter.values[index])] = UInt32(parents.count - 1)
        }
    }

    private mutating func joinClose(_ sorter: inout KeySorter) {
        for band in 0..<Self.bandCount {
            sorter.removeAll()
            for node in samples.indices {
                let signature = keys.signature(Int(samples[node]))
                let next = (band + 1) % Self.bandCount
                sorter.append(
                    Self.band(band, signature) << 32 | Self.band(next, signature), UInt32(node))
            }
            sorter.sort()
            for index in 0..<sorter.count { joinNeighbours(index, sorter) }
        }
    }

    private static func band(_ band: Int, _ signature: UnsafePointer<UInt64>) -> UInt64 {
        signature[band / 2] >> UInt64(band % 2 * 32) & 0xFFFF_FFFF
    }

    /// Compares a node with those before it that agree in the band.
    private mutating func joinNeighbours(_ index: Int, _ sorter: KeySorter) {
        let node = Int(sorter.values[index])
        var other = index - 1
        while other >= 0, index - other <= Self.neighbours,
            sorter.keys[other] >> 32 == sorter.keys[index] >> 32
        {
            let neighbour = Int(sorter.values[other])
            let first = keys.signature(Int(samples[node]))
            let second = keys.signature(Int(samples[neighbour]))
            if TextSignature.agreement(first, second) >= Self.closeness { join(node, neighbour) }
            other -= 1
        }
    }

    private mutating func joinByContact() {
        var sorter = KeySorter()
        sorter.reserve(keys.contactHashes.count)
        for index in 0..<keys.contactHashes.count {
            let node = nodes[Int(keys.contactRows[index])]
            if node != Self.none { sorter.append(keys.contactHashes[index], node) }
        }
        sorter.sort()
        for index in 0..<sorter.count where index > 0 && sorter.keys[index] == sorter.keys[index - 1] {
            join(Int(sorter.values[index]), Int(sorter.values[index - 1]))
        }
    }

    private mutating func join(_ first: Int, _ second: Int) {
        let (one, other) = (root(of: first), root(of: second))
        if one < other { parents[other] = UInt32(one) } else { parents[one] = UInt32(other) }
    }

    private mutating func root(of node: Int) -> Int {
        var node = node
        while parents[node] != node {
            parents[node] = parents[Int(parents[node])]
            node = Int(parents[node])
        }
        return node
    }

    private mutating func count() {
        // Parents come first, so one step leads to the root.
        for node in parents.indices { parents[node] = parents[Int(parents[node])] }
        sizes = [UInt32](repeating: 0, count: parents.count)
        firsts = [UInt32](repeating: 0, count: parents.count)
        for row in nodes.indices where nodes[row] != Self.none {
            let root = Int(parents[Int(nodes[row])])
            if sizes[root] == 0 { firsts[root] = UInt32(row) }
            sizes[root] += 1
        }
    }
}

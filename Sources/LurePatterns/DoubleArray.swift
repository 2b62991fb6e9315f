/// Slots of a double array under construction: finds places for the children of nodes.
///
/// Only the youngest blocks are searched, so building stays linear; slots of older blocks that are still free
/// are given up (about 1 % of them).
struct DoubleArray {
    private static let blockSize = 256
    private static let openBlocks = 24

    private(set) var units: [UInt32] = []
    private var isUsed: [Bool] = []
    private var isBase: [Bool] = []
    /// Free slots of the open blocks, as a list in order.
    private var next: [Int] = []
    private var previous: [Int] = []
    private var head = -1
    private var tail = -1

    subscript(slot: Int) -> UInt32 {
        get { units[slot] }
        set { units[slot] = newValue }
    }

    /// Takes slots for children with these labels, in ascending order.
    /// - Returns: the base of their parent.
    mutating func place(_ labels: [UInt8]) -> Int {
        var slot = head
        while slot >= 0 {
            let base = slot ^ Int(labels[0])
            if !isBase[base], labels.allSatisfy({ !isUsed[base ^ Int($0)] }) { return take(base, labels) }
            slot = next[slot]
        }
        let base = units.count
        addBlock()
        return take(base, labels)
    }

    private mutating func take(_ base: Int, _ labels: [UInt8]) -> Int {
        isBase[base] = true
        for label in labels { remove(base ^ Int(label)) }
        return base
    }

    private mutating func addBlock() {
        let start = units.count
        let count = Self.blockSize
        units.append(contentsOf: repeatElement(0, count: count))
        isUsed.append(contentsOf: repeatElement(false, count: count))
        isBase.append(contentsOf: repeatElement(false, count: count))
        next.append(contentsOf: repeatElement(-1, count: count))
        previous.append(contentsOf: repeatElement(-1, count: count))
        for slot in start..<start + count { append(slot) }
        let closing = start - Self.openBlocks * count
        guard closing >= 0 else { return }
        for slot in closing..<closing + count where !isUsed[slot] { remove(slot) }
    }

    private mutating func append(_ slot: Int) {
        previous[slot] = tail
        if tail >= 0 { next[tail] = slot } else { head = slot }
        tail = slot
    }

    private mutating func remove(_ slot: Int) {
        isUsed[slot] = true
        let before = previous[slot]
        let after = next[slot]
        if before >= 0 { next[before] = after } else { head = after }
        if after >= 0 { previous[after] = before } else { tail = before }
    }
}

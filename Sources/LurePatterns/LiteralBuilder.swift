/// Lays out forms as a double array with tails.
struct LiteralBuilder {
    private let forms: [LiteralForm]
    /// Index of the first value of each form.
    private var firstEntries: [Int] = []
    private var array = DoubleArray()
    private var tails: [UInt32] = []
    private var pairs = [UInt8](repeating: 0, count: LiteralImage.pairsCount)

    /// Forms `low ..< high` share their first `depth` bytes and become the node in `slot` (nil: a root).
    private struct Node {
        var low: Int
        var high: Int
        var depth: Int
        var slot: Int?
    }

    init(_ forms: [LiteralForm]) {
        self.forms = forms
        var count = 0
        for form in forms {
            firstEntries.append(count)
            count += form.entries.count
        }
    }

    /// Adds the trie of all forms of one sort, level by level, so that what is walked most lies together.
    /// - Returns: its root; 0 if there are no forms.
    mutating func addTrie(isAnywhere: Bool) -> UInt32 {
        let start = forms.firstIndex { $0.isAnywhere } ?? forms.count
        let range = isAnywhere ? start..<forms.count : 0..<start
        guard !range.isEmpty else { return 0 }
        if !isAnywhere { for form in forms[range] { addPair(form.bytes) } }
        var root: UInt32 = 0
        var queue = [Node(low: range.lowerBound, high: range.upperBound, depth: 0, slot: nil)]
        var index = 0
        while index < queue.count {
            let unit = addChildren(of: queue[index], to: &queue)
            if let slot = queue[index].slot { array[slot] |= unit } else { root = unit }
            index += 1
        }
        return root
    }

    private mutating func addPair(_ bytes: [UInt8]) {
        let start = Int(bytes[0]) << 8
        for second in bytes.count > 1 ? bytes[1]...bytes[1] : 0...255 {
            let bit = start | Int(second)
            pairs[bit >> 3] |= 1 << UInt8(bit & 7)
        }
    }

    /// - Returns: the node's unit, without its label.
    private mutating func addChildren(of node: Node, to queue: inout [Node]) -> UInt32 {
        let isTerminal = forms[node.low].bytes.count == node.depth
        var children: [Node] = []
        var labels: [UInt8] = isTerminal ? [0] : []
        var low = isTerminal ? node.low + 1 : node.low
        while low < node.high {
            let label = forms[low].bytes[node.depth]
            var high = low + 1
            while high < node.high, forms[high].bytes[node.depth] == label { high += 1 }
            children.append(Node(low: low, high: high, depth: node.depth + 1, slot: nil))
            labels.append(label)
            low = high
        }
        let base = array.place(labels)
        if isTerminal {
            array[base] = LiteralImage.Unit.make(
                0, value: firstEntries[node.low] % LiteralImage.Unit.valueLimit)
        }
        for index in children.indices {
            let label = labels[isTerminal ? index + 1 : index]
            let slot = base ^ Int(label)
            array[slot] = UInt32(label)
            if let tail = addTail(of: children[index]) {
                array[slot] |= tail
            } else {
                children[index].slot = slot
                queue.append(children[index])
            }
        }
        let kind = isTerminal ? LiteralImage.Unit.terminalBranch : LiteralImage.Unit.branch
        return LiteralImage.Unit.make(kind, value: base % LiteralImage.Unit.valueLimit)
    }

    /// The unit of a form that stands alone from here on, or nil if others share its bytes, or too many are left.
    private mutating func addTail(of node: Node) -> UInt32? {
        let rest = forms[node.low].bytes.count - node.depth
        guard node.high - node.low == 1, rest <= LiteralImage.tailLimit else { return nil }
        let unit = LiteralImage.Unit.make(
            LiteralImage.Unit.tail, value: tails.count % LiteralImage.Unit.valueLimit)
        tails.append(UInt32(firstEntries[node.low] % LiteralImage.Unit.valueLimit) << 10 | UInt32(rest))
        var word: UInt32 = 0
        for (index, byte) in forms[node.low].bytes[node.depth...].enumerated() {
            word |= UInt32(byte) << UInt32(8 * (index & 3))
            if index & 3 == 3 || index == rest - 1 {
                tails.append(word)
                word = 0
            }
        }
        return unit
    }

    /// The finished bytes; empty if the set is larger than indices reach.
    func image(boundedRoot: UInt32, anywhereRoot: UInt32) -> [UInt8] {
        let entryCount = forms.reduce(0) { $0 + $1.entries.count }
        guard max(array.units.count, tails.count, entryCount) < LiteralImage.Unit.valueLimit else {
            return []
        }
        var header = [UInt32](repeating: 0, count: LiteralImage.headerCount / 4)
        header[LiteralImage.Field.signature] = LiteralImage.signature
        header[LiteralImage.Field.version] = LiteralImage.version
        header[LiteralImage.Field.unitCount] = UInt32(array.units.count)
        header[LiteralImage.Field.tailWordCount] = UInt32(tails.count)
        header[LiteralImage.Field.entryCount] = UInt32(entryCount)
        header[LiteralImage.Field.longest] = UInt32(forms.reduce(0) { max($0, $1.bytes.count) })
        header[LiteralImage.Field.boundedRoot] = boundedRoot
        header[LiteralImage.Field.anywhereRoot] = anywhereRoot
        var image: [UInt8] = []
        append(header, to: &image)
        image += pairs
        append(array.units, to: &image)
        append(tails, to: &image)
        append(forms.flatMap { $0.entries.map { $0.value } }, to: &image)
        for form in forms {
            image += form.entries.map { $0.flags }
            image[image.count - 1] |= LiteralImage.Flag.last
        }
        pad(&image)
        return image
    }

    private func append(_ words: [UInt32], to image: inout [UInt8]) {
        for word in words {
            for shift in [UInt32(0), 8, 16, 24] { image.append(UInt8(truncatingIfNeeded: word >> shift)) }
        }
        pad(&image)
    }

    private func pad(_ image: inout [UInt8]) {
        while image.count % 8 != 0 { image.append(0) }
    }
}

/// Sorts numbers by 64-bit keys, those with equal keys as they stood: radix sort by bytes, whose time does not depend
/// on what the keys are.
struct KeySorter {
    private(set) var keys: [UInt64] = []
    /// What the keys belong to.
    private(set) var values: [UInt32] = []
    private var otherKeys: [UInt64] = []
    private var otherValues: [UInt32] = []

    var count: Int { keys.count }

    mutating func removeAll() {
        keys.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
    }

    mutating func reserve(_ count: Int) {
        keys.reserveCapacity(count)
        values.reserveCapacity(count)
    }

    mutating func append(_ key: UInt64, _ value: UInt32) {
        keys.append(key)
        values.append(value)
    }

    /// - Complexity: O(n), and a second copy of keys and values.
    mutating func sort() {
        if otherKeys.count != keys.count {
            otherKeys = [UInt64](repeating: 0, count: keys.count)
            otherValues = [UInt32](repeating: 0, count: keys.count)
        }
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            if Self.pass(shift, keys, values, &otherKeys, &otherValues) {
                swap(&keys, &otherKeys)
                swap(&values, &otherValues)
            }
        }
    }

    /// Sorts by one byte; false if all keys have the same there.
    private static func pass(
        _ shift: UInt64, _ keys: [UInt64], _ values: [UInt32], _ sortedKeys: inout [UInt64],
        _ sortedValues: inout [UInt32]
    ) -> Bool {
        var places = [Int](repeating: 0, count: 256)
        for key in keys { places[Int(key >> shift & 255)] += 1 }
        if places.contains(keys.count) { return false }
        var sum = 0
        for byte in places.indices {
            let count = places[byte]
            places[byte] = sum
            sum += count
        }
        for index in keys.indices {
            let byte = Int(keys[index] >> shift & 255)
            sortedKeys[places[byte]] = keys[index]
            sortedValues[places[byte]] = values[index]
            places[byte] += 1
        }
        return true
    }
}

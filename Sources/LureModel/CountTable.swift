/// In how many texts, and in how many lures, features show: a flat table by key, sixteen bytes a feature. Keys are hashes
/// already, so they are not hashed again, and a feature costs one look.
struct CountTable: Sendable {
    struct Entry: Sendable {
        let key: UInt64
        /// 0: the place is free.
        private(set) var texts: UInt32
        /// Lures above, the group in the four lowest bits.
        private var luresAndGroup: UInt32

        fileprivate static let free = Entry(key: 0, texts: 0, luresAndGroup: 0)

        fileprivate init(key: UInt64, group: FeatureGroup) {
            self.init(key: key, texts: 0, luresAndGroup: UInt32(group.rawValue))
        }

        private init(key: UInt64, texts: UInt32, luresAndGroup: UInt32) {
            self.key = key
            self.texts = texts
            self.luresAndGroup = luresAndGroup
        }

        var lures: UInt32 { luresAndGroup >> 4 }
        var group: FeatureGroup { FeatureGroup(rawValue: UInt8(luresAndGroup & 15)) ?? .shape }

        /// Counts stop at 2^28 - 1 texts.
        fileprivate mutating func add(isLure: Bool) {
            guard texts < UInt32.max >> 4 else { return }
            texts += 1
            if isLure { luresAndGroup += 16 }
        }
    }

    private var entries: [Entry]
    private(set) var count = 0

    init() { entries = [Entry](repeating: .free, count: 1 << 12) }

    /// - Parameter features: of one text, each once.
    mutating func add(_ features: [Feature], isLure: Bool) {
        // Never more than three quarters full.
        while 4 * (count + features.count) > 3 * entries.count { rebuild(2 * entries.count) { _ in true } }
        let mask = entries.count - 1
        var added = 0
        entries.withUnsafeMutableBufferPointer { entries in
            for feature in features {
                var slot = Int(truncatingIfNeeded: feature.key) & mask
                while entries[slot].texts != 0, entries[slot].key != feature.key { slot = (slot + 1) & mask }
                if entries[slot].texts == 0 {
                    entries[slot] = Entry(key: feature.key, group: feature.group)
                    added += 1
                }
                entries[slot].add(isLure: isLure)
            }
        }
        count += added
    }

    /// Features that a test wants, in no order.
    func filter(_ isWanted: (Entry) -> Bool) -> [Entry] {
        entries.filter { $0.texts != 0 && isWanted($0) }
    }

    /// Forgets features that a test does not want.
    mutating func keep(_ isWanted: (Entry) -> Bool) { rebuild(entries.count, isWanted) }

    private mutating func rebuild(_ size: Int, _ isWanted: (Entry) -> Bool) {
        var table = [Entry](repeating: .free, count: size)
        count = 0
        for entry in entries where entry.texts != 0 && isWanted(entry) {
            var slot = Int(truncatingIfNeeded: entry.key) & (size - 1)
            while table[slot].texts != 0 { slot = (slot + 1) & (size - 1) }
            table[slot] = entry
            count += 1
        }
        entries = table
    }
}

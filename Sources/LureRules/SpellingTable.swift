import LureText

/// Which forms are written with which accents: a set of (form, spelling), hashed into one word each.
///
/// Slots lie from the hash of a pair on, at most `probeLimit` of them, round a table of a power of two; 0 is an
/// empty slot. Any words make a table that is safe to ask.
struct SpellingTable: Sendable {
    private static let probeLimit = 16

    private let slots: PackedTable<UInt32>

    /// nil if the number of slots is neither a power of two nor 0.
    init?(_ slots: PackedTable<UInt32>) {
        guard slots.count & (slots.count &- 1) == 0 else { return nil }
        self.slots = slots
    }

    private static func hash(_ form: UInt32, _ spelling: Spelling) -> (place: Int, mark: UInt32) {
        let hash = (spelling.key ^ UInt64(form) &* 0xC4CE_B9FE_1A85_EC53) &* 0xFF51_AFD7_ED55_8CCD
        return (Int(truncatingIfNeeded: hash >> 40), UInt32(truncatingIfNeeded: hash >> 8) | 1)
    }

    /// Whether a form is listed in this spelling, which has an accent.
    @inline(__always)
    func holds(_ form: UInt32, _ spelling: Spelling) -> Bool {
        guard slots.count > 0 else { return false }
        let (place, mark) = Self.hash(form, spelling)
        for step in 0..<Self.probeLimit {
            let slot = slots[(place &+ step) & (slots.count &- 1)]
            if slot == mark { return true }
            if slot == 0 { return false }
        }
        return false
    }

    /// The words of a table that holds just these pairs.
    static func words(_ pairs: [(form: UInt32, spelling: Spelling)]) -> [UInt32] {
        guard !pairs.isEmpty else { return [] }
        var count = 1
        while count < 2 * pairs.count { count *= 2 }
        while true {
            if let words = words(pairs, count: count) { return words }
            count *= 2
        }
    }

    /// nil if a pair finds no free slot within reach.
    private static func words(_ pairs: [(form: UInt32, spelling: Spelling)], count: Int) -> [UInt32]? {
        var words = [UInt32](repeating: 0, count: count)
        for pair in pairs {
            let (place, mark) = hash(pair.form, pair.spelling)
            let reach = (0..<probeLimit).map { (place + $0) & (count - 1) }
            guard let slot = reach.first(where: { words[$0] == 0 || words[$0] == mark }) else { return nil }
            words[slot] = mark
        }
        return words
    }
}

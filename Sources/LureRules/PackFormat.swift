/// How a compiled rule pack is laid out: the one place that reader and writer share.
///
/// Little-endian. A header of 32 bytes (magic, version, section count, digest), then for each section its offset
/// and byte count as two `UInt32`, then the sections, each starting at a multiple of 8. Strings are pairs of
/// `UInt32` (offset, byte count) into the string section; lists are pairs (first, count) into the list section,
/// which holds strings.
enum PackFormat {
    static let magic: [UInt8] = Array("LUREPACK".utf8)
    static let version: UInt32 = 4
    static let digestOffset = 16
    /// Hexadecimal characters of the digest.
    static let digestCount = 12
    static let headerCount = 32
    /// More concepts would make the presence masks too wide to be quick.
    static let conceptLimit = 1024
    /// Terms that one alternative may join; it bounds the search for the smallest window.
    static let slotLimit = 6
    static let ruleLimit = 4096

    enum Section: Int, CaseIterable {
        case strings, lists, concepts, forms, formTargets, automaton
        case rules, alternatives, slots, conceptRefs, factTests, regexes
        case recipes, groups, ruleRefs, families, numbers
        case spellings, usualPay, rates
    }

    /// `UInt32` words of one record of each section that holds records.
    enum Stride {
        static let string = 2
        static let form = 2
        static let rule = 28
        static let alternative = 4
        static let slot = 3
        static let factTest = 4
        static let regex = 4
        static let recipe = 20
        static let group = 2
        static let usualPay = 6
        static let rate = 2
    }

    /// Count of numbers before the weights in the `numbers` section: see `Thresholds`.
    static let thresholdCount = 9
}

/// What a form stands for, in 32 bits: two bits of kind, then an index.
struct FormTarget: Hashable, Sendable {
    enum Kind: UInt32 {
        case concept, phrase, regex
        /// Several targets: 6 bits of count, 24 bits of place in the target list.
        case list
    }

    var raw: UInt32

    /// Set on a concept named by a single Han character.
    private static let singleHanBit: UInt32 = 1 << 29
    private static let indexMask: UInt32 = (1 << 24) - 1
    static let listLimit = 63

    init(raw: UInt32) { self.raw = raw }

    init(kind: Kind, index: Int, isSingleHan: Bool = false) {
        raw = kind.rawValue << 30 | UInt32(index) & Self.indexMask | (isSingleHan ? Self.singleHanBit : 0)
    }

    init(listAt first: Int, count: Int) {
        raw = Kind.list.rawValue << 30 | UInt32(count) << 24 | UInt32(first) & Self.indexMask
    }

    var kind: Kind { Kind(rawValue: raw >> 30) ?? .list }
    @inline(__always)
    var isList: Bool { raw >> 30 == Kind.list.rawValue }
    var index: Int { Int(raw & Self.indexMask) }
    var listCount: Int { Int(raw >> 24 & 63) }
    var isSingleHan: Bool { kind != .list && raw & Self.singleHanBit != 0 }
}

import LureText

/// Layout of a compiled set of literals; all numbers little-endian.
///
/// A header of 64 bytes, then five sections, each padded to 8 bytes:
/// - pairs: 65,536 bits; bit `first << 8 | second` says that a bounded form begins with these two bytes.
/// - units: a double array addressed by XOR. The child of a node for byte `c` is the unit at `base ^ c`, if its
///   label is `c`; no two nodes share a base, so the label alone tells whose child it is.
/// - tails: forms from where they stand alone. A word `entry << 10 | count`, then `count` bytes, padded to words.
/// - values: a list for each distinct form, one `UInt32` a literal.
/// - flags: one byte for each value.
enum LiteralImage {
    static let signature: UInt32 = 0x4C52_554C
    static let version: UInt32 = 1
    static let headerCount = 64

    /// Places in the header, in words.
    enum Field {
        static let signature = 0
        static let version = 1
        static let unitCount = 2
        static let tailWordCount = 3
        static let entryCount = 4
        /// Bytes of the longest form.
        static let longest = 5
        /// The unit of the trie that is walked where words begin.
        static let boundedRoot = 6
        /// The unit of the trie that is walked inside words too; 0 if there is none.
        static let anywhereRoot = 7
    }

    static let pairsCount = 8192
    /// Longest form, in bytes: bounds the work at one place of a text, whatever the image holds.
    static let longestLimit = 4096
    /// Most literals that share their bytes: bounds what one place of a text yields.
    static let listLimit = 4096
    static let tailLimit = 1023

    /// A unit: label in the low 8 bits, then 2 bits of kind, then a value of 22 bits.
    enum Unit {
        static let kindMask: UInt32 = 0x300
        /// Set in the kinds of nodes where a form ends: `terminalBranch` and `tail`.
        static let endsBit: UInt32 = 0x200
        /// Value: base of the children.
        static let branch: UInt32 = 0x100
        /// As `branch`; a form ends here too. The unit at the base itself, without label and kind, holds the
        /// index of its first value.
        static let terminalBranch: UInt32 = 0x200
        /// Value: word of the tails.
        static let tail: UInt32 = 0x300
        static let valueLimit = 1 << 22

        static func make(_ kind: UInt32, label: UInt8 = 0, value: Int) -> UInt32 {
            UInt32(value) << 10 | kind | UInt32(label)
        }
    }

    enum Flag {
        /// The form ends in a word of a spaced script, which must end there too.
        static let rightBoundary: UInt8 = 0x01
        /// The form may begin inside a run of Hangul.
        static let insideHangul: UInt8 = 0x02
        /// Last value of its list.
        static let last: UInt8 = 0x80
        static let all: UInt8 = 0x83
    }

    /// Where the sections stand, in bytes.
    struct Layout {
        let units: Int
        let tails: Int
        let values: Int
        let flags: Int
        let end: Int

        init(unitCount: Int, tailWordCount: Int, entryCount: Int) {
            units = LiteralImage.headerCount + LiteralImage.pairsCount
            tails = units + 4 * unitCount
            values = tails + LiteralImage.padded(4 * tailWordCount)
            flags = values + LiteralImage.padded(4 * entryCount)
            end = flags + LiteralImage.padded(entryCount)
        }
    }

    static func padded(_ count: Int) -> Int { (count + 7) & ~7 }
}

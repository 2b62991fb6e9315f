/// What rows are grouped by, row by row: a hash of the text, its signature, where it stands, the contacts it names.
///
/// Takes 80 bytes a row and 12 a contact.
final class GroupKeys {
    /// Where a row stands.
    struct Place: BitwiseCopyable, Equatable {
        /// Index of its input.
        var input: UInt32
        /// 1-based; 0 for lines beyond 2^32.
        var line: UInt32
    }

    /// Rows of one block, as a worker reads them.
    struct Rows {
        /// nil: a text without words.
        var hashes: [UInt64?] = []
        /// `TextSignature.wordCount` words for each row, zeros for one without words.
        var signatures: [UInt64] = []
        var lines: [Int] = []
        /// Hashes of contacts, each with its row, counted from the beginning of the block.
        var contacts: [(row: Int, hash: UInt64)] = []

        mutating func removeAll() {
            hashes.removeAll(keepingCapacity: true)
            signatures.removeAll(keepingCapacity: true)
            lines.removeAll(keepingCapacity: true)
            contacts.removeAll(keepingCapacity: true)
        }
    }

    /// Stands for the hash of a text without words.
    private static let none: UInt64 = 0
    let hashes = ChunkedArray<UInt64>()
    let signatures = ChunkedArray<UInt64>()
    let places = ChunkedArray<Place>()
    let contactHashes = ChunkedArray<UInt64>()
    let contactRows = ChunkedArray<UInt32>()
    /// Most rows taken in; later ones belong to no group.
    let rowLimit: Int
    /// Rows that came after the limit.
    private(set) var leftOut = 0

    init(rowLimit: Int) { self.rowLimit = min(rowLimit, Int(UInt32.max) - 1) }

    var count: Int { hashes.count }

    func add(_ rows: Rows, input: Int) {
        let first = count
        for row in rows.hashes.indices {
            guard count < rowLimit else {
                leftOut += 1
                continue
            }
            let hash = rows.hashes[row]
            hashes.append(hash.map { $0 == Self.none ? 1 : $0 } ?? Self.none)
            places.append(
                Place(
                    input: UInt32(truncatingIfNeeded: input), line: UInt32(exactly: rows.lines[row]) ?? 0))
            for word in 0..<TextSignature.wordCount {
                signatures.append(rows.signatures[row * TextSignature.wordCount + word])
            }
        }
        for contact in rows.contacts where first + contact.row < rowLimit {
            contactHashes.append(contact.hash)
            contactRows.append(UInt32(first + contact.row))
        }
    }

    func hasText(_ row: Int) -> Bool { hashes[row] != Self.none }

    func signature(_ row: Int) -> UnsafePointer<UInt64> {
        UnsafePointer(signatures.pointer(to: row * TextSignature.wordCount))
    }
}

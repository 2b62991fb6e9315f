import LureScreen
import LureText

/// Keeps what grouping and the export of contacts need of the rows of a block; one for each worker.
struct RowNoter: ~Copyable {
    /// What became of a row.
    struct Answer {
        var band: Band?
        /// 1-based line it begins on.
        var line: Int
        /// Where its group is to be put into the block's answers; nil: the answer is left out.
        var place: Int?
    }

    private let options: ScanOptions
    private var signature = TextSignature()
    private var notes: [UInt8] = []
    private let packer: Packer?
    /// Contacts looked at in one row; a text may be one long list of them.
    private static let contactLimit = 64

    init(_ options: ScanOptions) {
        self.options = options
        // Blocks lie on the disk for a short time only: fast rather than small.
        packer = options.groupsRows ? Packer(.zstd, zstdLevel: 1) : nil
    }

    var isNeeded: Bool { options.groupsRows || options.collectsContacts }

    mutating func add(_ reading: borrowing Reading, _ answer: Answer, to block: Block) {
        var contacts: [NamedContact] = []
        for contact in reading.contacts.prefix(Self.contactLimit) {
            let named = NamedContact(channel: contact.channel, read: contact.value)
            if !contacts.contains(named), !options.deniedContacts.denies(named) { contacts.append(named) }
        }
        if options.collectsContacts, let band = answer.band, band >= .caution {
            for contact in contacts {
                block.mentions.append(ContactTable.Mention(contact: contact, line: answer.line))
            }
        }
        if options.groupsRows { addKeys(reading, answer, contacts, to: block) }
    }

    private mutating func addKeys(
        _ reading: borrowing Reading, _ answer: Answer, _ contacts: [NamedContact], to block: Block
    ) {
        let row = block.groupRows.hashes.count
        let hash = signature.read(reading, into: &block.groupRows.signatures)
        if hash == nil {
            for _ in 0..<TextSignature.wordCount { block.groupRows.signatures.append(0) }
        }
        block.groupRows.hashes.append(hash)
        block.groupRows.lines.append(answer.line)
        for contact in contacts where contact.joinsRows {
            let key = StableHash.hash(contact.value, seed: UInt64(contact.channel.rawValue) + 1)
            block.groupRows.contacts.append((row: row, hash: key))
        }
        var note = RowNotes()
        note.place = answer.place
        note.band = answer.band?.rawValue
        note.rules = reading.rules.hits.map { Int($0.rule) }
        // Who calls for help is not to be told of in a table.
        if answer.band != nil {
            note.contacts = contacts
            if options.showsTexts { note.text = Array(reading.folded.bytes.prefix(RowNotes.textLimit)) }
        }
        note.append(to: &notes)
    }

    /// Packs the block's answers and notes into its frame: how many bytes of answers, these, the notes.
    mutating func finish(_ block: Block) {
        var content: [UInt8] = []
        content.reserveCapacity(8 + block.output.count + notes.count)
        for byte in 0..<8 { content.append(UInt8(truncatingIfNeeded: block.output.count >> (8 * byte))) }
        content += block.output
        content += notes
        block.groupFrame = packer?.pack(content) ?? []
        block.output = []
        notes.removeAll(keepingCapacity: true)
    }
}

import LureScreen
import LureText

/// Counts what the rows of the largest groups have in common, while they go by.
struct GroupTable {
    private struct Count {
        var bands = [Int](repeating: 0, count: Band.allCases.count)
        var rules: [Int: Int] = [:]
        var contacts: [NamedContact: Int] = [:]
        var texts: [[UInt8]] = []
    }

    /// Groups told of.
    private static let groupLimit = 20
    /// Contacts counted of a group, and told of.
    private static let contactLimit = 1_000
    private static let shownContacts = 5
    /// Texts whose wording is compared.
    private static let textLimit = 16

    private let groups: RowGroups
    private let keys: GroupKeys
    private let largest: [RowGroups.Group]
    private var counts: [Int: Count]

    init(_ groups: RowGroups, _ keys: GroupKeys) {
        self.groups = groups
        self.keys = keys
        largest = groups.largest(Self.groupLimit)
        counts = Dictionary(uniqueKeysWithValues: largest.map { ($0.root, Count()) })
    }

    mutating func add(_ note: RowNotes, to group: RowGroups.Group) {
        guard group.size > 1, let index = counts.index(forKey: group.root) else { return }
        if let band = note.band { counts.values[index].bands[Int(band)] += 1 }
        for rule in note.rules { counts.values[index].rules[rule, default: 0] += 1 }
        for contact in note.contacts
        where counts.values[index].contacts.count < Self.contactLimit
            || counts.values[index].contacts[contact] != nil
        {
            counts.values[index].contacts[contact, default: 0] += 1
        }
        if !note.text.isEmpty, counts.values[index].texts.count < Self.textLimit {
            counts.values[index].texts.append(note.text)
        }
    }

    func summary(_ inputs: [String], showsTexts: Bool) -> GroupSummary {
        var summary = GroupSummary()
        summary.groups = groups.groupCount
        summary.rows = groups.groupedRows
        summary.leftOut = keys.leftOut
        summary.largest = largest.map { group in
            let count = counts[group.root] ?? Count()
            var told = GroupSummary.Group(
                id: GroupSummary.id(group.hash), size: group.size,
                first: keys.places[group.first].name(inputs), bands: count.bands)
            told.rules = count.rules.filter { 2 * $0.value >= group.size }
                .map { GroupSummary.Rule(index: $0.key, rows: $0.value) }
                .sorted { ($1.rows, $0.index) < ($0.rows, $1.index) }
            let contacts = count.contacts.sorted {
                ($1.value, $0.key.channel.rawValue, $0.key.value)
                    < ($0.value, $1.key.channel.rawValue, $1.key.value)
            }
            told.contacts = contacts.prefix(Self.shownContacts).map { contact, rows in
                GroupSummary.Contact(
                    type: contact.channel.name, value: showsTexts ? contact.defanged : contact.masked,
                    rows: rows)
            }
            if showsTexts { told.wording = defangedText(SharedWording.of(count.texts)) }
            return told
        }
        return summary
    }
}

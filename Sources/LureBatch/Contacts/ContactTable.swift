import LureScreen
import LureText

/// Contacts found in rows of band caution or more, each with the number of rows that name it, the first and the last.
final class ContactTable {
    struct Entry {
        var contact: NamedContact
        var rows = 0
        var first: GroupKeys.Place
        var last: GroupKeys.Place
    }

    /// A contact that a row names.
    struct Mention {
        var contact: NamedContact
        var line: Int
    }

    private var places: [NamedContact: Int] = [:]
    private var entries: [Entry] = []
    /// Most contacts kept; what is named first after that is counted in `leftOut`. Bounds the memory to some 300 MB.
    private let limit: Int
    /// Mentions of contacts beyond the limit.
    private(set) var leftOut = 0

    init(limit: Int = 1_000_000) { self.limit = limit }

    var count: Int { entries.count }

    func add(_ mentions: [Mention], input: Int) {
        for mention in mentions {
            let place = GroupKeys.Place(
                input: UInt32(truncatingIfNeeded: input), line: UInt32(exactly: mention.line) ?? 0)
            if let index = places[mention.contact] {
                entries[index].rows += 1
                entries[index].last = place
            } else if entries.count < limit {
                places[mention.contact] = entries.count
                entries.append(Entry(contact: mention.contact, rows: 1, first: place, last: place))
            } else {
                leftOut += 1
            }
        }
    }

    /// Those in most rows first; equal ones by type and value.
    private var sorted: [Entry] {
        entries.sorted {
            ($1.rows, $0.contact.channel.name, $0.contact.value)
                < ($0.rows, $1.contact.channel.name, $1.contact.value)
        }
    }

    // MARK: Writing

    /// - Parameter inputs: names of the inputs.
    func csv(_ inputs: [String]) -> [UInt8] {
        var table = Array("type,value,rows,first,last\n".utf8)
        for entry in sorted {
            table += "\(entry.contact.channel.name),".utf8
            appendCell(entry.contact.defanged, to: &table)
            table += ",\(entry.rows),".utf8
            appendCell(entry.first.name(inputs), to: &table)
            table.append(UInt8(ascii: ","))
            appendCell(entry.last.name(inputs), to: &table)
            table.append(0x0A)
        }
        return table
    }

    private func appendCell(_ text: String, to table: inout [UInt8]) {
        // A spreadsheet would take these for the beginning of a formula.
        let isFormula = text.first.map { "=+-@\t".contains($0) } ?? false
        let cell = isFormula ? "'" + text : text
        guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 < 0x20 }) else {
            table += cell.utf8
            return
        }
        table.append(0x22)
        for byte in cell.utf8 {
            if byte == 0x22 { table.append(0x22) }
            table.append(byte)
        }
        table.append(0x22)
    }

    /// A STIX 2.1 bundle.
    func stix(_ inputs: [String]) -> [UInt8] {
        var bundle = STIXBundle()
        for entry in sorted { bundle.append(entry, inputs) }
        return bundle.finished()
    }
}

extension GroupKeys.Place {
    /// "file:line".
    func name(_ inputs: [String]) -> String {
        let name = Int(input) < inputs.count ? inputs[Int(input)] : ""
        return line == 0 ? name : "\(name):\(line)"
    }
}

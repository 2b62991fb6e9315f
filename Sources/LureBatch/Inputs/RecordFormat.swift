/// How an input is cut into records.
public enum RecordFormat: Equatable, Sendable {
    /// One JSON object a line.
    case jsonl
    /// RFC 4180 with any separator; the first record names the columns.
    case csv(separator: UInt8)
    /// Each line is a text.
    case lines
    /// The whole input is one text.
    case text
    /// Mails one after another, each after a line that begins with "From ".
    case mbox

    var isCSV: Bool {
        if case .csv = self { return true }
        return false
    }
}

extension RecordFormat {
    /// By the ending of a name, that of the packing taken off; nil if it tells nothing.
    static func byName(_ name: String, isInFolder: Bool, separator: UInt8?) -> RecordFormat? {
        let name = unpackedName(name)
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .jsonl }
        if name.hasSuffix(".tsv") { return .csv(separator: separator ?? 0x09) }
        if name.hasSuffix(".csv") { return separator.map { .csv(separator: $0) } }
        if name.hasSuffix(".mbox") { return .mbox }
        if isInFolder, !name.hasSuffix(".csv") { return .text }
        return name.hasSuffix(".txt") ? .lines : nil
    }

    /// Whether the name says CSV, and the content what separates.
    static func isCSVName(_ name: String) -> Bool { unpackedName(name).hasSuffix(".csv") }

    private static func unpackedName(_ name: String) -> String {
        var name = name.lowercased()
        for ending in [".gz", ".zst"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
        return name
    }

    /// By the first bytes of the content, a byte order mark taken off.
    /// - Parameter columns: fields that are asked for; a first line that names one of them names columns.
    static func byContent(_ bytes: UnsafeBufferPointer<UInt8>, columns: [String]) -> RecordFormat {
        var i = 0
        while i < bytes.count, bytes[i] <= 0x20 { i += 1 }
        if i < bytes.count, bytes[i] == UInt8(ascii: "{") { return .jsonl }
        if bytes.starts(with: "From ".utf8) { return .mbox }
        for separator in separators {
            let names = columnNames(bytes, separator)
            if names.count > 1 || names.count == 1 && separator == UInt8(ascii: ","),
                names.contains(where: { columns.contains($0) })
            {
                return .csv(separator: separator)
            }
        }
        return .lines
    }

    /// The separator of a file that is known to be CSV: the one with which a column is found that is asked for, else the
    /// one that makes the most columns.
    static func separator(of bytes: UnsafeBufferPointer<UInt8>, columns: [String]) -> UInt8 {
        if case .csv(let separator) = byContent(bytes, columns: columns) { return separator }
        var best = (separator: UInt8(ascii: ","), count: 1)
        for separator in separators {
            let count = columnNames(bytes, separator).count
            if count > best.count { best = (separator, count) }
        }
        return best.separator
    }

    private static let separators: [UInt8] = [
        UInt8(ascii: ","), 0x09, UInt8(ascii: ";"), UInt8(ascii: "|"),
    ]

    private static func columnNames(_ bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8) -> [String] {
        var scanner = CSVScanner(separator: separator)
        guard case .record = scanner.scan(bytes, from: 0, isLast: true) else { return [] }
        return scanner.fields.map { field in
            var text: [UInt8] = []
            CSVScanner.appendText(of: field, in: bytes, to: &text)
            return String(decoding: text, as: UTF8.self)
        }
    }
}

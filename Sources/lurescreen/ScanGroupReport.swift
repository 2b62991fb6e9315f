import LureBatch
import LureScreen

/// What the summary of `scan` says of groups and contacts.
enum ScanGroupReport {
    /// Groups and rules told of on standard error; the JSON summary has more.
    private static let groupLimit = 5
    private static let ruleLimit = 4

    static func lines(_ groups: GroupSummary, _ screener: Screener) -> [String] {
        var head = "groups: \(groups.groups) of two rows or more · \(groups.rows) rows in them"
        if groups.leftOut > 0 { head += " · \(groups.leftOut) rows beyond the limit are in none" }
        return [head]
            + groups.largest.prefix(groupLimit).flatMap { group in
                var line = "  \(group.id): \(group.size) rows · first \(Printable.text(group.first.utf8))"
                if !group.rules.isEmpty {
                    let rules = group.rules.prefix(ruleLimit).map { screener.pack.ruleID($0.index) }
                    line += " · " + rules.joined(separator: ", ")
                }
                let contacts = group.contacts.map {
                    "\($0.type) \(Printable.text($0.value.utf8)) (\($0.rows))"
                }
                if !contacts.isEmpty { line += " · " + contacts.joined(separator: ", ") }
                guard let wording = group.wording, !wording.isEmpty else { return [line] }
                return [line, "    \(Printable.text(wording.utf8))"]
            }
    }

    static func line(_ contacts: Int, leftOut: Int) -> String {
        let line = "contacts: \(contacts) exported"
        return leftOut == 0 ? line : line + " · the list is full, \(leftOut) mentions are not in it"
    }
}

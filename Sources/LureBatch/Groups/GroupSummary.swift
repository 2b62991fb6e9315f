import LureScreen

/// What grouping came to.
public struct GroupSummary: Sendable {
    /// One of the largest groups.
    public struct Group: Sendable {
        public var id: String
        /// Rows.
        public var size: Int
        /// "file:line" of its first row.
        public var first: String
        /// Rows by `Band.rawValue`.
        public var bands: [Int]
        /// Rules that fired in at least half of its rows, most first.
        public var rules: [Rule] = []
        /// The contacts in most of its rows: masked, or defanged if texts may be shown.
        public var contacts: [Contact] = []
        /// Words that most of its texts have, defanged; nil unless texts may be shown.
        public var wording: String?
    }

    public struct Rule: Sendable {
        /// Index in the pack.
        public var index: Int
        public var rows: Int
    }

    public struct Contact: Sendable {
        public var type: String
        public var value: String
        public var rows: Int
    }

    /// Groups of two rows or more.
    public internal(set) var groups = 0
    /// Rows in them.
    public internal(set) var rows = 0
    /// Rows that came after the limit and are in no group.
    public internal(set) var leftOut = 0
    /// The largest groups, most rows first.
    public internal(set) var largest: [Group] = []

    /// 16 hexadecimal digits.
    static func id(_ hash: UInt64) -> String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    func append(to json: inout JSONBuffer, _ screener: Screener) {
        json.raw(",\"groups\":{\"count\":")
        json.integer(groups)
        json.raw(",\"rows\":")
        json.integer(rows)
        json.raw(",\"leftOut\":")
        json.integer(leftOut)
        json.raw(",\"largest\":[")
        for (index, group) in largest.enumerated() {
            if index > 0 { json.raw(",") }
            append(group, to: &json, screener)
        }
        json.raw("]}")
    }

    private func append(_ group: Group, to json: inout JSONBuffer, _ screener: Screener) {
        json.raw("{\"id\":")
        json.string(group.id)
        json.raw(",\"size\":")
        json.integer(group.size)
        json.raw(",\"first\":")
        json.string(group.first)
        json.raw(",\"bands\":{")
        for band in Band.allCases {
            if band.rawValue > 0 { json.raw(",") }
            json.string(band.name)
            json.raw(":")
            json.integer(group.bands[Int(band.rawValue)])
        }
        json.raw("},\"rules\":{")
        for (index, rule) in group.rules.enumerated() {
            if index > 0 { json.raw(",") }
            json.string(screener.pack.ruleID(rule.index))
            json.raw(":")
            json.integer(rule.rows)
        }
        json.raw("},\"contacts\":[")
        for (index, contact) in group.contacts.enumerated() {
            json.raw(index == 0 ? "{\"type\":" : ",{\"type\":")
            json.string(contact.type)
            json.raw(",\"value\":")
            json.string(contact.value)
            json.raw(",\"rows\":")
            json.integer(contact.rows)
            json.raw("}")
        }
        json.raw("]")
        if let wording = group.wording {
            json.raw(",\"wording\":")
            json.string(wording)
        }
        json.raw("}")
    }
}

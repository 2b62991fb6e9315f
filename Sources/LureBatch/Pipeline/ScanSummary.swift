import LureScreen
import LureText

/// What a scan came to.
public struct ScanSummary: Sendable {
    public internal(set) var tally: ScanTally
    /// Rows that could not be answered.
    public internal(set) var faults = 0
    /// Inputs that could not be opened or read to their end.
    public internal(set) var unreadableInputs: [String] = []
    /// Inputs begun.
    public internal(set) var inputs = 0
    /// Seconds of this run; what came before a resumption is not in it.
    public internal(set) var seconds = 0.0
    /// Rows answered in this run.
    public internal(set) var rowsOfRun = 0

    /// Nanoseconds by `Stage.rawValue`, all rows of this run together; empty if they were not measured.
    public internal(set) var stageTimes: [UInt64] = []

    /// nil: rows were not grouped.
    public internal(set) var groups: GroupSummary?
    /// Contacts exported; nil: none were asked for.
    public internal(set) var contacts: Int?
    /// Mentions of contacts that came when the list was full.
    public internal(set) var contactsLeftOut = 0

    init(ruleCount: Int) { tally = ScanTally(ruleCount: ruleCount) }

    public var rows: Int { tally.rows }

    /// Nanoseconds a row that each stage took, in the order of work; empty if they were not measured.
    public var nanosecondsPerRow: [(stage: Stage, nanoseconds: Int)] {
        guard rowsOfRun > 0, !stageTimes.isEmpty else { return [] }
        return Stage.allCases.map { ($0, Int(stageTimes[$0.rawValue]) / rowsOfRun) }
    }

    public func rows(in band: Band) -> Int { tally.bands[Int(band.rawValue)] }

    public func rows(of kind: TextKind) -> Int { tally.kinds[Int(kind.rawValue)] }

    /// nil stands for texts whose language can't be told.
    public func rows(in language: Language?) -> Int {
        tally.languages[language.map { Int($0.rawValue) } ?? tally.languages.count - 1]
    }

    /// Rules that fired in the most rows, as indices in the pack, most first.
    public func topRules(_ count: Int) -> [(rule: Int, rows: Int)] {
        let fired = tally.rules.indices.filter { tally.rules[$0] > 0 }
        let sorted = fired.sorted { (tally.rules[$1], $0) < (tally.rules[$0], $1) }
        return sorted.prefix(count).map { ($0, tally.rules[$0]) }
    }
}

extension ScanSummary {
    /// One JSON object; the numbers of time and rate are the only ones that differ from run to run.
    public func json(screener: Screener) -> [UInt8] {
        var json = JSONBuffer()
        json.raw("{\"rows\":")
        json.integer(rows)
        json.raw(",\"omitted\":")
        json.integer(tally.omitted)
        json.raw(",\"errors\":")
        json.integer(faults)
        json.raw(",\"inputs\":")
        json.integer(inputs)
        json.raw(",\"unreadable\":[")
        for (index, input) in unreadableInputs.enumerated() {
            if index > 0 { json.raw(",") }
            json.string(input)
        }
        json.raw("],\"bands\":{")
        append(Band.allCases.map { ($0.name, rows(in: $0)) }, to: &json)
        json.raw("},\"kinds\":{")
        append(TextKind.allCases.map { ($0.name, rows(of: $0)) }, to: &json)
        json.raw("},\"languages\":{")
        let languages = Language.allCases.map { ($0.code, rows(in: $0)) } + [("unknown", rows(in: nil))]
        append(languages.filter { $0.1 > 0 }, to: &json)
        json.raw("},\"rules\":{")
        append(topRules(.max).map { (screener.pack.ruleID($0.rule), $0.rows) }, to: &json)
        json.raw("},\"seconds\":")
        json.decimal(seconds, places: 4)
        json.raw(",\"rowsPerSecond\":")
        json.integer(seconds > 0 ? Int(Double(rowsOfRun) / seconds) : 0)
        if !nanosecondsPerRow.isEmpty {
            json.raw(",\"nanosecondsPerRow\":{")
            append(nanosecondsPerRow.map { ($0.stage.name, $0.nanoseconds) }, to: &json)
            json.raw("}")
        }
        if let contacts {
            json.raw(",\"contacts\":{\"exported\":")
            json.integer(contacts)
            json.raw(",\"leftOut\":")
            json.integer(contactsLeftOut)
            json.raw("}")
        }
        groups?.append(to: &json, screener)
        json.raw(",\"provenance\":{\"engine\":")
        json.string(screener.provenance.engine)
        json.raw(",\"rules\":")
        json.string(screener.provenance.rules)
        json.raw(",\"model\":")
        json.string(screener.provenance.model)
        json.raw("}}\n")
        return json.bytes
    }

    private func append(_ counts: [(String, Int)], to json: inout JSONBuffer) {
        for (index, (name, count)) in counts.enumerated() {
            if index > 0 { json.raw(",") }
            json.string(name)
            json.raw(":")
            json.integer(count)
        }
    }
}

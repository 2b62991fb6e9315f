public import LureScreen
import LureText

/// What the rules find in texts, a line a text: short enough to be kept, exact enough to show every change.
///
/// A line holds the text's id, the rules that fired, each with a digest of its evidence, and a digest of the
/// concepts read, separated by tabs. Digests are the same on every machine; places count in the folded text.
public struct RuleSnapshot: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        /// Of the row, or a digest of the text if the row has none.
        public var id: String
        /// Digest of the evidence, by rule id.
        public var rules: [String: String]
        /// Digest of the concepts and their places; empty if none was read.
        public var concepts: String
    }

    /// In the order of the texts.
    public private(set) var entries: [Entry] = []

    public init() {}

    /// Reads a text and adds what is found in it.
    public mutating func add(_ text: LabelledText, with screener: Screener) {
        let reading = screener.reading(of: Array(text.text.utf8))
        let pack = screener.pack
        var rules: [String: String] = [:]
        for hit in reading.rules.hits {
            var digest: UInt64 = 0
            for span in reading.rules.evidence(of: hit) {
                digest = StableHash.combine(digest, Self.hash(of: span))
            }
            rules[pack.ruleID(Int(hit.rule))] = Self.digits(of: digest, count: Self.evidenceDigits)
        }
        // A sum, so that concepts which share a place count in any order.
        var sum: UInt64 = 0
        for hit in reading.concepts.hits {
            sum &+= StableHash.combine(pack.conceptKeys[Int(hit.concept)], Self.hash(of: hit.span))
        }
        let concepts =
            reading.concepts.hits.isEmpty
            ? "" : Self.digits(of: StableHash.mix(sum), count: Self.conceptDigits)
        entries.append(Entry(id: text.snapshotID, rules: rules, concepts: concepts))
    }

    private static let evidenceDigits = 3
    private static let conceptDigits = 5

    private static func hash(of span: TextSpan) -> UInt64 {
        StableHash.mix(UInt64(span.start) << 32 | UInt64(span.end))
    }

    /// The highest bits in base 32, five a digit.
    static func digits(of hash: UInt64, count: Int) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
        return String((0..<count).map { alphabet[Int(hash >> UInt64(59 - 5 * $0) & 31)] })
    }
}

extension LabelledText {
    /// The row's id, or a digest of the text.
    public var snapshotID: String { id ?? RuleSnapshot.digits(of: StableHash.hash(text), count: 7) }
}

// MARK: Writing and reading

extension RuleSnapshot {
    /// A line for each text.
    public var rendered: String {
        entries.map { entry in
            let rules = entry.rules.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
            return "\(entry.id)\t\(rules.joined(separator: " "))\t\(entry.concepts)\n"
        }.joined()
    }

    /// What `rendered` wrote; lines that it can't have written are left out, and so show up as differences.
    public init(parsing text: String) {
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 3 else { continue }
            var rules: [String: String] = [:]
            for rule in fields[1].split(separator: " ") {
                let parts = rule.split(separator: ":")
                if parts.count == 2 { rules[String(parts[0])] = String(parts[1]) }
            }
            entries.append(Entry(id: String(fields[0]), rules: rules, concepts: String(fields[2])))
        }
    }
}

// MARK: Comparing

extension RuleSnapshot {
    /// How one text is found otherwise than before.
    public struct Difference: Hashable, Sendable {
        public enum Kind: Hashable, Sendable {
            /// The text was not there before, or is no longer.
            case newText, missingText
            case changed
        }

        public var id: String
        public var kind = Kind.changed
        /// Rules that fire now and did not before, by id.
        public var added: [String] = []
        /// Rules that no longer fire.
        public var lost: [String] = []
        /// Rules that fire on other words.
        public var moved: [String] = []
        /// Whether other concepts were read, or in other places.
        public var readsOtherwise = false

        /// As in `vi-0012: lost fee-training-deposit; other concepts`.
        public var summary: String {
            var parts: [String] = []
            switch kind {
            case .newText: parts.append("new text")
            case .missingText: parts.append("text is gone")
            case .changed:
                if !added.isEmpty { parts.append("added " + added.joined(separator: ", ")) }
                if !lost.isEmpty { parts.append("lost " + lost.joined(separator: ", ")) }
                if !moved.isEmpty { parts.append("other words of " + moved.joined(separator: ", ")) }
                if readsOtherwise { parts.append("other concepts") }
            }
            return "\(id): " + parts.joined(separator: "; ")
        }
    }

    /// How the texts are found otherwise than `earlier` has it: those of this snapshot in order, then those gone.
    public func differences(from earlier: RuleSnapshot) -> [Difference] {
        let before = Dictionary(earlier.entries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var differences: [Difference] = []
        for entry in entries {
            guard let old = before[entry.id] else {
                differences.append(Difference(id: entry.id, kind: .newText))
                continue
            }
            if entry != old { differences.append(Difference(entry, from: old)) }
        }
        let ids = Set(entries.map(\.id))
        for old in earlier.entries where !ids.contains(old.id) {
            differences.append(Difference(id: old.id, kind: .missingText))
        }
        return differences
    }
}

extension RuleSnapshot.Difference {
    fileprivate init(_ entry: RuleSnapshot.Entry, from old: RuleSnapshot.Entry) {
        id = entry.id
        added = entry.rules.keys.filter { old.rules[$0] == nil }.sorted()
        lost = old.rules.keys.filter { entry.rules[$0] == nil }.sorted()
        moved = entry.rules.filter { rule in old.rules[rule.key].map { $0 != rule.value } ?? false }
            .map(\.key).sorted()
        readsOtherwise = entry.concepts != old.concepts
    }
}

public import LureScreen

/// What one disguise does to the texts that it changes.
public struct DisguiseOutcome: Sendable {
    public var method: DisguiseMethod
    public var all: Part
    /// By the script of most of the text; only scripts with texts that the disguise changes.
    public var groups: [(group: ScriptGroup, part: Part)]

    /// Texts by what was said of them as written and in disguise.
    public struct Part: Sendable {
        /// Lures that the disguise changes.
        public var lures = 0
        /// Of these, flagged as written.
        public var flagged = 0
        /// Of those, still flagged in disguise.
        public var kept = 0
        /// Lures flagged only in disguise.
        public var gained = 0
        /// Honest texts that the disguise changes.
        public var honest = 0
        /// Of these, flagged as written, and in disguise.
        public var alarmsBefore = 0
        public var alarmsAfter = 0
        /// Flagged in disguise and not as written.
        public var alarmsNew = 0

        /// Share of flagged lures still flagged in disguise; nil if none was flagged.
        public var recallKept: Measured? { Self.share(kept, flagged) }
        /// Share of honest texts flagged only because of the disguise.
        public var newAlarms: Measured? { Self.share(alarmsNew, honest) }

        private static func share(_ hits: Int, _ count: Int) -> Measured? {
            guard count > 0 else { return nil }
            let wilson = WilsonInterval(hits: hits, of: count)
            return Measured(
                value: Double(hits) / Double(count),
                interval: Measured.Interval(lower: wilson.lower, upper: wilson.upper))
        }

        mutating func add(isLure: Bool, before: Bool, after: Bool) {
            if isLure {
                lures += 1
                if before { flagged += 1 }
                if before && after { kept += 1 }
                if !before && after { gained += 1 }
            } else {
                honest += 1
                if before { alarmsBefore += 1 }
                if after { alarmsAfter += 1 }
                if !before && after { alarmsNew += 1 }
            }
        }
    }
}

/// Writes labelled texts in disguise and screens them again.
public struct DisguiseTrial: Sendable {
    let screener: Screener

    public init(_ screener: Screener) { self.screener = screener }

    /// One outcome for each method, in their order. Flagged means `caution` or more.
    public func outcomes(
        on rows: [EvaluationRow], methods: [DisguiseMethod] = DisguiseMethod.allCases
    ) -> [DisguiseOutcome] {
        let rows = rows.filter { $0.isLure != nil }
        let verdicts = screener.verdicts(on: rows.map(\.text))
        let languages = zip(rows, verdicts).map { $0.language ?? $1.language?.code }
        let groups = rows.map { ScriptGroup.of($0.text) }
        var scratch = screener.makeScratch()
        return methods.map { method in
            var all = DisguiseOutcome.Part()
            var parts: [ScriptGroup: DisguiseOutcome.Part] = [:]
            for (index, row) in rows.enumerated() {
                guard let text = method.apply(to: row.text, language: languages[index]) else { continue }
                let after = screener.verdict(on: text, &scratch).isCaution
                let (isLure, before) = (row.isLure == true, verdicts[index].isCaution)
                all.add(isLure: isLure, before: before, after: after)
                parts[groups[index], default: .init()].add(isLure: isLure, before: before, after: after)
            }
            return DisguiseOutcome(
                method: method, all: all,
                groups: ScriptGroup.allCases.compactMap { group in parts[group].map { (group, $0) } })
        }
    }
}

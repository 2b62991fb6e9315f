import LureScreen
import LureText

/// An evaluation as JSON, schema 1: keys are only ever added. What the texts can't tell is null.
public struct EvaluationJSON: Sendable {
    private let evaluation: Evaluation
    private let heading: ReportHeading

    public init(_ evaluation: Evaluation, heading: ReportHeading = ReportHeading()) {
        self.evaluation = evaluation
        self.heading = heading
    }

    public var text: String { value.written() + "\n" }

    private var value: JSONValue {
        var members: [(String, JSONValue)] = [("schema", .integer(1)), ("title", .text(heading.title))]
        if let date = heading.date { members.append(("date", .text(date))) }
        members += [
            ("provenance", Self.provenance(evaluation.provenance)), ("corpus", .text(evaluation.corpus)),
            (
                "intervals",
                .object([
                    ("resamples", .integer(evaluation.resamples)),
                    ("seed", .text(String(evaluation.seed))), ("level", .number(0.95)),
                ])
            ),
            ("prior", .optional(evaluation.prior)), ("bands", .list(evaluation.bands.map(Self.bands))),
            ("slices", .list(evaluation.slices.map(Self.slice))),
            ("shares", .list(evaluation.shares.map(Self.share))),
            ("kinds", evaluation.kinds.map(Self.kinds) ?? .null), ("curves", Self.curves(evaluation.curves)),
            ("missed_lures", .integer(evaluation.missedLures)),
            ("false_alarms", .integer(evaluation.falseAlarms)),
            ("mistakes", .list(evaluation.mistakes.map(Self.mistake))),
        ]
        if let comparison = evaluation.comparison { members.append(("against", Self.against(comparison))) }
        if !evaluation.disguises.isEmpty {
            members.append(("disguises", .list(evaluation.disguises.map(Self.disguise))))
        }
        return .object(members)
    }

    private static func provenance(_ provenance: Screener.Provenance) -> JSONValue {
        .object([
            ("engine", .text(provenance.engine)), ("rules", .text(provenance.rules)),
            ("model", .text(provenance.model)),
        ])
    }

    private static func bands(_ counts: Evaluation.BandCounts) -> JSONValue {
        .object([
            ("name", .text(counts.name)), ("count", .integer(counts.total)), ("high", .integer(counts.high)),
            ("caution", .integer(counts.caution)), ("low", .integer(counts.low)),
            ("insufficient", .integer(counts.insufficient)), ("distress", .integer(counts.distress)),
        ])
    }

    private static func measured(_ measured: Measured?) -> JSONValue {
        guard let measured else { return .null }
        return .object([
            ("value", .number(measured.value)), ("lower", .optional(measured.interval?.lower)),
            ("upper", .optional(measured.interval?.upper)),
        ])
    }

    private static func measures(_ values: [Measured?]) -> JSONValue {
        .object(zip(Measure.allCases, values).map { ($0.key, measured($1)) })
    }

    private static func slice(_ slice: Slice) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("sort", .text(slice.sort.rawValue)), ("name", .text(slice.name)),
            ("lures", .integer(slice.lures)), ("honest", .integer(slice.honest)),
            ("clusters", .integer(slice.clusters)), ("measures", measures(slice.values)),
        ]
        if slice.sort == .pooled { members.append(("members", .list(slice.members.map { .text($0) }))) }
        return .object(members)
    }

    private static func share(_ share: FlagShare) -> JSONValue {
        .object([
            ("sort", .text(share.sort.rawValue)), ("name", .text(share.name)),
            ("count", .integer(share.count)), ("caution", measured(share.caution)),
            ("high", measured(share.high)),
        ])
    }

    private static func kinds(_ table: Evaluation.KindTable) -> JSONValue {
        .object([
            ("order", .list(TextKind.allCases.map { .text($0.name) })),
            ("told", .list(table.counts.map { .list($0.map { .integer($0) }) })),
            ("right", .integer(table.right)), ("count", .integer(table.total)),
        ])
    }

    private static func curves(_ curves: Evaluation.Curves) -> JSONValue {
        .object([
            (
                "ranking",
                .list(curves.ranking.map { .list([.number($0), .number($1), .number($2)]) })
            ),
            (
                "reliability",
                .list(curves.reliability.map { .list([.number($0), .number($1), .integer($2)]) })
            ),
            ("histogram", .list(curves.histogram.map { .list([.integer($0), .integer($1)]) })),
        ])
    }

    private static func mistake(_ mistake: Evaluation.Mistake) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("id", .text(mistake.id)), ("label", .text(mistake.isLure ? "lure" : "honest")),
            ("kind", .optional(mistake.kind?.name)), ("language", .optional(mistake.language)),
            ("band", .optional(mistake.band?.name)), ("risk", .optional(mistake.risk)),
            ("rules", .list(mistake.rules.map { .text($0) })),
        ]
        if let text = mistake.text { members.append(("text", .text(text))) }
        return .object(members)
    }

    private static func against(_ comparison: Evaluation.Comparison) -> JSONValue {
        .object([
            ("provenance", provenance(comparison.provenance)), ("measures", measures(comparison.values)),
            ("differences", measures(comparison.differences)), ("curves", curves(comparison.curves)),
            ("lures_gained", .integer(comparison.luresGained)),
            ("lures_lost", .integer(comparison.luresLost)),
            ("false_alarms_gained", .integer(comparison.alarmsGained)),
            ("false_alarms_lost", .integer(comparison.alarmsLost)),
        ])
    }

    private static func disguise(_ outcome: DisguiseOutcome) -> JSONValue {
        .object([
            ("name", .text(outcome.method.rawValue)), ("title", .text(outcome.method.title)),
            ("loses_letters", .boolean(outcome.method.losesLetters)), ("all", part(outcome.all)),
            ("groups", .object(outcome.groups.map { ($0.group.rawValue, part($0.part)) })),
        ])
    }

    private static func part(_ part: DisguiseOutcome.Part) -> JSONValue {
        .object([
            ("lures", .integer(part.lures)), ("flagged_as_written", .integer(part.flagged)),
            ("still_flagged", .integer(part.kept)), ("newly_flagged", .integer(part.gained)),
            ("honest", .integer(part.honest)), ("false_alarms_as_written", .integer(part.alarmsBefore)),
            ("false_alarms_disguised", .integer(part.alarmsAfter)),
            ("new_false_alarms", .integer(part.alarmsNew)), ("recall_kept", measured(part.recallKept)),
            ("new_alarm_rate", measured(part.newAlarms)),
        ])
    }
}

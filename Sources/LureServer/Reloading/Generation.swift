import HTTPTypes
import LureScreen
import NIOCore
import Synchronization

/// One screener and what belongs to it. A request stays with the generation it began with.
final class Generation: Sendable {
    let screener: Screener
    /// Index of each rule in the pack.
    let rules: [String: Int]
    /// Where `Metrics` counts each rule.
    let slots: [Int]
    /// Rules that a caller's answers stand for, by answer id; those the pack does not have are left out.
    let answers: [(id: String, rule: Int)]
    /// What produced the answer, for every answer's head.
    let versionFields: [HTTPField]

    private let benches = Mutex<[Workbench]>([])
    private let writers = Mutex<[Int: AssessmentJSON]>([:])
    private let ruleLists = Mutex<[String: WebFile]>([:])
    /// More are not kept: no more threads work at a time.
    private static let benchLimit = 16

    init(_ screener: Screener, _ metrics: Metrics) {
        self.screener = screener
        let ids = (0..<screener.pack.ruleCount).map { screener.pack.ruleID($0) }
        var rules: [String: Int] = [:]
        for (index, id) in ids.enumerated() { rules[id] = index }
        self.rules = rules
        slots = metrics.slots(of: ids)
        answers = CallerAnswers.all.compactMap { answer in rules[answer.rule].map { (answer.id, $0) } }
        let provenance = screener.provenance
        versionFields = [
            HTTPField(name: Self.engine, value: provenance.engine),
            HTTPField(name: Self.rulesVersion, value: provenance.rules),
            HTTPField(name: Self.model, value: provenance.model),
        ]
    }

    private static let engine = HTTPField.Name("X-Lurescreen-Engine")!
    private static let rulesVersion = HTTPField.Name("X-Lurescreen-Rules")!
    private static let model = HTTPField.Name("X-Lurescreen-Model")!

    /// Lends buffers to `body`. Those that a very long text made large are not kept.
    func withBench<T>(_ body: (Workbench) -> T) -> T {
        let bench = benches.withLock { $0.popLast() } ?? Workbench(self)
        defer {
            if !bench.isLarge {
                benches.withLock { if $0.count < Self.benchLimit { $0.append(bench) } }
            }
        }
        return body(bench)
    }

    /// What writes answers in some form.
    func writer(_ detail: AssessmentJSON.Detail, _ units: AssessmentJSON.OffsetUnits) -> AssessmentJSON {
        let form =
            switch detail {
            case .full: 0
            case .brief: 1
            case .none: 2
            }
        let key = form << 8 | Int(units.rawValue)
        return writers.withLock { writers in
            if let writer = writers[key] { return writer }
            let writer = AssessmentJSON(screener: screener, detail: detail, units: units)
            writers[key] = writer
            return writer
        }
    }

    /// The list of rules in a language, made when first asked for.
    func ruleList(_ tag: String, make: () -> WebFile) -> WebFile {
        if let list = ruleLists.withLock({ $0[tag] }) { return list }
        let list = make()
        ruleLists.withLock { $0[tag] = list }
        return list
    }
}

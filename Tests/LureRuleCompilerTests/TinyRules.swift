import LurePatterns
import LureRules
import LureText

@testable import LureRuleCompiler

/// Rule files in memory: a handful of English concepts, and what a test adds.
struct TinyRules {
    var files: [(path: String, text: String)] = []

    /// Each concept's only form is its own name, hyphens as spaces.
    static let concepts = [
        "boss", "company", "free", "give", "job", "keep", "no", "passport", "ticket", "visa",
    ]

    init() {
        var table = "concept\tform\tkind\tnote\n"
        for concept in Self.concepts { table += "\(concept)\t\(concept)\tword\t\n" }
        table += "no\tnever\tword\t\nticket\tair ticket\tphrase\t\njob\tno interview job\tphrase\t\n"
        files.append(("rules/concepts/en.tsv", table))
    }

    /// A rule of the given id with condition lines as they stand in a file.
    mutating func add(_ id: String, when: [String], unless: [String] = [], more: String = "") {
        let family = id.split(separator: "-").first.map(String.init) ?? ""
        var text = """
            id: \(id)
            title: A title
            severity: medium
            status: stable
            categories: []
            why: A reason.
            sources: []
            false-alarms: []
            ask: []

            """
        if !when.isEmpty { text += "when:\n" + when.map { "  - \($0)\n" }.joined() }
        if !unless.isEmpty { text += "unless:\n" + unless.map { "  - \($0)\n" }.joined() }
        files.append(("rules/\(family)/\(id).yml", text + more + "\nexamples: {}\n"))
    }

    /// The usual pay of two countries, with no figure for a third: 100 dollars a month in Lowland, 50 marks (two for a
    /// dollar) a day of work in Highland. Beside 'free' nothing is compared.
    mutating func addUsualPay() {
        let table =
            "concept\tform\tkind\tnote\n"
            + ["lowland", "highland", "farland"].map {
                "country-\($0)\t\($0)\tword\t\n"
            }.joined()
        files.append(("rules/concepts/ms.tsv", table))
        files.append(
            (
                "rules/pay/usual-pay.yml",
                """
                countries:
                  - {country: country-lowland, name: Lowland, month: 100 usd, year: 2020, source: S01}
                  - {country: country-highland, name: Highland, workers: herders, day: 50 mnt, year: 2021, source: S01}
                without: [free]
                rates:
                  usd: {per-usd: 1, year: 2020, source: S01}
                  mnt: {per-usd: 2, year: 2021, source: S01}
                """
            ))
    }

    func load() -> (RuleSource, [Diagnostic]) { RuleSource.load(RuleFolder(files: files)) }

    func pack() throws -> RulePack {
        let (source, diagnostics) = load()
        // Examples are beside the point here.
        let faults = diagnostics.filter {
            $0.severity == .error && $0.code != .tooFewExamples && $0.code != .missingKey
        }
        if let fault = faults.first { throw TinyFault(text: fault.rendered()) }
        return try RulePack(ByteRegion(copying: try source.compileDespiteFaults()))
    }
}

struct TinyFault: Error { var text: String }

extension RuleFolder {
    /// A folder in memory; the path's parts say what each file is.
    init(files: [(path: String, text: String)]) {
        self.init()
        for (path, text) in files.sorted(by: { $0.path < $1.path }) {
            let file = SourceFile(path: path, text: text)
            add(file, as: path.split(separator: "/").map(String.init))
        }
    }
}

/// One text on its way through concepts and rules.
struct TinyRun {
    let pack: RulePack
    let text: FoldedText
    let reading: ConceptReading
    let evaluation: RuleEvaluation

    init(
        _ pack: RulePack, _ text: String, facts: [Fact] = [], disguises: [TextSpan] = [],
        speaking: LanguageSet = .all
    ) {
        self.pack = pack
        self.text = Folder().fold(text)
        var segmentation = Segmentation()
        Segmenter().segment(self.text, into: &segmentation)
        var literals: [LiteralHit] = []
        self.text.bytes.withUnsafeBufferPointer { pack.automaton.appendHits(in: $0, to: &literals) }
        var reading = ConceptReading()
        var reader = ConceptReader()
        reader.read(
            PatternFindings(
                literals: literals, map: self.text.map, facts: facts, disguises: disguises, speaking: speaking
            ),
            in: segmentation, with: pack, into: &reading)
        var evaluation = RuleEvaluation()
        var evaluator = RuleEvaluator(pack)
        evaluator.evaluate(
            RuleInput(text: self.text, segmentation: segmentation, reading: reading, facts: facts),
            into: &evaluation)
        self.reading = reading
        self.evaluation = evaluation
    }

    /// The folded text with the evidence of rule 0 marked, or nil if the rule did not fire.
    var marked: String? { marked(rule: 0) }

    func marked(rule: UInt16) -> String? {
        guard let hit = evaluation.hits.first(where: { $0.rule == rule }) else { return nil }
        var bytes: [UInt8] = []
        var place = 0
        for span in evaluation.evidence(of: hit) {
            bytes += text.bytes[place..<Int(span.start)] + Array("«".utf8)
            bytes += text.bytes[Int(span.start)..<Int(span.end)] + Array("»".utf8)
            place = Int(span.end)
        }
        return String(decoding: bytes + text.bytes[place...], as: UTF8.self)
    }

    /// The texts of the concept hits with their concepts, in order.
    var concepts: [String] {
        reading.hits.map { hit in
            let form = String(decoding: text.bytes[Int(hit.span.start)..<Int(hit.span.end)], as: UTF8.self)
            return "\(pack.conceptName(Int(hit.concept))): \(form)"
        }
    }
}

import CLureSupport
import LureBundle
import LureModel
import LurePatterns
import LureRules
import LureText

/// Reads recruitment messages and says how far they match documented patterns, on which words, and why.
///
/// Immutable and `Sendable`: one screener serves all threads. Give each thread its own `Scratch` to screen
/// without allocating anew.
public struct Screener: Sendable {
    /// The rules it screens with.
    public let pack: RulePack
    public let model: Model
    public let provenance: Provenance
    let judgement: Judgement
    let facts = FactScanner()
    /// `StableHash` of each rule's id, as the classifier knows it.
    let ruleKeys: [UInt64]

    /// What produced an answer.
    public struct Provenance: Sendable {
        /// Version of this library.
        public var engine: String
        /// First 12 hexadecimal digits of the rule pack's SHA-256.
        public var rules: String
        /// The same of the model.
        public var model: String
    }

    /// How to screen one message.
    public struct Options: Sendable {
        /// Share of lures among what is screened, strictly between 0 and 1; nil: the pack's own (0.05).
        ///
        /// Shifts the risk exactly; bands are chosen for stated false-alarm rates and do not move.
        public var prior: Double?
        /// How many of the classifier's terms to explain.
        public var termLimit = 0
        /// Longest part of a message that is read, in bytes.
        public var sizeLimit = 1 << 20
        /// Indices of rules to leave out, as if the pack did not hold them.
        public var mutedRules: Set<Int> = []
        /// Indices of rules that a person says apply though the text does not show it.
        ///
        /// They count like rules found in the text (family, gate, recipes, ledger), with no evidence. A muted rule
        /// stays muted; context rules, which tell the kind of a text, can't be reported.
        public var reported: Set<Int> = []

        public init() {}
    }

    /// Buffers of one worker.
    public struct Scratch: ~Copyable {
        /// What was read off the message screened last.
        public internal(set) var reading = Reading()
        let literals = LiteralRoom()
        var concepts = ConceptReader()
        var rules: RuleEvaluator
        var recipes = RecipeEvaluator()
        var score = ModelScore()
        var model = ModelScratch()
        var offsets = UTF16Offsets()
        /// Rules that fired, by index; after those of the text the reported ones.
        var fired: [Int] = []
        /// Rules that only a person reports, by index.
        var reported: [Int] = []
        /// Whether anything was reported, also what the text shows too.
        var isReported = false
        var answer = FlatAssessment()
        /// Set to learn where the time goes.
        public var times: StageTimes?

        init(_ pack: RulePack) { rules = RuleEvaluator(pack) }

        @inline(__always)
        mutating func end(_ stage: Stage) {
            if times != nil { times?.end(stage) }
        }
    }

    /// Why a pack or model can't be used.
    public enum LoadError: Error, Sendable {
        case pack(PackError)
        case model(PackError)
    }

    /// A screener with the rules and the model inside the binary.
    public init() throws(LoadError) { try self.init(pack: nil, model: nil) }

    /// A screener with a rule pack or a model of one's own, as bytes; nil means the built-in one.
    public init(pack packBytes: [UInt8]?, model modelBytes: [UInt8]?) throws(LoadError) {
        do throws(PackError) {
            pack = try RulePack(packBytes.map { ByteRegion(copying: $0) } ?? Self.bundledPack)
        } catch {
            throw .pack(error)
        }
        do throws(PackError) {
            model = try Model(modelBytes.map { ByteRegion(copying: $0) } ?? Self.bundledModel)
        } catch {
            throw .model(error)
        }
        judgement = Judgement(pack)
        ruleKeys = Self.keys(of: pack)
        provenance = Provenance(engine: lurescreenVersion, rules: pack.digest, model: model.digest)
    }

    private static func keys(of pack: RulePack) -> [UInt64] {
        (0..<pack.ruleCount).map { StableHash.hash(pack.ruleID($0)) }
    }

    private static var bundledPack: ByteRegion {
        ByteRegion(unownedStatic: lure_bundle_pack(), count: lure_bundle_pack_size())
    }

    private static var bundledModel: ByteRegion {
        ByteRegion(unownedStatic: lure_bundle_model(), count: lure_bundle_model_size())
    }

    public func makeScratch() -> Scratch { Scratch(pack) }

    /// Assesses a message.
    public func assess(_ text: String, options: Options = Options()) -> Assessment {
        assess(Array(text.utf8), options: options)
    }

    /// Assesses a message of UTF-8 bytes; ill-formed ones are repaired for reading.
    public func assess(_ bytes: [UInt8], options: Options = Options()) -> Assessment {
        var scratch = makeScratch()
        return bytes.withUnsafeBufferPointer { assess($0, options: options, scratch: &scratch) }
    }

    /// Assesses a message with the buffers of a worker.
    public func assess(
        _ bytes: UnsafeBufferPointer<UInt8>, options: Options = Options(), scratch: inout Scratch
    ) -> Assessment {
        _ = screen(bytes, options: options, scratch: &scratch)
        return Assessment(scratch.answer)
    }

    /// What a message came to, in short.
    public struct Outcome: Sendable {
        public var kind: TextKind
        /// nil for `distress`.
        public var band: Band?
    }

    /// Assesses a message and leaves the answer in the buffers of a worker, from where `AssessmentJSON` writes it.
    public func screen(
        _ bytes: UnsafeBufferPointer<UInt8>, options: Options = Options(), scratch: inout Scratch
    ) -> Outcome {
        let text = UnsafeBufferPointer(
            rebasing: bytes[..<Self.readableCount(bytes, limit: options.sizeLimit)])
        read(text, muting: options.mutedRules, scratch: &scratch)
        addReported(options, &scratch)
        judge(text, fullCount: bytes.count, options: options, scratch: &scratch)
        return Outcome(kind: scratch.answer.kind, band: scratch.answer.band)
    }

    /// The longest beginning within `limit` that does not cut a scalar in two.
    private static func readableCount(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
        guard bytes.count > limit else { return bytes.count }
        var end = max(0, limit)
        while end > 0, end > limit - 4, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}

/// Version of the library and the command.
public let lurescreenVersion = "0.1.0"

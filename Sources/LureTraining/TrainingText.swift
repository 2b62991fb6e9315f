import LureText

/// A labelled text to learn from.
public struct TrainingText: Sendable {
    public var text: String
    public var isLure: Bool
    /// nil: not known.
    public var kind: TextKind?
    /// Within one language lures and honest texts weigh the same; nil: not known, such texts count as one language.
    public var language: Language?
    /// Texts that tell the same thing, which folds never tear apart; nil: only texts that fold to the same bytes do.
    public var cluster: String?

    public init(text: String, isLure: Bool, kind: TextKind?, language: Language?, cluster: String?) {
        self.text = text
        self.isLure = isLure
        self.kind = kind
        self.language = language
        self.cluster = cluster
    }

    init(_ row: DataRow) {
        self.init(
            text: row.text, isLure: row.label == .lure, kind: row.kind, language: row.language,
            cluster: row.cluster)
    }
}

/// Texts that can be gone through as often as needed without all of them being held in memory.
public struct TrainingSource {
    /// Hands over all texts, in order, some thousands at a time.
    let forEachBatch: (_ body: ([TrainingText]) -> Void) throws -> Void

    /// - Parameter forEachBatch: the same texts in the same order whenever it is called; what it throws ends training.
    public init(_ forEachBatch: @escaping (_ body: ([TrainingText]) -> Void) throws -> Void) {
        self.forEachBatch = forEachBatch
    }

    init(_ rows: [DataRow]) {
        let texts = rows.map(TrainingText.init)
        self.init { body in body(texts) }
    }
}

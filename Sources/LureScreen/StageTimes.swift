/// Where the time of a message goes, in the order of work.
public enum Stage: Int, CaseIterable, Sendable {
    /// Finding the text in its row; callers that read rows mark it.
    case row
    case folding
    /// Words and clauses, and masking words of people.
    case segmenting
    case disguises
    case language
    case facts
    case literals
    case concepts
    case rules
    case recipes
    case model
    /// Contributions, kind, band, places in the original text.
    case judgement
    /// Writing the answer; callers that write mark it.
    case answer

    public var name: String {
        switch self {
        case .row: "row"
        case .folding: "folding"
        case .segmenting: "segmenting"
        case .disguises: "disguises"
        case .language: "language"
        case .facts: "facts"
        case .literals: "literals"
        case .concepts: "concepts"
        case .rules: "rules"
        case .recipes: "recipes"
        case .model: "model"
        case .judgement: "judgement"
        case .answer: "answer"
        }
    }
}

/// Sums of the time spent in each stage.
///
/// The core has no clock: who wants to know brings one.
public struct StageTimes: Sendable {
    /// A reading of a clock that only goes forward, in any unit.
    public typealias Clock = @Sendable () -> UInt64

    /// By `Stage.rawValue`, in the clock's unit.
    public private(set) var sums = [UInt64](repeating: 0, count: Stage.allCases.count)
    private let clock: Clock
    private var last: UInt64

    public init(clock: @escaping Clock) {
        self.clock = clock
        last = clock()
    }

    /// Begins to count anew from here; what passed since the last stage belongs to none.
    public mutating func start() { last = clock() }

    /// Ends a stage that began where the one before it ended.
    public mutating func end(_ stage: Stage) {
        let now = clock()
        sums[stage.rawValue] &+= now &- last
        last = now
    }

    /// The sums so far, which are then zero.
    public mutating func take() -> [UInt64] {
        let taken = sums
        for index in sums.indices { sums[index] = 0 }
        return taken
    }
}

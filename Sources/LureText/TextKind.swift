/// What sort of text a message is; decided before its risk means anything.
public enum TextKind: UInt8, CaseIterable, Sendable {
    /// Someone offers or advertises work, marriage or a way to earn.
    case offer
    /// Someone asks whether an offer is real; the quoted offer is what gets scored.
    case question
    /// News, advice, testimony or teaching about lures.
    case warning
    /// Someone is held or in danger now: help first, no score.
    case distress
    /// Anything else.
    case other

    public var name: String {
        switch self {
        case .offer: "offer"
        case .question: "question"
        case .warning: "warning"
        case .distress: "distress"
        case .other: "other"
        }
    }

    public init?(name: String) {
        for kind in TextKind.allCases where kind.name == name {
            self = kind
            return
        }
        return nil
    }
}

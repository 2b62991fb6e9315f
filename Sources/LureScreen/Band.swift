/// How much a text asks for a second look; what people are shown instead of a number.
public enum Band: UInt8, Comparable, CaseIterable, Sendable {
    /// Too little text, or a language without support: no verdict either way.
    case insufficient
    /// No documented pattern found. Never to be shown as "safe".
    case low
    /// Some points need checking.
    case caution
    /// Matches documented high-risk patterns.
    case high

    public var name: String {
        switch self {
        case .insufficient: "insufficient"
        case .low: "low"
        case .caution: "caution"
        case .high: "high"
        }
    }

    public init?(name: String) {
        for band in Band.allCases where band.name == name {
            self = band
            return
        }
        return nil
    }

    public static func < (a: Band, b: Band) -> Bool { a.rawValue < b.rawValue }

    /// The next lower verdict; `low` and `insufficient` stay.
    var lowered: Band {
        switch self {
        case .high: .caution
        case .caution, .low: .low
        case .insufficient: .insufficient
        }
    }
}

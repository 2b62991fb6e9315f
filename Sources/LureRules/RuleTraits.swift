/// How grave a sign is when it is real; judged by a person.
public enum Severity: UInt8, CaseIterable, Comparable, Sendable {
    case low, medium, high, critical

    public var name: String {
        switch self {
        case .low: "low"
        case .medium: "medium"
        case .high: "high"
        case .critical: "critical"
        }
    }

    public init?(name: String) {
        for severity in Severity.allCases where severity.name == name {
            self = severity
            return
        }
        return nil
    }
}

extension Severity {
    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
}

/// Whether a rule takes part.
public enum RuleStatus: UInt8, CaseIterable, Sendable {
    /// Runs and is counted, but weighs nothing.
    case shadow
    case stable
    /// Kept for its history; does not run.
    case deprecated

    public var name: String {
        switch self {
        case .shadow: "shadow"
        case .stable: "stable"
        case .deprecated: "deprecated"
        }
    }

    public init?(name: String) {
        for status in RuleStatus.allCases where status.name == name {
            self = status
            return
        }
        return nil
    }
}

/// What a rule that fired speaks for.
public enum Polarity: UInt8, CaseIterable, Sendable {
    /// A sign of a documented lure.
    case risk
    /// A sign of an honest offer.
    case mitigating
    /// A sign of what sort of text it is.
    case context
}

/// What a text is a lure for.
public enum Category: UInt8, CaseIterable, Sendable {
    case scamCompound, forcedMarriage, advanceFee, taskScam, moneyMule, illegalCrossing

    /// As in rule files and in the JSON answer.
    public var name: String {
        switch self {
        case .scamCompound: "scam-compound"
        case .forcedMarriage: "forced-marriage"
        case .advanceFee: "advance-fee"
        case .taskScam: "task-scam"
        case .moneyMule: "money-mule"
        case .illegalCrossing: "illegal-crossing"
        }
    }

    public init?(name: String) {
        for category in Category.allCases where category.name == name {
            self = category
            return
        }
        return nil
    }
}

/// A set of categories, one bit each.
public struct CategorySet: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public init(_ category: Category) { rawValue = 1 << category.rawValue }

    static let all = CategorySet(rawValue: (1 << UInt8(Category.allCases.count)) - 1)

    /// The members in the order of `Category`.
    public var members: [Category] { Category.allCases.filter { contains(CategorySet($0)) } }
}

/// The least band a recipe asks for.
public enum BandFloor: UInt8, CaseIterable, Sendable {
    case none, caution, high

    public var name: String {
        switch self {
        case .none: "none"
        case .caution: "caution"
        case .high: "high"
        }
    }

    public init?(name: String) {
        for floor in BandFloor.allCases where floor.name == name {
            self = floor
            return
        }
        return nil
    }
}

/// Where bands begin, and how log-odds become a risk.
public struct Thresholds: Hashable, Sendable {
    /// Risk, in 0…1, from which on the band is `caution`.
    public var caution: Double
    /// Risk, in 0…1, from which on the band is `high`.
    public var high: Double
    /// Share of honest texts expected at or above `caution`, in 0…1.
    public var cautionFalseAlarms: Double
    /// Share of honest texts expected at or above `high`, in 0…1.
    public var highFalseAlarms: Double
    /// Share of lures among what is screened, in 0…1.
    public var prior: Double
    /// Factor on the log-odds before they become a risk.
    public var calibrationSlope: Double
    /// Added to the log-odds after the slope.
    public var calibrationIntercept: Double
    /// Factor on the model's log-odds.
    public var modelScale: Double
    /// Added to the log-odds that a text is an offer before they weaken its risk: kinds are told as if all were about
    /// as frequent, but most of what is screened are offers.
    public var offerShift: Double

    public init(
        caution: Double = 0.3, high: Double = 0.7, cautionFalseAlarms: Double = 0.05,
        highFalseAlarms: Double = 0.01, prior: Double = 0.05, calibrationSlope: Double = 1,
        calibrationIntercept: Double = 0, modelScale: Double = 1, offerShift: Double = 0
    ) {
        self.caution = caution
        self.high = high
        self.cautionFalseAlarms = cautionFalseAlarms
        self.highFalseAlarms = highFalseAlarms
        self.prior = prior
        self.calibrationSlope = calibrationSlope
        self.calibrationIntercept = calibrationIntercept
        self.modelScale = modelScale
        self.offerShift = offerShift
    }

    var numbers: [Double] {
        [
            caution, high, cautionFalseAlarms, highFalseAlarms, prior, calibrationSlope, calibrationIntercept,
            modelScale, offerShift,
        ]
    }

    /// Whether every number is finite and every share lies in 0…1 (the prior strictly inside).
    public var isSound: Bool {
        let shares = [caution, high, cautionFalseAlarms, highFalseAlarms]
        return numbers.allSatisfy { $0.isFinite } && shares.allSatisfy { $0 >= 0 && $0 <= 1 }
            && prior > 0 && prior < 1 && caution <= high
    }
}

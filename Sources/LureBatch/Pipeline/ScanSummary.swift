import LureScreen
import LureText

/// What a scan came to.
public struct ScanSummary: Sendable {
    /// Rows answered.
    public internal(set) var rows = 0
    /// Rows that could not be answered.
    public internal(set) var faults = 0
    /// Rows by `Band.rawValue`; distress texts are in no band.
    public internal(set) var bands = [Int](repeating: 0, count: Band.allCases.count)
    /// Rows by `TextKind.rawValue`.
    public internal(set) var kinds = [Int](repeating: 0, count: TextKind.allCases.count)
    /// Inputs that could not be opened or read to their end.
    public internal(set) var unreadableInputs: [String] = []

    public init() {}

    public func rows(in band: Band) -> Int { bands[Int(band.rawValue)] }

    public func rows(of kind: TextKind) -> Int { kinds[Int(kind.rawValue)] }

    mutating func add(_ other: ScanSummary) {
        rows += other.rows
        for i in bands.indices { bands[i] += other.bands[i] }
        for i in kinds.indices { kinds[i] += other.kinds[i] }
    }
}

/// An interval for a share that was seen in few cases: Wilson's score interval, 95 %.
///
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
public struct WilsonInterval: Hashable, Sendable {
    /// 0…1.
    public let lower: Double
    public let upper: Double

    /// - Parameters:
    ///   - hits: cases of the kind counted, at most `count`.
    ///   - count: all cases; with none the interval is 0…1.
    public init(hits: Int, of count: Int) {
        guard count > 0 else {
            (lower, upper) = (0, 1)
            return
        }
        let z = 1.959964
        let n = Double(count)
        let share = Double(hits) / n
        let centre = share + z * z / (2 * n)
        let spread = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        lower = max(0, (centre - spread) / scale)
        upper = min(1, (centre + spread) / scale)
    }
}

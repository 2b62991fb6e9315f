/// Percentile intervals by drawing clusters of texts with replacement.
///
/// B. Efron, R. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13. Texts of one cluster tell the same
/// thing and are drawn together; drawing them singly would make intervals too narrow.
public struct Bootstrap: Sendable {
    /// 0: no intervals.
    public var resampleCount = 1000
    public var seed: UInt64 = 1

    public init() {}

    /// Weights of the texts in each resample: how often each was drawn.
    /// - Parameter clusters: of each text, from 0 on without gaps.
    func forEachResample(_ clusters: [Int], _ body: ([Int32]) -> Void) {
        let clusterCount = (clusters.max() ?? -1) + 1
        var random = RandomSource(seed: seed)
        var weights = [Int32](repeating: 0, count: clusters.count)
        for _ in 0..<(clusterCount > 0 ? resampleCount : 0) {
            var drawn = [Int32](repeating: 0, count: clusterCount)
            for _ in 0..<clusterCount { drawn[random.index(below: clusterCount)] += 1 }
            for (text, cluster) in clusters.enumerated() { weights[text] = drawn[cluster] }
            body(weights)
        }
    }

    /// The middle 95 % of values; nil if fewer than half of the resamples gave one.
    func interval(_ values: [Double]) -> Measured.Interval? {
        guard !values.isEmpty, values.count * 2 >= resampleCount else { return nil }
        let sorted = values.sorted()
        return Measured.Interval(
            lower: Self.quantile(0.025, of: sorted), upper: Self.quantile(0.975, of: sorted))
    }

    /// Linear between neighbours (Hyndman & Fan 1996, type 7).
    static func quantile(_ share: Double, of sorted: [Double]) -> Double {
        let place = share * Double(sorted.count - 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
}

/// Numbers for clusters, from 0 on in the order they appear; a text without one is a cluster of its own.
func clusterNumbers(_ names: [String?]) -> [Int] {
    var numbers: [String: Int] = [:]
    var count = 0
    return names.map { name in
        if let name, let number = numbers[name] { return number }
        if let name { numbers[name] = count }
        count += 1
        return count - 1
    }
}

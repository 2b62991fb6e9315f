import CLureSupport

/// Logistic regression with a normal prior on each coefficient and, if asked for, a bound on its sign.
///
/// Cyclic coordinate descent with Newton steps (Genkin, Lewis, Madigan, Technometrics 2007, whose method this
/// follows for a Gaussian prior). Deterministic: rows and coefficients are visited in order.
public struct LogisticFit: Sendable {
    public enum Bound: Sendable { case none, nonNegative, nonPositive }

    public struct Coefficient: Sendable {
        /// Where the prior is centred.
        public var mean: Double
        /// Standard deviation of the prior.
        public var deviation: Double
        public var bound: Bound

        public init(mean: Double, deviation: Double, bound: Bound = .none) {
            self.mean = mean
            self.deviation = deviation
            self.bound = bound
        }
    }

    public struct Row: Sendable {
        /// Values by coefficient; those not named are 0.
        public var values: [(coefficient: Int, value: Double)]
        public var isPositive: Bool
        public var weight: Double

        public init(values: [(coefficient: Int, value: Double)], isPositive: Bool, weight: Double) {
            self.values = values
            self.isPositive = isPositive
            self.weight = weight
        }
    }

    private let coefficients: [Coefficient]

    public init(_ coefficients: [Coefficient]) { self.coefficients = coefficients }

    /// The coefficients that fit best.
    /// - Complexity: O(sweeps × values).
    public func fit(_ rows: [Row], sweeps: Int = 300) -> [Double] {
        var columns = [[(row: Int, value: Double)]](repeating: [], count: coefficients.count)
        for (index, row) in rows.enumerated() {
            for entry in row.values where entry.value != 0 {
                columns[entry.coefficient].append((index, entry.value))
            }
        }
        var result = coefficients.map { Self.bounded($0.mean, $0.bound) }
        var sums = rows.map { row in row.values.reduce(0) { $0 + result[$1.coefficient] * $1.value } }
        for _ in 0..<sweeps {
            var largest = 0.0
            for index in coefficients.indices {
                let change = step(index, result[index], columns[index], rows, sums)
                guard change != 0 else { continue }
                result[index] += change
                for entry in columns[index] { sums[entry.row] += change * entry.value }
                largest = max(largest, change.magnitude)
            }
            if largest < 1e-7 { break }
        }
        return result
    }

    /// One bounded Newton step of a coefficient.
    private func step(
        _ index: Int, _ current: Double, _ column: [(row: Int, value: Double)], _ rows: [Row],
        _ sums: [Double]
    ) -> Double {
        let prior = coefficients[index]
        let precision = 1 / (prior.deviation * prior.deviation)
        var gradient = (current - prior.mean) * precision
        var curvature = precision
        for entry in column {
            let row = rows[entry.row]
            let probability = 1 / (1 + lure_exp(-sums[entry.row]))
            gradient += row.weight * (probability - (row.isPositive ? 1 : 0)) * entry.value
            // At least a hundredth of the largest curvature, so that a saturated row does not throw the step.
            let variance = max(probability * (1 - probability), 0.0025)
            curvature += row.weight * variance * entry.value * entry.value
        }
        let target = Self.bounded(current - max(-1, min(1, gradient / curvature)), prior.bound)
        return target - current
    }

    private static func bounded(_ value: Double, _ bound: Bound) -> Double {
        switch bound {
        case .none: value
        case .nonNegative: max(0, value)
        case .nonPositive: min(0, value)
        }
    }
}

import LureTraining
import Testing

private func row(_ values: [Double], _ isPositive: Bool) -> LogisticFit.Row {
    LogisticFit.Row(
        values: values.enumerated().map { (coefficient: $0.offset, value: $0.element) },
        isPositive: isPositive, weight: 1)
}

/// Penalised log-loss, written apart from the fit.
private func loss(_ weights: [Double], _ rows: [LogisticFit.Row], _ coefficients: [LogisticFit.Coefficient])
    -> Double
{
    var sum = 0.0
    for row in rows {
        let score = row.values.reduce(0) { $0 + weights[$1.coefficient] * $1.value }
        sum += row.isPositive ? softplus(-score) : softplus(score)
    }
    for (weight, coefficient) in zip(weights, coefficients) {
        let distance = (weight - coefficient.mean) / coefficient.deviation
        sum += distance * distance / 2
    }
    return sum
}

/// ln(1 + e^x) by its series of halvings: no exponential of the library under test.
private func softplus(_ x: Double) -> Double {
    var power = 1.0
    var term = 1.0
    let y = x / 1024
    for n in 1..<30 {
        term *= y / Double(n)
        power += term
    }
    var result = power
    for _ in 0..<10 { result *= result }
    return logarithm(1 + result)
}

/// Natural logarithm by Newton on the exponential series.
private func logarithm(_ value: Double) -> Double {
    var exponent = 0.0
    var rest = value
    while rest > 2 {
        rest /= 2
        exponent += 0.6931471805599453
    }
    let z = (rest - 1) / (rest + 1)
    var sum = 0.0
    var power = z
    for n in stride(from: 1, to: 80, by: 2) {
        sum += power / Double(n)
        power *= z * z
    }
    return exponent + 2 * sum
}

@Test("the fit is at the least loss: no small step from it is better")
func optimum() {
    let coefficients = [
        LogisticFit.Coefficient(mean: 0.5, deviation: 1), LogisticFit.Coefficient(mean: -1, deviation: 0.7),
        LogisticFit.Coefficient(mean: 0, deviation: 3),
    ]
    let rows = (0..<60).map { (index: Int) -> LogisticFit.Row in
        let values: [Double] = [Double(index % 5) / 2, Double(index % 3) - 1, 1]
        let isPositive = (index * 7) % 11 > 4 + index % 3
        return row(values, isPositive)
    }

    let fit = LogisticFit(coefficients).fit(rows)

    let least = loss(fit, rows, coefficients)
    for index in fit.indices {
        for step in [-0.01, 0.01] {
            var other = fit
            other[index] += step
            #expect(loss(other, rows, coefficients) > least)
        }
    }
}

@Test("bounds hold: a risk sign never gets a negative weight, a mitigating one no positive")
func bounds() {
    let coefficients = [
        LogisticFit.Coefficient(mean: 0.2, deviation: 1, bound: .nonNegative),
        LogisticFit.Coefficient(mean: -0.2, deviation: 1, bound: .nonPositive),
    ]
    // Both features point the wrong way.
    let rows = (0..<40).map { row($0 % 2 == 0 ? [1, 0] : [0, 1], $0 % 2 == 1) }

    #expect(LogisticFit(coefficients).fit(rows) == [0, 0])
}

@Test("without rows the prior stands")
func prior() {
    #expect(LogisticFit([LogisticFit.Coefficient(mean: 0.8, deviation: 0.5)]).fit([]) == [0.8])
}

@Test("the area under the curve counts pairs in the right order, ties by half")
func area() {
    #expect(Ranking.areaUnderCurve([(0.1, false), (0.4, true), (0.4, false), (0.9, true)]) == 0.875)
    #expect(Ranking.areaUnderCurve([(0.1, false)]) == nil)
}

@Test("a threshold keeps its false-alarm rate")
func threshold() throws {
    let scored = (0..<100).map { (score: Double($0), isPositive: $0 % 2 == 1) }

    let found = try #require(Ranking.threshold(scored, falseAlarmRate: 0.1))

    let alarms = scored.filter { !$0.isPositive && $0.score >= found.threshold }.count
    #expect(alarms == 5)
    #expect(found.recall == 0.12)
}

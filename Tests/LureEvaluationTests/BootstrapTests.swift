import Testing

@testable import LureEvaluation

private func meter(_ lures: [Bool], flagged: [Bool], clusters: [String?]? = nil, seed: UInt64 = 1)
    -> SliceMeter
{
    var bootstrap = Bootstrap()
    bootstrap.seed = seed
    let items = lures.indices.map { index in
        Sample.Item(
            index: index, isLure: lures[index], score: flagged[index] ? 2 : -2, isCaution: flagged[index],
            isHigh: false)
    }
    return SliceMeter(
        items: items, clusters: clusters ?? lures.map { _ in nil }, prior: nil, bootstrap: bootstrap)
}

private let lures = (0..<60).map { $0 < 30 }
private let flagged = (0..<60).map { $0 < 24 || $0 >= 57 }

@Test("the same seed gives the same intervals, another one others")
func determinism() {
    let indices = Array(lures.indices)
    let first = meter(lures, flagged: flagged).slice(.all, "all", indices)
    let again = meter(lures, flagged: flagged).slice(.all, "all", indices)
    let other = meter(lures, flagged: flagged, seed: 2).slice(.all, "all", indices)

    #expect(first.values == again.values)
    #expect(first.values != other.values)
}

@Test("an interval holds the value, and is about as wide as the binomial one")
func intervalWidth() throws {
    let slice = meter(lures, flagged: flagged).slice(.all, "all", Array(lures.indices))

    let recall = try #require(slice[.recallCaution])
    let interval = try #require(recall.interval)
    #expect(recall.value == 0.8)
    // 0.8 ± 1.96 · sqrt(0.8 · 0.2 / 30) is 0.657 to 0.943.
    #expect(abs(interval.lower - 0.657) < 0.05)
    #expect(abs(interval.upper - 0.943) < 0.05)
}

@Test("texts of one cluster are drawn together, which makes the interval wider")
func clusters() throws {
    let indices = Array(lures.indices)
    let clusters = lures.indices.map { "c\($0 / 6)" }
    let single = try #require(
        meter(lures, flagged: flagged).slice(.all, "a", indices)[.recallCaution]?.interval)
    let slice = meter(lures, flagged: flagged, clusters: clusters).slice(.all, "a", indices)
    let drawn = try #require(slice[.recallCaution]?.interval)

    #expect(slice.clusters == 10)
    #expect(drawn.upper - drawn.lower > single.upper - single.lower)
}

@Test("a share of none or all gets Wilson's interval, as it has no spread")
func degenerate() throws {
    let share = meter(lures, flagged: lures.map { _ in false }).share(.honest, "offers", Array(30..<60))

    #expect(share.count == 30)
    #expect(share.caution?.value == 0)
    #expect(share.caution?.interval?.upper == WilsonInterval(hits: 0, of: 30).upper)
}

@Test("no resamples, no intervals")
func noResamples() {
    var bootstrap = Bootstrap()
    bootstrap.resampleCount = 0
    let meter = SliceMeter(
        items: meter(lures, flagged: flagged).items, clusters: lures.map { _ in nil }, prior: nil,
        bootstrap: bootstrap)

    let slice = meter.slice(.all, "all", Array(lures.indices))
    #expect(slice[.recallCaution]?.value == 0.8)
    #expect(slice.values.allSatisfy { $0?.interval == nil })
}

@Test("a set-up differs from itself by nothing")
func paired() {
    let own = meter(lures, flagged: flagged)

    for (measure, difference) in zip(Measure.allCases, own.differences(to: own.items)) {
        // Nothing is flagged high, so there is no precision to compare.
        if measure == .precisionHigh {
            #expect(difference == nil)
        } else {
            #expect(difference?.value == 0)
            #expect(difference?.interval == Measured.Interval(lower: 0, upper: 0))
        }
    }
}

@Test("differences are the second set-up less the first")
func difference() {
    let first = meter(lures, flagged: flagged)
    let second = meter(lures, flagged: lures)

    let differences = first.differences(to: second.items)
    #expect(abs((differences[Measure.recallCaution.rawValue]?.value ?? 0) - 0.2) < 1e-12)
    #expect(abs((differences[Measure.falseAlarmsCaution.rawValue]?.value ?? 0) + 0.1) < 1e-12)
}

@Test("clusters are numbered as they appear; a text without one stands alone")
func numbers() {
    #expect(clusterNumbers(["b", nil, "a", "b", nil]) == [0, 1, 2, 0, 3])
}

@Test("quantiles are linear between neighbours")
func quantiles() {
    #expect(Bootstrap.quantile(0.5, of: [1, 2, 4, 8]) == 3)
    #expect(Bootstrap.quantile(0, of: [1, 2]) == 1)
    #expect(Bootstrap.quantile(1, of: [1, 2]) == 2)
}

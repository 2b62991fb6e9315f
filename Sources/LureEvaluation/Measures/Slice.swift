/// A part of the texts and what was measured on it.
public struct Slice: Sendable {
    /// What makes the part.
    public enum Sort: String, Sendable {
        case all, language
        /// Languages with too few texts to stand alone, by the script they are written in.
        case pooled
        case split
    }

    public var sort: Sort
    public var name: String
    public var lures: Int
    public var honest: Int
    public var clusters: Int
    /// By `Measure`; nil where the texts can't tell.
    public var values: [Measured?]
    /// Languages of a pooled part, sorted.
    public var members: [String] = []

    public subscript(_ measure: Measure) -> Measured? { values[measure.rawValue] }
}

/// How many texts of one sort are flagged.
public struct FlagShare: Sendable {
    public enum Sort: String, Sendable {
        /// Lures of a category: flagged is right.
        case category
        /// Honest texts of a kind: flagged is a false alarm.
        case honest
    }

    public var sort: Sort
    public var name: String
    public var count: Int
    public var caution: Measured?
    public var high: Measured?
}

/// Measures parts of texts that were screened once.
struct SliceMeter {
    let items: [Sample.Item]
    /// By text.
    let clusters: [String?]
    let prior: Double?
    let bootstrap: Bootstrap

    func slice(_ sort: Slice.Sort, _ name: String, _ indices: [Int]) -> Slice {
        let sample = Sample(own(indices), prior: prior)
        let numbers = clusterNumbers(indices.map { clusters[$0] })
        var resampled = [[Double]](repeating: [], count: Measure.allCases.count)
        bootstrap.forEachResample(numbers) { weights in
            for (measure, value) in sample.values(weights).enumerated() {
                if let value { resampled[measure].append(value) }
            }
        }
        let values = zip(Measure.allCases, sample.values()).map { measure, value in
            value.map { measured($0, resampled[measure.rawValue], sample.hits(measure)) }
        }
        let lures = indices.filter { items[$0].isLure }.count
        return Slice(
            sort: sort, name: name, lures: lures, honest: indices.count - lures,
            clusters: (numbers.max() ?? -1) + 1, values: values)
    }

    func share(_ sort: FlagShare.Sort, _ name: String, _ indices: [Int]) -> FlagShare {
        let numbers = clusterNumbers(indices.map { clusters[$0] })
        var caution: [Double] = []
        var high: [Double] = []
        bootstrap.forEachResample(numbers) { weights in
            var (total, cautious, highest) = (Int32(0), Int32(0), Int32(0))
            for (place, index) in indices.enumerated() {
                total += weights[place]
                if items[index].isCaution { cautious += weights[place] }
                if items[index].isHigh { highest += weights[place] }
            }
            if total > 0 {
                caution.append(Double(cautious) / Double(total))
                high.append(Double(highest) / Double(total))
            }
        }
        func measured(_ hits: Int, _ resampled: [Double]) -> Measured? {
            indices.isEmpty
                ? nil
                : self.measured(Double(hits) / Double(indices.count), resampled, (hits, indices.count))
        }
        return FlagShare(
            sort: sort, name: name, count: indices.count,
            caution: measured(indices.filter { items[$0].isCaution }.count, caution),
            high: measured(indices.filter { items[$0].isHigh }.count, high))
    }

    /// Differences (second less first) of each measure, on the same resamples.
    func differences(to second: [Sample.Item]) -> [Measured?] {
        let samples = [items, second].map { Sample($0, prior: prior) }
        let numbers = clusterNumbers(clusters)
        var resampled = [[Double]](repeating: [], count: Measure.allCases.count)
        bootstrap.forEachResample(numbers) { weights in
            for (measure, pair) in zip(samples[0].values(weights), samples[1].values(weights)).enumerated() {
                if let first = pair.0, let second = pair.1 { resampled[measure].append(second - first) }
            }
        }
        return zip(samples[0].values(), samples[1].values()).enumerated().map { measure, pair in
            guard let first = pair.0, let second = pair.1 else { return nil }
            return Measured(
                value: second - first, interval: bootstrap.interval(resampled[measure]))
        }
    }

    private func own(_ indices: [Int]) -> [Sample.Item] {
        indices.enumerated().map { place, index in
            var item = items[index]
            item.index = place
            return item
        }
    }

    /// A share of none or of all has no spread to resample: Wilson's interval says how far it can be trusted.
    private func measured(_ value: Double, _ resampled: [Double], _ hits: (hits: Int, count: Int)?)
        -> Measured
    {
        var interval = bootstrap.interval(resampled)
        if let hits, interval != nil, hits.hits == 0 || hits.hits == hits.count {
            let wilson = WilsonInterval(hits: hits.hits, of: hits.count)
            interval = Measured.Interval(lower: wilson.lower, upper: wilson.upper)
        }
        return Measured(value: value, interval: interval)
    }
}
